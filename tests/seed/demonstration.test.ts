import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openDemonstration } from '#seed/demonstration.ts'
import { planDemonstration } from '#seed/plan.ts'
import { QUARTERS, REFERENCE_DATE } from '#seed/quarters.ts'
import type { Db } from '#server/db/schema.ts'
import { createInsights, type Insights } from '#server/insights/insights.ts'
import { readNetwork, splitNetworks } from '#server/insights/reading.ts'
import type { WorkerPool } from '#server/insights/worker-pool.ts'
import { createKnownRegister } from '#server/network/known-register.ts'
import { layOut } from '#server/network/layout/lay-out.ts'
import { networkOn, openRegister, type Register } from '#server/network/register.ts'
import { ActorRecord } from '#shared/contract/actors.ts'
import { AffiliationRecord, EventRecord } from '#shared/contract/events.ts'
import type { Overview, SectorInsight } from '#shared/contract/insights.ts'
import { PartnershipRecord } from '#shared/contract/partnerships.ts'

const plan = planDemonstration()
const { truths } = plan

/** What the worker threads run, without the threads. */
const pool: Pick<WorkerPool, 'readNetwork' | 'splitNetworks' | 'layOut' | 'close'> = {
  readNetwork: async (task) => readNetwork(task),
  splitNetworks: async (task) => splitNetworks(task),
  layOut: async (task) => layOut(task),
  close: async () => undefined,
}

let db: Db
let register: Register
let insights: Insights
let overview: Overview

beforeAll(async () => {
  db = await openDemonstration('file::memory:')
  register = await openRegister(db)
  insights = createInsights(register, createKnownRegister(db, register), pool)
  overview = await insights.overview({ definition: 'official' })
})

afterAll(async () => {
  register.close()
  await db.destroy()
})

function sector(id: string): SectorInsight {
  const found = overview.sectors.find(({ sectorId }) => sectorId === id)
  if (!found) throw new Error(`no sector ${id}`)
  return found
}

describe('the plan of the demonstration', () => {
  it('is the same every time', () => {
    expect(planDemonstration()).toEqual(plan)
  })

  it('holds records that the contract accepts', () => {
    for (const record of plan.actors) ActorRecord.parse(record)
    for (const record of plan.partnerships) PartnershipRecord.parse(record)
    for (const record of plan.events) EventRecord.parse(record)
    for (const record of plan.affiliations) AffiliationRecord.parse(record)
  })

  it('names nobody real: every actor says that it is an example', () => {
    expect(plan.actors.filter(({ name }) => !name.includes('Contoh'))).toEqual([])
    expect(new Set(plan.actors.map(({ name }) => name)).size).toBe(plan.actors.length)
  })

  it('has about 120 businesses in every kelurahan, and the five other roles', () => {
    const roleOf = (actor: ActorRecord) => actor.roles.at(-1)?.value
    const businesses = plan.actors.filter((actor) => roleOf(actor) === 'business')
    expect(businesses.length).toBeGreaterThanOrEqual(115)
    expect(businesses.length).toBeLessThanOrEqual(135)
    expect(new Set(businesses.flatMap(({ regions }) => regions.map(({ value }) => value))).size).toBe(29)
    const others = plan.actors.filter((actor) => roleOf(actor) !== 'business')
    expect(others).toHaveLength(15)
    expect(new Set(others.map(roleOf)).size).toBe(5)
  })

  it('keeps the mix of sectors: culinary about 40 %, crafts with batik 20 %, fashion 10 %', () => {
    const of = (...ids: string[]) =>
      plan.actors.filter(({ sectors }) => ids.includes(sectors['klaster-lokal@1']?.at(-1)?.value ?? ''))
        .length
    const all = plan.actors.filter(({ sectors }) => 'klaster-lokal@1' in sectors).length
    expect(of('kuliner') / all).toBeGreaterThan(0.33)
    expect(of('kuliner') / all).toBeLessThan(0.45)
    expect(of('kriya', 'batik') / all).toBeCloseTo(0.2, 1)
    expect(of('fesyen') / all).toBeCloseTo(0.1, 1)
    for (const { sectors } of plan.actors) expect('klaster-lokal@1' in sectors).toBe('ekraf-17@1' in sectors)
  })

  it('begins with the school and holds nothing later than its reference date', () => {
    const dates = plan.events.map(({ startsOn }) => startsOn)
    expect([...dates].sort()[0]).toBe('2024-09-09')
    const later = JSON.stringify([plan.actors, plan.partnerships, plan.events, plan.affiliations])
      .match(/\d{4}-\d{2}-\d{2}/g)
      ?.filter((date) => date > REFERENCE_DATE)
    expect(later).toEqual([])
  })
})

describe('the product, reading the demonstration on its reference date', () => {
  it('reads it on that date by default', () => {
    expect(overview.on).toBe(REFERENCE_DATE)
    expect(overview.target).toEqual({ value: 55, by: '2026-12-31' })
  })

  it('finds batik isolated, closed, with strong evidence', () => {
    expect(sector(truths.sectors.closed)).toMatchObject({
      level: 'isolated',
      diagnosis: 'closed',
      evidence: 'strong',
    })
    expect(overview.headlineSectorIds).toContain(truths.sectors.closed)
  })

  it('finds fine arts dormant', () => {
    expect(sector(truths.sectors.dormant)).toMatchObject({ level: 'isolated', diagnosis: 'dormant' })
  })

  it('calls the sector of two untestable and keeps it out of the headline', () => {
    expect(sector(truths.sectors.untestable)).toMatchObject({ n: 2, evidence: 'untestable' })
    expect(overview.headlineSectorIds).not.toContain(truths.sectors.untestable)
  })

  it('finds the sector that one business holds', async () => {
    expect(sector(truths.sectors.oneBridge)).toMatchObject({ level: 'weak', diagnosis: 'one-bridge' })
    const card = await insights.sectorCard(truths.sectors.oneBridge, { definition: 'official' })
    const [holder] = card.bridges
    expect(holder?.actorId).toBe(truths.oneBridge)
    expect((holder?.external ?? 0) / (holder?.of ?? 1)).toBeGreaterThan(0.5)
  })

  it('finds visual communication design bridging, by its own test', () => {
    const dkv = sector(truths.sectors.bridging)
    expect(dkv).toMatchObject({ level: 'bridging', evidence: 'strong', diagnosis: null })
    expect(dkv.q).toBeLessThanOrEqual(0.05)
  })

  it('gives no level where coverage is too low, and one to most sectors', () => {
    expect(sector(truths.sectors.coverageTooLow)).toMatchObject({
      level: 'insufficient-data',
      gateOpen: false,
    })
    expect(overview.sectors.filter(({ gateOpen }) => gateOpen).length).toBeGreaterThan(
      overview.sectors.length * 0.8,
    )
  })

  it('finds the business that is a cut vertex of the official network', () => {
    const point = overview.structure.articulation.find(({ actorId }) => actorId === truths.cutVertex)
    // Three buyers are cut off from the rest of their component, and from each other.
    expect(point?.pairs).toBeGreaterThanOrEqual(3 * (overview.structure.largestComponent - 4) + 3)
    for (const pendant of truths.pendants) expect(degreeOf('official', pendant), pendant).toBe(1)
  })

  it('finds the aggregator that is a cut vertex of the helix network, and its producers alone in the official one', async () => {
    const helix = await insights.overview({ definition: 'helix' })
    const point = helix.structure.articulation.find(({ actorId }) => actorId === truths.aggregator)
    expect(point?.pairs).toBeGreaterThan(0)
    expect(overview.structure.articulation.some(({ actorId }) => actorId === truths.aggregator)).toBe(false)
    for (const producer of truths.aggregated) {
      expect(degreeOf('official', producer), producer).toBe(0)
      expect(degreeOf('helix', producer), producer).toBe(1)
    }
  })

  it('counts a tenth of the ties as lapsed, and not as ties', () => {
    const network = networkOn(register.current(), 'official', REFERENCE_DATE)
    const lapsed = [...network.partnerships]
      .filter(([, { standing }]) => standing === 'expired')
      .map(([id]) => id)
    expect(lapsed.sort()).toEqual([...truths.lapsed].sort())
    const counting = [...network.partnerships.values()].filter(({ counts }) => counts).length
    expect(lapsed.length / (lapsed.length + counting)).toBeCloseTo(0.1, 1)
    expect(overview.coverage.expiredTies).toBeGreaterThanOrEqual(lapsed.length - 1)
  })

  it('leaves the unasked outside n, and never calls them isolated', () => {
    expect(truths.unasked.length / overview.coverage.registered).toBeCloseTo(0.15, 2)
    expect(overview.coverage.unasked).toBe(truths.unasked.length)
    const network = networkOn(register.current(), 'official', REFERENCE_DATE)
    expect([...network.unasked].sort()).toEqual([...truths.unasked].sort())
    expect(truths.unasked.filter((id) => network.numberOf.has(id))).toEqual([])
  })

  it('stays below the sector-blind benchmark, and rises clearly in the last quarter', () => {
    expect(overview.index.benchmark.value).toBeGreaterThan((overview.index.value ?? 0) + 3)
    expect(overview.change?.verdict).toBe('up')
  })

  it('names the widest gap: batik and culinary', () => {
    expect([overview.widestGap?.a, overview.widestGap?.b].sort()).toEqual(['batik', 'kuliner'])
  })

  it('lists what nobody is registered for in the national list', () => {
    expect(overview.absent.partitionId).toBe('ekraf-17@1')
    expect([...overview.absent.sectorIds].sort()).toEqual([
      'arsitektur',
      'desain-interior',
      'pengembangan-permainan',
      'periklanan',
      'televisi-radio',
    ])
  })

  it('gives a reason of its own to each record that does not count', () => {
    const network = networkOn(register.current(), 'official', REFERENCE_DATE)
    const reasons = new Set([...network.partnerships.values()].flatMap(({ notCounting }) => notCounting))
    for (const reason of [
      'evidence-too-low',
      'intensity-too-low',
      'kind-does-not-count',
      'not-active',
      'expired',
      'party-outside-city',
      'party-not-business',
      'party-without-sector',
      'party-absent',
    ])
      expect(reasons, reason).toContain(reason)
  })

  function degreeOf(definition: 'official' | 'helix', id: string): number {
    const { csr, numberOf } = networkOn(register.current(), definition, REFERENCE_DATE)
    const v = numberOf.get(id)
    if (v === undefined) throw new Error(`${id} is not in the network`)
    return (csr.offsets[v + 1] ?? 0) - (csr.offsets[v] ?? 0)
  }
})

describe('the product, reading the demonstration over its quarters', () => {
  it('has nine of them, from a low start to the middle of the scale', async () => {
    const { points, events } = await insights.progress({ definition: 'official', every: 'quarter' })
    expect(points.map(({ period }) => period.on)).toEqual(QUARTERS.map(({ to }) => to))
    const values = points.map(({ index }) => index.value ?? Number.NaN)
    expect(values[0]).toBeLessThan(10)
    expect(values.at(-1)).toBeGreaterThan(45)
    expect(values.at(-1)).toBeLessThan(60)
    for (const { index } of points) expect(index.benchmark.value).toBeGreaterThan(index.value ?? 0)
    expect(events).toHaveLength(plan.events.length)
  })

  it('shows the newcomers of 2026-Q2 as composition, not as loss of the same cohort', async () => {
    const quarter = await insights.overview({ on: '2026-06-30', definition: 'official' })
    const change = quarter.change
    expect(change?.difference).toBeLessThan(0)
    expect(change?.sameCohort).toBeGreaterThan(0)
    expect(change?.composition).toBeLessThan(-3)
    expect(change?.entered).toBe(truths.newcomers.length)
    const { csr, numberOf } = networkOn(register.current(), 'official', '2026-06-30')
    for (const id of truths.newcomers) {
      const v = numberOf.get(id) ?? -1
      expect((csr.offsets[v + 1] ?? 0) - (csr.offsets[v] ?? 0), id).toBe(0)
    }
  })
})

describe('the log of the demonstration', () => {
  it('grows quarter by quarter, under one author, with a reason each', async () => {
    const changesets = await db.selectFrom('changeset').selectAll().orderBy('revision').execute()
    expect(changesets.length).toBe(QUARTERS.length * 3 + 1)
    expect(changesets.filter(({ reason }) => !reason?.startsWith('Data contoh'))).toEqual([])
    expect(new Set(changesets.map(({ author }) => author))).toEqual(new Set(['lokal']))
  })

  it('ends in the records of the plan', () => {
    const { actors, partnerships } = register.current()
    for (const record of plan.actors) expect(actors.get(record.id)).toEqual(record)
    for (const record of plan.partnerships) expect(partnerships.get(record.id)).toEqual(record)
    expect([actors.size, partnerships.size]).toEqual([plan.actors.length, plan.partnerships.length])
  })
})
