import type { Csr } from './csr.ts'

/**
 * Twins: actors that could change places without anybody noticing, because they have the same partners, each other left aside.
 *
 * Structural equivalence, Lorrain & White 1971, J Math Sociol 1:49. All that is measured by paths is equal for twins, so it needs to
 * be found for one of them: networks of joint projects are full of actors with a single project. Rows are compared where a sum of
 * mixed numbers agrees. O(n + m) unless sums collide. Isolates are nobody's twins.
 *
 * @returns for every actor the lowest of its twins, itself where it has none
 */
export function lowestTwins(csr: Csr): Uint32Array {
  const { n, offsets, neighbours } = csr
  const lowest = Uint32Array.from({ length: n }, (_, v) => v)
  const open = new Float64Array(n)
  for (let v = 0; v < n; v++) {
    for (let i = offsets[v]; i < offsets[v + 1]; i++) open[v] += mix(neighbours[i])
  }
  // nobody has twins both among its partners and apart from them
  join(csr, lowest, open, false)
  const closed = open.map((sum, v) => sum + mix(v))
  join(csr, lowest, closed, true)
  return lowest
}

/** Scatters a number over 0 .. 2^32 - 1; sums of up to 2^21 of them are exact. */
function mix(v: number): number {
  let x = Math.imul(v ^ (v >>> 16) ^ 0x5bd1e995, 0x21f0aaad)
  x = Math.imul(x ^ (x >>> 15), 0x735a2d97)
  return (x ^ (x >>> 15)) >>> 0
}

function join(csr: Csr, lowest: Uint32Array, sums: Float64Array, partners: boolean): void {
  // the last one with a sum, and from each the one before it
  const last = new Map<number, number>()
  const before = new Int32Array(csr.n)
  for (let v = 0; v < csr.n; v++) {
    if (lowest[v] !== v || csr.offsets[v] === csr.offsets[v + 1]) continue
    const alike = last.get(sums[v]) ?? -1
    let twin = alike
    while (twin >= 0 && !areTwins(csr, twin, v, partners)) twin = before[twin]
    if (twin >= 0) lowest[v] = twin
    else {
      before[v] = alike
      last.set(sums[v], v)
    }
  }
}

function areTwins({ offsets, neighbours }: Csr, u: number, v: number, partners: boolean): boolean {
  let i = offsets[u]
  let j = offsets[v]
  const endU = offsets[u + 1]
  const endV = offsets[v + 1]
  if (endU - i !== endV - j) return false
  let met = false
  for (;;) {
    if (i < endU && neighbours[i] === v) {
      met = true
      i++
    } else if (j < endV && neighbours[j] === u) j++
    else if (i < endU && j < endV && neighbours[i] === neighbours[j]) {
      i++
      j++
    } else return i === endU && j === endV && met === partners
  }
}
