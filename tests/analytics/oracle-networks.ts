import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { buildCsr, type Csr } from '#shared/analytics/csr.ts'
import type { Labels } from '#shared/analytics/labels.ts'

/** One network with its ids in the order the kernels run in: ascending. */
export interface NamedNetwork {
  ids: string[]
  sectors: string[]
  csr: Csr
  labels: Labels
}

export const ORACLE_NAMES = ['N1', 'N2', 'N3', 'N4', 'KM', 'KD'] as const
export type OracleName = (typeof ORACLE_NAMES)[number]

const folder = resolve(import.meta.dirname, '../fixtures/oracles')

export function nameNetwork(
  sectorOf: ReadonlyMap<string, string>,
  ties: readonly (readonly [string, string])[],
): NamedNetwork {
  const ids = [...sectorOf.keys()].sort()
  const sectors = [...new Set(sectorOf.values())].sort()
  const place = new Map(ids.map((id, i) => [id, i]))
  const numberOf = (id: string): number => {
    const v = place.get(id)
    if (v === undefined) throw new Error(`a tie names ${id}, which is no actor`)
    return v
  }
  const csr = buildCsr(
    ids.length,
    ties.map(([a]) => numberOf(a)),
    ties.map(([, b]) => numberOf(b)),
  )
  const of = Uint16Array.from(ids, (id) => sectors.indexOf(sectorOf.get(id) ?? ''))
  return { ids, sectors, csr, labels: { count: sectors.length, of } }
}

export function readOracle(name: OracleName): NamedNetwork {
  const rows = (file: string): [string, string][] =>
    readFileSync(resolve(folder, file), 'utf8')
      .trim()
      .split('\n')
      .slice(1)
      .map((line) => line.split(',') as [string, string])
  return nameNetwork(new Map(rows(`${name}.nodes.csv`)), rows(`${name}.edges.csv`))
}

interface ExpectedSector {
  n: number
  reached: number
  E: number
  a: number
  a0: number
  a1: number
  rho: number | null
  activity: number | null
  openness: number | null
  top1: number | null
  p_reach_lower: number
  p_min: number
  level: string
  diagnosis: string
  I: number
  EI: number | null
  EI_p_inward: number
  E_mean: number
  E_var: number
}

export interface ExpectedActor {
  degree: number
  betweenness: number
  closeness_wf: number
  harmonic: number
  constraint: number | null
  effective_size: number | null
  core: number
  blau: number | null
  shannon: number | null
  gf: Record<string, number>
  ei: number | null
}

export interface ExpectedNetwork {
  nodes: Record<string, string>
  edges: [string, string][]
  n: number
  m: number
  density: number
  components: number[]
  isolates: string[]
  external: number
  internal: number
  EI: number | null
  assortativity: number | null
  modularity_sector: number | null
  freeman: number | null
  coleman: Record<string, number | null>
  connectedness: number
  resilience_all_pairs: number
  cut_vertices: string[]
  bridges: [string, string][]
  index: Record<'J' | 'S' | 'H' | 'T' | 'C' | 'INDEX', number>
  robustness_R: number
  avg_clustering: number
  core_periphery: { Z: number; core: string[] }
  mixing: Record<string, { obs: number; exp: number; oe: number | null }>
  sectors: Record<string, ExpectedSector>
  nodes_metrics: Record<string, ExpectedActor>
}

export const EXPECTED = JSON.parse(readFileSync(resolve(folder, 'expected.json'), 'utf8')) as Record<
  OracleName,
  ExpectedNetwork
>
