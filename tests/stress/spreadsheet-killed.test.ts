import { setTimeout as delay } from 'node:timers/promises'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { ActorPage } from '#shared/contract/actors.ts'
import type { Import } from '#shared/contract/imports.ts'
import { checkRegister } from './check-register.ts'
import { extent } from './extent.ts'
import { makeRegisterFile, type RegisterFile } from './register-file.ts'
import { keepResults } from './results.ts'
import { startServerProcess } from './server-process.ts'
import { ask, type Staff } from './staff-at-work.ts'

const KILLS = extent(20, 1)
const ROWS = extent(3_000, 600)
const MOST_MS = extent(3_000, 1_200)

let register: RegisterFile
beforeEach(async () => {
  register = await makeRegisterFile()
})
afterEach(() => register.remove())

const total = async (staff: Staff) =>
  ((await ask(staff, 'GET', '/actors?pageSize=1')).body as ActorPage).total

async function settled(staff: Staff, id: string): Promise<Import> {
  for (;;) {
    const now = (await ask(staff, 'GET', `/imports/${id}`)).body as Import
    if (now.busy === null && now.state !== 'queued' && now.state !== 'committing') return now
    await delay(50)
  }
}

/** Of a round, so that no list repeats another. */
const list = (round: number) =>
  ['nama usaha;subsektor;nib']
    .concat(
      Array.from(
        { length: ROWS },
        (_, i) => `Usaha uji ${round * 10_000 + i};Kuliner;${1e12 + round * 10_000 + i}`,
      ),
    )
    .join('\n')

it('a list that is being brought in when the server is killed is in the register whole, or still a draft', async () => {
  let inTheMiddle = 0
  for (let kill = 0; kill < KILLS; kill++) {
    const server = await startServerProcess(register.path)
    const staff: Staff = { url: server.url, cookie: register.cookie('staff') }
    const before = await total(staff)
    const uploaded = await fetch(`${server.url}/api/imports?name=daftar.csv`, {
      method: 'POST',
      headers: { cookie: staff.cookie, 'content-type': 'application/octet-stream' },
      body: list(kill),
    })
    const draft = await settled(staff, ((await uploaded.json()) as Import).id)
    expect([draft.rows, draft.problems, draft.open]).toEqual([ROWS, 0, 0])
    await ask(staff, 'POST', `/imports/${draft.id}/dry-run`, { version: draft.version })
    await settled(staff, draft.id)
    const committing = ask(staff, 'POST', `/imports/${draft.id}/commit`, { version: draft.version }).catch(
      () => null,
    )
    await delay(Math.random() * MOST_MS)
    await server.kill()
    await committing

    await checkRegister(register.path)
    const again = await startServerProcess(register.path)
    const later: Staff = { url: again.url, cookie: staff.cookie }
    const found = await settled(later, draft.id)
    expect([found.state, await total(later)]).toEqual(
      found.state === 'committed' ? ['committed', before + ROWS] : ['draft', before],
    )
    if (found.state === 'draft') {
      inTheMiddle++
      await ask(later, 'POST', `/imports/${draft.id}/commit`, { version: draft.version })
      expect((await settled(later, draft.id)).state).toBe('committed')
      expect(await total(later)).toBe(before + ROWS)
    }
    expect(await again.stop()).toBe(0)
  }
  keepResults('Killed while a spreadsheet is brought in', [
    ['SIGKILL at random moments', `${KILLS}, of which ${inTheMiddle} before it was in the register`],
    ['half brought in, or lost', '0'],
  ])
})
