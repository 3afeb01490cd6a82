import type { Csr } from './csr.ts'
import { type Labels, sectorSizes } from './labels.ts'
import { type Measured, measured, type Sampling, undefinedFor } from './measured.ts'
import { createRandom, type Random, STREAM } from './random.ts'

/**
 * Reach of a sector when sectors are shuffled only within strata, such as kecamatan: does place explain what looks like sector.
 *
 *   expected_k = sum over members i's place holders of [1 - product over strata g of C(n_kg - o_g, d_ig) / C(N_g - o_g, d_ig)]
 *
 * that is, for every actor i its chance n_kg/N_g of being in k times the chance that some partner is not, given that it is (o_g is
 * 1 in its own stratum, else 0; d_ig its partners in g; N_g actors, n_kg members of k in g). Lower tail P(reached <= observed) by
 * 9,999 shuffles within strata from the seed, p = (b + 1) / (B + 1). Krackhardt & Stern 1988, Soc Psych Q 51:123, restricted as in
 * Good 2005, Permutation, Parametric and Bootstrap Tests; Phipson & Smyth 2010, SAGMB 9:39. O(B (n + m) + K (n + m)).
 * One entry per sector; undefined for an empty one.
 */
export interface StratifiedReach {
  reached: number
  /** expected reached members */
  expected: number
  /** reached / expected, the rho of `sector-reach` with place held */
  ratio: Measured<number>
  p: number
  sampling: Sampling
}

export const STRATA_PERMUTATIONS = 9_999

/**
 * @param stratum number per actor
 * @param onDraw called after each shuffle; may throw to stop
 */
export function reachWithinStrata(
  csr: Csr,
  labels: Labels,
  stratum: ArrayLike<number>,
  seed: number,
  draws = STRATA_PERMUTATIONS,
  onDraw?: (done: number) => void,
): Measured<StratifiedReach>[] {
  const sizes = sectorSizes(labels)
  const observed = countReached(csr, labels.of, new Uint32Array(labels.count))
  const groups = groupByStratum(csr.n, stratum)
  const expected = expectedReached(csr, labels, stratum, groups)
  const random = createRandom(seed, STREAM.strata)
  const of = labels.of.slice()
  const drawn = new Uint32Array(labels.count)
  const fewer = new Uint32Array(labels.count)
  for (let b = 0; b < draws; b++) {
    for (const group of groups) shuffleAmong(of, group, random)
    countReached(csr, of, drawn)
    for (let k = 0; k < labels.count; k++) if (drawn[k] <= observed[k]) fewer[k]++
    onDraw?.(b + 1)
  }
  return Array.from(sizes, (size, k) => {
    if (size === 0) return undefinedFor('empty-sector')
    return measured({
      reached: observed[k],
      expected: expected[k],
      ratio: expected[k] === 0 ? undefinedFor('nothing-expected') : measured(observed[k] / expected[k]),
      p: (fewer[k] + 1) / (draws + 1),
      sampling: { method: 'sampled', draws },
    })
  })
}

function countReached({ n, offsets, neighbours }: Csr, of: Uint16Array, reached: Uint32Array): Uint32Array {
  reached.fill(0)
  for (let v = 0; v < n; v++) {
    for (let i = offsets[v], end = offsets[v + 1]; i < end; i++) {
      if (of[neighbours[i]] === of[v]) continue
      reached[of[v]]++
      break
    }
  }
  return reached
}

function groupByStratum(n: number, stratum: ArrayLike<number>): Uint32Array[] {
  const groups = new Map<number, number[]>()
  for (let v = 0; v < n; v++) {
    const group = groups.get(stratum[v])
    if (group) group.push(v)
    else groups.set(stratum[v], [v])
  }
  return Array.from(groups.keys())
    .sort((a, b) => a - b)
    .map((g) => Uint32Array.from(groups.get(g) ?? []))
}

/** Fisher-Yates over the labels of one group of actors. */
function shuffleAmong(of: Uint16Array, group: Uint32Array, random: Random): void {
  for (let i = group.length - 1; i > 0; i--) {
    const j = random.below(i + 1)
    const held = of[group[i]]
    of[group[i]] = of[group[j]]
    of[group[j]] = held
  }
}

function expectedReached(
  { n, offsets, neighbours }: Csr,
  { count, of }: Labels,
  stratum: ArrayLike<number>,
  groups: readonly Uint32Array[],
): Float64Array {
  const expected = new Float64Array(count)
  const place = new Map(groups.map((group, g) => [stratum[group[0]], g]))
  const groupOf = Uint32Array.from({ length: n }, (_, v) => place.get(stratum[v]) ?? 0)
  const members = groups.map((group) => {
    const tally = new Uint32Array(count)
    for (const v of group) tally[of[v]]++
    return tally
  })
  // partners of the actor at hand already taken as members, per stratum; itself first
  const taken = new Uint32Array(groups.length)
  for (let v = 0; v < n; v++) {
    const home = groupOf[v]
    for (let k = 0; k < count; k++) {
      if (members[home][k] === 0) continue
      taken[home] = 1
      let allInside = 1
      for (let i = offsets[v]; i < offsets[v + 1]; i++) {
        const g = groupOf[neighbours[i]]
        allInside *= Math.max(0, members[g][k] - taken[g]) / (groups[g].length - taken[g])
        taken[g]++
      }
      taken[home] = 0
      for (let i = offsets[v]; i < offsets[v + 1]; i++) taken[groupOf[neighbours[i]]] = 0
      expected[k] += (members[home][k] / groups[home].length) * (1 - allInside)
    }
  }
  return expected
}
