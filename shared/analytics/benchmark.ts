import type { Csr } from './csr.ts'
import type { Labels } from './labels.ts'
import type { Measured, Sampling } from './measured.ts'

export interface Benchmark extends Sampling {
  /** mean index with sectors shuffled over the same ties, 0 .. 100 */
  mean: number
  /** standard deviation over the labellings */
  deviation: number
  /** Monte-Carlo standard error of the mean; 0 when exact */
  error: number
}

export declare function benchmark(csr: Csr, labels: Labels, seed: number): Measured<Benchmark>
