import type {
  IndexChange,
  InsightQuery,
  Overview,
  Progress,
  ProgressPoint,
  ProgressQuery,
  SectorInsight,
  SectorPair,
  SectorsQuery,
  SmallCells,
} from '#shared/contract/insights.ts'
import { SMALL_CELLS } from '#shared/contract/visibility.ts'
import { closedQuarter, isClosed, refuseFilters } from '../network/closed-quarters.ts'
import { type Network, sectorIdAt } from '../network/derive-network.ts'
import { type CityDates, cityDates, networkSoon, type Register } from '../network/register.ts'
import { widestGap } from '../network/sector-pairs.ts'
import type { Clock } from '../today.ts'
import type { Insights } from './insights.ts'

/** The answers as the public of a register of real people reads them: closed quarters, no filters, no small cells. */
export type PublicInsights = Pick<Insights, 'overview' | 'sectors' | 'progress'>

export function publicInsights(register: Register, insights: Insights, clock?: Clock): PublicInsights {
  const asked = (query: InsightQuery | SectorsQuery) => {
    refuseFilters(query)
    return { on: closedQuarter(cityDates(register.current(), clock), query.on) }
  }
  return {
    async overview(query: InsightQuery) {
      const { on } = asked(query)
      const overview = await insights.overview({ definition: 'official', on })
      const read = register.at(overview.revision) ?? register.current()
      const networkOn = (date: string) => networkSoon(read, 'official', date)
      if (overview.n < SMALL_CELLS.businesses) return withheldOverview(overview)
      const { change } = overview
      const isSmallBefore = change !== null && isTooSmall(await networkOn(change.comparedOn))
      return {
        ...publicOverview(overview, await networkOn(on)),
        change: isSmallBefore ? withheldChange(change) : change,
      }
    },
    async sectors(query: SectorsQuery) {
      const list = await insights.sectors({ definition: 'official', on: asked(query).on })
      return { ...list, sectors: publicSectors(list.sectors).shown }
    },
    async progress(query: ProgressQuery) {
      refuseFilters(query)
      const dates = cityDates(register.current(), clock)
      const progress = await insights.progress(query)
      return publicProgress(progress, dates, (on) => networkSoon(register.current(), 'official', on))
    },
  }
}

function publicOverview(overview: Overview, network: Network): Overview {
  const { shown, merged } = publicSectors(overview.sectors)
  const ids = new Set(shown.map(({ sectorId }) => sectorId))
  const pairs = publicPairs(overview.pairs, ids, sidesOf(network))
  return {
    ...overview,
    sectors: shown,
    pairs,
    linkedPairs: pairs.filter(({ observed }) => observed > 0).length,
    possiblePairs: pairs.length,
    widestGap: widestGap(pairs),
    moved: null,
    headlineSectorIds: overview.headlineSectorIds.filter((id) => ids.has(id)),
    structure: withoutSums(overview.structure),
    smallCells: { minimum: SMALL_CELLS.businesses, merged },
  }
}

const LEFT_OUT = { value: null, reason: 'small-cells' }

const isTooSmall = ({ csr }: Network): boolean => csr.n < SMALL_CELLS.businesses

/** So few businesses altogether that every sum would be of somebody: that there is a register is all that is told. */
const withheldOverview = (overview: Overview): Overview => ({
  ...overview,
  index: {
    ...LEFT_OUT,
    label: null,
    pillars: null,
    band: { low: null, high: null, se: null, reason: LEFT_OUT.reason },
    benchmark: { ...LEFT_OUT, exact: false, draws: 0, standardError: null },
    small: true,
  },
  change: null,
  n: 0,
  m: 0,
  unlinked: 0,
  sectors: [],
  pairs: [],
  linkedPairs: 0,
  possiblePairs: 0,
  widestGap: null,
  coverage: {
    registered: 0,
    verified: 0,
    recheck: 0,
    unasked: 0,
    unclassified: 0,
    outsideCity: 0,
    expiredTies: 0,
  },
  moved: null,
  headlineSectorIds: [],
  structure: {
    ...withoutSums(overview.structure),
    density: LEFT_OUT,
    components: 0,
    largestComponent: 0,
    connectedness: LEFT_OUT,
    centralization: LEFT_OUT,
    resilience: LEFT_OUT,
  },
  smallCells: { minimum: SMALL_CELLS.businesses, merged: null, withheld: true },
})

/** Against a quarter of too few. */
const withheldChange = ({ comparedOn }: IndexChange): IndexChange => ({
  comparedOn,
  before: null,
  difference: null,
  reason: LEFT_OUT.reason,
  se: null,
  verdict: null,
  sameCohort: null,
  composition: null,
  entered: 0,
  left: 0,
  pillars: null,
})

/** Without what would tell, together with the shown pairs and the number of ties, how many ties a hidden pair has. */
const withoutSums = (structure: Overview['structure']): Overview['structure'] => ({
  ...structure,
  ei: { ...LEFT_OUT, expected: null, p: null, exact: null },
  assortativity: LEFT_OUT,
  modularity: LEFT_OUT,
  articulation: [],
})

/**
 * Those of too few businesses. Where these are too few together, the smallest of the rest goes with them, for it would follow from
 * the total.
 */
function smallSectors<S extends { sectorId: string; n: number }>(sectors: readonly S[]): S[] {
  const bySize = [...sectors].sort((x, y) => x.n - y.n || (x.sectorId < y.sectorId ? -1 : 1))
  const small: S[] = []
  let together = 0
  for (const sector of bySize) {
    if (sector.n >= SMALL_CELLS.businesses && (together === 0 || together >= SMALL_CELLS.businesses)) break
    small.push(sector)
    together += sector.n
  }
  return small
}

/** Sectors of enough businesses, with their level and what it rests on; the others as one. */
export function publicSectors(sectors: readonly SectorInsight[]): {
  shown: SectorInsight[]
  merged: SmallCells['merged']
} {
  const small = smallSectors(sectors)
  const sum = (count: (sector: SectorInsight) => number) => small.reduce((all, one) => all + count(one), 0)
  const total = sum(({ n }) => n)
  const hidden = new Set(small)
  return {
    shown: sectors.filter((sector) => !hidden.has(sector)).map(publicSector),
    merged:
      small.length === 0
        ? null
        : {
            sectors: small.length,
            n: total < SMALL_CELLS.businesses ? null : total,
            reached: total < SMALL_CELLS.businesses ? null : sum(({ reached }) => reached),
          },
  }
}

/** Without what counts ties of the sector, for those of a pair that is not counted would follow, and what is of one business. */
const publicSector = (sector: SectorInsight): SectorInsight => ({
  ...sector,
  diagnosis: null,
  internal: null,
  external: null,
  activity: null,
  openness: null,
  topShare: null,
  liaisons: null,
  stability: null,
  before: sector.before !== null && sector.before.n >= SMALL_CELLS.businesses ? sector.before : null,
})

const pairOf = (a: string, b: string): string => (a < b ? `${a} ${b}` : `${b} ${a}`)

/** Between sectors that are shown, in three states: no tie, a few, or their number. */
function publicPairs(
  pairs: readonly SectorPair[],
  shown: ReadonlySet<string>,
  sides: ReadonlyMap<string, number>,
): SectorPair[] {
  return pairs
    .filter(({ a, b }) => shown.has(a) && shown.has(b))
    .map((pair) =>
      pair.observed === 0 || (sides.get(pairOf(pair.a, pair.b)) ?? 0) >= SMALL_CELLS.sides
        ? pair
        : { ...pair, observed: 1, few: true as const },
    )
}

/** Of each pair of sectors with a tie, how many businesses have one, on the side with fewer. */
function sidesOf(network: Network): Map<string, number> {
  const holders = new Map<string, Map<string, Set<number>>>()
  const { csr } = network
  for (let v = 0; v < csr.n; v++) {
    const mine = sectorIdAt(network, v)
    if (mine === null) continue
    for (let i = csr.offsets[v]!; i < csr.offsets[v + 1]!; i++) {
      const theirs = sectorIdAt(network, csr.neighbours[i]!)
      if (theirs === null || theirs === mine) continue
      const sides = holders.get(pairOf(mine, theirs)) ?? new Map<string, Set<number>>()
      holders.set(pairOf(mine, theirs), sides)
      const side = sides.get(mine) ?? new Set<number>()
      sides.set(mine, side)
      side.add(v)
    }
  }
  return new Map(
    [...holders].map(([pair, sides]) => [pair, Math.min(...[...sides.values()].map(({ size }) => size))]),
  )
}

async function publicProgress(
  progress: Progress,
  dates: CityDates,
  networkOn: (on: string) => Promise<Network>,
): Promise<Progress> {
  const points: Progress['points'] = []
  let isSmallBefore = false
  for (const point of progress.points) {
    if (point.period.provisional || !isClosed(dates, point.period.on)) continue
    const network = await networkOn(point.period.on)
    if (!isTooSmall(network)) points.push(publicPoint(point, network, isSmallBefore))
    isSmallBefore = isTooSmall(network)
  }
  // what staff call their events is not public: when one was, and of which kind, is
  const events = progress.events.map((event) => ({ ...event, title: null }))
  return { ...progress, points, events }
}

/** Levels of the sectors that the overview of that quarter shows; what changed only since a quarter that is told too. */
function publicPoint(point: ProgressPoint, network: Network, isSmallBefore: boolean): ProgressPoint {
  const sizes = sizesOf(network)
  const sectors = point.levels.map((level) => ({ ...level, n: sizes.get(level.sectorId) ?? 0 }))
  const hidden = new Set(smallSectors(sectors).map(({ sectorId }) => sectorId))
  return {
    ...point,
    change: isSmallBefore ? null : point.change,
    levels: point.levels.filter(({ sectorId }) => !hidden.has(sectorId)),
  }
}

function sizesOf(network: Network): Map<string, number> {
  const sizes = new Map<string, number>()
  for (const k of network.labels.of) {
    const id = network.sectorIds[k]
    if (id !== undefined) sizes.set(id, (sizes.get(id) ?? 0) + 1)
  }
  return sizes
}
