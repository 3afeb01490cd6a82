import { buildCsr, type Csr } from './csr.ts'
import { type DescribeStep, type Draft, valueAt } from './describe-draft.ts'
import type { QuarterDescription } from './description.ts'
import { survival } from './survival.ts'
import type { TieSpells } from './tie-spells.ts'
import { turnover } from './turnover.ts'

/** Ties through time; days count from 1 January 1970. The data end with the latest start of a tie. */
export const TIME_STEPS: readonly DescribeStep[] = [
  {
    metrics: ['turnover'],
    group: 'time',
    needs: ['dates'],
    write: (draft) => {
      const { spells } = draft.network
      if (spells) draft.document.turnover = quarterlyTurnover(draft, spells)
    },
  },
  {
    metrics: ['survival'],
    group: 'time',
    needs: ['dates'],
    write: (draft) => {
      const { spells } = draft.network
      if (spells) writeSurvival(draft, spells)
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

function quarterlyTurnover(draft: Draft, spells: TieSpells): QuarterDescription[] {
  const starts = Array.from(spells.started).filter(Number.isFinite)
  if (starts.length === 0) return []
  const end = largest(starts)
  const everybody = Uint32Array.from({ length: draft.network.csr.n }, (_, v) => v)
  const days = quarterEnds(-largest(starts.map((day) => -day)), end)
  let before = networkOn(draft, spells, days[0])
  return days.slice(1).map((day) => {
    const after = networkOn(draft, spells, day)
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

function networkOn({ network: { csr } }: Draft, { a, b, started, ended }: TieSpells, day: number): Csr {
  const running: number[] = []
  for (let e = 0; e < a.length; e++) if (started[e] <= day && ended[e] > day) running.push(e)
  return buildCsr(
    csr.n,
    running.map((e) => a[e]),
    running.map((e) => b[e]),
  )
}

function writeSurvival(draft: Draft, { started, ended }: TieSpells): void {
  const known: number[] = []
  for (let e = 0; e < started.length; e++) if (Number.isFinite(started[e])) known.push(e)
  const end = largest(known.map((e) => started[e]))
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
    observed: found.observed,
    ended: found.ended,
    without_start: started.length - known.length,
    median_days: valueAt(draft, 'survival.median_days', found.median),
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
