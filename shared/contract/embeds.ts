import { z } from 'zod'

/** `POST /api/embeds`: what an embedded view is fixed to. */
export const EmbedRequest = z
  .object({
    view: z.string().max(4000).meta({
      description:
        'Search part of the address of a view of the explorer, without `?`: every parameter once, and a date (`on`)',
    }),
  })
  .strict()
  .meta({ id: 'EmbedRequest' })
export type EmbedRequest = z.infer<typeof EmbedRequest>

/** What a signed link says; nothing of it can be changed without the key of the server. */
export const EmbedGrant = z
  .object({
    /** Parameters in the order of their names, so that the same view has one link. */
    view: z.string(),
    revision: z.number().int().nonnegative(),
    /** Aggregates and those who consented, never more. */
    rights: z.literal('public'),
  })
  .strict()
  .meta({ id: 'EmbedGrant' })
export type EmbedGrant = z.infer<typeof EmbedGrant>

export const EmbedLink = z
  .object({
    path: z.string().meta({ description: 'Address of the embedded view on this server' }),
    grant: EmbedGrant,
  })
  .meta({ id: 'EmbedLink' })
export type EmbedLink = z.infer<typeof EmbedLink>
