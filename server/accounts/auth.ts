import { type BetterAuthOptions, type BetterAuthPlugin, betterAuth } from 'better-auth'
import { APIError, createAuthEndpoint } from 'better-auth/api'
import { setSessionCookie } from 'better-auth/cookies'
import { getAdapter } from 'better-auth/db/adapter'
import { z } from 'zod'
import { PASSWORD_LENGTH } from '#shared/contract/accounts.ts'
import { newId } from '../db/new-id.ts'
import type { Db } from '../db/schema.ts'
import { untilWritable } from '../db/write-gate.ts'
import { hashedTokens } from './hashed-tokens.ts'

const DAY_S = 24 * 60 * 60
/** Long enough for a phone in the field over a fortnight; every day of use begins it anew. */
const SESSION_S = 14 * DAY_S
const SESSION_RENEWED_AFTER_S = DAY_S

/** For every way in that is no password of one's own: the demonstration, a one-time link. Not reachable by HTTP. */
const openSession = () =>
  ({
    id: 'open-session',
    endpoints: {
      openSession: createAuthEndpoint(
        { method: 'POST', body: z.object({ accountId: z.string() }), metadata: { SERVER_ONLY: true } },
        async (context) => {
          const { internalAdapter } = context.context
          const user = await internalAdapter.findUserById(context.body.accountId)
          if (!user) throw new APIError('NOT_FOUND')
          const session = await internalAdapter.createSession(user.id)
          await setSessionCookie(context, { session, user })
          return { accountId: user.id }
        },
      ),
    },
  }) satisfies BetterAuthPlugin

/** Passwords, sessions and their cookies, kept in our tables. Its own routes are not served: ours call it. */
export async function createAuth(db: Db, secret: string) {
  const options = authOptions(db, secret)
  const adapter = await getAdapter({ ...options, database: { db, type: 'sqlite' } })
  return betterAuth({ ...options, database: () => hashedTokens(adapter, () => untilWritable(db)) })
}

const authOptions = (db: Db, secret: string) =>
  ({
    secret,
    // Only our routes call it, with the headers of the request; whose page may ask is decided in `http/same-origin.ts`.
    baseURL: 'http://localhost',
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: PASSWORD_LENGTH.min,
      maxPasswordLength: PASSWORD_LENGTH.max,
    },
    user: {
      modelName: 'account',
      fields: { emailVerified: 'email_verified', createdAt: 'created_at', updatedAt: 'updated_at' },
      additionalFields: {
        role: { type: 'string', required: true, input: false },
        demonstration: { type: 'boolean', required: false, input: false },
        disabledAt: { type: 'string', required: false, input: false, fieldName: 'disabled_at' },
      },
    },
    session: {
      modelName: 'session',
      expiresIn: SESSION_S,
      updateAge: SESSION_RENEWED_AFTER_S,
      // A role taken away or a session ended counts at the next request.
      cookieCache: { enabled: false },
      fields: {
        userId: 'account_id',
        expiresAt: 'expires_at',
        ipAddress: 'ip_address',
        userAgent: 'user_agent',
        createdAt: 'created_at',
        updatedAt: 'updated_at',
      },
    },
    account: {
      modelName: 'credential',
      fields: {
        accountId: 'provider_account_id',
        providerId: 'provider_id',
        userId: 'account_id',
        accessToken: 'access_token',
        refreshToken: 'refresh_token',
        idToken: 'id_token',
        accessTokenExpiresAt: 'access_token_expires_at',
        refreshTokenExpiresAt: 'refresh_token_expires_at',
        createdAt: 'created_at',
        updatedAt: 'updated_at',
      },
    },
    verification: {
      fields: { expiresAt: 'expires_at', createdAt: 'created_at', updatedAt: 'updated_at' },
    },
    databaseHooks: {
      session: {
        create: {
          async before(session) {
            if (await isDisabled(db, session.userId)) throw new APIError('UNAUTHORIZED')
            // Where somebody signed in from is nobody's business here.
            return { data: { ...session, ipAddress: '', userAgent: '' } }
          },
        },
      },
    },
    plugins: [openSession()],
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    logger: { disabled: true },
    advanced: {
      cookiePrefix: 'jejaring',
      useSecureCookies: false,
      ipAddress: { disableIpTracking: true },
      database: { generateId: () => newId() },
      defaultCookieAttributes: { httpOnly: true, sameSite: 'lax', path: '/' },
    },
  }) satisfies BetterAuthOptions

async function isDisabled(db: Db, accountId: string): Promise<boolean> {
  const row = await db
    .selectFrom('account')
    .select('disabled_at')
    .where('id', '=', accountId)
    .executeTakeFirst()
  return row === undefined || row.disabled_at !== null
}
