import type { Csr } from './csr.ts'

/**
 * PageRank: how often a walker is at an actor who follows a random partner with chance 0.85 and else starts anew anywhere.
 *
 *   x_v = (1 - a)/n + a * (sum over partners u of x_u / d_u + sum over isolates u of x_u / n),   a = 0.85,   sum x = 1
 *
 * Brin & Page 1998, Comput Netw ISDN Syst 30:107. On undirected ties the matrix is similar to a symmetric one with spectrum in
 * [-a, a], so Chebyshev's semi-iteration applies (Golub & Varga 1961, Numer Math 3:147): after k sweeps the error is below
 * 2 * 0.557^k of the whole; 56 sweeps leave 1e-14, without a stopping rule. O(56 (n + m)). Isolates hold what a fresh start
 * gives them. No actors: empty.
 */
export const DAMPING = 0.85

const SWEEPS = 56

export function pageRank(csr: Csr, damping = DAMPING): Float64Array {
  const { n, offsets, neighbours } = csr
  // fresh starts and isolates feed everybody alike, so the solution for an inflow of 1 only has to be scaled to sum 1
  const current = new Float64Array(n).fill(1)
  const before = new Float64Array(n)
  const passedOn = new Float64Array(n)
  let weight = 1
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    for (let v = 0; v < n; v++) passedOn[v] = (damping * current[v]) / (offsets[v + 1] - offsets[v])
    for (let v = 0; v < n; v++) {
      let inflow = 1
      for (let i = offsets[v], end = offsets[v + 1]; i < end; i++) inflow += passedOn[neighbours[i]]
      const held = current[v]
      current[v] = before[v] + weight * (inflow - before[v])
      before[v] = held
    }
    weight = sweep === 0 ? 2 / (2 - damping * damping) : 4 / (4 - damping * damping * weight)
  }
  let total = 0
  for (let v = 0; v < n; v++) total += current[v]
  for (let v = 0; v < n; v++) current[v] /= total
  return current
}
