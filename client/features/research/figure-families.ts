import { INTEGRATION_METRICS } from '#shared/analytics/catalog-integration.ts'
import { SECTOR_METRICS } from '#shared/analytics/catalog-sectors.ts'
import { STRUCTURE_METRICS } from '#shared/analytics/catalog-structure.ts'
import { TIME_METRICS } from '#shared/analytics/catalog-time.ts'
import type { Measure } from '#shared/contract/research.ts'

export const FAMILIES = ['integration', 'sectors', 'structure', 'actors', 'time'] as const
export type Family = (typeof FAMILIES)[number]

const HOLDERS = [
  ['integration', INTEGRATION_METRICS],
  ['sectors', SECTOR_METRICS],
  ['structure', STRUCTURE_METRICS],
  ['time', TIME_METRICS],
] as const

const familyOf = ({ metric }: Measure): Family =>
  HOLDERS.find(([, metrics]) => metric in metrics)?.[0] ?? 'actors'

/** Measures by what they are about, in the order of the catalogue; a family without one is left out. */
export const byFamily = <T extends { measure: Measure }>(rows: readonly T[]): [Family, T[]][] =>
  FAMILIES.map((family): [Family, T[]] => [
    family,
    rows.filter(({ measure }) => familyOf(measure) === family),
  ]).filter(([, members]) => members.length > 0)
