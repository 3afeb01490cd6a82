import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { ACCOUNT_ATTEMPTS, ADDRESS_ATTEMPTS, FREE_ATTEMPTS, waitAfter } from '#server/accounts/limits.ts'
import { openDatabase } from '#server/db/database.ts'
import { STANDARD_REFERENCE } from '#server/db/reference/standard-reference.ts'
import type { Db } from '#server/db/schema.ts'
import type { AccountLogPage, AddedPerson, OneTimeLink, People, Session } from '#shared/contract/accounts.ts'
import type { ChangesetPage } from '#shared/contract/changesets.ts'
import type { Problem } from '#shared/contract/errors.ts'
import {
  type Answer,
  issuesOf,
  logFirst,
  newBusiness,
  openTestApp,
  type TestApp,
  type TestAppOptions,
} from './test-app.ts'

const PASSWORD = 'anggur-merah-2026'
const SITI = { name: 'Siti Uji', email: 'siti@uji.example' }

const folder = mkdtempSync(join(tmpdir(), 'jejaring-accounts-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

let app: TestApp
beforeEach(async () => {
  app = await openTestApp()
})
afterEach(async () => {
  vi.useRealTimers()
  await app.close()
})

const tokenOf = ({ path }: OneTimeLink) => path.split('#')[1]!
const cookieIn = (answer: Answer<unknown>) => answer.headers.getSetCookie().at(-1)!.split(';')[0]!

async function add(role = 'staff', person = SITI): Promise<AddedPerson> {
  const { status, body } = await app.send<AddedPerson>('POST', '/api/people', { ...person, role })
  if (status !== 201) throw new Error(JSON.stringify(body))
  return body
}

/** Somebody with a password, who has not signed in. */
async function addWithPassword(role = 'staff', person = SITI): Promise<string> {
  const { person: added, link } = await add(role, person)
  const anybody = await app.as('public')
  await anybody.send('POST', '/api/new-password', { token: tokenOf(link), password: PASSWORD })
  return added.id
}

const signIn = async (email: string, password: string, asker?: TestApp) =>
  (asker ?? (await app.as('public'))).send<Session & Problem>('POST', '/api/sign-in', { email, password })

async function signInAs(role: string) {
  await addWithPassword(role)
  return signIn(SITI.email, PASSWORD)
}

describe('signing in', () => {
  it('gives a session whose cookie no script and no other site gets, for secure connections alone where there is one', async () => {
    await addWithPassword()
    const answer = await signIn('  SITI@uji.example ', PASSWORD)
    expect(answer.body).toMatchObject({ account: { name: 'Siti Uji' }, role: 'staff' })
    const [cookie] = answer.headers.getSetCookie()
    expect(cookie).toMatch(
      /^jejaring\.session_token=[^;]+; Max-Age=1209600; Path=\/; HttpOnly; SameSite=Lax$/,
    )
    const anybody = await app.as('public')
    const secure = await anybody.send(
      'POST',
      'https://jejaring.example/api/sign-in',
      { email: SITI.email, password: PASSWORD },
      { origin: 'https://jejaring.example' },
    )
    expect(secure.headers.getSetCookie()[0]).toMatch(/; Secure$/)
    expect(secure.headers.get('strict-transport-security')).toMatch(/^max-age=\d{7,}/)
  })

  it('says the same of a wrong password, of nobody, and of a closed account, after the same work', async () => {
    const id = await addWithPassword()
    const took = async (email: string, password = 'tebakan-salah') => {
      const began = performance.now()
      const { status, body } = await signIn(email, password)
      return { status, detail: body.detail, code: body.code, ms: performance.now() - began }
    }
    const wrong = await took(SITI.email)
    const nobody = await took('tidak-ada@uji.example')
    await app.send('PATCH', `/api/people/${id}`, { disabled: true })
    const closed = await took(SITI.email, PASSWORD)
    expect(wrong).toMatchObject({ status: 401, code: 'unauthenticated' })
    for (const other of [nobody, closed]) expect({ ...other, ms: 0 }).toEqual({ ...wrong, ms: 0 })
    // hashing takes tens of milliseconds; without it an answer is there in one or two
    expect(nobody.ms).toBeGreaterThan(wrong.ms / 4)
  })

  it('lasts a fortnight, and every day of use begins it anew', async () => {
    await addWithPassword()
    const cookie = cookieIn(await signIn(SITI.email, PASSWORD))
    const anybody = await app.as('public')
    const onDay = async (days: number) => {
      vi.setSystemTime(start + days * 24 * 3_600_000)
      const answer = await anybody.get<Session>('/api/session', { cookie })
      return [answer.body.role, answer.headers.getSetCookie().length]
    }
    const start = Date.now()
    vi.useFakeTimers({ toFake: ['Date'] })
    expect(await onDay(0.5)).toEqual(['staff', 0])
    expect(await onDay(13)).toEqual(['staff', 1])
    expect(await onDay(26)).toEqual(['staff', 1])
    expect((await onDay(41))[0]).toBe('public')
  })

  it('ends with signing out, here or everywhere', async () => {
    await addWithPassword()
    const anybody = await app.as('public')
    const [here, there] = [
      cookieIn(await signIn(SITI.email, PASSWORD)),
      cookieIn(await signIn(SITI.email, PASSWORD)),
    ]
    const roleAt = async (cookie: string) =>
      (await anybody.get<Session>('/api/session', { cookie })).body.role
    await anybody.send('POST', '/api/sign-out', {}, { cookie: here })
    expect([await roleAt(here), await roleAt(there)]).toEqual(['public', 'staff'])
    const again = cookieIn(await signIn(SITI.email, PASSWORD))
    await anybody.send('POST', '/api/account/sign-out-everywhere', {}, { cookie: again })
    expect([await roleAt(again), await roleAt(there)]).toEqual(['public', 'public'])
  })

  it('leaves a hash of its token in the database, with which nobody signs in', async () => {
    const id = await addWithPassword()
    const cookie = cookieIn(await signIn(SITI.email, PASSWORD))
    const token = decodeURIComponent(cookie.split('=')[1]!).split('.')[0]!
    const anybody = await app.as('public')
    const roleOf = async (value: string) =>
      (await anybody.get<Session>('/api/session', { cookie: value })).body.role
    expect(await roleOf(cookie)).toBe('staff')
    const kept = await app.db.selectFrom('session').selectAll().where('account_id', '=', id).execute()
    expect(kept).not.toHaveLength(0)
    expect(JSON.stringify(kept)).not.toContain(token)
    for (const row of kept) expect(await roleOf(cookie.replace(token, row.token))).toBe('public')
  })

  it('is refused what is meant to come from somebody else, whatever its role may do', async () => {
    const cookie = cookieIn(await signInAs('staff'))
    const anybody = await app.as('public')
    const log = (expected: string) =>
      anybody.send<Problem>('POST', '/api/actors', newBusiness(`Usaha ${expected}`).newActor, {
        cookie,
        'expect-account': expected,
      })
    const { account } = (await anybody.get<Session>('/api/session', { cookie })).body
    const wrong = await log('orang-admin')
    expect([wrong.status, wrong.body.code]).toEqual([401, 'unauthenticated'])
    const id = (
      await app.db
        .selectFrom('account')
        .select('id')
        .where('email', '=', account!.email)
        .executeTakeFirstOrThrow()
    ).id
    expect((await log(id)).status).toBe(201)
  })

  it('stands with its name in the history of what was changed', async () => {
    await addWithPassword()
    const cookie = cookieIn(await signIn(SITI.email, PASSWORD))
    const siti = await app.as('public')
    await logFirst({ ...siti, send: (method, path, body) => siti.send(method, path, body, { cookie }) })
    const { body } = await app.get<ChangesetPage>('/api/changesets')
    expect(body.rows[0]).toMatchObject({ authorName: 'Siti Uji', action: 'log-partnership' })
  })
})

describe('guessing', () => {
  it('waits longer and longer at one account from one address, and leaves the others in', async () => {
    expect([1, 4, 5, 6, 7, 11, 99].map(waitAfter)).toEqual([0, 0, 15, 30, 60, 900, 900])
    await addWithPassword()
    await addWithPassword('reviewer', { name: 'Rani Uji', email: 'rani@uji.example' })
    vi.useFakeTimers({ toFake: ['Date'] })
    const statuses = async (times: number, password = 'tebakan-salah') => {
      const all: number[] = []
      for (let i = 0; i < times; i++) all.push((await signIn(SITI.email, password)).status)
      return all
    }
    expect(await statuses(FREE_ATTEMPTS)).toEqual([401, 401, 401, 401, 401])
    const refused = await signIn(SITI.email, PASSWORD)
    expect(refused).toMatchObject({ status: 429, body: { code: 'too-many-requests', retryAfter: 15 } })
    expect(refused.headers.get('retry-after')).toBe('15')
    // the office behind the same address goes on working
    expect((await signIn('rani@uji.example', PASSWORD)).status).toBe(200)
    vi.setSystemTime(Date.now() + 16_000)
    expect(await statuses(2)).toEqual([401, 429])
    vi.setSystemTime(Date.now() + 31_000)
    expect(await statuses(1, PASSWORD)).toEqual([200])
    expect(await statuses(FREE_ATTEMPTS)).toEqual([401, 401, 401, 401, 401])
  })

  it('is not forgotten by a restart, and leaves no address or e-mail in the database', async () => {
    await addWithPassword()
    const sessionKeyFile = join(folder, 'session-key')
    const one = await openTestApp({ db: app.db, trustedProxies: 1, sessionKeyFile })
    const from = { 'x-forwarded-for': '198.51.100.23' }
    const guess = async (asked: TestApp) =>
      (
        await (
          await asked.as('public')
        ).send('POST', '/api/sign-in', { email: SITI.email, password: 'tebakan-salah' }, from)
      ).status
    for (let i = 0; i < FREE_ATTEMPTS; i++) expect(await guess(one)).toBe(401)
    await one.close()
    const kept = JSON.stringify(await app.db.selectFrom('sign_in_limit').selectAll().execute())
    expect(kept).not.toMatch(/198\.51|siti/i)
    const other = await openTestApp({ db: app.db, trustedProxies: 1, sessionKeyFile })
    expect(await guess(other)).toBe(429)
    await other.close()
  })

  it('leaves no counts that are over, also where nobody ever gets in', async () => {
    const rows = async () => (await app.db.selectFrom('sign_in_limit').select('key').execute()).length
    for (const name of ['budi', 'dewi', 'rudi']) await signIn(`${name}@kota.example`, 'tebakan-salah')
    const many = await rows()
    vi.setSystemTime(Date.now() + 25 * 60 * 60_000)
    await signIn('seno@kota.example', 'tebakan-salah')
    expect(await rows()).toBe(3)
    expect(many).toBe(7)
  })

  it('gets no further by asking at once', async () => {
    await addWithPassword()
    const answers = await Promise.all(Array.from({ length: 30 }, () => signIn(SITI.email, 'tebakan-salah')))
    expect(answers.filter(({ status }) => status === 401)).toHaveLength(FREE_ATTEMPTS)
  })

  it('from many addresses ends too, and does not shut out where the person has signed in before', async () => {
    const proxied = await openTestApp({ db: app.db, trustedProxies: 1 })
    await addWithPassword()
    const anybody = await proxied.as('public')
    const from = (address: string, password: string) =>
      anybody.send<Problem>(
        'POST',
        '/api/sign-in',
        { email: SITI.email, password },
        // whatever a client writes itself stands before what the proxy adds
        { 'x-forwarded-for': `203.0.113.7, ${address}` },
      )
    expect((await from('198.51.100.1', PASSWORD)).status).toBe(200)
    const guesses: number[] = []
    for (let i = 0; i < ACCOUNT_ATTEMPTS; i++) guesses.push((await from(`192.0.2.${i}`, 'salah')).status)
    expect(new Set(guesses.slice(0, -1))).toEqual(new Set([401]))
    expect((await from('192.0.2.250', PASSWORD)).status).toBe(429)
    expect((await from('198.51.100.1', PASSWORD)).status).toBe(200)
    await proxied.close()
  })

  it('of a whole address ends after more than an office ever needs', async () => {
    const anybody = await app.as('public')
    const ask = () => anybody.send<Problem>('POST', '/api/one-time-link', { token: 'x'.repeat(43) })
    for (let i = 0; i < ADDRESS_ATTEMPTS; i++) expect((await ask()).status).toBe(404)
    const refused = await ask()
    expect(refused.status).toBe(429)
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(60)
  })
})

describe('a one-time link', () => {
  const open = async (token: string, password = PASSWORD) =>
    (await app.as('public')).send<Session & Problem>('POST', '/api/new-password', { token, password })

  it('sets a password and signs in, once; the database holds a hash of it only', async () => {
    const { link } = await add()
    const token = tokenOf(link)
    const anybody = await app.as('public')
    expect((await anybody.send('POST', '/api/one-time-link', { token })).body).toEqual(SITI)
    const stored = await app.db.selectFrom('one_time_link').selectAll().execute()
    expect(JSON.stringify(stored)).not.toContain(token)
    const answer = await open(token)
    expect(answer.body).toMatchObject({ account: { email: SITI.email }, role: 'staff' })
    const credentials = await app.db.selectFrom('credential').selectAll().execute()
    expect(JSON.stringify(credentials)).not.toContain(PASSWORD)
    expect((await open(token)).body.code).toBe('not-found')
    expect((await anybody.send<Problem>('POST', '/api/one-time-link', { token })).status).toBe(404)
    expect((await signIn(SITI.email, PASSWORD)).status).toBe(200)
  })

  it('is used by one of two who come at once', async () => {
    const token = tokenOf((await add()).link)
    const both = await Promise.all([open(token), open(token, 'yang-satu-lagi')])
    expect(both.map(({ status }) => status).sort()).toEqual([200, 404])
  })

  it('ends after a day, with a newer one, and with the account', async () => {
    const { person, link } = await add()
    const remade = async () =>
      tokenOf((await app.send<OneTimeLink>('POST', `/api/people/${person.id}/link`, {})).body)
    const newer = await remade()
    expect((await open(tokenOf(link))).status).toBe(404)
    vi.useFakeTimers({ toFake: ['Date'] })
    vi.setSystemTime(Date.now() + 24 * 3_600_000 + 1_000)
    expect((await open(newer)).status).toBe(404)
    vi.useRealTimers()
    const newest = await remade()
    await app.send('PATCH', `/api/people/${person.id}`, { disabled: true })
    expect((await open(newest)).status).toBe(404)
  })

  it('takes no short password, and is not used up by it', async () => {
    const token = tokenOf((await add()).link)
    expect(issuesOf(await open(token, 'pendek'))).toEqual(['password too-small'])
    expect((await open(token)).status).toBe(200)
  })

  it('ends the sessions there were', async () => {
    const id = await addWithPassword()
    const cookie = cookieIn(await signIn(SITI.email, PASSWORD))
    const { body } = await app.send<OneTimeLink>('POST', `/api/people/${id}/link`, {})
    await open(tokenOf(body), 'kata-sandi-baru')
    const anybody = await app.as('public')
    expect((await anybody.get<Session>('/api/session', { cookie })).body.role).toBe('public')
    expect((await signIn(SITI.email, PASSWORD)).status).toBe(401)
  })
})

describe('one’s own password', () => {
  it('is changed by who knows it, and ends the other sessions', async () => {
    await addWithPassword()
    const anybody = await app.as('public')
    const other = cookieIn(await signIn(SITI.email, PASSWORD))
    const cookie = cookieIn(await signIn(SITI.email, PASSWORD))
    const change = (current: string, next = 'kata-sandi-lain') =>
      anybody.send<Problem>('POST', '/api/account/password', { current, next }, { cookie })
    expect(issuesOf(await change('bukan-ini'))).toEqual(['current wrong-password'])
    const changed = await change(PASSWORD)
    expect(changed.status).toBe(200)
    const roles = async (header: string) =>
      (await anybody.get<Session>('/api/session', { cookie: header })).body.role
    expect([await roles(other), await roles(cookieIn(changed))]).toEqual(['public', 'staff'])
    expect((await signIn(SITI.email, 'kata-sandi-lain')).status).toBe(200)
  })
})

describe('people', () => {
  it('are added once per address, and what was done to them is on record', async () => {
    const { person } = await add()
    expect(person).toMatchObject({ ...SITI, role: 'staff', hasPassword: false, sessions: 0, disabled: false })
    const twice = await app.send<Problem>('POST', '/api/people', {
      ...SITI,
      email: 'Siti@UJI.example',
      role: 'admin',
    })
    expect([twice.status, ...issuesOf(twice)]).toEqual([409, 'email email-taken'])
    await app.send('PATCH', `/api/people/${person.id}`, { name: 'Siti Baru' })
    await app.send('PATCH', `/api/people/${person.id}`, { role: 'researcher' })
    await app.send('POST', `/api/people/${person.id}/sign-out`, {})
    const { body } = await app.get<AccountLogPage>('/api/account-log')
    expect(
      body.rows.map(({ action, by, about, before, after }) => [action, by, about, before, after]),
    ).toEqual([
      ['signed-out-everywhere', 'Orang admin', 'Siti Baru', null, null],
      ['role-changed', 'Orang admin', 'Siti Baru', 'staff', 'researcher'],
      ['renamed', 'Orang admin', 'Siti Baru', 'Siti Uji', 'Siti Baru'],
      ['added', 'Orang admin', 'Siti Baru', null, 'staff'],
    ])
  })

  it('have another role, or none any more, at their next request', async () => {
    const id = await addWithPassword()
    const cookie = cookieIn(await signIn(SITI.email, PASSWORD))
    const anybody = await app.as('public')
    const settings = async () =>
      (await anybody.send('PUT', '/api/settings/target', { target: null }, { cookie })).status
    expect(await settings()).toBe(200)
    await app.send('PATCH', `/api/people/${id}`, { role: 'reviewer' })
    expect(await settings()).toBe(403)
    await app.send('PATCH', `/api/people/${id}`, { disabled: true })
    expect(await settings()).toBe(401)
    await app.send('PATCH', `/api/people/${id}`, { disabled: false })
    expect(await settings()).toBe(401)
    expect((await signIn(SITI.email, PASSWORD)).status).toBe(200)
  })

  it('keep an admin: nobody takes it from themselves, nor from the last', async () => {
    const self = (patch: object) => app.send<Problem>('PATCH', '/api/people/orang-admin', patch)
    for (const patch of [{ role: 'staff' }, { disabled: true }])
      expect(issuesOf(await self(patch))).toEqual(['role own-account'])
    expect((await self({ name: 'Admin Uji' })).status).toBe(200)
    await addWithPassword('admin')
    const cookie = cookieIn(await signIn(SITI.email, PASSWORD))
    const siti = await app.as('public')
    expect((await siti.send('PATCH', '/api/people/orang-admin', { role: 'staff' }, { cookie })).status).toBe(
      200,
    )
    // Only an admin of the demonstration can stand beside the last one.
    const city = { ...STANDARD_REFERENCE.city, demonstration: true }
    const db = await openDatabase(':memory:', { reference: { ...STANDARD_REFERENCE, city } })
    const own = await openTestApp({ db, as: 'public' })
    const nobody = cookieIn(await own.send('POST', '/api/demo-sign-in', { role: 'admin' }))
    const added = await own.send<AddedPerson>(
      'POST',
      '/api/people',
      { ...SITI, role: 'admin' },
      { cookie: nobody },
    )
    const path = `/api/people/${added.body.person.id}`
    const last = await own.send<Problem>('PATCH', path, { disabled: true }, { cookie: nobody })
    expect(issuesOf(last)).toEqual(['role last-admin'])
    await own.close()
    await db.destroy()
  })

  it('are not seen by whoever may not manage them', async () => {
    await add()
    for (const role of ['public', 'reviewer', 'researcher', 'staff'] as const)
      expect((await (await app.as(role)).request('/api/people')).status).toBe(role === 'public' ? 401 : 403)
    expect((await app.get<People>('/api/people')).body.rows.map(({ name }) => name)).toContain('Siti Uji')
  })
})

describe('the sign-in to the demonstration', () => {
  const DEMONSTRATION = {
    ...STANDARD_REFERENCE,
    city: { ...STANDARD_REFERENCE.city, demonstration: true },
  }
  const opened: { close(): Promise<void>; db: Db }[] = []
  const demonstration = async (options: TestAppOptions = {}, reference = DEMONSTRATION) => {
    const db = await openDatabase(':memory:', { reference })
    const own = await openTestApp({ as: 'public', ...options, db })
    opened.push(own)
    return own
  }
  afterEach(async () => {
    for (const own of opened.splice(0)) {
      await own.close()
      await own.db.destroy()
    }
  })
  const demoSignIn = (asker: TestApp, headers: Record<string, string> = {}) =>
    asker.send<Session & Problem>('POST', '/api/demo-sign-in', { role: 'staff' }, headers)
  const offered = async (asker: TestApp) => (await asker.get<Session>('/api/session')).body.demoSignIn

  it('is one click, at the machine it runs on', async () => {
    const own = await demonstration()
    expect(await offered(own)).toBe(true)
    const answer = await demoSignIn(own)
    expect(answer.body).toMatchObject({ role: 'staff', account: { demonstration: true } })
    const { body } = await own.get<Session>('/api/session', { cookie: cookieIn(answer) })
    expect(body).toMatchObject({ role: 'staff', demoSignIn: true })
  })

  it('shows the public what was changed, and real people who changed it to those alone who keep the register', async () => {
    const own = await demonstration()
    await logFirst(await own.as('staff'))
    const authors = async (asker: TestApp) =>
      (await asker.get<ChangesetPage>('/api/changesets')).body.rows.map(({ authorName }) => authorName)
    expect(await authors(await own.as('staff'))).toContain('Orang staff')
    for (const path of ['/api/changesets', '/api/changesets/1']) {
      const read = await own.request(path)
      expect(read.status).toBe(200)
      expect(await read.text()).not.toContain('Orang staff')
    }
  })

  it('is refused on any other database', async () => {
    const own = await demonstration({}, STANDARD_REFERENCE as typeof DEMONSTRATION)
    expect([await offered(own), (await demoSignIn(own)).status]).toEqual([false, 403])
  })

  it('is refused as soon as somebody real has an account', async () => {
    const own = await demonstration()
    const cookie = cookieIn(await own.send('POST', '/api/demo-sign-in', { role: 'admin' }))
    await own.send('POST', '/api/people', { ...SITI, role: 'admin' }, { cookie })
    expect([await offered(own), (await demoSignIn(own)).status]).toEqual([false, 403])
  })

  it('ends elsewhere as soon as somebody real has an account, and goes on at the machine itself', async () => {
    const far = await demonstration({ from: '192.168.1.20', demoSignInFromAnywhere: true })
    const asked = await far.send('POST', '/api/demo-sign-in', { role: 'admin' })
    const cookie = cookieIn(asked)
    const seen = async (headers: Record<string, string> = {}) =>
      (await far.get<Session>('/api/session', { cookie, ...headers })).body.role
    expect(await seen()).toBe('admin')
    const added = await far.send('POST', '/api/people', { ...SITI, role: 'admin' }, { cookie })
    expect(added.status).toBe(201)
    expect(await seen()).toBe('public')
    expect((await far.get('/api/people', { cookie })).status).toBe(401)
  })

  it('is refused to other machines, whatever they say of themselves', async () => {
    const far = await demonstration({ from: '192.168.1.20' })
    expect([await offered(far), (await demoSignIn(far)).status]).toEqual([false, 403])
    expect((await demoSignIn(far, { 'x-forwarded-for': '127.0.0.1' })).status).toBe(403)
    const proxied = await demonstration()
    expect((await demoSignIn(proxied, { 'x-forwarded-for': '203.0.113.9' })).status).toBe(403)
    const wanted = await demonstration({ from: '192.168.1.20', demoSignInFromAnywhere: true })
    expect([await offered(wanted), (await demoSignIn(wanted)).status]).toEqual([true, 200])
  })
})
