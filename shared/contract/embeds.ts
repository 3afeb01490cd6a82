import { z } from 'zod'
import { on } from './fields.ts'

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

/** What a link shows: the network itself where everybody may see it, else its sectors as the public reads them. */
export const EmbedView = EmbedGrant.extend({
  shows: z.enum(['network', 'sectors']).meta({
    description:
      'sectors: of a register of real people, whose actors nobody outside sees: what everybody may read of its sectors, as known now',
  }),
  on: on.meta({
    description: 'The day of what is shown; of sectors the last quarter that was over by the day of the view',
  }),
}).meta({ id: 'EmbedView' })
export type EmbedView = z.infer<typeof EmbedView>

export const EmbedLink = z
  .object({
    path: z.string().meta({ description: 'Address of the embedded view on this server' }),
    grant: EmbedGrant,
  })
  .meta({ id: 'EmbedLink' })
export type EmbedLink = z.infer<typeof EmbedLink>
