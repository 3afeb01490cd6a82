import { turnover } from '#shared/analytics/turnover.ts'
import type { Period } from '#shared/contract/insights.ts'
import type { Multiples, Turnover, TurnoverPoint } from '#shared/contract/network.ts'
import type { DefinitionId } from '#shared/contract/vocabulary.ts'
import { type Stepwise, unhurried } from '../unhurried.ts'
import { type Network, sectorIdAt } from './derive-network.ts'
import type { Point } from './layout/place-new.ts'
import { countUnlinked } from './partner-counts.ts'
import { type Every, periodsBetween, previousPeriodEnd, startOfLast } from './period.ts'
import { type CityDates, networkSoon, type Snapshot } from './register.ts'

/** More quarters than can be told apart along one axis; a longer history goes by year. */
const MOST_QUARTERS = 60
/** Deriving the network of a date takes half a second at a hundred thousand partnerships. */
const QUARTERS_UP_TO = 40_000

interface SeriesQuestion {
  snapshot: Snapshot
  dates: CityDates
  definition: DefinitionId
}

/** What came and went in every period of the history, up to the last day of the data. */
export async function turnoverSeries({ snapshot, dates, definition }: SeriesQuestion): Promise<Turnover> {
  const { lastOn } = dates
  const from = dates.firstOn !== null && dates.firstOn < lastOn ? dates.firstOn : lastOn
  const quarters = periodsBetween(from, lastOn, 'quarter')
  const every: Every =
    quarters.length > MOST_QUARTERS || snapshot.partnerships.size > QUARTERS_UP_TO ? 'year' : 'quarter'
  const periods = every === 'quarter' ? quarters : periodsBetween(from, lastOn, 'year')
  const points: TurnoverPoint[] = []
  let before = await networkSoon(snapshot, definition, previousPeriodEnd(from, every))
  for (const period of periods) {
    const now = await networkSoon(snapshot, definition, period.on)
    points.push(turnoverPoint(period, before, now))
    before = now
  }
  const events = [...snapshot.events.values()]
    .filter(({ startsOn }) => startsOn >= from && startsOn <= lastOn)
    .map(({ id, title, startsOn }) => ({ id, title, on: startsOn }))
    .sort((x, y) => (x.on < y.on || (x.on === y.on && x.id < y.id) ? -1 : 1))
  return { revision: snapshot.revision, definition, every, points, events }
}

function turnoverPoint(period: Period, before: Network, now: Network): TurnoverPoint {
  const match = Int32Array.from(now.ids, (id) => before.numberOf.get(id) ?? -1)
  const { started, ended } = turnover(before.csr, now.csr, match)
  return { period, n: now.csr.n, m: now.csr.m, unlinked: countUnlinked(now), started, ended }
}

/** So many quarters up to the one of a day, side by side on one layout. */
export async function multiples(
  { snapshot, definition }: SeriesQuestion,
  to: string,
  count: number,
  positions: ReadonlyMap<string, Point>,
): Promise<Multiples> {
  const from = startOfLast(count, to, 'quarter')
  const networks: Network[] = []
  const points: TurnoverPoint[] = []
  let before = await networkSoon(snapshot, definition, previousPeriodEnd(from, 'quarter'))
  for (const period of periodsBetween(from, to, 'quarter')) {
    const now = await networkSoon(snapshot, definition, period.on)
    points.push(turnoverPoint(period, before, now))
    networks.push(now)
    before = now
  }
  const ids = [...new Set(networks.flatMap((network) => network.ids))].sort()
  return {
    revision: snapshot.revision,
    definition,
    points,
    actors: {
      id: ids,
      sectorId: ids.map((id) => sectorAtLast(networks, id)),
      in: ids.map((id) => bits(networks, (network) => network.numberOf.has(id))),
      x: ids.map((id) => Math.round(positions.get(id)?.x ?? 0)),
      y: ids.map((id) => Math.round(positions.get(id)?.y ?? 0)),
    },
    ties: await unhurried(tiesOf(networks, ids)),
  }
}

const bits = (networks: readonly Network[], holds: (network: Network) => boolean): number =>
  networks.reduce((sum, network, k) => (holds(network) ? sum | (1 << k) : sum), 0)

function sectorAtLast(networks: readonly Network[], id: string): string | null {
  const last = networks.findLast((network) => network.numberOf.has(id))!
  return sectorIdAt(last, last.numberOf.get(id)!)
}

/** Between two turns of others. */
const ACTORS_PER_STEP = 1_000

/** Ties by the rows of their actors; ids are in order, so rows are. */
function* tiesOf(networks: readonly Network[], ids: readonly string[]): Stepwise<Multiples['ties']> {
  const rowOf = new Map(ids.map((id, row) => [id, row]))
  const dates = new Map<number, number>()
  for (const [k, { ids: members, csr }] of networks.entries()) {
    const rows = members.map((id) => rowOf.get(id)!)
    for (let v = 0; v < csr.n; v++) {
      if (v % ACTORS_PER_STEP === 0) yield
      for (let i = csr.offsets[v]!; i < csr.offsets[v + 1]!; i++) {
        const w = csr.neighbours[i]!
        if (w < v) continue
        const key = rows[v]! * ids.length + rows[w]!
        dates.set(key, (dates.get(key) ?? 0) | (1 << k))
      }
    }
  }
  yield
  const keys = Float64Array.from(dates.keys()).sort()
  yield
  return {
    a: Array.from(keys, (key) => Math.floor(key / ids.length)),
    b: Array.from(keys, (key) => key % ids.length),
    on: Array.from(keys, (key) => dates.get(key)!),
  }
}
