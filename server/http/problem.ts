import type { Context } from 'hono'
import { HTTPException } from 'hono/http-exception'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { ERROR_STATUS, type ErrorCode, type Problem } from '#shared/contract/errors.ts'
import { AppError } from '../errors.ts'
import type { AppEnv } from './router.ts'

const TITLES: Record<ErrorCode, string> = {
  'invalid-input': 'Something in the request is wrong',
  unauthenticated: 'Sign in first',
  forbidden: 'Not allowed',
  'not-found': 'Not found',
  conflict: 'In conflict with what is on record',
  stale: 'Changed since',
  'too-many-requests': 'Too many requests',
  internal: 'Something went wrong in the server',
  unavailable: 'Not available at the moment',
}

/** Turns an error into problem details (RFC 9457). What is unknown is logged with its request id and told to nobody. */
export function toProblem(error: unknown, c: Context<AppEnv>): Response {
  const known = asAppError(error)
  const requestId = c.get('requestId')
  if (known.code === 'internal')
    console.error(
      JSON.stringify({
        at: new Date().toISOString(),
        requestId,
        request: `${c.req.method} ${c.req.path}`,
        error: error instanceof Error ? error.stack : String(error),
      }),
    )
  return problemResponse(c, known)
}

export function problemResponse(c: Context<AppEnv>, error: AppError): Response {
  const { detail, issues, current, based, blocking, duplicates, retryAfter } = error.extras
  const body: Problem = {
    type: 'about:blank',
    title: TITLES[error.code],
    status: error.status,
    code: error.code,
    detail,
    requestId: c.get('requestId'),
    issues,
    current,
    based,
    blocking,
    duplicates,
    retryAfter,
  }
  if (retryAfter !== undefined) c.header('retry-after', String(retryAfter))
  return c.json(body, error.status as ContentfulStatusCode, { 'content-type': 'application/problem+json' })
}

function asAppError(error: unknown): AppError {
  if (error instanceof AppError) return error
  if (error instanceof HTTPException) return new AppError(codeOf(error.status), { detail: error.message })
  return new AppError('internal')
}

/** Of the framework's own refusals: malformed JSON, a body too large, a method not there. */
function codeOf(status: number): ErrorCode {
  const exact = Object.entries(ERROR_STATUS).find(([, s]) => s === status)
  if (exact) return exact[0] as ErrorCode
  return status < 500 ? 'invalid-input' : 'internal'
}
