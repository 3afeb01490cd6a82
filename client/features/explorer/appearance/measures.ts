import type { NetworkIndex } from '../../../network/graph/network-index.ts'

/** Figures of an actor that can be filtered by and drawn. The first three come with the network, the others are computed here. */
export const MEASURE_IDS = ['partners', 'cross', 'cuts', 'core', 'betweenness', 'clustering'] as const
export type MeasureId = (typeof MEASURE_IDS)[number]
export const COMPUTED_MEASURES = ['core', 'betweenness', 'clustering'] as const satisfies readonly MeasureId[]
export type ComputedMeasure = (typeof COMPUTED_MEASURES)[number]

/** Decimals with which a figure is written, filtered and drawn. */
export const MEASURE_DIGITS: Readonly<Record<MeasureId, number>> = {
  partners: 0,
  cross: 0,
  cuts: 0,
  core: 0,
  betweenness: 0,
  clustering: 2,
}

/** The method card of each. */
export const MEASURE_METRIC = {
  partners: 'degree',
  cross: 'degree',
  cuts: 'articulation',
  core: 'core-number',
  betweenness: 'betweenness',
  clustering: 'clustering',
} as const satisfies Record<MeasureId, string>

export const isMeasure = (id: string): id is MeasureId => (MEASURE_IDS as readonly string[]).includes(id)
export const isComputed = (id: MeasureId): id is ComputedMeasure =>
  (COMPUTED_MEASURES as readonly string[]).includes(id)

/** One figure per actor row, NaN where it has none: of whom nobody has asked, and of whom the definition leaves out. */
export type MeasureColumns = Readonly<Partial<Record<MeasureId, Float64Array>>>

/** Whether the definition counts the actor: only then its figures are known. */
export function isCounted({ network }: NetworkIndex, row: number): boolean {
  const standing = network.actors.standing[row]
  return standing === 'linked' || standing === 'unlinked'
}

/** A figure that the network already carries. */
export function carriedColumn(index: NetworkIndex, id: Exclude<MeasureId, ComputedMeasure>): Float64Array {
  const { degree, crossDegree, cutPairs } = index.network.actors
  const column = id === 'partners' ? degree : id === 'cross' ? crossDegree : cutPairs
  return Float64Array.from(column, (value, row) => (isCounted(index, row) ? value : Number.NaN))
}

/** The least and the largest value; null where nobody has one. */
export function extentOf(column: Float64Array): { least: number; most: number } | null {
  let least = Number.POSITIVE_INFINITY
  let most = Number.NEGATIVE_INFINITY
  for (const value of column) {
    if (value < least) least = value
    if (value > most) most = value
  }
  return least <= most ? { least, most } : null
}
