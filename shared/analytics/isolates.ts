import type { Csr } from './csr.ts'

/** Actors of the network without a partner, ascending. Harary 1969, Graph Theory. O(n). */
export function isolates(csr: Csr): number[] {
  const found: number[] = []
  for (let v = 0; v < csr.n; v++) if (csr.offsets[v] === csr.offsets[v + 1]) found.push(v)
  return found
}
