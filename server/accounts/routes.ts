import { createRoute, z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { DemoSignIn, Session } from '#shared/contract/accounts.ts'
import { ACTIONS } from '#shared/contract/rights.ts'
import type { Db } from '../db/schema.ts'
import { AppError } from '../errors.ts'
import { roleOf } from '../http/asker.ts'
import { isFromThisMachine } from '../http/client-address.ts'
import { may, mayDo } from '../http/may.ts'
import { type AppEnv, createRouter, json, jsonBody, type Router, refusals } from '../http/router.ts'
import { demoAccount } from './demo-accounts.ts'
import { hasAccounts, type Sessions } from './sessions.ts'

export interface AccountServices {
  db: Db
  sessions: Sessions
  isDemonstration: () => boolean
  /** The demonstration signs in from other machines too. */
  demoSignInFromAnywhere: boolean
}

const session = createRoute({
  method: 'get',
  path: '/api/session',
  tags: ['accounts'],
  summary: 'Who is signed in, and what they may do',
  ...may('system.read'),
  request: { query: z.object({}).strict() },
  responses: { 200: json(Session, 'The account, or none'), 400: refusals[400] },
})

const demoSignIn = createRoute({
  method: 'post',
  path: '/api/demo-sign-in',
  tags: ['accounts'],
  summary: 'Signs in to the demonstration as any role, where nobody real has an account',
  ...may('session.start'),
  request: { body: jsonBody(DemoSignIn) },
  responses: { 200: json(Session, 'The account'), 400: refusals[400], 403: refusals[403] },
})

const signOut = createRoute({
  method: 'post',
  path: '/api/sign-out',
  tags: ['accounts'],
  summary: 'Ends this session',
  ...may('session.start'),
  responses: { 200: json(Session, 'Nobody') },
})

export function accountRoutes(services: AccountServices): Router {
  const { db, sessions, isDemonstration, demoSignInFromAnywhere } = services

  const offersDemo = async (c: Context<AppEnv>): Promise<boolean> =>
    isDemonstration() && (demoSignInFromAnywhere || isFromThisMachine(c)) && !(await hasAccounts(db))

  const answer = async (c: Context<AppEnv>): Promise<Session> => {
    c.header('cache-control', 'no-store')
    return {
      account: c.get('account'),
      role: roleOf(c),
      demonstration: isDemonstration(),
      demoSignIn: await offersDemo(c),
      actions: ACTIONS.filter((action) => mayDo(c, action)),
    }
  }

  return createRouter()
    .openapi(session, async (c) => c.json(await answer(c), 200))
    .openapi(demoSignIn, async (c) => {
      if (!(await offersDemo(c)))
        throw new AppError('forbidden', {
          detail:
            'One-click sign-in is for a demonstration without accounts of people, at the machine it runs on.',
        })
      const { role } = c.req.valid('json')
      const id = await demoAccount(db, role)
      await sessions.open(id, c)
      const row = await db
        .selectFrom('account')
        .select(['id', 'name', 'email'])
        .where('id', '=', id)
        .executeTakeFirstOrThrow()
      c.set('account', { ...row, role })
      return c.json(await answer(c), 200)
    })
    .openapi(signOut, async (c) => {
      await sessions.end(c)
      c.set('account', null)
      return c.json(await answer(c), 200)
    })
}
