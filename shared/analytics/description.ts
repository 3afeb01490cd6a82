import type { ReasonCode, Sampling } from './measured.ts'
import type { Evidence } from './sector-assessment.ts'
import type { Diagnosis, SectorLevel } from './sector-level.ts'

/**
 * The document of `describeNetwork`. Keys are published: other programs read them. A key is absent when its metric was not asked
 * for; `null` means undefined, with the reason under `reasons` at the dotted path of the key. Lists of ids are sorted.
 */
export interface Description {
  /** sector per actor; null without sectors */
  nodes?: Record<string, string | null>
  edges?: [string, string][]
  n: number
  m: number
  density?: number | null
  /** component sizes, largest first */
  components?: number[]
  isolates?: string[]
  external?: number
  internal?: number
  EI?: number | null
  assortativity?: number | null
  modularity_sector?: number | null
  freeman?: number | null
  coleman?: Record<string, number | null>
  connectedness?: number | null
  resilience_all_pairs?: number | null
  cut_vertices?: string[]
  bridges?: [string, string][]
  index?: Record<'J' | 'S' | 'H' | 'T' | 'C' | 'INDEX', number> | null
  robustness_R?: number | null
  avg_clustering?: number | null
  /** `core` by degree descending, then id */
  core_periphery?: { Z: number; core: string[] } | null
  /** key `a|b` with a <= b */
  mixing?: Record<string, { obs: number; exp: number; oe: number | null }> | null
  sectors?: Record<string, SectorDescription>
  nodes_metrics?: Record<string, ActorDescription>
  reasons: Record<string, ReasonCode>
  /** how each tested figure was found, by dotted path */
  methods: Record<string, Sampling>
  seed: number
}

export interface SectorDescription {
  n?: number
  reached?: number
  E?: number
  a?: number | null
  a0?: number | null
  a1?: number | null
  rho?: number | null
  activity?: number | null
  openness?: number | null
  top1?: number | null
  p_reach_lower?: number | null
  p_min?: number | null
  level?: SectorLevel | null
  diagnosis?: Diagnosis
  I?: number
  EI?: number | null
  EI_p_inward?: number | null
  E_mean?: number | null
  E_var?: number | null
  q?: number | null
  evidence?: Evidence | null
  bridging?: boolean
  gate?: boolean
}

export interface ActorDescription {
  degree?: number
  betweenness?: number
  closeness_wf?: number
  harmonic?: number
  constraint?: number | null
  effective_size?: number | null
  core?: number
  blau?: number | null
  shannon?: number | null
  /** roles that occur */
  gf?: Record<string, number>
  ei?: number | null
}
