import type { Csr } from './csr.ts'
import type { Labels } from './labels.ts'
import type { Measured, Sampling } from './measured.ts'

export type SectorLevel = 'ISOLATED' | 'WEAK' | 'INTEGRATED' | 'NO_NETWORK'
export type Diagnosis = 'CLOSED' | 'DORMANT' | 'ONE_BRIDGE' | '-'
export type Evidence = 'STRONG' | 'INDICATION' | 'INSUFFICIENT' | 'UNTESTABLE'

export interface SectorAssessment {
  /** position in the labels */
  sector: number
  n: number
  /** members with a partner in another sector */
  reached: number
  internal: number
  external: number
  /** tie ends: 2 * internal + external */
  degree: number
  /** reached / n */
  reach: Measured<number>
  /** expected reach with sectors shuffled over the whole network, and over the sector's own ties */
  a0: Measured<number>
  a1: Measured<number>
  rho: Measured<number>
  activity: Measured<number>
  openness: Measured<number>
  /** share of the external ties held by the member with most of them */
  top1: Measured<number>
  oneBridge: boolean
  /** coverage suffices; without it there is no level */
  gate: boolean
  level: Measured<SectorLevel>
  diagnosis: Diagnosis
  /** lower tail of the reached count under shuffled sectors */
  p: Measured<number>
  /** P(reached = 0) */
  pMin: Measured<number>
  testable: boolean
  /** Benjamini-Hochberg over the testable sectors that pass the gate */
  q: Measured<number>
  liaison: number
  /** upper tail of the liaison count; asked of integrated sectors with three or more */
  liaisonP: Measured<number>
  liaisonQ: Measured<number>
  bridging: boolean
  /** null for an integrated sector that is not bridging, and without a level */
  evidence: Evidence | null
  /** (external - internal) / (external + internal) */
  ei: Measured<number>
  /** exact mean and variance of the external ties under shuffled sectors, and the lower tail */
  externalMean: Measured<number>
  externalVariance: Measured<number>
  eiP: Measured<number>
  /** how p, pMin and eiP, and how liaisonP, were found; null where they were not */
  sampling: Sampling | null
  liaisonSampling: Sampling | null
  /** share of the leave-one-actor-out runs that keep the level */
  stability: Measured<number>
}

export interface AssessOptions {
  seed: number
  /** per sector: coverage suffices (default: all) */
  gate?: boolean[]
  /** false leaves out every p, q, evidence and stability (for quick before/after readings) */
  tests?: boolean
}

export declare function assessSectors(csr: Csr, labels: Labels, options: AssessOptions): SectorAssessment[]
