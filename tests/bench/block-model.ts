import { buildCsr, type Csr } from '#shared/analytics/csr.ts'
import type { Labels } from '#shared/analytics/labels.ts'
import { createRandom, type Random } from '#shared/analytics/random.ts'

export interface ModelNetwork {
  csr: Csr
  labels: Labels
  /** both ends of every tie, in the order they were drawn */
  ties: [number, number][]
}

const SECTORS = 12
const INSIDE = 0.65
/** Exponent of the tail of expected degrees, and the largest over the smallest. */
const TAIL = 2.5
const SPREAD = 400

/**
 * A degree-corrected block model (Karrer & Newman 2011, PRE 83:016107): 12 sectors of uneven size, heavy-tailed expected degrees,
 * 65 % of the ties inside sectors, m = 3n. Simple; the same network for the same n and seed.
 */
export function blockModel(n: number, seed = 20240909): ModelNetwork {
  const random = createRandom(seed, n)
  const of = Uint16Array.from({ length: n }, () => drawSector(random))
  const weights = Float64Array.from({ length: n }, () => Math.min(SPREAD, unit(random) ** (-1 / (TAIL - 1))))
  const everybody = createUrn(
    Array.from(of, (_, v) => v),
    weights,
  )
  const members = Array.from({ length: SECTORS }, (_, k) =>
    createUrn(
      Array.from(of, (_, v) => v).filter((v) => of[v] === k),
      weights,
    ),
  )
  const ties: [number, number][] = []
  const seen = new Set<number>()
  while (ties.length < 3 * n) {
    const a = everybody(random)
    const inside = unit(random) < INSIDE
    const b = (inside ? members[of[a] ?? 0] : everybody)?.(random) ?? a
    if (a === b || (!inside && of[a] === of[b])) continue
    const key = Math.min(a, b) * n + Math.max(a, b)
    if (seen.has(key)) continue
    seen.add(key)
    ties.push([a, b])
  }
  const csr = buildCsr(
    n,
    ties.map(([a]) => a),
    ties.map(([, b]) => b),
  )
  return { csr, labels: { count: SECTORS, of }, ties }
}

const unit = (random: Random): number => (random.uint32() + 1) / 4294967297

/** Sector k has weight 1 / (k + 2): the first about a fifth of all, the last about a thirtieth. */
function drawSector(random: Random): number {
  const weights = Array.from({ length: SECTORS }, (_, k) => 1 / (k + 2))
  let left = unit(random) * weights.reduce((sum, weight) => sum + weight, 0)
  const sector = weights.findIndex((weight) => {
    left -= weight
    return left < 0
  })
  return sector < 0 ? SECTORS - 1 : sector
}

/** Draws one of the actors in proportion to its weight: a search in cumulated weights. */
function createUrn(actors: readonly number[], weights: Float64Array): (random: Random) => number {
  const upTo = new Float64Array(actors.length)
  let total = 0
  for (const [i, v] of actors.entries()) {
    total += weights[v] ?? 0
    upTo[i] = total
  }
  return (random) => {
    const wanted = unit(random) * total
    let low = 0
    let high = actors.length - 1
    while (low < high) {
      const middle = (low + high) >>> 1
      if ((upTo[middle] ?? 0) < wanted) low = middle + 1
      else high = middle
    }
    return actors[low] ?? 0
  }
}
