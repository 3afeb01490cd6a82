import type { Csr } from './csr.ts'

/**
 * Core number: the largest k such that the actor belongs to a part of the network where everybody has k partners or more.
 *
 * Seidman 1983, Soc Networks 5:269; by bins of degree, Batagelj & Zaversnik 2003, arXiv:cs/0310049. O(n + m). Isolates have 0.
 */
export function coreNumbers(csr: Csr): Uint32Array {
  const { n, offsets, neighbours } = csr
  const core = new Uint32Array(n)
  let most = 0
  for (let v = 0; v < n; v++) {
    core[v] = offsets[v + 1] - offsets[v]
    if (core[v] > most) most = core[v]
  }
  // actors in order of remaining degree; bin[d] is where those with d begin
  const bin = new Uint32Array(most + 2)
  for (let v = 0; v < n; v++) bin[core[v] + 1]++
  for (let d = 0; d <= most; d++) bin[d + 1] += bin[d]
  const order = new Uint32Array(n)
  const place = new Uint32Array(n)
  const next = bin.slice()
  for (let v = 0; v < n; v++) {
    place[v] = next[core[v]]++
    order[place[v]] = v
  }
  for (let i = 0; i < n; i++) {
    const v = order[i]
    for (let j = offsets[v]; j < offsets[v + 1]; j++) {
      const w = neighbours[j]
      if (core[w] <= core[v]) continue
      // w changes places with the first of its bin, which then begins one later
      const front = bin[core[w]]++
      const displaced = order[front]
      order[place[w]] = displaced
      place[displaced] = place[w]
      order[front] = w
      place[w] = front
      core[w]--
    }
  }
  return core
}
