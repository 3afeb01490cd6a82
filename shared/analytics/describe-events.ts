import { attendanceConversion } from './attendance-conversion.ts'
import { type DescribeStep, type Draft, valueAt } from './describe-draft.ts'
import type { Attendance, TieHistory } from './tie-history.ts'
import { twoModeProjection } from './two-mode-projection.ts'

/** Who met at events, and what came of it. */
export const EVENT_STEPS: readonly DescribeStep[] = [
  {
    metrics: ['two-mode-projection'],
    group: 'events',
    needs: ['events', 'lists'],
    write: (draft) => withAttendance(draft, writeTogether),
  },
  {
    metrics: ['attendance-conversion'],
    group: 'events',
    needs: ['events', 'sectors'],
    write: (draft) => withAttendance(draft, writeConversion),
  },
]

function withAttendance(
  draft: Draft,
  write: (draft: Draft, history: TieHistory, attendance: Attendance) => void,
): void {
  const { history } = draft.network
  if (history?.attendance) write(draft, history, history.attendance)
}

function writeTogether({ document, network }: Draft, { n }: TieHistory, attendance: Attendance): void {
  const rows: number[] = []
  for (let i = 0; i < attendance.actors.length; i++) if (attendance.attended[i]) rows.push(i)
  const { a, b, weight, shared } = twoModeProjection({
    actorCount: n,
    eventCount: attendance.days.length,
    actors: rows.map((i) => attendance.actors[i]),
    events: rows.map((i) => attendance.events[i]),
  })
  const name = (v: number): string => network.ids[v] ?? String(v)
  document.together = {
    a: Array.from(a, name),
    b: Array.from(b, name),
    weight: Array.from(weight),
    events: Array.from(shared),
  }
}

function writeConversion(draft: Draft, history: TieHistory, attendance: Attendance): void {
  const { n, end, entered, until, spells } = history
  const labels = history.labels ?? draft.network.labels
  if (!labels) return
  const found = attendanceConversion({
    labels,
    ...(attendance.strata ? { strata: attendance.strata } : {}),
    // whose entry is not known was always there
    entered: entered ?? new Float64Array(n).fill(Number.NEGATIVE_INFINITY),
    until: until ?? new Float64Array(n).fill(Number.POSITIVE_INFINITY),
    eventDays: attendance.days,
    guests: attendance,
    ties: spells,
    introductions: attendance.introductions ?? { a: [], b: [], day: [] },
    endOfData: end + 1,
  })
  const at = <T>(key: string, measure: Parameters<typeof valueAt<T>>[2]): T | null =>
    valueAt(draft, `attendance_conversion.${key}`, measure)
  draft.document.attendance_conversion = {
    ...found.funnel,
    pending: found.pending,
    rate: at('rate', found.rate),
    matched: found.matched,
    matched_rate: at('matched_rate', found.matchedRate),
    comparison_pairs: found.comparisonPairs,
    comparison_rate: at('comparison_rate', found.comparisonRate),
    difference: at('difference', found.difference),
  }
}
