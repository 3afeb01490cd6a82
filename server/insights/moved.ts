import { turnover as tieTurnover } from '#shared/analytics/turnover.ts'
import type { Moved, SectorInsight } from '#shared/contract/insights.ts'
import { type Network, sectorIdAt } from '../network/derive-network.ts'
import { partnerCounts } from '../network/partner-counts.ts'
import { sectorPairs } from '../network/sector-pairs.ts'
import { isTied } from '../network/tie-sets.ts'
import { matchActors } from './index-change.ts'

type Named = Moved['gained'][number]

/** Ties that came, and that went: because nobody confirmed them (lapsed), or for any other reason (ended). */
export interface Turnover {
  newTies: number
  endedTies: number
  lapsedTies: number
}

/** @param lapsedNow pairs that would be tied on the later date had their partnership not lapsed */
export function turnover(before: Network, after: Network, lapsedNow: ReadonlySet<string>): Turnover {
  const { started, ended } = tieTurnover(before.csr, after.csr, matchActors(before, after))
  const lapsedTies = lapsedNow.size === 0 ? 0 : countLapsed(before, after, lapsedNow)
  return { newTies: started, endedTies: ended - lapsedTies, lapsedTies }
}

/** Lapsed pairs that were tied before and are not now. */
function countLapsed(before: Network, after: Network, lapsedNow: ReadonlySet<string>): number {
  let count = 0
  for (const key of lapsedNow) {
    const [a, b] = key.split(' ') as [string, string]
    if (isTied(before, a, b) && !isTied(after, a, b)) count++
  }
  return count
}

/** What moved between two dates, by name. */
export function movedBetween(
  before: Network,
  after: Network,
  lapsedNow: ReadonlySet<string>,
  sectors: readonly SectorInsight[],
): Moved {
  const reachedBefore = crossSectorActors(before)
  const reachedAfter = crossSectorActors(after)
  return {
    ...turnover(before, after, lapsedNow),
    gained: namedIn(after, (id) => reachedAfter.has(id) && !reachedBefore.has(id)),
    lost: namedIn(after, (id) => reachedBefore.has(id) && !reachedAfter.has(id)),
    entered: namedIn(after, (id) => !before.numberOf.has(id)),
    left: namedIn(before, (id) => !after.numberOf.has(id)),
    levels: sectors.flatMap(({ sectorId, level, before: was }) =>
      was?.levelChanged ? [{ sectorId, before: was.level, after: level }] : [],
    ),
    newPairs: newPairs(before, after),
  }
}

function crossSectorActors(network: Network): Set<string> {
  const { cross } = partnerCounts(network)
  return new Set(network.ids.filter((_, v) => cross[v]! > 0))
}

function namedIn(network: Network, chosen: (id: string) => boolean): Named[] {
  const named: Named[] = []
  for (const [v, id] of network.ids.entries())
    if (chosen(id))
      named.push({ actorId: id, name: network.members[v]!.name, sectorId: sectorIdAt(network, v) })
  return named.sort(byName)
}

/** By name as written, then by id: the same on every machine. */
function byName(x: Named, y: Named): number {
  if (x.name !== y.name) return x.name < y.name ? -1 : 1
  return x.actorId < y.actorId ? -1 : 1
}

function newPairs(before: Network, after: Network): Moved['newPairs'] {
  const linked = new Set(
    sectorPairs(before)
      .filter((p) => p.observed > 0)
      .map((p) => `${p.a} ${p.b}`),
  )
  return sectorPairs(after)
    .filter((p) => p.observed > 0 && !linked.has(`${p.a} ${p.b}`))
    .map(({ a, b }) => ({ a, b }))
}
