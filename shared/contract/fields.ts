import { z } from 'zod'
import { DEFINITION_IDS } from './vocabulary.ts'

/** The fields that many sentences of the contract share. */

export const isoDate = z.iso.date().meta({ description: 'ISO date, YYYY-MM-DD' })
export const id = z
  .string()
  .min(1)
  .max(64)
  .regex(/^[\w.:@-]+$/u, 'letters, digits, and . : @ - _ only')
export const revision = z
  .number()
  .int()
  .nonnegative()
  .meta({ description: 'Record time: the number of the changeset' })
export const on = z
  .union([isoDate, z.literal('all')])
  .meta({ description: 'Valid time: an ISO date, or `all`' })
/** A revision, or a moment: the last revision by then. A day is meant to its end, in the time zone of the city. */
export const known = z
  .union([z.string().regex(/^\d{1,15}$/), z.iso.date(), z.iso.datetime({ offset: true })])
  .meta({ description: 'Record time: a revision, an ISO date or an ISO date and time' })
export const definitionId = z.enum(DEFINITION_IDS)
export const reason = z.string().trim().max(500)

/** A value that holds from a date on; `from: null` = always. A later row replaces it. */
export const dated = <T extends z.ZodType>(value: T) => z.object({ from: isoDate.nullable(), value })

/** Paging of every long list. */
export const paging = {
  page: z.coerce.number().int().min(1).default(1),
  pageSize: z.coerce.number().int().min(1).max(500).default(50),
}
export const pageOf = <T extends z.ZodType>(row: T) =>
  z.object({
    rows: z.array(row),
    total: z.number().int(),
    page: z.number().int(),
    pageSize: z.number().int(),
    revision,
  })
