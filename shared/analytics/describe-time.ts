import { buildCsr, type Csr } from './csr.ts'
import { type DescribeStep, type Draft, valueAt } from './describe-draft.ts'
import type { CurveDescription, QuarterDescription } from './description.ts'
import { type CohortActors, firstPartner } from './first-partner.ts'
import { type Survival, survival } from './survival.ts'
import type { TieHistory } from './tie-history.ts'
import type { TieSpells } from './tie-spells.ts'
import { turnover } from './turnover.ts'

/** Ties through time; days count from 1 January 1970. */
export const TIME_STEPS: readonly DescribeStep[] = [
  {
    metrics: ['turnover'],
    group: 'time',
    needs: ['dates'],
    write: (draft) => {
      const { history } = draft.network
      if (history) draft.document.turnover = quarterlyTurnover(draft, history)
    },
  },
  {
    metrics: ['survival'],
    group: 'time',
    needs: ['dates'],
    write: (draft) => {
      const { history } = draft.network
      if (history) writeSurvival(draft, history)
    },
  },
  {
    metrics: ['first-partner'],
    group: 'time',
    needs: ['dates', 'entries'],
    write: (draft) => {
      const { history } = draft.network
      if (history) writeFirstPartner(draft, history)
    },
  },
]

/** As many quarters back from the end of the data as are read. */
export const QUARTER_LIMIT = 200

const DAY = 86_400_000

/** @returns NaN for a text that is no date */
export function dayNumber(isoDate: string): number {
  return Date.parse(`${isoDate}T00:00:00Z`) / DAY
}

function isoDate(day: number): string {
  return new Date(day * DAY).toISOString().slice(0, 10)
}

function quarterlyTurnover(draft: Draft, { n, spells, end }: TieHistory): QuarterDescription[] {
  const starts = Array.from(spells.started).filter((day) => Number.isFinite(day) && day <= end)
  if (starts.length === 0) return []
  const everybody = Uint32Array.from({ length: n }, (_, v) => v)
  const days = quarterEnds(-largest(starts.map((day) => -day)), end)
  let before = networkOn(n, spells, days[0])
  return days.slice(1).map((day) => {
    const after = networkOn(n, spells, day)
    const found = turnover(before, after, everybody)
    before = after
    const on = isoDate(day)
    const quarter = `${on.slice(0, 4)}-Q${Math.ceil(Number(on.slice(5, 7)) / 3)}`
    const at = <T>(key: string, measure: Parameters<typeof valueAt<T>>[2]): T | null =>
      valueAt(draft, `turnover.${quarter}.${key}`, measure)
    return {
      quarter,
      on,
      ties: found.after,
      new: found.started,
      ended: found.ended,
      net: found.net,
      dissolution: at('dissolution', found.dissolution),
      jaccard: at('jaccard', found.jaccard),
    }
  })
}

/** The day before the first quarter read, the last day of every quarter from it on, and the end where that falls within one. */
function quarterEnds(first: number, end: number): number[] {
  const lastDay = (year: number, quarter: number): number => Date.UTC(year, 3 * quarter + 3, 0) / DAY
  const startOf = new Date(first * DAY)
  let [year, quarter] = [startOf.getUTCFullYear(), Math.floor(startOf.getUTCMonth() / 3)]
  const days = [lastDay(year, quarter - 1)]
  while (days[days.length - 1] < end) {
    days.push(Math.min(end, lastDay(year, quarter)))
    quarter++
    if (quarter === 4) [year, quarter] = [year + 1, 0]
  }
  return days.slice(-QUARTER_LIMIT - 1)
}

function networkOn(n: number, { a, b, started, ended }: TieSpells, day: number): Csr {
  const running: number[] = []
  for (let e = 0; e < a.length; e++) if (started[e] <= day && ended[e] > day) running.push(e)
  return buildCsr(
    n,
    running.map((e) => a[e]),
    running.map((e) => b[e]),
  )
}

function writeSurvival(draft: Draft, { spells, proven, end }: TieHistory): void {
  const { started, ended } = proven ?? spells
  const known: number[] = []
  for (let e = 0; e < started.length; e++) if (Number.isFinite(started[e]) && started[e] <= end) known.push(e)
  const durations = known.map((e) => Math.min(ended[e], end) - started[e])
  const found = valueAt(
    draft,
    'survival',
    survival(
      durations,
      known.map((e) => (ended[e] <= end ? 1 : 0)),
    ),
  )
  draft.document.survival = found && {
    ...survivalDescription(draft, 'survival', found),
    without_start: started.length - known.length,
  }
}

function writeFirstPartner(draft: Draft, history: TieHistory): void {
  const labels = history.labels ?? draft.network.labels
  const { entered, end } = history
  if (!entered) return
  const yearOf = (day: number): number => new Date(day * DAY).getUTCFullYear()
  const seen: number[] = []
  for (let v = 0; v < history.n; v++) if (Number.isFinite(entered[v]) && entered[v] <= end) seen.push(v)
  const years = [...new Set(seen.map((v) => yearOf(entered[v])))].sort((a, b) => a - b)
  const cohorts = cohortsOf(history, entered, seen, (v) => years.indexOf(yearOf(entered[v])), years.length)
  const { a, b, started } = history.spells
  const ties = { sources: a, targets: b, started }
  const read = (kind: 'partner' | 'cross_sector', curves: ReturnType<typeof firstPartner>) =>
    curves.map((curve, c) => {
      const at = `first_partner.cohorts.${years[c]}.${kind}`
      const found = valueAt(draft, at, curve)
      return found && survivalDescription(draft, at, found)
    })
  const anyPartner = read('partner', firstPartner(cohorts, ties))
  const cross = labels ? read('cross_sector', firstPartner(cohorts, ties, labels)) : []
  draft.document.first_partner = {
    without_entry: history.n - seen.length,
    cohorts: Object.fromEntries(
      years.map((year, c) => [
        year,
        { partner: anyPartner[c], ...(cross[c] === undefined ? {} : { cross_sector: cross[c] }) },
      ]),
    ),
  }
}

/** Everybody has a cohort to the kernel; those whose entry is not known share one beyond the others. */
function cohortsOf(
  { n, end, until }: TieHistory,
  entered: Float64Array,
  seen: readonly number[],
  cohort: (v: number) => number,
  count: number,
): CohortActors {
  const of = new Uint32Array(n).fill(count)
  for (const v of seen) of[v] = cohort(v)
  return {
    count: count + 1,
    of,
    entered: entered.map((day) => (Number.isFinite(day) ? day : end)),
    // a tie that starts on the last day of the data is seen
    until: Float64Array.from({ length: n }, (_, v) =>
      Math.min(until?.[v] ?? Number.POSITIVE_INFINITY, end + 1),
    ),
  }
}

function survivalDescription(draft: Draft, path: string, found: Survival): CurveDescription {
  return {
    observed: found.observed,
    ended: found.ended,
    median_days: valueAt(draft, `${path}.median_days`, found.median),
    steps: found.steps.map((step) => ({
      days: step.time,
      at_risk: step.atRisk,
      ended: step.ended,
      survival: step.survival,
      standard_error: step.standardError,
    })),
  }
}

function largest(values: readonly number[]): number {
  let most = Number.NEGATIVE_INFINITY
  for (const value of values) if (value > most) most = value
  return most
}
