import type { Csr } from './csr.ts'
import { induce } from './induce.ts'
import { integrationIndex } from './integration-index.ts'
import type { Labels } from './labels.ts'
import { type Measured, measured, undefinedFor } from './measured.ts'

/**
 * What moved the index between two dates.
 *
 *   total = sameCohort + composition
 *   sameCohort   index induced on the actors present at both dates, later minus earlier, sector as of each date
 *   composition  the rest: actors that came in or left
 *   pillars      exact Shapley parts of sameCohort over J, S, C (six orders; Shorrocks 2013, J Econ Inequal 11:99)
 *
 * O(n + m). Undefined where the index of either date, or of the cohort at either date, is.
 */
export interface Pillars {
  J: number
  S: number
  C: number
}

export interface ChangeSplit {
  /** points of the index */
  total: number
  sameCohort: number
  composition: number
  /** points; they add up to sameCohort */
  pillars: Pillars
  /** actors present at both dates, came in, left */
  cohortSize: number
  entered: number
  left: number
}

export interface LabelledNetwork {
  csr: Csr
  labels: Labels
}

/** @param match for each actor of the later network its number in the earlier one, or -1 */
export function splitChange(
  before: LabelledNetwork,
  after: LabelledNetwork,
  match: ArrayLike<number>,
): Measured<ChangeSplit> {
  const wholeBefore = integrationIndex(before.csr, before.labels)
  if (wholeBefore.value === null) return undefinedFor('undefined-before')
  const wholeAfter = integrationIndex(after.csr, after.labels)
  if (wholeAfter.value === null) return undefinedFor('undefined-after')

  const keptAfter: number[] = []
  const keptBefore: number[] = []
  for (let v = 0; v < after.csr.n; v++) {
    if (match[v] < 0) continue
    keptAfter.push(v)
    keptBefore.push(match[v])
  }
  const cohortBefore = indexOfCohort(before, keptBefore)
  if (cohortBefore.value === null) return undefinedFor('cohort-undefined-before')
  const cohortAfter = indexOfCohort(after, keptAfter)
  if (cohortAfter.value === null) return undefinedFor('cohort-undefined-after')

  const total = wholeAfter.value.index - wholeBefore.value.index
  const sameCohort = cohortAfter.value.index - cohortBefore.value.index
  return measured({
    total,
    sameCohort,
    composition: total - sameCohort,
    pillars: shapleyByPillar(cohortBefore.value, cohortAfter.value),
    cohortSize: keptAfter.length,
    entered: after.csr.n - keptAfter.length,
    left: before.csr.n - keptBefore.length,
  })
}

function indexOfCohort(network: LabelledNetwork, kept: number[]) {
  const cohort = induce(network.csr, network.labels, kept)
  return integrationIndex(cohort.csr, cohort.labels)
}

/** Exact Shapley split of the change of 100 * (J * S * C)^(1/3), in points. Shares 0 .. 1 in. */
export function shapleyByPillar(before: Pillars, after: Pillars): Pillars {
  return {
    J: shapleyPart(before.J, after.J, before.S, after.S, before.C, after.C),
    S: shapleyPart(before.S, after.S, before.J, after.J, before.C, after.C),
    C: shapleyPart(before.C, after.C, before.J, after.J, before.S, after.S),
  }
}

/** Part of the first pillar: first of the three to change in two orders, second in one each, last in two. */
function shapleyPart(x0: number, x1: number, y0: number, y1: number, z0: number, z1: number): number {
  const gain = (y: number, z: number): number => 100 * (Math.cbrt(x1 * y * z) - Math.cbrt(x0 * y * z))
  return (2 * gain(y0, z0) + gain(y1, z0) + gain(y0, z1) + 2 * gain(y1, z1)) / 6
}
