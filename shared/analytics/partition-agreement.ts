import { type Measured, measured, undefinedFor } from './measured.ts'

/**
 * Agreement of two partitions of the same actors, such as the communities found in the ties and the sectors.
 *
 *   adjusted Rand     (S - E) / ((A + B)/2 - E),  S = sum C(n_ij, 2), A = sum C(a_i, 2), B = sum C(b_j, 2), E = A B / C(n, 2)
 *   normalised mutual information   2 I / (H_a + H_b),  in nats
 *
 * Hubert & Arabie 1985, J Classif 2:193; Danon et al. 2005, J Stat Mech P09008. 1 the same partition, 0 as by chance (Rand) or
 * without any shared information. O(n). Numbers of classes do not matter, only who is together. Undefined below two actors, and
 * where both partitions put everybody together, or both nobody with another (Rand), or both everybody together (information).
 */
export interface PartitionAgreement {
  adjustedRand: Measured<number>
  mutualInformation: Measured<number>
}

export function partitionAgreement(a: ArrayLike<number>, b: ArrayLike<number>): PartitionAgreement {
  const n = a.length
  if (b.length !== n) throw new RangeError('the partitions are of different actors')
  if (n < 2) {
    const missing = undefinedFor('fewer-than-two-actors')
    return { adjustedRand: missing, mutualInformation: missing }
  }
  const rows = tally(n, (v) => a[v])
  const columns = tally(n, (v) => b[v])
  const spread = 1 + maximum(b)
  const cells = tally(n, (v) => a[v] * spread + b[v])
  return {
    adjustedRand: randIndex(n, rows, columns, cells),
    mutualInformation: information(n, rows, columns, cells),
  }
}

type Tally = ReadonlyMap<number, number>

function tally(n: number, classOf: (v: number) => number): Tally {
  const counts = new Map<number, number>()
  for (let v = 0; v < n; v++) counts.set(classOf(v), (counts.get(classOf(v)) ?? 0) + 1)
  return counts
}

function maximum(values: ArrayLike<number>): number {
  let most = 0
  for (let v = 0; v < values.length; v++) most = Math.max(most, values[v])
  return most
}

function randIndex(n: number, rows: Tally, columns: Tally, cells: Tally): Measured<number> {
  const together = pairs(cells)
  const inRows = pairs(rows)
  const inColumns = pairs(columns)
  const expected = (inRows * inColumns) / ((n * (n - 1)) / 2)
  const most = (inRows + inColumns) / 2
  if (most === expected) return undefinedFor('no-contrast')
  return measured((together - expected) / (most - expected))
}

function pairs(counts: Tally): number {
  let sum = 0
  for (const size of counts.values()) sum += (size * (size - 1)) / 2
  return sum
}

function information(n: number, rows: Tally, columns: Tally, cells: Tally): Measured<number> {
  const inRows = entropy(n, rows)
  const inColumns = entropy(n, columns)
  if (inRows + inColumns === 0) return undefinedFor('no-contrast')
  const shared = inRows + inColumns - entropy(n, cells)
  // rounding may leave a trace where nothing is shared
  return measured(Math.min(1, Math.max(0, (2 * shared) / (inRows + inColumns))))
}

/** Summed by size of class, so that the order of actors does not matter. */
function entropy(n: number, counts: Tally): number {
  if (counts.size === 1) return 0
  const sizes = Float64Array.from(counts.values()).sort()
  let sum = 0
  for (const size of sizes) sum -= (size / n) * Math.log(size / n)
  return sum
}
