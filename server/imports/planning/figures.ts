import { integrationIndex } from '#shared/analytics/integration-index.ts'
import { assessSectors } from '#shared/analytics/sector-assessment.ts'
import type { DryRun } from '#shared/contract/imports.ts'
import type { RecordChange } from '../../db/changeset-log.ts'
import { levelOf } from '../../insights/sector-insight.ts'
import { coverageBySector, coverageGate } from '../../network/coverage.ts'
import type { Network } from '../../network/derive-network.ts'
import { partnerCounts } from '../../network/partner-counts.ts'
import { networkOn, patchSnapshot, type Snapshot } from '../../network/register.ts'

type Figures = NonNullable<DryRun['figures']>
type SectorFigures = Figures['sectors'][number]

/** The numbers of the official network on a day, as they are and as they would be. Quick: levels without tests. */
export function figuresOf(snapshot: Snapshot, changes: readonly RecordChange[], on: string): Figures {
  const before = read(networkOn(snapshot, 'official', on))
  const after = read(networkOn(patchSnapshot(snapshot, snapshot.revision + 1, changes), 'official', on))
  const ids = new Set([...before.sectors.keys(), ...after.sectors.keys()])
  const sectors = [...ids].map((sectorId): SectorFigures => {
    const [was, is] = [before.sectors.get(sectorId), after.sectors.get(sectorId)]
    return {
      sectorId,
      businesses: { before: was?.n ?? 0, after: is?.n ?? 0 },
      reached: { before: was?.reached ?? 0, after: is?.reached ?? 0 },
      levelBefore: was?.level ?? null,
      levelAfter: is?.level ?? null,
    }
  })
  return {
    businesses: { before: before.n, after: after.n },
    ties: { before: before.m, after: after.m },
    index: { before: before.index, after: after.index },
    sectors: sectors.filter(moves),
  }
}

const moves = ({ businesses, reached, levelBefore, levelAfter }: SectorFigures) =>
  businesses.before !== businesses.after || reached.before !== reached.after || levelBefore !== levelAfter

function read(network: Network) {
  const gate = coverageGate(network, coverageBySector(network))
  const levels = assessSectors(network.csr, network.labels, { seed: 0, gate, tests: false })
  const { cross } = partnerCounts(network)
  const sectors = new Map(
    network.sectorIds.map((id, k) => [id, { n: 0, reached: 0, level: levelOf(levels[k]!) }]),
  )
  for (const [v, k] of network.labels.of.entries()) {
    const sector = sectors.get(network.sectorIds[k] ?? '')
    if (!sector) continue
    sector.n++
    if (cross[v]! > 0) sector.reached++
  }
  return {
    n: network.csr.n,
    m: network.csr.m,
    index: integrationIndex(network.csr, network.labels).value?.index ?? null,
    sectors,
  }
}
