/**
 * Benjamini-Hochberg adjusted p-values (q): the smallest false discovery rate at which each test would be a finding.
 *
 * q_(i) = min over j >= i of min(1, p_(j) * N / j), tests in ascending order of p. Benjamini & Hochberg 1995, JRSS B 57:289.
 * O(N log N); equal p get equal q.
 */
export function benjaminiHochberg(p: readonly number[]): number[] {
  const order = p.map((_, i) => i).sort((i, j) => p[i] - p[j] || i - j)
  const q = new Array<number>(p.length)
  let smallest = 1
  for (let rank = p.length; rank >= 1; rank--) {
    const i = order[rank - 1]
    smallest = Math.min(smallest, (p[i] * p.length) / rank)
    q[i] = smallest
  }
  return q
}
