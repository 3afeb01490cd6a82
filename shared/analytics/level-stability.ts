import type { Csr } from './csr.ts'
import { type Labels, sectorSizes } from './labels.ts'
import { isOneBridge, type SectorLevel, sectorLevel } from './sector-level.ts'
import { chanceOutside } from './sector-reach.ts'

/**
 * Share of the n leave-one-actor-out networks in which a sector keeps its level.
 *
 * Leaving out actor i changes expected reach only through n, n_k, the degree of i and those of its partners, so each run is an
 * update of sums: O(K * (n + m)) in all instead of n full readings. A run that leaves the sector empty does not keep its level.
 */
export function levelStability(
  csr: Csr,
  labels: Labels,
  levels: readonly (SectorLevel | null)[],
): Float64Array {
  const { n } = csr
  const sizes = sectorSizes(labels)
  const external = externalTies(csr, labels.of)
  const shares = new Float64Array(labels.count)
  for (let k = 0; k < labels.count; k++) {
    const level = levels[k]
    if (level === null || sizes[k] === 0) continue
    shares[k] = countKept(csr, labels.of, k, sizes[k], external, level) / n
  }
  return shares
}

/** Ties of each actor that leave its sector. */
function externalTies(csr: Csr, of: Uint16Array): Uint32Array {
  const external = new Uint32Array(csr.n)
  for (let v = 0; v < csr.n; v++) {
    for (let i = csr.offsets[v]; i < csr.offsets[v + 1]; i++) {
      if (of[csr.neighbours[i]] !== of[v]) external[v]++
    }
  }
  return external
}

function countKept(
  csr: Csr,
  of: Uint16Array,
  sector: number,
  size: number,
  external: Uint32Array,
  level: SectorLevel,
): number {
  const { n, offsets, neighbours } = csr
  const maxDegree = largestDegree(csr)
  const chanceOthersLeave = chanceOutside(size, n - 1, maxDegree)
  const chanceMemberLeaves = chanceOutside(size - 1, n - 1, maxDegree)
  const expectedOthersLeave = sumOverActors(csr, chanceOthersLeave)
  const expectedMemberLeaves = sumOverActors(csr, chanceMemberLeaves)

  const members: number[] = []
  for (let v = 0; v < n; v++) if (of[v] === sector) members.push(v)
  members.sort((v, w) => external[w] - external[v] || v - w)
  let reached = 0
  let ties = 0
  for (const v of members) {
    if (external[v] > 0) reached++
    ties += external[v]
  }

  const isPartnerOf = new Int32Array(n).fill(-1)
  let kept = 0
  for (let out = 0; out < n; out++) {
    const memberLeaves = of[out] === sector
    const chance = memberLeaves ? chanceMemberLeaves : chanceOthersLeave
    let expected = memberLeaves ? expectedMemberLeaves : expectedOthersLeave
    let reachedLeft = reached
    let tiesLeft = ties
    expected -= chance[offsets[out + 1] - offsets[out]]
    for (let i = offsets[out]; i < offsets[out + 1]; i++) {
      const w = neighbours[i]
      const d = offsets[w + 1] - offsets[w]
      expected += chance[d - 1] - chance[d]
      isPartnerOf[w] = out
      if (!memberLeaves && of[w] === sector) {
        tiesLeft--
        if (external[w] === 1) reachedLeft--
      }
    }
    if (memberLeaves) {
      tiesLeft -= external[out]
      if (external[out] > 0) reachedLeft--
    }
    let most = 0
    for (let i = 0; i < members.length && external[members[i]] > most; i++) {
      const v = members[i]
      if (v === out) continue
      const lost = !memberLeaves && isPartnerOf[v] === out ? 1 : 0
      most = Math.max(most, external[v] - lost)
    }
    const sizeLeft = size - (memberLeaves ? 1 : 0)
    if (sizeLeft === 0) continue
    const expectedReach = expected / (n - 1)
    const reach = reachedLeft / sizeLeft
    // sums updated in floating point: what is exactly zero may come out as a few units in the last place
    const rho = expectedReach < 1e-12 ? null : reach / expectedReach
    if (sectorLevel(rho, reach, isOneBridge(sizeLeft, tiesLeft, most)) === level) kept++
  }
  return kept
}

function largestDegree(csr: Csr): number {
  let largest = 0
  for (let v = 0; v < csr.n; v++) largest = Math.max(largest, csr.offsets[v + 1] - csr.offsets[v])
  return largest
}

function sumOverActors(csr: Csr, chance: Float64Array): number {
  let sum = 0
  for (let v = 0; v < csr.n; v++) sum += chance[csr.offsets[v + 1] - csr.offsets[v]]
  return sum
}
