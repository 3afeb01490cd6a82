import type { Csr } from './csr.ts'

/**
 * Exact mean and variance of the number of ties between different classes when class labels are shuffled over the actors.
 *
 *   With s the chance that both ends of a tie share a class, s3 that both ends of two ties with a common actor do, s22 that
 *   both of two disjoint ties do, P = sum d(d-1) and (x)_r falling factorials:
 *   mean = m (1 - s),   variance = m s + P s3 + (m(m-1) - P) s22 - (m s)^2
 *   s = sum (n_k)_2 / (n)_2,  s3 = sum (n_k)_3 / (n)_3,  s22 = [(sum (n_k)_2)^2 - sum (n_k)_2^2 + sum (n_k)_4] / (n)_4
 *
 * Krackhardt & Stern 1988, Soc Psych Q 51:123 (the test); the variance is that of a join count, Moran 1948, JRSS B 10:243.
 * O(n + K). Two classes [n_k, n - n_k] give the external ties of one sector; all sizes give those of the network.
 * n >= 2.
 */
export function cutMoments(csr: Csr, classSizes: ArrayLike<number>): { mean: number; variance: number } {
  const { n, m, offsets } = csr
  let wedges = 0
  for (let v = 0; v < n; v++) {
    const d = offsets[v + 1] - offsets[v]
    wedges += d * (d - 1)
  }
  let pairs = 0
  let squaredPairs = 0
  let triples = 0
  let quadruples = 0
  for (let k = 0; k < classSizes.length; k++) {
    const x = classSizes[k]
    const pair = x * (x - 1)
    pairs += pair
    squaredPairs += pair * pair
    triples += pair * (x - 2)
    quadruples += pair * (x - 2) * (x - 3)
  }
  const all = n * (n - 1)
  const s = pairs / all
  const s3 = n < 3 ? 0 : triples / (all * (n - 2))
  const s22 = n < 4 ? 0 : (pairs * pairs - squaredPairs + quadruples) / (all * (n - 2) * (n - 3))
  const variance = m * s + wedges * s3 + (m * (m - 1) - wedges) * s22 - m * s * (m * s)
  return { mean: m * (1 - s), variance: Math.max(0, variance) }
}
