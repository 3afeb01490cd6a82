import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { rightsTable } from '#server/accounts/rights-table.ts'
import { openDatabase } from '#server/db/database.ts'
import { STANDARD_REFERENCE } from '#server/db/reference/standard-reference.ts'
import type { Problem } from '#shared/contract/errors.ts'
import { ACTIONS, type Action, allows, ROLES, rightOf } from '#shared/contract/rights.ts'
import { openTestApp, type TestApp } from './test-app.ts'

interface Operation {
  method: string
  path: string
  action: Action | undefined
}

interface Described {
  paths: Record<string, Record<string, { 'x-action'?: Action; parameters?: { name: string; in: string }[] }>>
}

/** Every operation of the description, with an id in its path that names nothing. */
async function operationsOf(app: TestApp): Promise<Operation[]> {
  const { body } = await app.get<Described>('/api/openapi.json')
  return Object.entries(body.paths).flatMap(([path, operations]) =>
    Object.entries(operations).map(([method, operation]) => ({
      method: method.toUpperCase(),
      path: path.replace('{revision}', '999999').replaceAll(/\{\w+\}/g, 'tidak-ada'),
      action: operation['x-action'],
    })),
  )
}

/** Asked without a body or parameters: whoever may gets past the guard to whatever the route then says. */
async function ask(app: TestApp, { method, path }: Operation): Promise<{ status: number; code: unknown }> {
  const init =
    method === 'GET'
      ? { method }
      : { method, headers: { 'content-type': 'application/json' }, body: '{"tidak":"dikenal"}' }
  const response = await app.request(path, init)
  const isProblem = response.headers.get('content-type') === 'application/problem+json'
  const code = isProblem ? ((await response.json()) as Problem).code : null
  if (!isProblem) await response.body?.cancel()
  return { status: response.status, code }
}

let app: TestApp
let operations: Operation[]
beforeAll(async () => {
  app = await openTestApp()
  operations = await operationsOf(app)
})
afterAll(() => app.close())

describe('the rights table', () => {
  it('stands in the documentation as it is enforced', () => {
    const written = readFileSync(join(import.meta.dirname, '..', '..', 'server/accounts/RIGHTS.md'), 'utf8')
    expect(written, 'npm run docs:rights').toBe(rightsTable())
  })

  it('gives an admin everything and the public nothing that changes the register', () => {
    for (const action of ACTIONS) {
      expect([action, allows('admin', action)]).toEqual([action, true])
      if (/\.(write|undo|manage|create|own)$/.test(action))
        expect([action, allows('public', action, true)]).toEqual([action, false])
    }
  })

  it('opens no write to everybody on a demonstration', () => {
    const opened = ACTIONS.filter((action) => rightOf(action).openOnDemonstration)
    expect(opened.length).toBeGreaterThan(5)
    expect(opened.filter((action) => !action.endsWith('.read'))).toEqual([])
  })

  it('is asked by every route, and every right is asked for by some route', () => {
    expect(operations.filter(({ action }) => action === undefined)).toEqual([])
    const asked = new Set(operations.map(({ action }) => action))
    expect(ACTIONS.filter((action) => !asked.has(action))).toEqual([])
    expect([...asked].filter((action) => !ACTIONS.includes(action!))).toEqual([])
  })
})

describe('the description of the API', () => {
  it('says of every route of limited rights that it may be refused', async () => {
    const { body } = await app.get<{
      paths: Record<string, Record<string, { 'x-action': Action; responses: Record<string, unknown> }>>
    }>('/api/openapi.json')
    for (const [path, described] of Object.entries(body.paths))
      for (const operation of Object.values(described))
        if (!allows('public', operation['x-action']))
          expect([path, Object.keys(operation.responses)]).toEqual([
            path,
            expect.arrayContaining(['401', '403']),
          ])
  })
})

describe('on a real register', () => {
  it.each(ROLES)('every route answers or refuses %s as the table says', async (role) => {
    for (const operation of operations) {
      // anew each time: one of them signs out
      const { status, code } = await ask(await app.as(role), operation)
      const may = allows(role, operation.action!)
      const refused = role === 'public' ? 'unauthenticated' : 'forbidden'
      const found = { ...operation, role, refused: code === refused && (status === 401 || status === 403) }
      expect(found).toEqual({ ...operation, role, refused: !may })
      expect(status).not.toBe(500)
    }
  })

  it('takes no cookie that it did not sign, and none of an account that is closed', async () => {
    const asPublic = await app.as('public')
    const staff = await app.as('staff')
    expect((await staff.get('/api/actors')).status).toBe(200)
    const forged = { cookie: 'jejaring.session_token=abc.def' }
    expect((await asPublic.get('/api/actors', forged)).status).toBe(401)
    await app.db
      .updateTable('account')
      .set({ disabled_at: '2026-01-01' })
      .where('id', '=', 'orang-staff')
      .execute()
    expect((await staff.get('/api/actors')).status).toBe(401)
  })
})

describe('on a demonstration', () => {
  it.each(['public', 'reviewer'] as const)(
    'everybody reads, and nobody without the right writes: %s',
    async (role) => {
      const city = { ...STANDARD_REFERENCE.city, demonstration: true }
      const db = await openDatabase(':memory:', { reference: { ...STANDARD_REFERENCE, city } })
      const demonstration = await openTestApp({ db, as: role })
      for (const operation of operations) {
        const { status } = await ask(await demonstration.as(role), operation)
        const may = allows(role, operation.action!, true)
        expect([operation.method, operation.path, status === 401 || status === 403]).toEqual([
          operation.method,
          operation.path,
          !may,
        ])
      }
      await demonstration.close()
      await db.destroy()
    },
  )
})

describe('a register without accounts', () => {
  const readers = async (options: { loopbackOnly: boolean }, accounts: boolean) => {
    const own = await openTestApp({ ...options, as: accounts ? 'admin' : 'public' })
    const status = (await (await own.as('public')).get('/api/actors')).status
    const write = (await (await own.as('public')).send('POST', '/api/actors', {})).status
    await own.close()
    return { status, write }
  }

  it('is read by whoever sits at its machine, until somebody has an account', async () => {
    expect(await readers({ loopbackOnly: true }, false)).toEqual({ status: 200, write: 401 })
    expect(await readers({ loopbackOnly: false }, false)).toEqual({ status: 401, write: 401 })
    expect(await readers({ loopbackOnly: true }, true)).toEqual({ status: 401, write: 401 })
  })
})
