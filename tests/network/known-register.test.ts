import fc from 'fast-check'
import { afterAll, afterEach, describe, expect, test } from 'vitest'
import { actorStore } from '#server/actors/actor-store.ts'
import { commitChangeset } from '#server/db/changeset.ts'
import { STANDARD_REFERENCE } from '#server/db/reference/standard-reference.ts'
import { writeReference } from '#server/db/reference/write-reference.ts'
import { createWorkerPool } from '#server/insights/worker-pool.ts'
import { partnershipStore } from '#server/partnerships/partnership-store.ts'
import type { SectorList } from '#shared/contract/insights.ts'
import type { ActorNetwork } from '#shared/contract/network.ts'
import { type TestRegister, type TestRegisterOptions, testRegister } from '../insights/test-register.ts'
import { business, partnership } from './records.ts'

const pool = createWorkerPool(1)
const opened: TestRegister[] = []
const open = async (options: Omit<TestRegisterOptions, 'pool' | 'sectors'> = {}) => {
  const register = await testRegister({ sectors: ['batik', 'kuliner'], ...options, pool })
  opened.push(register)
  return register
}
afterEach(async () => {
  for (const register of opened.splice(0)) await register.close()
})
afterAll(() => pool.close())

const head = { author: 'test', action: 'test' }
const [a, b, c] = ['A', 'B', 'C'].map((id, i) => business(id, i === 1 ? 'kuliner' : 'batik'))
const tie = (id: string, parties: string[]) => partnership(id, parties, { startedOn: '2025-01-15' })

/** What a person sees, apart from where it is drawn. */
const seen = ({ actors: { x: _x, y: _y, ...actors }, ...rest }: ActorNetwork) => ({ ...rest, actors })

describe('the network as it was known', () => {
  test('is the very answer that was given then, after any writes, at every revision', async () => {
    const ids = ['A', 'B', 'C', 'D', 'E']
    const write = fc.oneof(
      fc.record({
        do: fc.constant('actor' as const),
        id: fc.constantFrom(...ids),
        sector: fc.constantFrom('batik', 'kuliner'),
      }),
      fc.record({
        do: fc.constant('tie' as const),
        id: fc.constantFrom('p', 'q', 'r'),
        ends: fc.subarray(ids, { minLength: 2, maxLength: 3 }),
      }),
      fc.record({ do: fc.constant('gone' as const), id: fc.constantFrom('p', 'q', 'r') }),
    )
    await fc.assert(
      fc.asyncProperty(fc.array(write, { minLength: 3, maxLength: 9 }), async (writes) => {
        const register = await open({ actors: ids.map((id) => business(id, 'batik')) })
        const answers = new Map<number, unknown>()
        const note = async () => {
          const answer = await register.get<ActorNetwork>('/api/network')
          answers.set(answer.revision, seen(answer))
        }
        await note()
        for (const one of writes) {
          await commitChangeset(register.db, head, async (tx) => {
            if (one.do === 'actor') await tx.put(actorStore, business(one.id, one.sector))
            else if (one.do === 'tie') await tx.put(partnershipStore, tie(one.id, one.ends))
            else await tx.removeAll(partnershipStore, [one.id])
          })
          await note()
        }
        for (const [revision, answer] of answers)
          expect(seen(await register.get<ActorNetwork>(`/api/network?known=${revision}`))).toEqual(answer)
      }),
      { numRuns: 12 },
    )
  })

  test('keeps valid time and record time apart', async () => {
    const register = await open({ actors: [a!, b!, c!], partnerships: [tie('p', ['A', 'B'])] })
    await register.write({ partnerships: [tie('q', ['B', 'C'])] })
    const m = async (query: string) => (await register.get<ActorNetwork>(`/api/network?${query}`)).counts.m
    // the second tie was true since January and is known since revision 2
    expect(await m('on=2025-03-31')).toBe(2)
    expect(await m('on=2025-03-31&known=1')).toBe(1)
    expect(await m('on=2024-12-31')).toBe(0)
  })

  test('says the levels of then as well', async () => {
    const register = await open({ actors: [a!, b!, c!], partnerships: [tie('p', ['A', 'B'])] })
    const then = await register.get<SectorList>('/api/insights/sectors')
    await register.write({ partnerships: [tie('q', ['B', 'C'])] })
    const now = await register.get<SectorList>('/api/insights/sectors')
    expect(now.sectors).not.toEqual(then.sectors)
    expect(await register.get<SectorList>('/api/insights/sectors?known=1')).toEqual(then)
  })

  test('understands a day to its end in the city, and a moment', async () => {
    const register = await open({ actors: [a!, b!] })
    const at = (moment: string, records: Parameters<typeof commitChangeset>[2]) =>
      commitChangeset(register.db, { ...head, at: moment }, records)
    await register.db.updateTable('changeset').set({ at: '2025-05-01T00:00:00.000Z' }).execute()
    // 23:30 on 4 May in Jakarta, and 00:30 on 5 May
    await at('2025-05-04T16:30:00.000Z', (tx) => tx.put(partnershipStore, tie('p', ['A', 'B'])))
    await at('2025-05-04T17:30:00.000Z', (tx) => tx.put(actorStore, c!))
    const revision = async (known: string) =>
      (await register.get<ActorNetwork>(`/api/network?known=${encodeURIComponent(known)}`)).revision
    expect(await revision('2025-05-03')).toBe(1)
    expect(await revision('2025-05-04')).toBe(2)
    expect(await revision('2025-05-05')).toBe(3)
    expect(await revision('2025-05-04T17:29:59Z')).toBe(2)
    expect(await revision('2025-05-05T00:30:00+07:00')).toBe(3)
    expect(await revision('2099-01-01')).toBe(3)
  })

  test('refuses what the log does not reach, and what is no time', async () => {
    const register = await open({ actors: [a!, b!] })
    const refusal = async (known: string) => {
      const response = await register.app.request(`/api/network?known=${known}`)
      const body = (await response.json()) as { issues: { path: string; code: string }[] }
      return [response.status, body.issues[0]?.path, body.issues[0]?.code]
    }
    expect(await refusal('2')).toEqual([400, 'known', 'unknown-revision'])
    expect(await refusal('0')).toEqual([400, 'known', 'before-log'])
    expect(await refusal('2001-01-01')).toEqual([400, 'known', 'before-log'])
    expect((await refusal('kemarin')).slice(0, 2)).toEqual([400, 'known'])
  })

  test('does not reach behind a register that was emptied', async () => {
    const register = await open({ actors: [a!, b!], partnerships: [tie('p', ['A', 'B'])] })
    await commitChangeset(register.db, head, async (tx) => {
      await tx.clear()
      await writeReference(tx.db, {
        ...STANDARD_REFERENCE,
        city: { ...STANDARD_REFERENCE.city, demonstration: true },
      })
    })
    const response = await register.app.request('/api/network?known=1')
    expect(response.status).toBe(400)
    expect(await response.json()).toMatchObject({ issues: [{ code: 'before-log', params: { revision: 2 } }] })
  })
})
