import { createRoute, z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import {
  DemoSignIn,
  LinkOwner,
  LinkQuestion,
  NewPassword,
  PasswordChange,
  Session,
  SignIn,
} from '#shared/contract/accounts.ts'
import { writeAside } from '../db/write-gate.ts'
import { AppError } from '../errors.ts'
import { accountOf } from '../http/asker.ts'
import { may } from '../http/may.ts'
import { type AppEnv, createRouter, json, jsonBody, type Router, refusals } from '../http/router.ts'
import { logAccountEvent } from './account-log.ts'
import { demoAccount } from './demo-accounts.ts'
import type { SignInLimits } from './limits.ts'
import { readOneTimeLink, useOneTimeLink } from './one-time-links.ts'
import { endSessions, setPassword } from './people.ts'
import { type DemoServices, offersDemoSignIn, sessionAnswer } from './session-answer.ts'
import { accountById, type Sessions } from './sessions.ts'

export interface AccountServices extends DemoServices {
  sessions: Sessions
  limits: SignInLimits
  addressOf: (c: Context) => string
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

const signIn = createRoute({
  method: 'post',
  path: '/api/sign-in',
  tags: ['accounts'],
  summary: 'Signs in with e-mail and password',
  ...may('session.start'),
  request: { body: jsonBody(SignIn) },
  responses: {
    200: json(Session, 'The account'),
    400: refusals[400],
    401: refusals[401],
    429: refusals[429],
  },
})

const demoSignIn = createRoute({
  method: 'post',
  path: '/api/demo-sign-in',
  tags: ['accounts'],
  summary: 'Signs in to the demonstration in a chosen role, where nobody real has an account',
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

const lookAtLink = createRoute({
  method: 'post',
  path: '/api/one-time-link',
  tags: ['accounts'],
  summary: 'Whom a one-time link lets set a password',
  ...may('session.start'),
  request: { body: jsonBody(LinkQuestion) },
  responses: {
    200: json(LinkOwner, 'The account'),
    400: refusals[400],
    404: refusals[404],
    429: refusals[429],
  },
})

const newPassword = createRoute({
  method: 'post',
  path: '/api/new-password',
  tags: ['accounts'],
  summary: 'Sets a password with a one-time link, ends every other session and signs in',
  ...may('session.start'),
  request: { body: jsonBody(NewPassword) },
  responses: {
    200: json(Session, 'The account'),
    400: refusals[400],
    404: refusals[404],
    429: refusals[429],
  },
})

const changePassword = createRoute({
  method: 'post',
  path: '/api/account/password',
  tags: ['accounts'],
  summary: 'Changes the own password and ends every other session',
  ...may('account.own'),
  request: { body: jsonBody(PasswordChange) },
  responses: { 200: json(Session, 'The account'), 400: refusals[400], 429: refusals[429] },
})

const signOutEverywhere = createRoute({
  method: 'post',
  path: '/api/account/sign-out-everywhere',
  tags: ['accounts'],
  summary: 'Ends every session of the own account',
  ...may('account.own'),
  responses: { 200: json(Session, 'Nobody') },
})

export function accountRoutes(services: AccountServices): Router {
  const { db, sessions, limits, addressOf } = services
  const answer = (c: Context<AppEnv>) => sessionAnswer(c, services)

  return createRouter()
    .openapi(session, async (c) => c.json(await answer(c), 200))
    .openapi(signIn, async (c) => {
      const credentials = c.req.valid('json')
      await limits.attempt(credentials.email, addressOf(c))
      c.set('account', await sessions.signIn(c, credentials))
      await limits.succeeded(credentials.email, addressOf(c))
      return c.json(await answer(c), 200)
    })
    .openapi(demoSignIn, async (c) => {
      if (!(await offersDemoSignIn(c, services)))
        throw new AppError('forbidden', {
          detail:
            'One-click sign-in is for a demonstration without accounts of people, at the machine it runs on.',
        })
      const id = await demoAccount(db, c.req.valid('json').role)
      await sessions.open(id, c)
      c.set('account', await accountById(db, id))
      return c.json(await answer(c), 200)
    })
    .openapi(signOut, async (c) => {
      await sessions.end(c)
      c.set('account', null)
      return c.json(await answer(c), 200)
    })
    .openapi(lookAtLink, async (c) => {
      await limits.fromAddress(addressOf(c))
      const { name, email } = await readOneTimeLink(db, c.req.valid('json').token)
      return c.json({ name, email }, 200)
    })
    .openapi(newPassword, async (c) => {
      await limits.fromAddress(addressOf(c))
      const { token, password } = c.req.valid('json')
      await readOneTimeLink(db, token)
      const hash = await sessions.hash(password)
      const accountId = await writeAside(db, async (trx) => {
        const id = await useOneTimeLink(trx, token)
        await setPassword(trx, id, hash)
        await logAccountEvent(trx, { by: id, accountId: id, action: 'password-set' })
        return id
      })
      await sessions.open(accountId, c)
      c.set('account', await accountById(db, accountId))
      return c.json(await answer(c), 200)
    })
    .openapi(changePassword, async (c) => {
      const { id, email } = accountOf(c)
      await limits.attempt(email, addressOf(c))
      await sessions.changePassword(c, c.req.valid('json'))
      await limits.succeeded(email, addressOf(c))
      await writeAside(db, (trx) =>
        logAccountEvent(trx, { by: id, accountId: id, action: 'password-changed' }),
      )
      return c.json(await answer(c), 200)
    })
    .openapi(signOutEverywhere, async (c) => {
      const { id } = accountOf(c)
      await sessions.end(c)
      await writeAside(db, async (trx) => {
        await endSessions(trx, id)
        await logAccountEvent(trx, { by: id, accountId: id, action: 'signed-out-everywhere' })
      })
      c.set('account', null)
      return c.json(await answer(c), 200)
    })
}
