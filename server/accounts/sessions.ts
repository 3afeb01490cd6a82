import { APIError } from 'better-auth/api'
import type { Context } from 'hono'
import { createMiddleware } from 'hono/factory'
import type { AccountRole } from '#shared/contract/rights.ts'
import type { Db } from '../db/schema.ts'
import { untilWritable } from '../db/write-gate.ts'
import { AppError, invalidInput, issue } from '../errors.ts'
import type { Account } from '../http/asker.ts'
import { isFromThisMachine, isSecure } from '../http/client-address.ts'
import type { AppEnv } from '../http/router.ts'
import { createAuth } from './auth.ts'

const COOKIE = /(?:^|;\s*)jejaring\.session_token=/

/** Who is signed in, by the cookie of the request. What is set on an answer is set on that of `c`. */
export interface Sessions {
  /** The account of a request; renews its session when it is due. */
  read(c: Context<AppEnv>): Promise<Account | null>
  /** Throws `unauthenticated`, whatever was wrong, after the same work. */
  signIn(c: Context<AppEnv>, credentials: { email: string; password: string }): Promise<Account>
  /** Signs an account in without a password. The value of `Set-Cookie`. */
  open(accountId: string, c?: Context<AppEnv>): Promise<string>
  /** Ends the session of the request. */
  end(c: Context<AppEnv>): Promise<void>
  /** Changes the password of who asks, and ends their other sessions. Throws `invalid-input` where the present one is wrong. */
  changePassword(c: Context<AppEnv>, change: { current: string; next: string }): Promise<void>
  hash(password: string): Promise<string>
}

/** `key`: what the cookies are signed with. */
export async function createSessions(db: Db, key: Uint8Array): Promise<Sessions> {
  const auth = await createAuth(db, Buffer.from(key).toString('base64url'))
  return {
    async read(c) {
      if (!COOKIE.test(c.req.header('cookie') ?? '')) return null
      const { response, headers } = await auth.api.getSession({
        headers: c.req.raw.headers,
        returnHeaders: true,
      })
      passCookies(c, headers)
      if (!response || response.user.disabledAt) return null
      const { id, name, email, role, demonstration } = response.user
      return { id, name, email, role: role as AccountRole, demonstration: demonstration === true }
    },
    async signIn(c, { email, password }) {
      const { response, headers } = await auth.api
        .signInEmail({ body: { email, password }, headers: new Headers(), returnHeaders: true })
        .catch(unlessRefused(() => new AppError('unauthenticated', { detail: NOT_SIGNED_IN })))
      await dropExpired(db)
      passCookies(c, headers)
      return accountById(db, response.user.id)
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
    async changePassword(c, { current, next }) {
      const { headers } = await auth.api
        .changePassword({
          body: { currentPassword: current, newPassword: next, revokeOtherSessions: true },
          headers: c.req.raw.headers,
          returnHeaders: true,
        })
        .catch(
          unlessRefused(() => invalidInput(issue('current', 'wrong-password', 'This is not the password.'))),
        )
      passCookies(c, headers)
    },
    hash: async (password) => (await auth.$context).password.hash(password),
  }
}

/** One sentence for every reason, so that nobody learns who has an account. */
const NOT_SIGNED_IN = 'E-mail and password do not belong together, or the account is closed.'

/** A refusal of the library becomes ours; a fault stays one. */
const unlessRefused =
  (refusal: () => AppError) =>
  (error: unknown): never => {
    throw error instanceof APIError && error.statusCode < 500 ? refusal() : error
  }

export async function accountById(db: Db, id: string): Promise<Account> {
  const { role, demonstration, ...row } = await db
    .selectFrom('account')
    .select(['id', 'name', 'email', 'role', 'demonstration'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  return { ...row, role: role as AccountRole, demonstration: demonstration === 1 }
}

async function dropExpired(db: Db): Promise<void> {
  await untilWritable(db)
  await db.deleteFrom('session').where('expires_at', '<', new Date().toISOString()).execute()
}

function passCookies(c: Context<AppEnv>, headers: Headers): void {
  for (const cookie of headers.getSetCookie())
    c.header('set-cookie', isSecure(c) ? `${cookie}; Secure` : cookie, { append: true })
}

/**
 * What was kept on a device is sent in the name of who saved it, or not at all: the page may not have noticed yet that somebody else
 * has signed in beside it.
 */
function refuseAnother(expected: string | undefined, account: Account | null): void {
  if (expected !== undefined && expected !== account?.id)
    throw new AppError('unauthenticated', { detail: 'Somebody else is signed in on this device now.' })
}

export interface Openness {
  /** The data are of a demonstration. */
  isDemonstration: () => boolean
  /** Answers the machine it runs on alone. */
  machineOnly: boolean
}

/** Sets who asks, and whether everybody may read, for the guards of the routes. */
export const whoAsks = (db: Db, sessions: Sessions, { isDemonstration, machineOnly }: Openness) => {
  // Once people have accounts, whoever signed in to the demonstration goes on at the machine itself alone.
  const mayBeNobody = async (c: Context<AppEnv>) =>
    isDemonstration() && (isFromThisMachine(c) || !(await hasAccounts(db)))
  return createMiddleware<AppEnv>(async (c, next) => {
    const read = await sessions.read(c)
    const account = read?.demonstration && !(await mayBeNobody(c)) ? null : read
    c.set('account', account)
    refuseAnother(c.req.header('expect-account'), account)
    const unkept = machineOnly && account === null && isFromThisMachine(c) && !(await hasAccounts(db))
    c.set('open', isDemonstration() || unkept)
    await next()
  })
}

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
