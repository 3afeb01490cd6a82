import { articulation } from '#shared/analytics/articulation.ts'
import type { ActorNetwork } from '#shared/contract/network.ts'
import type { PartnershipRecord } from '#shared/contract/partnerships.ts'
import type { Standing } from '#shared/contract/vocabulary.ts'
import { type Stepwise, unhurried } from '../unhurried.ts'
import { absentSectors } from './absent-sectors.ts'
import { censusOn, isThere, regionOn, roleOn, sectorOn } from './as-of.ts'
import type { CommunityOf } from './communities.ts'
import { actorStanding, kindCounts, type Network } from './derive-network.ts'
import type { Point } from './layout/place-new.ts'
import { pairsOf } from './pairs-of.ts'
import { countUnlinked, partnerCounts } from './partner-counts.ts'
import type { Snapshot } from './register.ts'
import { countedRecords, isTied, lapsedPairs, pairKey } from './tie-sets.ts'
import { type TieRun, tieRun } from './tie-since.ts'

/**
 * The actors and ties of a date as columns, rows by id: small on the wire, and the page draws from them as they are. Everybody there
 * on the date is in, also whom the definition leaves out, so that a partnership that does not count can be drawn too.
 */
export function actorNetwork(
  snapshot: Snapshot,
  network: Network,
  positions: ReadonlyMap<string, Point>,
  communityOf: CommunityOf | null,
): Promise<ActorNetwork> {
  return unhurried(columnsOf(snapshot, network, positions, communityOf))
}

/** So many records or rows between two chances for others. */
const ROWS_PER_STEP = 500

function* columnsOf(
  snapshot: Snapshot,
  network: Network,
  positions: ReadonlyMap<string, Point>,
  communityOf: CommunityOf | null,
): Stepwise<ActorNetwork> {
  const ids = [...snapshot.actors.values()]
    .filter((actor) => isThere(actor, network.on))
    .map((actor) => actor.id)
    .sort()
  const rowOf = new Map(ids.map((id, row) => [id, row]))
  const kinds = [...snapshot.kinds.keys()]
  yield
  const lapsed = lapsedPairs(snapshot, network)
  yield
  const actors = yield* actorColumns(snapshot, network, ids, positions)
  if (communityOf) actors.community = ids.map(communityOf)
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

function* actorColumns(
  snapshot: Snapshot,
  network: Network,
  ids: readonly string[],
  positions: ReadonlyMap<string, Point>,
): Stepwise<ActorNetwork['actors']> {
  const { on } = network
  const { partners, cross } = partnerCounts(network)
  const cutPairs = new Float64Array(network.csr.n)
  for (const { actor, pairsLost } of articulation(network.csr).points) cutPairs[actor] = pairsLost
  yield
  const actors = ids.map((id) => snapshot.actors.get(id)!)
  const numbers = ids.map((id) => network.numberOf.get(id) ?? -1)
  yield
  const roles = yield* eachRow(actors, (actor) => roleOn(actor, on))
  const sectorIds = yield* eachRow(actors, (actor) => sectorOn(actor, network.partition.id, on))
  const regionCodes = yield* eachRow(actors, (actor) => regionOn(actor, on))
  const standings = yield* eachRow(ids, (id) => actorStanding(network, id))
  const censuses = yield* eachRow(actors, (actor) => censusOn(actor, on))
  return {
    id: [...ids],
    name: actors.map((actor) => actor.name),
    role: roles,
    sectorId: sectorIds,
    regionCode: regionCodes,
    standing: standings,
    census: censuses,
    degree: numbers.map((v) => partners[v] ?? 0),
    crossDegree: numbers.map((v) => cross[v] ?? 0),
    cutPairs: numbers.map((v) => cutPairs[v] ?? 0),
    x: ids.map((id) => Math.round(positions.get(id)?.x ?? 0)),
    y: ids.map((id) => Math.round(positions.get(id)?.y ?? 0)),
  }
}

function* eachRow<Row, Cell>(rows: Iterable<Row>, read: (row: Row) => Cell): Stepwise<Cell[]> {
  const cells: Cell[] = []
  for (const row of rows) {
    if (cells.length % ROWS_PER_STEP === 0) yield
    cells.push(read(row))
  }
  return cells
}

/** Standings of a partnership that joins a pair on the date, the strongest first. What has ended or not begun joins nobody. */
const DRAWN: readonly Standing[] = ['active', 'expired', 'paused', 'introduced', 'proposed']

interface JoinedPair {
  a: string
  b: string
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
  const found = yield* joinedPairs(snapshot, network, rowOf)
  // numbers sort in a fraction of the time that pairs of them take
  const keys = Float64Array.from(found.keys()).sort()
  yield
  const joined = yield* eachRow(keys, (key) => found.get(key)!)
  const column = <Cell>(read: (pair: JoinedPair) => Cell) => eachRow(joined, read)
  const counts = yield* column(({ a, b }) => isTied(network, a, b))
  let next = 0
  const runs = yield* column((pair) => (counts[next++] ? runOf(snapshot, network, pair) : NO_RUN))
  return {
    a: yield* column((pair) => rowOf.get(pair.a)!),
    b: yield* column((pair) => rowOf.get(pair.b)!),
    standing: yield* column((pair) => DRAWN[pair.standing]!),
    counts,
    kind: yield* column((pair) => [...pair.kinds].map((kind) => kinds.indexOf(kind)).sort((x, y) => x - y)),
    intensity: yield* column((pair) => pair.intensity),
    partnerships: yield* column((pair) => pair.partnerships.length),
    since: runs.map((run) => run.since),
    first: runs.map((run) => run.first),
    lapsed: yield* column(({ a, b }) => lapsed.has(pairKey(a, b))),
  }
}

const NO_RUN: TieRun = { since: null, first: null }

/** By the row of the first times the number of rows plus the row of the second, so that the keys are in the order of the ties. */
function* joinedPairs(
  snapshot: Snapshot,
  network: Network,
  rowOf: ReadonlyMap<string, number>,
): Stepwise<Map<number, JoinedPair>> {
  const pairs = new Map<number, JoinedPair>()
  const notDrawn: PartnershipRecord[] = []
  const keyOf = (a: string, b: string) => {
    const [row, other] = [rowOf.get(a), rowOf.get(b)]
    return row === undefined || other === undefined ? null : row * rowOf.size + other
  }
  const pairsIn = (partnership: PartnershipRecord) =>
    pairsOf(partnership, network.definition.rule, snapshot.kinds)
  let read = 0
  for (const partnership of snapshot.partnerships.values()) {
    if (read++ % ROWS_PER_STEP === 0) yield
    if (snapshot.kinds.get(partnership.kind)?.twoMode !== false) continue
    const standing = DRAWN.indexOf(network.partnerships.get(partnership.id)!.standing)
    if (standing < 0) {
      notDrawn.push(partnership)
      continue
    }
    for (const [from, to] of pairsIn(partnership)) {
      const [a, b] = from < to ? [from, to] : [to, from]
      const key = keyOf(a, b)
      if (key === null) continue
      const pair = pairs.get(key) ?? newPair(a, b, standing)
      pair.standing = Math.min(pair.standing, standing)
      pair.intensity = Math.max(pair.intensity, partnership.intensity)
      pair.kinds.add(partnership.kind)
      pair.partnerships.push(partnership)
      pairs.set(key, pair)
    }
  }
  // what is over may be what a tie of today goes on from
  for (const partnership of notDrawn) {
    if (read++ % ROWS_PER_STEP === 0) yield
    for (const [from, to] of pairsIn(partnership)) {
      const key = from < to ? keyOf(from, to) : keyOf(to, from)
      if (key !== null) pairs.get(key)?.others.push(partnership)
    }
  }
  return pairs
}

const newPair = (a: string, b: string, standing: number): JoinedPair => ({
  a,
  b,
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
