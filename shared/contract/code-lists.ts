import { z } from 'zod'
import { id, reason, revision } from './fields.ts'

export const CODE_LISTS = ['kind', 'sector'] as const
export type CodeList = (typeof CODE_LISTS)[number]

const CodeUse = z.object({
  id,
  retired: z.boolean(),
  /** Records that have it today: partnerships of the kind, actors in the sector. */
  uses: z.number().int(),
})

/** `GET /api/code-lists`: kinds, and the sectors of the official partition, in their order. */
export const CodeLists = z
  .object({ kinds: z.array(CodeUse), sectors: z.array(CodeUse), revision })
  .meta({ id: 'CodeLists' })
export type CodeLists = z.infer<typeof CodeLists>

/** `PUT /api/code-lists/{list}/{id}`: a retired value is offered for nothing new; what has it keeps it. */
export const RetireRequest = z
  .object({ retired: z.boolean(), reason: reason.optional() })
  .strict()
  .meta({ id: 'RetireRequest' })

export const Retired = z.object({ revision, lists: CodeLists }).meta({ id: 'Retired' })
export type Retired = z.infer<typeof Retired>
