import type { Csr } from '#shared/analytics/csr.ts'

/**
 * How far drawn distances are from distances in the network: sum over pairs of ((s |x_i - x_j| - d) / d)^2, over their number, at the
 * scale s that is best. Kamada & Kawai 1989, Inf Process Lett 31:7. Pairs of `sources` evenly spread actors with all they can reach.
 */
export function layoutStress(csr: Csr, xy: ArrayLike<number>, sources = 200): number {
  const { n, offsets, neighbours } = csr
  const queue = new Uint32Array(n)
  const distance = new Int32Array(n)
  let pairs = 0
  let linear = 0
  let square = 0
  for (let s = 0; s < sources; s++) {
    const source = Math.floor((s * n) / sources)
    distance.fill(-1)
    distance[source] = 0
    queue[0] = source
    let length = 1
    for (let head = 0; head < length; head++) {
      const v = queue[head]!
      for (let i = offsets[v]!; i < offsets[v + 1]!; i++) {
        const w = neighbours[i]!
        if (distance[w]! >= 0) continue
        distance[w] = distance[v]! + 1
        queue[length++] = w
      }
    }
    for (let i = 1; i < length; i++) {
      const w = queue[i]!
      const drawn = Math.hypot(xy[2 * source]! - xy[2 * w]!, xy[2 * source + 1]! - xy[2 * w + 1]!)
      const ratio = drawn / distance[w]!
      linear += ratio
      square += ratio * ratio
      pairs++
    }
  }
  // sum (s r - 1)^2 is least at s = sum r / sum r^2
  return 1 - (linear * linear) / (square * pairs)
}
