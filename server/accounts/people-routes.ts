import { createRoute, z } from '@hono/zod-openapi'
import {
  AccountLogPage,
  AccountLogQuery,
  AddedPerson,
  NewPerson,
  OneTimeLink,
  People,
  Person,
  PersonPatch,
} from '#shared/contract/accounts.ts'
import { id } from '#shared/contract/fields.ts'
import type { Db } from '../db/schema.ts'
import { writeAside } from '../db/write-gate.ts'
import { authorOf } from '../http/asker.ts'
import { may } from '../http/may.ts'
import { createRouter, json, jsonBody, type Router, refusals } from '../http/router.ts'
import { listAccountEvents, logAccountEvent } from './account-log.ts'
import { makeOneTimeLink } from './one-time-links.ts'
import { addPerson, changePerson, endSessions, getPerson, listPeople } from './people.ts'

const params = z.object({ id })

const list = createRoute({
  method: 'get',
  path: '/api/people',
  tags: ['accounts'],
  summary: 'Everybody who has an account',
  ...may('people.manage'),
  request: { query: z.object({}).strict() },
  responses: { 200: json(People, 'The people, by name'), 400: refusals[400] },
})

const add = createRoute({
  method: 'post',
  path: '/api/people',
  tags: ['accounts'],
  summary: 'Adds somebody, with a one-time link to set their password with',
  ...may('people.manage'),
  request: { body: jsonBody(NewPerson) },
  responses: { 201: json(AddedPerson, 'The person and the link'), 400: refusals[400], 409: refusals[409] },
})

const change = createRoute({
  method: 'patch',
  path: '/api/people/{id}',
  tags: ['accounts'],
  summary: 'Changes name or role, or closes and opens the account',
  ...may('people.manage'),
  request: { params, body: jsonBody(PersonPatch) },
  responses: {
    200: json(Person, 'The person as it is now'),
    400: refusals[400],
    404: refusals[404],
    409: refusals[409],
  },
})

const link = createRoute({
  method: 'post',
  path: '/api/people/{id}/link',
  tags: ['accounts'],
  summary: 'Makes a one-time link to set a new password with; one made before ends',
  ...may('people.manage'),
  request: { params },
  responses: { 201: json(OneTimeLink, 'The link, shown this once'), 404: refusals[404] },
})

const signOut = createRoute({
  method: 'post',
  path: '/api/people/{id}/sign-out',
  tags: ['accounts'],
  summary: 'Signs somebody out everywhere',
  ...may('people.manage'),
  request: { params },
  responses: { 200: json(Person, 'The person'), 404: refusals[404] },
})

const log = createRoute({
  method: 'get',
  path: '/api/account-log',
  tags: ['accounts'],
  summary: 'What was done to accounts, by whom and when',
  ...may('people.manage'),
  request: { query: AccountLogQuery },
  responses: { 200: json(AccountLogPage, 'One page, latest first'), 400: refusals[400] },
})

export const peopleRoutes = ({ db }: { db: Db }): Router =>
  createRouter()
    .openapi(list, async (c) => {
      c.header('cache-control', 'no-store')
      return c.json({ rows: await listPeople(db) }, 200)
    })
    .openapi(add, async (c) => {
      const by = authorOf(c)
      const added = await writeAside(db, async (trx) => {
        const { id } = await addPerson(trx, c.req.valid('json'), by)
        const made = await makeOneTimeLink(trx, id)
        return { person: await getPerson(trx, id), link: made }
      })
      c.header('cache-control', 'no-store')
      return c.json(added, 201)
    })
    .openapi(change, async (c) => {
      const by = authorOf(c)
      const changed = await writeAside(db, (trx) =>
        changePerson(trx, c.req.valid('param').id, c.req.valid('json'), by),
      )
      return c.json(changed, 200)
    })
    .openapi(link, async (c) => {
      const by = authorOf(c)
      const made = await writeAside(db, async (trx) => {
        const { id: accountId } = await getPerson(trx, c.req.valid('param').id)
        await logAccountEvent(trx, { by, accountId, action: 'link-made' })
        return makeOneTimeLink(trx, accountId)
      })
      c.header('cache-control', 'no-store')
      return c.json(made, 201)
    })
    .openapi(signOut, async (c) => {
      const by = authorOf(c)
      const person = await writeAside(db, async (trx) => {
        const { id: accountId } = await getPerson(trx, c.req.valid('param').id)
        await endSessions(trx, accountId)
        await logAccountEvent(trx, { by, accountId, action: 'signed-out-everywhere' })
        return getPerson(trx, accountId)
      })
      return c.json(person, 200)
    })
    .openapi(log, async (c) => {
      c.header('cache-control', 'no-store')
      return c.json(await listAccountEvents(db, c.req.valid('query')), 200)
    })
