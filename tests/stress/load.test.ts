import { randomBytes, randomUUID } from 'node:crypto'
import { setTimeout as delay } from 'node:timers/promises'
import autocannon, { type Options, type Result } from 'autocannon'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openDemonstration } from '#seed/demonstration.ts'
import type { ActorPage } from '#shared/contract/actors.ts'
import type { Diagnostics } from '#shared/contract/research.ts'
import { coProduction, newBusiness } from '../server/test-app.ts'
import { checkRegister } from './check-register.ts'
import { extent } from './extent.ts'
import { makeRegisterFile, type RegisterFile } from './register-file.ts'
import { keepResults } from './results.ts'
import { type ServerProcess, startServerProcess } from './server-process.ts'
import { ask } from './staff-at-work.ts'

const STAFF = 50
const READERS = 200
/** Somebody who types logs one every ten seconds at most; somebody who reads opens a page every four. */
const PACE = { logged: STAFF / 10, read: READERS / 4 }
const SECONDS = extent(120, 10)

let register: RegisterFile
let server: ServerProcess
beforeAll(async () => {
  register = await makeRegisterFile((url) => openDemonstration(url))
  server = await startServerProcess(register.path)
})
afterAll(async () => {
  await server.stop()
  register.remove()
})

/** What the pages ask for. */
const PATHS = [
  '/api/insights/overview',
  '/api/insights/sectors',
  '/api/insights/sectors/batik',
  '/api/insights/progress',
  '/api/network?level=actor',
  '/api/actors?page=1',
  '/api/actors?q=kopi',
  '/api/partnerships?page=1',
  '/api/partnerships?page=2',
  '/api/actor-names',
  '/api/reference',
]

/** The revision once nothing is under way any more: what was asked last may be written after autocannon has hung up. */
async function settled(): Promise<number> {
  let last = -1
  for (;;) {
    const { body } = await ask(
      { url: server.url, cookie: register.cookie('staff') },
      'GET',
      '/actors?pageSize=1',
    )
    const { revision } = body as ActorPage
    if (revision === last) return revision
    last = revision
    await delay(500)
  }
}

const readers = (): Omit<Options, 'duration'> => ({
  url: server.url,
  connections: READERS,
  requests: PATHS.map((path) => ({ path, headers: { cookie: register.cookie('researcher') } })),
})

const reader = () => ({ url: server.url, cookie: register.cookie('researcher') })

const staff = (): Omit<Options, 'duration'> => ({
  url: server.url,
  connections: STAFF,
  requests: [
    {
      method: 'POST',
      path: '/api/partnerships',
      setupRequest: (request) => ({
        ...request,
        headers: {
          cookie: register.cookie('staff'),
          'content-type': 'application/json',
          'idempotency-key': randomUUID(),
        },
        body: JSON.stringify(
          coProduction([newBusiness(`Kopi ${tag()}`), newBusiness(`Batik ${tag()}`, 'batik')]),
        ),
      }),
    },
  ],
})

const tag = () => randomBytes(6).toString('hex')

const faultless = ({ errors, timeouts, non2xx }: Result) => ({ errors, timeouts, non2xx })
const NONE = { errors: 0, timeouts: 0, non2xx: 0 }

const figures = (who: string, { latency, ...result }: Result, seconds: number): [string, string][] => [
  [
    who,
    `${result['2xx'].toLocaleString('en')} answers (${(result['2xx'] / seconds).toFixed(0)}/s), ${result.errors + result.non2xx} errors`,
  ],
  [`${who}: time to the answer`, `median ${latency.p50} ms, p99 ${latency.p99} ms, most ${latency.max} ms`],
]

it(`answers ${STAFF} staff who log and ${READERS} readers without an error`, async () => {
  for (const path of PATHS)
    expect([path, (await ask(reader(), 'GET', path.slice('/api'.length))).status]).toEqual([path, 200])
  const before = await settled()
  const [logged, read] = await Promise.all([
    autocannon({ ...staff(), duration: SECONDS, overallRate: PACE.logged }),
    autocannon({ ...readers(), duration: SECONDS, overallRate: PACE.read }),
  ])
  expect(faultless(logged)).toEqual(NONE)
  expect(faultless(read)).toEqual(NONE)
  expect(logged['2xx']).toBeGreaterThan(0.8 * PACE.logged * SECONDS)
  expect(read['2xx']).toBeGreaterThan(0.8 * PACE.read * SECONDS)
  const admin = { url: server.url, cookie: register.cookie('admin') }
  const { eventLoop } = (await ask(admin, 'GET', '/diagnostics')).body as Diagnostics
  // what was under way at the end may have been written without anybody hearing of it
  const revision = await settled()
  await checkRegister(register.path)
  expect(revision - before).toBeGreaterThanOrEqual(logged['2xx'])
  expect(revision - before).toBeLessThanOrEqual(logged['2xx'] + STAFF)
  keepResults(`${STAFF} staff logging and ${READERS} reading, ${SECONDS} s, as people do`, [
    ...figures(`${STAFF} staff, one every ten seconds each`, logged, SECONDS),
    ...figures(`${READERS} readers, a page every four seconds each`, read, SECONDS),
    [
      'event loop late by',
      `median ${eventLoop.p50.toFixed(1)} ms, p99 ${eventLoop.p99.toFixed(1)} ms, most ${eventLoop.max.toFixed(0)} ms`,
    ],
  ])
})

it('fails nobody where all ask again as soon as they are answered', async () => {
  const seconds = extent(60, 3)
  const options = { duration: seconds, timeout: 60 }
  const [logged, read] = await Promise.all([
    autocannon({ ...staff(), ...options }),
    autocannon({ ...readers(), ...options }),
  ])
  expect(faultless(logged)).toEqual(NONE)
  expect(faultless(read)).toEqual(NONE)
  expect(logged['2xx'] + read['2xx']).toBeGreaterThan(0)
  await settled()
  await checkRegister(register.path)
  keepResults(`${STAFF} staff and ${READERS} readers, ${seconds} s, as fast as they are answered`, [
    ...figures('staff', logged, seconds),
    ...figures('readers', read, seconds),
  ])
})
