import type { Context } from 'hono'
import { createMiddleware } from 'hono/factory'
import type { AccountRole } from '#shared/contract/rights.ts'
import type { Db } from '../db/schema.ts'
import type { Account } from '../http/asker.ts'
import type { AppEnv } from '../http/router.ts'
import { type Auth, createAuth } from './auth.ts'

const COOKIE = /(?:^|;\s*)jejaring\.session_token=/

/** Who is signed in, by the cookie of the request. */
export interface Sessions {
  auth: Auth
  /** The account of a request; renews its session when it is due. */
  read(c: Context<AppEnv>): Promise<Account | null>
  /** Signs an account in without a password. The value of `Set-Cookie`, also set on the answer where there is one. */
  open(accountId: string, c?: Context<AppEnv>): Promise<string>
  end(c: Context<AppEnv>): Promise<void>
}

/** `key`: what the cookies are signed with. */
export function createSessions(db: Db, key: Uint8Array): Sessions {
  const auth = createAuth(db, Buffer.from(key).toString('base64url'))
  return {
    auth,
    async read(c) {
      if (!COOKIE.test(c.req.header('cookie') ?? '')) return null
      const { response, headers } = await auth.api.getSession({
        headers: c.req.raw.headers,
        returnHeaders: true,
      })
      passCookies(c, headers)
      if (!response || response.user.disabledAt) return null
      const { id, name, email, role } = response.user
      return { id, name, email, role: role as AccountRole }
    },
    async open(accountId, c) {
      const { headers } = await auth.api.openSession({ body: { accountId }, returnHeaders: true })
      if (c) passCookies(c, headers)
      return headers.getSetCookie().join(', ')
    },
    async end(c) {
      const { headers } = await auth.api.signOut({ headers: c.req.raw.headers, returnHeaders: true })
      passCookies(c, headers)
    },
  }
}

/** What the sessions set is set on our answer, for secure connections alone where this is one. */
export function passCookies(c: Context<AppEnv>, headers: Headers): void {
  for (const cookie of headers.getSetCookie())
    c.header('set-cookie', isSecure(c) ? `${cookie}; Secure` : cookie, { append: true })
}

/** A proxy that ends TLS says so; who pretends it only keeps their own cookie from themselves. */
const isSecure = (c: Context<AppEnv>): boolean =>
  new URL(c.req.url).protocol === 'https:' || c.req.header('x-forwarded-proto') === 'https'

export interface Openness {
  /** The data are of a demonstration. */
  isDemonstration: () => boolean
  /** Answers the machine it runs on alone. */
  machineOnly: boolean
}

/** Sets who asks, and whether everybody may read, for the guards of the routes. */
export const whoAsks = (db: Db, sessions: Sessions, { isDemonstration, machineOnly }: Openness) =>
  createMiddleware<AppEnv>(async (c, next) => {
    const account = await sessions.read(c)
    c.set('account', account)
    c.set('open', isDemonstration() || (machineOnly && account === null && !(await hasAccounts(db))))
    await next()
  })

/** Accounts of people, those of the demonstration left out. */
export async function hasAccounts(db: Db): Promise<boolean> {
  const row = await db
    .selectFrom('account')
    .select('id')
    .where('demonstration', '=', 0)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}
