import { buildCsr, type Csr } from './csr.ts'
import { degrees } from './degree.ts'

/**
 * A ring lattice with the same degrees: everybody keeps the number of partners, and the partners are those nearest on a ring.
 *
 * Actors stand on the ring so that neighbours have like degrees (every second one by rank up, the others back down). Pairs are tied
 * by ascending ring distance as long as both lack partners. Where two lack one and cannot take each other, a tie x-y elsewhere
 * gives way to the two ties u-x and w-y. Watts & Strogatz 1998, Nature 393:440 (the ring); Telesford et al. 2011, Brain Connect
 * 1:367 (as reference for clustering, there reached by swaps). O(n log n + m + sum over distances of those still lacking).
 * Depends on the degrees alone. Actors are numbered by place on the ring. Where some are tied to a third of all or more, a few
 * degrees may fall short, because no tie can give way.
 */
export function ringLattice(csr: Csr): Csr {
  const { n } = csr
  const lacking = degreesAroundRing(csr)
  const ties: TieList = { n, sources: [], targets: [], keys: new Set() }
  let waiting = Array.from({ length: n }, (_, p) => p).filter((p) => lacking[p] > 0)
  for (let distance = 1; distance <= n / 2 && waiting.length > 1; distance++) {
    for (const p of waiting) {
      const q = (p + distance) % n
      if (lacking[p] === 0 || lacking[q] === 0 || areTied(ties, p, q)) continue
      addTie(ties, p, q)
      lacking[p]--
      lacking[q]--
    }
    waiting = waiting.filter((p) => lacking[p] > 0)
  }
  const left = waiting.flatMap((p) => new Array<number>(lacking[p]).fill(p))
  for (let i = 0; i + 1 < left.length; i += 2) makeRoom(ties, left[i], left[i + 1])
  return buildCsr(n, ties.sources, ties.targets)
}

function degreesAroundRing(csr: Csr): Uint32Array {
  const ranked = degrees(csr).sort().reverse()
  const n = ranked.length
  return Uint32Array.from(ranked, (_, p) => ranked[2 * p < n ? 2 * p : 2 * (n - p) - 1])
}

interface TieList {
  n: number
  sources: number[]
  targets: number[]
  keys: Set<number>
}

const keyOf = (n: number, p: number, q: number): number => Math.min(p, q) * n + Math.max(p, q)

const areTied = ({ n, keys }: TieList, p: number, q: number): boolean => keys.has(keyOf(n, p, q))

function addTie({ n, sources, targets, keys }: TieList, p: number, q: number): void {
  keys.add(keyOf(n, p, q))
  sources.push(p)
  targets.push(q)
}

/** One more tie for u and one for w, at the expense of the first tie whose ends can take them. */
function makeRoom(ties: TieList, u: number, w: number): void {
  const { sources, targets } = ties
  for (let e = 0; e < sources.length; e++) {
    if (giveWay(ties, e, sources[e], targets[e], u, w)) return
    if (giveWay(ties, e, targets[e], sources[e], u, w)) return
  }
}

function giveWay(ties: TieList, e: number, x: number, y: number, u: number, w: number): boolean {
  if (x === u || x === w || y === u || y === w || areTied(ties, u, x) || areTied(ties, w, y)) return false
  ties.keys.delete(keyOf(ties.n, x, y))
  ties.keys.add(keyOf(ties.n, u, x))
  ties.sources[e] = u
  ties.targets[e] = x
  addTie(ties, w, y)
  return true
}
