import { z } from 'zod'

/** Every error the API answers with, and its HTTP status. */
export const ERROR_STATUS = {
  'invalid-input': 400,
  unauthenticated: 401,
  forbidden: 403,
  'not-found': 404,
  conflict: 409,
  stale: 412,
  'too-many-requests': 429,
  internal: 500,
  unavailable: 503,
} as const

export type ErrorCode = keyof typeof ERROR_STATUS

/** One thing wrong with one field. `code` is translated by the client; `params` fill its message. */
export const FieldIssue = z
  .object({
    path: z.string().meta({ description: 'Dotted path of the field, e.g. `parties.1.actorId`' }),
    code: z.string(),
    message: z.string(),
    params: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
  })
  .meta({ id: 'FieldIssue' })
export type FieldIssue = z.infer<typeof FieldIssue>

/** RFC 9457 problem details. */
export const Problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.number().int(),
    code: z.enum(Object.keys(ERROR_STATUS) as [ErrorCode, ...ErrorCode[]]),
    detail: z.string().optional(),
    requestId: z.string().optional(),
    issues: z.array(FieldIssue).optional(),
    /** `stale`: the record as it is now; `conflict`: the records in the way. */
    current: z.unknown().optional(),
    /** `stale`: the record at the revision that the writer had read. */
    based: z.unknown().optional(),
    blocking: z
      .array(z.object({ revision: z.number().int(), entity: z.string(), id: z.string() }))
      .optional(),
    duplicates: z.array(z.unknown()).optional(),
    /** `too-many-requests`: seconds until the next attempt is looked at, as in the header `Retry-After`. */
    retryAfter: z.number().int().optional(),
  })
  .meta({ id: 'Problem' })
export type Problem = z.infer<typeof Problem>
