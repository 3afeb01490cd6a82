import { type Measured, measured, undefinedFor } from './measured.ts'

/**
 * Survival: the estimated share that lasts longer than a time t, when some are still running at the end of the data.
 *
 *   S(t) = product over times u <= t at which something ended of (1 - ended(u) / at risk at u)
 *
 * Kaplan & Meier 1958, JASA 53:457; variance by Greenwood: S(t)^2 * sum ended / (at risk (at risk - ended)). O(n log n).
 * What is still running is censored: it counts as at risk up to its duration, that time included. Durations in any unit, >= 0.
 * Undefined without any duration.
 */
export interface Survival {
  observed: number
  /** how many ended; the rest are still running */
  ended: number
  /** ascending times at which something ended, and there: at risk, ended, share surviving beyond, its standard error */
  steps: SurvivalStep[]
  /** first time by which half have ended; undefined as long as more than half survive */
  median: Measured<number>
}

export interface SurvivalStep {
  time: number
  atRisk: number
  ended: number
  survival: number
  standardError: number
}

/** @param hasEnded 1 where the duration was brought to its end, 0 where it is still running */
export function survival(durations: ArrayLike<number>, hasEnded: ArrayLike<number>): Measured<Survival> {
  const observed = durations.length
  if (observed === 0) return undefinedFor('no-observations')
  const order = Array.from({ length: observed }, (_, i) => i).sort((i, j) => durations[i] - durations[j])
  const steps: SurvivalStep[] = []
  let share = 1
  let greenwood = 0
  let endedInAll = 0
  for (let i = 0; i < observed; ) {
    const time = durations[order[i]]
    const atRisk = observed - i
    let ended = 0
    for (; i < observed && durations[order[i]] === time; i++) ended += hasEnded[order[i]] ? 1 : 0
    if (ended === 0) continue
    share *= (atRisk - ended) / atRisk
    greenwood += ended === atRisk ? 0 : ended / (atRisk * (atRisk - ended))
    endedInAll += ended
    steps.push({ time, atRisk, ended, survival: share, standardError: share * Math.sqrt(greenwood) })
  }
  return measured({ observed, ended: endedInAll, steps, median: medianOf(steps) })
}

function medianOf(steps: readonly SurvivalStep[]): Measured<number> {
  // a product of shares that comes to exactly one half may end a rounding above it
  const half = steps.find((step) => step.survival <= 0.5 + 1e-12)
  return half ? measured(half.time) : undefinedFor('more-than-half-still-running')
}

/** Share surviving beyond the time. */
export function survivalAt({ steps }: Survival, time: number): number {
  let share = 1
  for (const step of steps) {
    if (step.time > time) break
    share = step.survival
  }
  return share
}
