import type { Csr } from './csr.ts'
import type { Labels } from './labels.ts'
import { upwardTies, visitTriangles } from './triangles.ts'

/**
 * Brokerage roles: open unordered pairs of partners a - v - b, a and b not tied, by the sectors of the three.
 *
 *   coordinator AAA, itinerant ABA, gatekeeper or representative AAB, liaison ABC (v in the middle)
 *
 * Gould & Fernandez 1989, Soc Methodology 19:89. R's sna counts coordinator, itinerant and liaison twice on a symmetric network.
 * All pairs by sector tallies, less those that a triangle closes: O(m^1.5). Isolates have 0 in each.
 */
export interface Brokerage {
  coordinator: Float64Array
  itinerant: Float64Array
  gateRep: Float64Array
  liaison: Float64Array
}

export function brokerage(csr: Csr, labels: Labels): Brokerage {
  const { n, offsets, neighbours } = csr
  const { of } = labels
  const roles: Brokerage = {
    coordinator: new Float64Array(n),
    itinerant: new Float64Array(n),
    gateRep: new Float64Array(n),
    liaison: new Float64Array(n),
  }
  const tally = new Uint32Array(labels.count)
  for (let v = 0; v < n; v++) {
    const own = of[v]
    const d = offsets[v + 1] - offsets[v]
    let sameOther = 0
    for (let i = offsets[v]; i < offsets[v + 1]; i++) {
      const k = of[neighbours[i]]
      if (k !== own) sameOther += tally[k]
      tally[k]++
    }
    const inside = tally[own]
    const outside = d - inside
    for (let i = offsets[v]; i < offsets[v + 1]; i++) tally[of[neighbours[i]]] = 0
    roles.coordinator[v] = (inside * inside - inside) / 2
    roles.itinerant[v] = sameOther
    roles.gateRep[v] = inside * outside
    roles.liaison[v] = (outside * outside - outside) / 2 - sameOther
  }
  visitTriangles(csr, upwardTies(csr), (a, b, c) => {
    close(roles, of, a, b, c)
    close(roles, of, b, a, c)
    close(roles, of, c, a, b)
  })
  return roles
}

/** Takes back the pair a, b that v does not broker because they are partners. */
function close(roles: Brokerage, of: Uint16Array, v: number, a: number, b: number): void {
  const own = of[v]
  if (of[a] === own && of[b] === own) roles.coordinator[v]--
  else if (of[a] === of[b]) roles.itinerant[v]--
  else if (of[a] === own || of[b] === own) roles.gateRep[v]--
  else roles.liaison[v]--
}
