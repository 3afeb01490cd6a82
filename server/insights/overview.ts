import type { Measured } from '#shared/analytics/measured.ts'
import type { IndexChange, Moved, Overview, SectorInsight } from '#shared/contract/insights.ts'
import type { DefinitionId, On } from '#shared/contract/vocabulary.ts'
import { absentSectors } from '../network/absent-sectors.ts'
import { coverageBySector, totalCoverage } from '../network/coverage.ts'
import { type Network, sectorIdAt } from '../network/derive-network.ts'
import { countUnlinked } from '../network/partner-counts.ts'
import { previousQuarterEnd, quarterAt } from '../network/period.ts'
import { networkSoon, type Snapshot } from '../network/register.ts'
import { sectorPairs, widestGap } from '../network/sector-pairs.ts'
import { lapsedPairs } from '../network/tie-sets.ts'
import { indexChange, type ReadNetwork } from './index-change.ts'
import { indexReading } from './index-reading.ts'
import { movedBetween } from './moved.ts'
import type { Structure } from './reading.ts'
import { type Readings, readForSeries } from './readings.ts'
import { byUrgency, headlineSectors } from './sector-insight.ts'
import { sectorsOf } from './sectors.ts'

/** A network on a date and the one it is compared with: the end of the quarter before; nothing where dates are ignored. */
export interface Comparison {
  now: ReadNetwork
  before: (ReadNetwork & { on: string }) | null
}

export async function compareOn(
  snapshot: Snapshot,
  readings: Readings,
  definition: DefinitionId,
  on: On,
  comparedOn?: string,
): Promise<Comparison> {
  const network = await networkSoon(snapshot, definition, on)
  if (on === 'all')
    return { now: { network, reading: await readings.of(network, snapshot.seed, true) }, before: null }
  const earlier = comparedOn ?? previousQuarterEnd(on)
  const networkBefore = await networkSoon(snapshot, definition, earlier)
  const [reading, readingBefore] = await Promise.all([
    readings.of(network, snapshot.seed, true),
    readForSeries(readings, networkBefore, snapshot.seed),
  ])
  return {
    now: { network, reading },
    before: { network: networkBefore, reading: readingBefore, on: earlier },
  }
}

export async function readOverview(
  snapshot: Snapshot,
  readings: Readings,
  definition: DefinitionId,
  on: On,
): Promise<Overview> {
  const comparison = await compareOn(snapshot, readings, definition, on)
  const { network, reading } = comparison.now
  const sectors = sectorsOf(comparison)
  const pairs = sectorPairs(network)
  const coverage = totalCoverage(coverageBySector(network))
  const lapsed = lapsedPairs(snapshot, network)
  return {
    revision: snapshot.revision,
    on,
    definition,
    partitionId: network.partition.id,
    period: on === 'all' ? null : quarterAt(on),
    index: indexReading(reading),
    change: await changeOf(readings, comparison),
    target: snapshot.target,
    n: network.csr.n,
    m: network.csr.m,
    unlinked: countUnlinked(network),
    sectors: sectors.sort(byUrgency),
    pairs,
    linkedPairs: pairs.filter((pair) => pair.observed > 0).length,
    possiblePairs: pairs.length,
    widestGap: widestGap(pairs),
    absent: absentSectors(snapshot, network, on),
    coverage: {
      ...coverage,
      unclassified: network.unclassified.length,
      outsideCity: network.outsideCity.length,
      expiredTies: lapsed.size,
    },
    moved: movedOf(comparison, lapsed, sectors),
    headlineSectorIds: headlineSectors(sectors),
    structure: structureOf(network, reading.structure!),
    seed: snapshot.seed,
  }
}

async function changeOf(readings: Readings, { now, before }: Comparison): Promise<IndexChange | null> {
  return before === null ? null : indexChange(readings, before, now, before.on)
}

function movedOf(
  { now, before }: Comparison,
  lapsed: ReadonlySet<string>,
  sectors: readonly SectorInsight[],
): Moved | null {
  return before === null ? null : movedBetween(before.network, now.network, lapsed, sectors)
}

/** So many actors whose exit would cut pairs apart are named. */
const NAMED_CUT_POINTS = 50

function structureOf(network: Network, structure: Structure): Overview['structure'] {
  return {
    density: undefinable(structure.density),
    components: structure.components,
    largestComponent: structure.largestComponent,
    connectedness: undefinable(structure.connectedness),
    centralization: undefinable(structure.centralization),
    resilience: undefinable(structure.resilience),
    ei: {
      ...undefinable(structure.ei),
      expected: structure.eiTest.value?.expectedEi ?? null,
      p: structure.eiTest.value?.p ?? null,
      exact: structure.eiTest.value === null ? null : structure.eiTest.value.method === 'exact',
    },
    assortativity: undefinable(structure.assortativity),
    modularity: undefinable(structure.modularity),
    articulation: structure.cutPoints.slice(0, NAMED_CUT_POINTS).map(({ actor, pairsLost }) => ({
      actorId: network.ids[actor]!,
      name: network.members[actor]!.name,
      sectorId: sectorIdAt(network, actor),
      pairs: pairsLost,
    })),
  }
}

function undefinable(figure: Measured<number>): { value: number | null; reason: string | null } {
  return { value: figure.value, reason: figure.reason ?? null }
}
