import { buildCsr, type Csr } from './csr.ts'
import type { Labels } from './labels.ts'

/**
 * The network induced on some of its actors: they, their sectors, and the ties among them.
 *
 * O(n + m). `kept` lists the actors in the order they shall have; the sectors keep their numbers, so some may become empty.
 */
export function induce(csr: Csr, labels: Labels, kept: ArrayLike<number>): { csr: Csr; labels: Labels } {
  const place = new Int32Array(csr.n).fill(-1)
  for (let i = 0; i < kept.length; i++) place[kept[i]] = i
  const sources: number[] = []
  const targets: number[] = []
  const of = new Uint16Array(kept.length)
  for (let i = 0; i < kept.length; i++) {
    const v = kept[i]
    of[i] = labels.of[v]
    for (let j = csr.offsets[v]; j < csr.offsets[v + 1]; j++) {
      const w = place[csr.neighbours[j]]
      if (w > i) {
        sources.push(i)
        targets.push(w)
      }
    }
  }
  return { csr: buildCsr(kept.length, sources, targets), labels: { count: labels.count, of } }
}
