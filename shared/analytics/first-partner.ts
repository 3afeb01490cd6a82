import type { Labels } from './labels.ts'
import { type Measured, undefinedFor } from './measured.ts'
import { type Survival, survival } from './survival.ts'

/**
 * Time to the first partner, by cohort: a survival curve per cohort of the days from an actor's entry to its first tie, so that
 * 1 - S(t) is the share with a partner after t days. With sectors given: to its first partner in another sector.
 *
 * Kaplan & Meier 1958, JASA 53:457. O(ties + n log n). Who has no partner by `until` (the day it left, or the end of the data) is
 * censored there; a tie older than the entry counts as day 0; a tie from `until` on is not seen. Days are whole numbers from any
 * origin. Undefined for a cohort without actors.
 */
export interface CohortActors {
  /** cohorts, 0 .. count - 1, and that of every actor */
  count: number
  of: ArrayLike<number>
  /** per actor: day of entry, and the day from which it is no longer observed */
  entered: ArrayLike<number>
  until: ArrayLike<number>
}

export interface StartedTies {
  sources: ArrayLike<number>
  targets: ArrayLike<number>
  /** day of the start */
  started: ArrayLike<number>
}

export function firstPartner(actors: CohortActors, ties: StartedTies, labels?: Labels): Measured<Survival>[] {
  const first = firstTieDays(actors.of.length, ties, labels)
  const durations: number[][] = Array.from({ length: actors.count }, () => [])
  const found: number[][] = Array.from({ length: actors.count }, () => [])
  for (let v = 0; v < first.length; v++) {
    const seen = first[v] < actors.until[v]
    durations[actors.of[v]].push(Math.max(0, (seen ? first[v] : actors.until[v]) - actors.entered[v]))
    found[actors.of[v]].push(seen ? 1 : 0)
  }
  return durations.map((days, c) =>
    days.length === 0 ? undefinedFor('no-actors') : survival(days, found[c]),
  )
}

/** Day of every actor's first tie, or infinity. */
function firstTieDays(n: number, { sources, targets, started }: StartedTies, labels?: Labels): Float64Array {
  const first = new Float64Array(n).fill(Number.POSITIVE_INFINITY)
  for (let e = 0; e < started.length; e++) {
    const a = sources[e]
    const b = targets[e]
    if (a === b || (labels && labels.of[a] === labels.of[b])) continue
    if (started[e] < first[a]) first[a] = started[e]
    if (started[e] < first[b]) first[b] = started[e]
  }
  return first
}
