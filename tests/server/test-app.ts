import { type App, createApp } from '#server/app.ts'
import type { Backups } from '#server/backups/backups.ts'
import { openDatabase } from '#server/db/database.ts'
import type { Db } from '#server/db/schema.ts'
import type { Problem } from '#shared/contract/errors.ts'
import type { LoggedPartnership, NewPartnershipInput } from '#shared/contract/partnerships.ts'
import type { AccountRole, Role } from '#shared/contract/rights.ts'

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
  /** The same server, asked by somebody of this role. */
  as(role: Role): Promise<TestApp>
  close(): Promise<void>
}

export interface TestAppOptions {
  db?: Db
  today?: string
  loopbackOnly?: boolean
  pageRoot?: string
  pseudonymKeyFile?: string
  databaseFile?: string
  importFolder?: string
  sessionKeyFile?: string
  evidenceFolder?: string
  backups?: Backups
  /** Who asks; an admin unless a test says otherwise. */
  as?: Role
  /** The address at the other end of the connection. */
  from?: string
  demoSignInFromAnywhere?: boolean
  trustedProxies?: number
}

/** The real server over a database in memory, asked without a socket. */
export async function openTestApp({
  today = TODAY,
  as = 'admin',
  from = '127.0.0.1',
  ...options
}: TestAppOptions = {}): Promise<TestApp> {
  const db = options.db ?? (await openDatabase(':memory:'))
  const app = await createApp({ ...options, db, clock: clockAt(today) })
  return asRole({ app, db, from }, as, async () => {
    await app.close()
    if (!options.db) await db.destroy()
  })
}

interface Opened {
  app: App
  db: Db
  from: string
}

async function asRole(opened: Opened, role: Role, close: () => Promise<void>): Promise<TestApp> {
  const { app, db, from } = opened
  const connection = { incoming: { socket: { remoteAddress: from } } }
  const cookie = role === 'public' ? null : await cookieOf(opened, role)
  const request = async (path: string, init: RequestInit = {}) => {
    const headers = new Headers(init.headers)
    if (cookie !== null && !headers.has('cookie')) headers.set('cookie', cookie)
    return app.app.request(path, { ...init, headers }, connection)
  }
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
    routes: app.app.routes,
    request,
    as: (other) => asRole(opened, other, close),
    get: async (path, headers = {}) => answer(await request(path, { headers })),
    send: async (method, path, body, headers = {}) =>
      answer(
        await request(path, {
          method,
          headers: { 'content-type': 'application/json', ...headers },
          body: JSON.stringify(body),
        }),
      ),
    close,
  }
}

/** The cookie of a session of somebody with this role, who is made where there is none. */
export async function cookieOf(
  { app, db }: { app: Pick<App, 'sessions'>; db: Db },
  role: AccountRole,
): Promise<string> {
  const at = new Date().toISOString()
  const person = { id: `orang-${role}`, email: `${role}@uji.example`, name: `Orang ${role}`, role }
  await db
    .insertInto('account')
    .values({ ...person, created_at: at, updated_at: at })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute()
  return (await app.sessions.open(person.id)).split(';')[0]!
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
