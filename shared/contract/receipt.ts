import { z } from 'zod'
import { isoDate, revision } from './fields.ts'
import { NOT_COUNTING_REASONS, SECTOR_LEVELS } from './vocabulary.ts'

/** What a write did to the numbers: old → new, as codes and counts; the page puts the words. */

const count = z.number().int()

export const ReceiptRow = z.discriminatedUnion('id', [
  z.object({ id: z.literal('sector-reach'), sectorId: z.string(), before: count, after: count, of: count }),
  z.object({ id: z.literal('linked-pairs'), before: count, after: count, of: count }),
  z.object({ id: z.literal('unlinked'), before: count, after: count, of: count }),
  z.object({ id: z.literal('partners'), actorId: z.string(), name: z.string(), before: count, after: count }),
  z.object({ id: z.literal('index'), before: z.number().nullable(), after: z.number().nullable() }),
])
export type ReceiptRow = z.infer<typeof ReceiptRow>

/** The strongest effect first; `params` fill the sentence. */
export const ReceiptHeadline = z.discriminatedUnion('id', [
  z.object({ id: z.literal('first-between-sectors'), sectorA: z.string(), sectorB: z.string() }),
  z.object({
    id: z.literal('level-changed'),
    sectorId: z.string(),
    before: z.enum(SECTOR_LEVELS),
    after: z.enum(SECTOR_LEVELS),
  }),
  z.object({ id: z.literal('first-cross-sector'), actorId: z.string(), name: z.string() }),
  z.object({ id: z.literal('first-partner'), actorId: z.string(), name: z.string() }),
  z.object({ id: z.literal('new-tie'), between: count }),
  z.object({ id: z.literal('nth-partnership'), nth: count }),
  z.object({ id: z.literal('does-not-count') }),
  z.object({ id: z.literal('no-change') }),
])
export type ReceiptHeadline = z.infer<typeof ReceiptHeadline>

export const EffectReceipt = z
  .object({
    revision,
    on: isoDate,
    headline: ReceiptHeadline,
    rows: z.array(ReceiptRow),
    counts: z.boolean(),
    notCounting: z.array(z.enum(NOT_COUNTING_REASONS)),
    /** When actors entered n: the index change without them, and the part that is only composition. */
    split: z
      .object({ sameCohort: z.number().nullable(), composition: z.number().nullable(), entered: count })
      .nullable(),
    /** So few actors that nothing follows from the index: it has no band either. */
    small: z.boolean().optional(),
    /** The index of the running quarter is provisional until this day. */
    closesOn: isoDate.nullable(),
  })
  .meta({ id: 'EffectReceipt' })
export type EffectReceipt = z.infer<typeof EffectReceipt>
