import type { BusinessPlan } from './businesses.ts'
import type { Generator } from './generator.ts'
import { KIND } from './kinds.ts'
import type { Fate } from './partnership-record.ts'
import { LAST_QUARTER } from './quarters.ts'
import { candidates, type TieBuilder } from './tie-builder.ts'

/** New ties per quarter beside the planted ones: of designers, between other sectors, within a sector. */
const DESIGNED = [0, 1, 2, 3, 4, 5, 5, 2, 11]
const CROSS = [1, 1, 1, 1, 2, 3, 4, 1, 7]
const WITHIN = [7, 4, 3, 3, 3, 3, 3, 3, 3]

const DKV = 'desain-komunikasi-visual'

/** Whom a designer works for, and how readily. */
const CLIENTS: [string, number][] = [
  ['kuliner', 6],
  ['kriya', 3],
  ['fesyen', 3],
  ['fotografi', 1],
  ['film-animasi-video', 2],
  ['desain-produk', 1],
  ['seni-pertunjukan', 2],
  ['aplikasi', 1],
]

/** Which other sectors meet, and how readily. Batik, seni rupa, musik and penerbitan have their planted ties alone. */
const MEETINGS: [readonly [string, string], number][] = [
  [['kuliner', 'kriya'], 4],
  [['kuliner', 'fesyen'], 3],
  [['kuliner', 'fotografi'], 3],
  [['kuliner', 'film-animasi-video'], 2],
  [['kuliner', 'aplikasi'], 2],
  [['kuliner', 'seni-pertunjukan'], 2],
  [['kuliner', 'desain-produk'], 2],
  [['kriya', 'fesyen'], 2],
  [['kriya', 'desain-produk'], 2],
  [['kriya', 'fotografi'], 1],
  [['fesyen', 'fotografi'], 1],
  [['fesyen', 'seni-pertunjukan'], 1],
]
const WITHIN_SECTORS = ['kuliner', 'kuliner', 'kuliner', 'kuliner', 'fesyen', 'kriya']

interface Scene {
  chance: Generator
  builder: TieBuilder
  businesses: readonly BusinessPlan[]
}

/** Grows the rest of the official network, quarter after quarter. */
export function growTies(scene: Scene): void {
  for (let quarter = 0; quarter <= LAST_QUARTER; quarter++) {
    if (quarter === LAST_QUARTER) welcomeNewcomers(scene)
    repeat(DESIGNED[quarter] ?? 0, () => designTie(scene, quarter))
    repeat(CROSS[quarter] ?? 0, () => crossTie(scene, quarter))
    repeat(WITHIN[quarter] ?? 0, () => tieWithin(scene, quarter))
  }
}

/** Ties that are no longer: lapsed, ended, paused; they counted in their time. */
export function addHistory(scene: Scene): string[] {
  const lapsed: string[] = []
  for (const quarter of [0, 0, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 3])
    lapsed.push(...anyTie(scene, quarter, { is: 'lapsed' }))
  anyTie(scene, 0, { is: 'reopened' })
  anyTie(scene, 1, { is: 'reopened' })
  const reasons = ['completed', 'no-longer-needed', 'dispute', 'completed', 'moved-away', 'other'] as const
  reasons.forEach((reason, i) => {
    anyTie(scene, i % 4, {
      is: 'ended',
      on: ['2025-08-14', '2025-12-12', '2026-03-05', '2026-07-22'][i % 4] ?? '',
      reason,
    })
  })
  for (const on of ['2026-01-19', '2026-05-11', '2026-08-03']) anyTie(scene, 2, { is: 'paused', on })
  endTiesOfClosed(scene)
  return lapsed
}

function repeat(times: number, attempt: () => boolean) {
  for (let done = 0, tries = 0; done < times && tries < times * 60; tries++) if (attempt()) done++
}

function weighted<T>(chance: Generator, items: readonly (readonly [T, number])[]): T {
  let roll = chance.next() * items.reduce((sum, [, weight]) => sum + weight, 0)
  for (const [item, weight] of items) {
    roll -= weight
    if (roll < 0) return item
  }
  throw new RangeError('nothing to choose from')
}

/** The designer with the fewest partners takes a client, of a sector it has none in where it can. */
function designTie({ chance, builder, businesses }: Scene, quarter: number): boolean {
  const designers = candidates(builder, businesses, DKV, quarter)
  const fewest = Math.min(...designers.map(builder.degree))
  const designer = chance.pick(designers.filter((plan) => builder.degree(plan) <= fewest + 1))
  const clients = candidates(builder, businesses, weighted(chance, CLIENTS), quarter)
  const strangers = clients.filter((plan) => !builder.areJoined(designer, plan))
  const client = prefer(chance, strangers, 0.6, (plan) => !builder.isReached(plan))
  if (!client || clients.length - strangers.length > 1) return false
  builder.tie(designer, client, quarter)
  return true
}

/** One side is often somebody without a partner in another sector, the other often somebody with one: the whole grows together. */
function crossTie(
  { chance, builder, businesses }: Scene,
  quarter: number,
  fate: Fate = { is: 'lasting' },
): boolean {
  const [sectorA, sectorB] = chance.shuffled(weighted(chance, MEETINGS))
  const a = prefer(
    chance,
    candidates(builder, businesses, sectorA ?? '', quarter),
    0.5,
    (plan) => !builder.isReached(plan),
  )
  const b = prefer(chance, candidates(builder, businesses, sectorB ?? '', quarter), 0.7, builder.isReached)
  if (!a || !b || builder.areJoined(a, b)) return false
  builder.tie(a, b, quarter, fate)
  return true
}

function tieWithin(
  { chance, builder, businesses }: Scene,
  quarter: number,
  fate: Fate = { is: 'lasting' },
): boolean {
  const members = candidates(builder, businesses, chance.pick(WITHIN_SECTORS), quarter)
  if (members.length < 2) return false
  const a = chance.pick(members)
  const b = prefer(chance, members, 0.6, (plan) => builder.degree(plan) > 0)
  if (!b || a === b || builder.areJoined(a, b)) return false
  builder.tie(a, b, quarter, fate)
  return true
}

function prefer(
  chance: Generator,
  plans: BusinessPlan[],
  probability: number,
  liked: (plan: BusinessPlan) => boolean,
): BusinessPlan | null {
  const favourites = plans.filter(liked)
  const from = favourites.length > 0 && chance.chance(probability) ? favourites : plans
  return from.length > 0 ? chance.pick(from) : null
}

/** One tie with the fate, as a list of its id. */
function anyTie(scene: Scene, quarter: number, fate: Fate): string[] {
  const before = scene.builder.records.length
  repeat(1, () =>
    scene.chance.chance(0.6) ? crossTie(scene, quarter, fate) : tieWithin(scene, quarter, fate),
  )
  return scene.builder.records.slice(before).map(({ id }) => id)
}

/** Five of the nine newcomers find a first partner in the last quarter, with the help of a designer or a craftsman. */
function welcomeNewcomers({ chance, builder, businesses }: Scene): void {
  const newcomers = businesses.filter(({ newcomer, sector }) => newcomer && sector !== 'batik')
  for (const plan of newcomers.slice(0, 5)) {
    const hosts = candidates(builder, businesses, plan.sector === 'kriya' ? 'kuliner' : DKV, LAST_QUARTER)
    builder.tie(plan, chance.pick(hosts.filter(builder.isReached)), LAST_QUARTER)
  }
}

/** Two businesses closed; what they did with others ended with them. */
function endTiesOfClosed({ chance, builder, businesses }: Scene): void {
  for (const closed of businesses) {
    if (closed.leftOn === null) continue
    const partners = candidates(builder, businesses, 'kuliner', 1).filter((plan) => plan !== closed)
    const partner = chance.pick(partners)
    builder.remember([closed, partner])
    builder.add({
      kind: KIND.supply,
      parties: [closed.record.id, partner.record.id],
      startedOn: builder.dayIn(1, [closed, partner]),
      fate: { is: 'ended', on: closed.leftOn, reason: 'business-closed' },
    })
  }
}
