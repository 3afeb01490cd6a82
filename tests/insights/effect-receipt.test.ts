import { afterAll, afterEach, describe, expect, test } from 'vitest'
import { actorStore } from '#server/actors/actor-store.ts'
import { commitChangeset } from '#server/db/changeset.ts'
import { createWorkerPool } from '#server/insights/worker-pool.ts'
import { partnershipStore } from '#server/partnerships/partnership-store.ts'
import type { ActorRecord } from '#shared/contract/actors.ts'
import type { PartnershipRecord } from '#shared/contract/partnerships.ts'
import { type EffectReceipt, EffectReceipt as EffectReceiptSchema } from '#shared/contract/receipt.ts'
import { business, partnership } from '../network/records.ts'
import { oracleRecords, type TestRegister, testRegister } from './test-register.ts'

const pool = createWorkerPool(1)
const opened: TestRegister[] = []
afterEach(async () => {
  for (const register of opened.splice(0)) await register.close()
})
afterAll(() => pool.close())

/** The receipt for one more partnership in a reference network, with the actors that come with it. */
async function receiptFor(
  oracle: string,
  record: PartnershipRecord,
  {
    today = '2025-06-30',
    before = [],
    arriving = [],
  }: {
    today?: string
    before?: ActorRecord[]
    arriving?: ActorRecord[]
  } = {},
): Promise<EffectReceipt> {
  const records = oracleRecords(oracle)
  const register = await testRegister({ ...records, actors: [...records.actors, ...before], today, pool })
  opened.push(register)
  const { revision, changes } = await commitChangeset(
    register.db,
    { author: 'test', action: 'log-partnership' },
    async (tx) => {
      for (const actor of arriving) await tx.put(actorStore, actor)
      await tx.put(partnershipStore, record)
    },
  )
  const receipt = register.insights.effectOf({ revision, changes, partnershipId: record.id })
  expect(() => EffectReceiptSchema.parse(receipt)).not.toThrow()
  return receipt
}

const logged = (a: string, b: string, more: Partial<PartnershipRecord> = {}) =>
  partnership('logged', [a, b], { startedOn: '2025-06-20', ...more })
const rowOf = (receipt: EffectReceipt, id: string) => receipt.rows.find((row) => row.id === id)

describe('the headline is the strongest effect', () => {
  test('the first tie between two sectors', async () => {
    const receipt = await receiptFor('KM', logged('B5', 'K2'))
    expect(receipt.headline).toEqual({ id: 'first-between-sectors', sectorA: 'batik', sectorB: 'kuliner' })
    expect(rowOf(receipt, 'sector-reach')).toEqual({
      id: 'sector-reach',
      sectorId: 'batik',
      before: 1,
      after: 2,
      of: 5,
    })
    expect(rowOf(receipt, 'linked-pairs')).toMatchObject({ before: 2, after: 3, of: 3 })
    expect(rowOf(receipt, 'unlinked')).toMatchObject({ before: 1, after: 0, of: 14 })
    expect(receipt.counts).toBe(true)
    expect(receipt.split).toBeNull()
    const index = rowOf(receipt, 'index') as { before: number; after: number }
    expect(index.before).toBeCloseTo(64.306961728, 8)
    expect(index.after).toBeGreaterThan(index.before)
  })

  test('a level that rose, where the sectors were linked already', async () => {
    // batik 1 → 3 of 5 with a partner in kreatif: rho 0.24 → beyond 0.55
    const receipt = await receiptFor(
      'KM',
      partnership('logged', ['B2', 'B3', 'C4'], { startedOn: '2025-06-20' }),
    )
    expect(receipt.headline).toEqual({
      id: 'level-changed',
      sectorId: 'batik',
      before: 'isolated',
      after: 'weak',
    })
  })

  test('the first partner in another sector, by name', async () => {
    const receipt = await receiptFor('N3', logged('X', 'B1'), { before: [business('X', 'kuliner')] })
    expect(receipt.headline).toEqual({ id: 'first-cross-sector', actorId: 'X', name: 'Contoh X' })
  })

  test('the first partner at all', async () => {
    const receipt = await receiptFor('N3', logged('X', 'B1'), { before: [business('X', 'batik')] })
    expect(receipt.headline).toEqual({ id: 'first-partner', actorId: 'X', name: 'Contoh X' })
  })

  test('one more tie', async () => {
    const receipt = await receiptFor('N3', logged('B1', 'B3'))
    expect(receipt.headline).toEqual({ id: 'new-tie', between: 1 })
  })

  test('one more partnership of a pair that is tied', async () => {
    const receipt = await receiptFor('N3', logged('B1', 'B2'))
    expect(receipt.headline).toEqual({ id: 'nth-partnership', nth: 2 })
    expect(receipt.rows).toHaveLength(1)
    expect(rowOf(receipt, 'index')).toEqual({ id: 'index', before: 100, after: 100 })
  })

  test.each<[string, Partial<PartnershipRecord>, string[]]>([
    ['evidence D', { evidence: 'D' }, ['evidence-too-low']],
    ['intensity 1', { intensity: 1 }, ['intensity-too-low']],
    ['a proposal', { statuses: [{ from: null, value: 'proposed' }] }, ['not-active']],
    [
      'one that lapsed',
      { startedOn: '2023-01-01', statuses: [{ from: null, value: 'active' }] },
      ['expired'],
    ],
  ])('%s does not count, and the receipt says why', async (_, more, reasons) => {
    const receipt = await receiptFor('KM', logged('B5', 'K2', more))
    expect(receipt).toMatchObject({ counts: false, notCounting: reasons, headline: { id: 'does-not-count' } })
    const index = rowOf(receipt, 'index') as { before: number; after: number }
    expect(index.after).toBe(index.before)
    expect(receipt.rows).toHaveLength(1)
  })
})

test('whoever comes into n is told apart: the change without them, and the part of composition', async () => {
  const unasked = { census: [] }
  const receipt = await receiptFor('KM', logged('X', 'Y'), {
    arriving: [business('X', 'batik', unasked), business('Y', 'batik', unasked)],
  })
  expect(receipt.split).toMatchObject({ entered: 2 })
  expect(receipt.split!.sameCohort).toBeCloseTo(0, 12)
  expect(receipt.split!.composition!).toBeLessThan(0)
  // the index fell by registering, and the heading is still what was gained
  expect(receipt.headline).toEqual({ id: 'first-partner', actorId: 'X', name: 'Contoh X' })
})

test('the index of a running quarter is provisional until its last day', async () => {
  expect((await receiptFor('KM', logged('B5', 'K2'))).closesOn).toBeNull()
  const running = logged('B5', 'K2', { startedOn: '2025-05-10' })
  expect((await receiptFor('KM', running, { today: '2025-05-20' })).closesOn).toBe('2025-06-30')
})
