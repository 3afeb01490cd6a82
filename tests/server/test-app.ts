import { createApp } from '#server/app.ts'
import { openDatabase } from '#server/db/database.ts'
import type { Db } from '#server/db/schema.ts'
import type { Problem } from '#shared/contract/errors.ts'
import type { LoggedPartnership, NewPartnershipInput } from '#shared/contract/partnerships.ts'

/** Noon of this day in the city, unless a test says otherwise. */
export const TODAY = '2026-06-15'
export const clockAt = (day: string) => () => new Date(`${day}T05:00:00Z`)

export interface Answer<T> {
  status: number
  headers: Headers
  body: T
}

export interface TestApp {
  db: Db
  /** What is answered, by method and path. */
  routes: readonly { method: string; path: string }[]
  get<T>(path: string, headers?: Record<string, string>): Promise<Answer<T>>
  send<T>(
    method: 'POST' | 'PATCH' | 'PUT',
    path: string,
    body: unknown,
    headers?: Record<string, string>,
  ): Promise<Answer<T>>
  /** As the browser sends it, for what is not JSON. */
  request(path: string, init?: RequestInit): Promise<Response>
  close(): Promise<void>
}

export interface TestAppOptions {
  db?: Db
  today?: string
  loopbackOnly?: boolean
  pageRoot?: string
}

/** The real server over a database in memory, asked without a socket. */
export async function openTestApp({ today = TODAY, ...options }: TestAppOptions = {}): Promise<TestApp> {
  const db = options.db ?? (await openDatabase(':memory:'))
  const { app, close } = await createApp({ ...options, db, clock: clockAt(today) })
  const request = async (path: string, init?: RequestInit) => app.request(path, init)
  const answer = async <T>(response: Response): Promise<Answer<T>> => {
    const text = await response.text()
    return {
      status: response.status,
      headers: response.headers,
      body: (text === '' ? null : JSON.parse(text)) as T,
    }
  }
  return {
    db,
    routes: app.routes,
    request,
    get: async (path, headers = {}) => answer(await request(path, { headers })),
    send: async (method, path, body, headers = {}) =>
      answer(
        await request(path, {
          method,
          headers: { 'content-type': 'application/json', ...headers },
          body: JSON.stringify(body),
        }),
      ),
    async close() {
      await close()
      if (!options.db) await db.destroy()
    },
  }
}

/** A business that does not exist yet, as the partnership form sends it. */
export const newBusiness = (name: string, sectorId = 'kuliner', more: object = {}) => ({
  newActor: { name, role: 'business', sectorId, ...more },
})

export const coProduction = (
  parties: NewPartnershipInput['parties'],
  more: Partial<NewPartnershipInput> = {},
): NewPartnershipInput => ({ parties, kind: 'co_production', startedOn: '2026-05-01', ...more })

/** Two new businesses of two sectors that work together. */
export async function logFirst(app: TestApp): Promise<LoggedPartnership> {
  const parties = [newBusiness('Kopi Contoh Satu'), newBusiness('Batik Contoh Dua', 'batik')]
  const { status, body } = await app.send<LoggedPartnership>(
    'POST',
    '/api/partnerships',
    coProduction(parties),
  )
  if (status !== 201) throw new Error(`Not logged: ${JSON.stringify(body)}`)
  return body
}

/** `path code` of every issue, which is what a form needs to know. */
export const issuesOf = ({ body }: Answer<Problem>): string[] =>
  (body.issues ?? []).map((issue) => `${issue.path} ${issue.code}`)
