import { articulation } from '#shared/analytics/articulation.ts'
import type { ActorNetwork } from '#shared/contract/network.ts'
import type { PartnershipRecord } from '#shared/contract/partnerships.ts'
import type { Standing } from '#shared/contract/vocabulary.ts'
import type { Stepwise } from '../unhurried.ts'
import { absentSectors } from './absent-sectors.ts'
import { censusOn, isThere, regionOn, roleOn, sectorOn } from './as-of.ts'
import { actorStanding, kindCounts, type Network } from './derive-network.ts'
import type { Point } from './layout/place-new.ts'
import { pairsOf } from './pairs-of.ts'
import { countUnlinked, partnerCounts } from './partner-counts.ts'
import type { Snapshot } from './register.ts'
import { countedRecords, isTied, lapsedPairs, pairKey } from './tie-sets.ts'
import { type TieRun, tieRun } from './tie-since.ts'

/**
 * The actors and ties of a date as columns, rows by id: small on the wire, and the page draws from them as they are. Everybody there
 * on the date is in, also whom the definition leaves out, so that a partnership that does not count can be drawn too. In steps: a
 * country has tens of thousands of actors.
 */
export function* actorNetwork(
  snapshot: Snapshot,
  network: Network,
  positions: ReadonlyMap<string, Point>,
): Stepwise<ActorNetwork> {
  const ids = [...snapshot.actors.values()]
    .filter((actor) => isThere(actor, network.on))
    .map((actor) => actor.id)
    .sort()
  const rowOf = new Map(ids.map((id, row) => [id, row]))
  const kinds = [...snapshot.kinds.keys()]
  const lapsed = lapsedPairs(snapshot, network)
  yield
  const actors = actorColumns(snapshot, network, ids, positions)
  yield
  const ties = yield* tieColumns(snapshot, network, rowOf, kinds, lapsed)
  return {
    revision: snapshot.revision,
    on: network.on,
    definition: network.definition.id,
    level: 'actor',
    partitionId: network.partition.id,
    actors,
    ties,
    kinds,
    absent: absentSectors(snapshot, network, network.on),
    counts: {
      n: network.csr.n,
      m: network.csr.m,
      records: countedRecords(network),
      unlinked: countUnlinked(network),
      unasked: network.unasked.length,
      unclassified: network.unclassified.length,
      expired: lapsed.size,
    },
  }
}

function actorColumns(
  snapshot: Snapshot,
  network: Network,
  ids: readonly string[],
  positions: ReadonlyMap<string, Point>,
): ActorNetwork['actors'] {
  const { on } = network
  const { partners, cross } = partnerCounts(network)
  const cutPairs = new Float64Array(network.csr.n)
  for (const { actor, pairsLost } of articulation(network.csr).points) cutPairs[actor] = pairsLost
  const actors = ids.map((id) => snapshot.actors.get(id)!)
  const numbers = ids.map((id) => network.numberOf.get(id) ?? -1)
  return {
    id: [...ids],
    name: actors.map((actor) => actor.name),
    role: actors.map((actor) => roleOn(actor, on)),
    sectorId: actors.map((actor) => sectorOn(actor, network.partition.id, on)),
    regionCode: actors.map((actor) => regionOn(actor, on)),
    standing: ids.map((id) => actorStanding(network, id)),
    census: actors.map((actor) => censusOn(actor, on)),
    degree: numbers.map((v) => partners[v] ?? 0),
    crossDegree: numbers.map((v) => cross[v] ?? 0),
    cutPairs: numbers.map((v) => cutPairs[v] ?? 0),
    x: ids.map((id) => Math.round(positions.get(id)?.x ?? 0)),
    y: ids.map((id) => Math.round(positions.get(id)?.y ?? 0)),
  }
}

/** Standings of a partnership that joins a pair on the date, the strongest first. What has ended or not begun joins nobody. */
const DRAWN: readonly Standing[] = ['active', 'expired', 'paused', 'introduced', 'proposed']

interface JoinedPair {
  a: string
  b: string
  row: readonly [number, number]
  standing: number
  intensity: number
  kinds: Set<string>
  /** Those that join the pair on the date, and those that did before or will. */
  partnerships: PartnershipRecord[]
  others: PartnershipRecord[]
}

function* tieColumns(
  snapshot: Snapshot,
  network: Network,
  rowOf: ReadonlyMap<string, number>,
  kinds: readonly string[],
  lapsed: ReadonlySet<string>,
): Stepwise<ActorNetwork['ties']> {
  const pairs = yield* joinedPairs(snapshot, network, rowOf)
  const joined = [...pairs.values()].sort((x, y) => x.row[0] - y.row[0] || x.row[1] - y.row[1])
  yield
  const counts: boolean[] = []
  const runs: TieRun[] = []
  for (const [i, pair] of joined.entries()) {
    if (i % PER_STEP === 0) yield
    const tied = isTied(network, pair.a, pair.b)
    counts.push(tied)
    runs.push(tied ? runOf(snapshot, network, pair) : NO_RUN)
  }
  return {
    a: joined.map((pair) => pair.row[0]),
    b: joined.map((pair) => pair.row[1]),
    standing: joined.map((pair) => DRAWN[pair.standing]!),
    counts,
    kind: joined.map((pair) => [...pair.kinds].map((kind) => kinds.indexOf(kind)).sort((x, y) => x - y)),
    intensity: joined.map((pair) => pair.intensity),
    partnerships: joined.map((pair) => pair.partnerships.length),
    since: runs.map((run) => run.since),
    first: runs.map((run) => run.first),
    lapsed: joined.map(({ a, b }) => lapsed.has(pairKey(a, b))),
  }
}

/** Between two turns of others. */
const PER_STEP = 500

const NO_RUN: TieRun = { since: null, first: null }

function* joinedPairs(
  snapshot: Snapshot,
  network: Network,
  rowOf: ReadonlyMap<string, number>,
): Stepwise<Map<string, JoinedPair>> {
  const pairs = new Map<string, JoinedPair>()
  const notDrawn: PartnershipRecord[] = []
  const pairsIn = (partnership: PartnershipRecord) =>
    pairsOf(partnership, network.definition.rule, snapshot.kinds)
  let read = 0
  for (const partnership of snapshot.partnerships.values()) {
    if (++read % PER_STEP === 0) yield
    if (snapshot.kinds.get(partnership.kind)?.twoMode !== false) continue
    const standing = DRAWN.indexOf(network.partnerships.get(partnership.id)!.standing)
    if (standing < 0) {
      notDrawn.push(partnership)
      continue
    }
    for (const [from, to] of pairsIn(partnership)) {
      if (!rowOf.has(from) || !rowOf.has(to)) continue
      const [a, b] = from < to ? [from, to] : [to, from]
      const key = pairKey(a, b)
      const pair = pairs.get(key) ?? newPair(a, b, [rowOf.get(a)!, rowOf.get(b)!], standing)
      pair.standing = Math.min(pair.standing, standing)
      pair.intensity = Math.max(pair.intensity, partnership.intensity)
      pair.kinds.add(partnership.kind)
      pair.partnerships.push(partnership)
      pairs.set(key, pair)
    }
  }
  // what is over may be what a tie of today goes on from
  for (const [i, partnership] of notDrawn.entries()) {
    if (i % PER_STEP === 0) yield
    for (const [a, b] of pairsIn(partnership)) pairs.get(pairKey(a, b))?.others.push(partnership)
  }
  return pairs
}

const newPair = (a: string, b: string, row: JoinedPair['row'], standing: number): JoinedPair => ({
  a,
  b,
  row,
  standing,
  intensity: 0,
  kinds: new Set(),
  partnerships: [],
  others: [],
})

/** Where dates are ignored, the first start there is. */
function runOf(snapshot: Snapshot, network: Network, { a, b, partnerships, others }: JoinedPair): TieRun {
  const { rule } = network.definition
  if (network.on === 'all') {
    const starts = partnerships.map((partnership) => partnership.startedOn)
    return { since: starts.includes(null) ? null : starts.sort()[0]!, first: null }
  }
  const eligible = [...partnerships, ...others].filter(
    (partnership) =>
      kindCounts(rule, snapshot.kinds.get(partnership.kind)) &&
      partnership.intensity >= rule.minIntensity &&
      (rule.evidence === null || rule.evidence.includes(partnership.evidence)),
  )
  const actors = [snapshot.actors.get(a)!, snapshot.actors.get(b)!] as const
  return tieRun({ actors, partnerships: eligible }, rule, network.partition.id, network.on)
}
