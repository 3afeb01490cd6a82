import type { BusinessPlan } from './businesses.ts'
import type { Generator } from './generator.ts'
import { LAST_QUARTER } from './quarters.ts'
import { candidates, type TieBuilder } from './tie-builder.ts'

/** Ids of the businesses with a planted part, for the tests and the README. */
export interface PlantedBusinesses {
  /** Holds most of the ties that leave its sector. */
  oneBridge: string
  /** Its exit would cut three businesses off the rest. */
  cutVertex: string
  pendants: string[]
  /** Linked through the aggregator alone: nobody's partner in the official network. */
  aggregated: string[]
}

export const PLANTED_SECTORS = {
  closed: 'batik',
  dormant: 'seni-rupa',
  oneBridge: 'musik',
  bridging: 'desain-komunikasi-visual',
  untestable: 'penerbitan',
  coverageTooLow: 'aplikasi',
} as const

interface Scene {
  chance: Generator
  builder: TieBuilder
  businesses: readonly BusinessPlan[]
}

/** The ties that make the planted truths; everything else is left to chance around them. */
export function plantTies(scene: Scene): PlantedBusinesses {
  const cut = plantCutVertex(scene)
  const aggregated = reserveAggregated(scene)
  plantClosedSector(scene)
  plantDormantSector(scene)
  plantPairOfTwo(scene)
  const oneBridge = plantOneBridge(scene)
  return { ...cut, aggregated, oneBridge }
}

const surveyedIn = ({ businesses }: Scene, sector: string) =>
  businesses.filter((plan) => plan.sector === sector && plan.surveyed !== null && !plan.newcomer)

const first = (plans: BusinessPlan[]): BusinessPlan => {
  const [plan] = plans
  if (!plan) throw new RangeError('the demonstration has nobody left for a planted part')
  return plan
}

/** A workshop whose three buyers know nobody else. */
function plantCutVertex(scene: Scene) {
  const { builder } = scene
  const hub = first(candidates(builder, scene.businesses, 'kriya', 0))
  const buyers = [
    ...candidates(builder, scene.businesses, 'kuliner', 1).slice(4, 6),
    ...candidates(builder, scene.businesses, 'fesyen', 1).slice(2, 3),
  ]
  for (const [i, buyer] of buyers.entries()) builder.tie(hub, buyer, 2 + 2 * i)
  for (const { record } of buyers) builder.reserved.add(record.id)
  return { cutVertex: hub.record.id, pendants: buyers.map(({ record }) => record.id) }
}

/** Four producers who sell through an aggregator and work with no other business. */
function reserveAggregated({ builder, businesses }: Scene): string[] {
  const chosen = candidates(builder, businesses, 'kuliner', 2).slice(7, 11)
  for (const { record } of chosen) builder.reserved.add(record.id)
  return chosen.map(({ record }) => record.id)
}

/** Many partners, nearly all of them batik: tertutup. */
function plantClosedSector(scene: Scene) {
  const { builder, chance } = scene
  const members = surveyedIn(scene, PLANTED_SECTORS.closed)
  for (let quarter = 0; quarter <= LAST_QUARTER; quarter++) {
    const there = members.filter(({ surveyed }) => surveyed !== null && surveyed <= quarter)
    for (let made = 0, tries = 0; made < 2 && tries < 40; tries++) {
      const [a, b] = [chance.pick(there), chance.pick(there)]
      if (a === b || builder.areJoined(a, b)) continue
      builder.tie(a, b, quarter)
      made++
    }
  }
  const [one, two] = members.filter(({ surveyed }) => surveyed === 0)
  const outside = (sector: string) => chance.pick(candidates(builder, scene.businesses, sector, 2))
  if (one) builder.tie(one, outside('fesyen'), 3)
  if (two) builder.tie(two, outside('kriya'), 6)
  for (const { record } of members) builder.reserved.add(record.id)
}

/** One tie among six: tidur. */
function plantDormantSector(scene: Scene) {
  const { builder } = scene
  const members = surveyedIn(scene, PLANTED_SECTORS.dormant)
  builder.tie(first(members), first(candidates(builder, scene.businesses, 'seni-pertunjukan', 4)), 4)
  for (const { record } of members) builder.reserved.add(record.id)
}

/** Two publishers who know each other alone: too few for any test. */
function plantPairOfTwo(scene: Scene) {
  const members = surveyedIn(scene, PLANTED_SECTORS.untestable)
  const [a, b] = members
  if (a && b) scene.builder.tie(a, b, Math.max(4, a.surveyed ?? 0, b.surveyed ?? 0))
  for (const { record } of members) scene.builder.reserved.add(record.id)
}

/** An orchestra that everybody books, and colleagues whom hardly anybody knows. */
function plantOneBridge(scene: Scene): string {
  const { builder, chance, businesses } = scene
  const [hub, second, third] = [...surveyedIn(scene, PLANTED_SECTORS.oneBridge)].sort(
    (a, b) => (a.surveyed ?? 0) - (b.surveyed ?? 0),
  )
  if (!hub || !second || !third) throw new RangeError('the one-bridge sector has too few members')
  const outside: [string, number][] = [
    ['kuliner', 2],
    ['seni-pertunjukan', 3],
    ['film-animasi-video', 4],
    ['kuliner', 5],
    ['fesyen', 6],
    ['kuliner', 8],
  ]
  for (const [sector, quarter] of outside) {
    const open = candidates(builder, businesses, sector, quarter).filter(
      (plan) => !builder.areJoined(hub, plan),
    )
    builder.tie(hub, chance.pick(open), Math.max(quarter, hub.surveyed ?? 0))
  }
  builder.tie(hub, second, 5)
  for (const [plan, sector] of [
    [second, 'kuliner'],
    [third, 'seni-pertunjukan'],
  ] as const)
    builder.tie(plan, chance.pick(candidates(builder, businesses, sector, 7)), 7)
  for (const { record } of surveyedIn(scene, PLANTED_SECTORS.oneBridge)) builder.reserved.add(record.id)
  return hub.record.id
}
