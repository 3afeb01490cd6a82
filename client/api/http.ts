import type { ErrorCode, FieldIssue, Problem } from '#shared/contract/errors.ts'

/**
 * What a request can fail with: the server's own codes; `offline` when the device has no connection; `unreachable` when
 * it has one and the server did not answer.
 */
export type ApiErrorCode = ErrorCode | 'offline' | 'unreachable'

/** A refused or failed request, as the server told it. `problem` carries `current`, `blocking` and `duplicates`. */
export class ApiError extends Error {
  readonly code: ApiErrorCode
  readonly issues: readonly FieldIssue[]
  readonly problem: Problem | null

  constructor(code: ApiErrorCode, problem: Problem | null, cause?: unknown) {
    super(problem?.detail ?? problem?.title ?? code, { cause })
    this.name = 'ApiError'
    this.code = code
    this.issues = problem?.issues ?? []
    this.problem = problem
  }
}

/** Nothing came back: without a connection the device is to blame, else the way to the server or the server itself. */
export const notReached = (cause?: unknown): ApiError =>
  new ApiError(navigator.onLine ? 'unreachable' : 'offline', null, cause)

const AWAY: readonly ApiErrorCode[] = ['offline', 'unreachable', 'unavailable']

/** Nobody has looked at the request yet: it may be sent again by itself. */
export const isAway = (error: unknown): boolean => error instanceof ApiError && AWAY.includes(error.code)

const isProblem = (body: unknown): body is Problem =>
  typeof body === 'object' && body !== null && 'code' in body && 'status' in body

const toError = async (response: Response): Promise<ApiError> => {
  const body: unknown = await response.json().catch(() => null)
  if (isProblem(body)) return new ApiError(body.code, body)
  return new ApiError(response.status === 503 || response.status === 502 ? 'unavailable' : 'internal', null)
}

export type QueryValue = string | number | boolean | null | undefined

/** `/api/…` with the given parameters; null, undefined and '' are left out. */
export function apiUrl(path: string, query: Readonly<Record<string, QueryValue>> = {}): string {
  const search = new URLSearchParams()
  for (const [key, value] of Object.entries(query))
    if (value !== undefined && value !== null && value !== '') search.set(key, String(value))
  const text = search.toString()
  return text === '' ? `/api${path}` : `/api${path}?${text}`
}

interface Write {
  body?: unknown
  /** Revision of the record that the change was made on; a stale one is refused with both versions. */
  ifMatch?: number
  /** Made once per thing to write: sent again under it, it is written once. */
  key?: string
  /** The account it is to be written as; refused where another one is signed in. */
  as?: string | undefined
}

let credentials: RequestCredentials = 'same-origin'

/** From here on this page is answered what everybody may see. */
export const askAsPublic = () => {
  credentials = 'omit'
}

async function request(method: string, url: string, init: RequestInit): Promise<Response> {
  let response: Response
  try {
    response = await fetch(url, { method, credentials, ...init })
  } catch (cause) {
    if (init.signal?.aborted) throw cause
    throw notReached(cause)
  }
  // Whoever was signed in is offered to sign in again, see `SignInAgain`.
  if (response.status === 401) dispatchEvent(new Event('unauthenticated'))
  if (!response.ok) throw await toError(response)
  return response
}

/** Reads JSON. The browser revalidates by ETag, so an unchanged answer costs a 304. */
export async function getJson<T>(
  path: string,
  query?: Readonly<Record<string, QueryValue>>,
  signal?: AbortSignal,
): Promise<T> {
  const response = await request('GET', apiUrl(path, query), { signal, cache: 'no-cache' })
  return (await response.json()) as T
}

/** Sends a change and reads the answer. Throws `ApiError`. */
export async function sendJson<T>(
  method: 'POST' | 'PATCH' | 'PUT' | 'DELETE',
  path: string,
  write: Write = {},
): Promise<T> {
  const headers: Record<string, string> = { 'content-type': 'application/json' }
  if (write.ifMatch !== undefined) headers['if-match'] = `"${write.ifMatch}"`
  if (write.key !== undefined) headers['idempotency-key'] = write.key
  if (write.as !== undefined) headers['expect-account'] = write.as
  const response = await request(method, apiUrl(path), { headers, body: JSON.stringify(write.body ?? {}) })
  return (await response.json()) as T
}

/** Sends the bytes of a file. Throws `ApiError`. */
export async function sendFile<T>(path: string, body: Blob, as?: string): Promise<T> {
  const headers: Record<string, string> = { 'content-type': 'application/octet-stream' }
  if (as !== undefined) headers['expect-account'] = as
  const response = await request('POST', apiUrl(path), { headers, body })
  return (await response.json()) as T
}
