import type { CurveDescription, Description, SectorDescription } from '#shared/analytics/description.ts'
import { survivalAt } from '#shared/analytics/survival.ts'
import type { ComputedNetwork } from './computed.ts'

/** The document of `describe` as one entry per row, with the figures that are counts of its lists. */

export type Entry = Readonly<Record<string, unknown>>

export function networkEntry(document: Description, { coverage }: ComputedNetwork): Entry {
  const { components, isolates, cut_vertices, bridges, core_periphery, degree_distribution } = document
  const total = coverage.reduce(
    (sum, sector) => ({
      registered: sum.registered + sector.registered,
      verified: sum.verified + sector.verified,
    }),
    { registered: 0, verified: 0 },
  )
  return {
    ...document,
    ...(components && { components_count: components.length, largest_component: components[0] ?? 0 }),
    ...(isolates && { isolates_count: isolates.length }),
    ...(degree_distribution && { max_degree: Math.max(0, degree_distribution.length - 1) }),
    ...(cut_vertices && { cut_points_count: cut_vertices.length }),
    ...(bridges && { bridges_count: bridges.length }),
    ...(core_periphery !== undefined && { core_size: core_periphery?.core.length ?? null }),
    coverage: { ...total, share: total.registered === 0 ? null : total.verified / total.registered },
  }
}

/** By number of class; with the words of the API for level and evidence. */
export function sectorEntries(document: Description, { classes, coverage }: ComputedNetwork): Entry[] {
  return classes.map((name, k) => {
    const found = document.sectors?.[name] ?? {}
    const known = coverage[k]
    return {
      ...found,
      ...(found.level !== undefined && { level: levelOf(found) }),
      ...(found.diagnosis !== undefined && { diagnosis: diagnosisOf(found) }),
      ...(found.evidence !== undefined && { evidence: found.evidence?.toLowerCase() ?? null }),
      ...(document.coleman && { homophily: document.coleman[name] ?? null }),
      registered: known?.registered ?? null,
      verified: known?.verified ?? null,
      coverage: known === undefined || known.registered === 0 ? null : known.verified / known.registered,
    }
  })
}

const LEVELS = {
  ISOLATED: 'isolated',
  WEAK: 'weak',
  INTEGRATED: 'integrated',
  NO_NETWORK: 'no-network',
} as const

const DIAGNOSES = { CLOSED: 'closed', DORMANT: 'dormant', ONE_BRIDGE: 'one-bridge', '-': null } as const

const judged = ({ level }: SectorDescription): boolean => level === 'ISOLATED' || level === 'WEAK'

function levelOf({ level, gate }: SectorDescription): string | null {
  if (level == null) return gate === false ? 'insufficient-data' : null
  return LEVELS[level]
}

/** Told of isolated and weak sectors only. */
function diagnosisOf(found: SectorDescription): string | null {
  return judged(found) ? DIAGNOSES[found.diagnosis ?? '-'] : null
}

/** The figure at a dotted path: undefined where its step has not run. */
export function figureAt(entry: Entry, path: string): unknown {
  if (!path.includes('.')) return entry[path]
  let found: unknown = entry
  for (const key of path.split('.')) {
    if (found === null) return null
    if (typeof found !== 'object' || found === undefined) return undefined
    found = (found as Entry)[key]
  }
  return found
}

/** Share that has found a partner within so many days. */
export function foundWithin(curve: CurveDescription, days: number): number {
  const steps = curve.steps.map(({ days: time, at_risk, ended, survival, standard_error }) => ({
    time,
    atRisk: at_risk,
    ended,
    survival,
    standardError: standard_error,
  }))
  return (
    1 -
    survivalAt(
      {
        observed: curve.observed,
        ended: curve.ended,
        steps,
        median: { value: null, reason: 'no-observations' },
      },
      days,
    )
  )
}
