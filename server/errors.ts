import { ERROR_STATUS, type ErrorCode, type FieldIssue, type Problem } from '#shared/contract/errors.ts'

export interface ErrorExtras {
  detail?: string
  issues?: FieldIssue[]
  /** `stale`: the record as it is now. */
  current?: unknown
  /** `stale`: the record at the revision that the writer had read. */
  based?: unknown
  /** The later records in the way of an undo. */
  blocking?: Problem['blocking']
  /** `conflict`: the records alike; a route shows them as lines of the register, in `duplicates`. */
  alike?: { entity: string; id: string }[]
  duplicates?: unknown[]
  /** `too-many-requests`: seconds until the next attempt is looked at. */
  retryAfter?: number
  /** Where the status is not the usual one of the code: an undo in the way of later work is 409 `stale`. */
  status?: number
}

/** Thrown where a rule is broken; translated into a response once, in `app.onError`. */
export class AppError extends Error {
  readonly code: ErrorCode
  readonly status: number
  readonly extras: ErrorExtras

  constructor(code: ErrorCode, extras: ErrorExtras = {}) {
    super(extras.detail ?? code)
    this.name = 'AppError'
    this.code = code
    this.status = extras.status ?? ERROR_STATUS[code]
    this.extras = extras
  }
}

/** One thing wrong with one field. */
export const issue = (
  path: string,
  code: string,
  message: string,
  params?: Record<string, string | number>,
): FieldIssue => (params ? { path, code, message, params } : { path, code, message })

export const invalidInput = (...issues: FieldIssue[]) =>
  new AppError('invalid-input', { detail: issues.map((i) => `${i.path}: ${i.message}`).join('; '), issues })

export const notFound = (entity: string, id: string) =>
  new AppError('not-found', { detail: `There is no ${entity} with the id "${id}".` })
