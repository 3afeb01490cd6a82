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
  mean_degree?: number | null
  /** entry d: actors with d partners */
  degree_distribution?: number[]
  centralization?: number | null
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
  /** pairs that each of the cut vertices and bridges would cut apart, in their order */
  pairs_lost?: { cut_vertices: number[]; bridges: number[] }
  index?: Record<'J' | 'S' | 'H' | 'T' | 'C' | 'INDEX', number> | null
  /** of the index since an earlier date, with the Shapley parts of the same cohort */
  change?: Record<'total' | 'same_cohort' | 'composition' | 'J' | 'S' | 'C', number> | null
  robustness_R?: number | null
  avg_clustering?: number | null
  triangles?: number
  transitivity?: number | null
  /** `core` by degree descending, then id */
  core_periphery?: {
    Z: number
    core: string[]
    fit: number | null
    tied_cut: boolean
    equal_sizes: number
  } | null
  /** key `a|b` with a <= b */
  mixing?: Record<string, { obs: number; exp: number; oe: number | null }> | null
  /** by pair of sectors, as in `mixing`; null where too few ties are expected */
  pair_tests?: Record<string, { p: number | null; q: number | null }> | null
  /** by area; a mean or share is null where nobody is */
  places?: Record<string, PlaceDescription>
  communities?: CommunityDescription | null
  helix?: HelixDescription | null
  /** of the largest component */
  small_world?: Record<'n' | 'omega' | 'C' | 'L' | 'C_random' | 'L_random' | 'C_lattice', number> | null
  EI_test?: Record<'EI_expected' | 'E_mean' | 'E_var' | 'p_inward', number> | null
  benchmark?: Record<'mean' | 'deviation' | 'error', number> | null
  band?: Record<'low' | 'high' | 'standard_error', number> | null
  turnover?: QuarterDescription[]
  survival?: SurvivalDescription | null
  /** waiting times by year of entry */
  first_partner?: {
    /** actors left out because nobody knows when they entered */
    without_entry: number
    cohorts: Record<string, { partner: CurveDescription | null; cross_sector?: CurveDescription | null }>
  }
  /** pairs that were at an event together, by the first and then the second id: weight and events shared */
  together?: { a: string[]; b: string[]; weight: number[]; events: number[] }
  attendance_conversion?: ConversionDescription
  sectors?: Record<string, SectorDescription>
  nodes_metrics?: Record<string, ActorDescription>
  reasons: Record<string, ReasonCode>
  /** how each tested figure was found, by dotted path */
  methods: Record<string, Sampling>
  seed: number
  /** the source of chance that the seed belongs to: algorithm, seeding, shuffle, version */
  generator: string
}

export interface HelixDescription {
  /** actors of every role */
  roles: Record<string, number>
  present: number
  pairs_met: number
  pairs_possible: number
  /** key `a|b`, in the order of the roles */
  pairs: Record<string, { obs: number; exp: number; density: number | null; oe: number | null }>
}

export interface CommunityDescription {
  count: number
  /** members, most first */
  sizes: number[]
  modularity: number
  /** agreement with the sectors */
  adjusted_rand?: number | null
  mutual_information?: number | null
}

/** Against the quarter before; the last one may end early, with the data. */
export interface QuarterDescription {
  quarter: string
  /** ISO date of the reading */
  on: string
  ties: number
  new: number
  ended: number
  net: number
  dissolution: number | null
  jaccard: number | null
}

export interface SurvivalDescription extends CurveDescription {
  /** spells left out because nobody knows when they began */
  without_start: number
}

/** Ended stands for having found a partner where that is waited for. */
export interface CurveDescription {
  observed: number
  ended: number
  median_days: number | null
  steps: { days: number; at_risk: number; ended: number; survival: number; standard_error: number }[]
}

/** Pairs from two sectors that met at an event untied, against pairs alike that did not meet. */
export interface ConversionDescription {
  invited: number
  attended: number
  introduced: number
  tied: number
  /** met too late to have been observed for the whole time */
  pending: number
  rate: number | null
  matched: number
  matched_rate: number | null
  comparison_pairs: number
  comparison_rate: number | null
  difference: number | null
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
  /** open pairs of two other sectors that its members stand between */
  liaison?: number
  stability?: number | null
  /** lower tails of reached members and external ties with everybody's degree kept */
  p_rewired_reach?: number | null
  p_rewired_ties?: number | null
  rho_within_strata?: number | null
  p_within_strata?: number | null
}

export interface PlaceDescription {
  n: number
  isolates: number
  reached: number
  /** reached / n */
  reach: number | null
  /** isolates / n */
  isolated: number | null
  /** mean number of partners */
  partners: number | null
}

export interface ActorDescription {
  degree?: number
  betweenness?: number
  betweenness_norm?: number | null
  closeness_wf?: number
  harmonic?: number
  harmonic_norm?: number | null
  constraint?: number | null
  effective_size?: number | null
  core?: number
  triangles?: number
  clustering?: number | null
  pagerank?: number
  /** number of its community */
  community?: number | null
  blau?: number | null
  iqv?: number | null
  shannon?: number | null
  effective_sectors?: number | null
  /** roles that occur */
  gf?: Record<string, number>
  ei?: number | null
}
