import type { CurveDescription, Description } from '#shared/analytics/description.ts'
import type { ComputedTable } from './computed.ts'
import { foundWithin } from './entries.ts'
import { listColumns, table } from './table-columns.ts'

export function quarterTable({ turnover = [], reasons }: Description): ComputedTable {
  const first = Object.entries(reasons).find(([path]) => path.startsWith('turnover.'))
  return table(
    turnover.length,
    [
      { key: 'quarter', words: turnover.map(({ quarter }) => quarter) },
      { key: 'on', words: turnover.map(({ on }) => on) },
    ],
    listColumns(
      'quarters',
      turnover.map((row) => ({ ...row })),
      first?.[1],
    ),
  )
}

export function survivalTable({ survival, reasons }: Description): ComputedTable {
  const steps = survival?.steps ?? []
  return table(
    steps.length,
    [{ key: 'days', words: steps.map(({ days }) => days) }],
    listColumns(
      'survival',
      steps.map((step) => ({ ...step })),
    ),
    reasons['survival'],
  )
}

interface Cohort {
  cohort: string
  kind: string
  curve: CurveDescription
}

function cohortsOf({ first_partner }: Description): Cohort[] {
  return Object.entries(first_partner?.cohorts ?? {}).flatMap(([cohort, { partner, cross_sector }]) =>
    [
      { cohort, kind: 'partner', curve: partner },
      { cohort, kind: 'cross-sector', curve: cross_sector ?? null },
    ].flatMap(({ curve, ...named }) => (curve === null ? [] : [{ ...named, curve }])),
  )
}

export function cohortTable(document: Description): ComputedTable {
  const cohorts = cohortsOf(document)
  return table(
    cohorts.length,
    [
      { key: 'cohort', words: cohorts.map(({ cohort }) => cohort) },
      { key: 'kind', words: cohorts.map(({ kind }) => kind) },
    ],
    listColumns(
      'cohorts',
      cohorts.map(({ curve }) => ({
        observed: curve.observed,
        found: curve.ended,
        median_days: curve.median_days,
        within_90: foundWithin(curve, 90),
        within_180: foundWithin(curve, 180),
        within_365: foundWithin(curve, 365),
      })),
      'more-than-half-still-running',
    ),
  )
}

export function curveTable(document: Description): ComputedTable {
  const rows = cohortsOf(document).flatMap(({ curve, ...named }) =>
    curve.steps.map((step) => ({ ...named, step })),
  )
  return table(
    rows.length,
    [
      { key: 'cohort', words: rows.map(({ cohort }) => cohort) },
      { key: 'kind', words: rows.map(({ kind }) => kind) },
      { key: 'days', words: rows.map(({ step }) => step.days) },
    ],
    listColumns(
      'cohort-curves',
      rows.map(({ step }) => ({
        at_risk: step.at_risk,
        found: step.ended,
        waiting: step.survival,
        standard_error: step.standard_error,
      })),
    ),
  )
}
