import type { SectorShape } from '#shared/contract/vocabulary.ts'
import type { Dress } from '../../../network/graph/actor-scene.ts'
import type { NetworkIndex } from '../../../network/graph/network-index.ts'
import { type MarkLook, type MarkRing, RAMP } from '../../../network/graph/scene.ts'
import { actorValue } from '../filter-network.ts'
import type { ActorChoiceId } from '../filters.ts'
import { type Appearance, isCategory } from './appearance.ts'
import { categoryLooks, categoryShapes, HUE_COUNT, type NamedClass } from './categories.ts'
import { labelDress } from './dress-label.ts'
import { ringClasses, ringDress, ringsOf } from './dress-ring.ts'
import { extentOf, isMeasure, MEASURE_DIGITS, type MeasureColumns, type MeasureId } from './measures.ts'
import { type RankClass, rankClasses, rankOf } from './ranking.ts'

/** A figure in classes, few enough to be told apart. */
export interface Ranking {
  measure: MeasureId
  classes: readonly RankClass[]
  /** Actors without a figure. */
  empty: number
}

export interface CategoryScale {
  of: ActorChoiceId
  looks: ReadonlyMap<string, MarkLook>
}

/** How the actors of one network look: what the picture draws, and what its legend says. */
export interface Dressed {
  appearance: Appearance
  lookOf: (row: number) => MarkLook
  dress: ((row: number) => Dress) | undefined
  /** Classes of the colour, unless they are the sectors. */
  categories: CategoryScale | null
  /** Colour needs more than eight, and takes the shape too. */
  takesShape: boolean
  colors: Ranking | null
  sizes: { measure: MeasureId; most: number; empty: number } | null
  rings: { of: ActorChoiceId; rings: ReadonlyMap<string, MarkRing> } | Ranking | null
  shapes: { of: ActorChoiceId; shapes: ReadonlyMap<string, SectorShape> } | null
}

export interface DressWords {
  /** Look of an actor by its sector, or role where it has none. */
  sectorLook: (row: number) => MarkLook
  /** Every class of an attribute, in its order, also those that nobody is in. */
  classesOf: (id: ActorChoiceId) => readonly NamedClass[]
  /** A figure as it is written. */
  number: (value: number, digits: number) => string
  noValue: string
  everybody: string
}

const RANK_CLASSES = RAMP.length

export function dressActors(
  index: NetworkIndex,
  appearance: Appearance,
  columns: MeasureColumns,
  words: DressWords,
): Dressed {
  const { color, size, ring, shape } = appearance
  const ranking = (measure: MeasureId, most: number) => rankingOf(columns[measure], measure, most)
  const categories = isCategory(color) && color !== 'sector' ? categoryScale(index, color, words) : null
  const colors = isMeasure(color) ? ranking(color, RANK_CLASSES) : null
  const takesShape =
    categories !== null && categories.looks.size - Number(categories.looks.has('')) > HUE_COUNT
  const shapes =
    isCategory(shape) && !takesShape
      ? { of: shape, shapes: categoryShapes(countClasses(index, shape)) }
      : null
  const rings = isMeasure(ring)
    ? ranking(ring, ringClasses(columns[ring]))
    : isCategory(ring)
      ? { of: ring, rings: ringsOf(countClasses(index, ring)) }
      : null
  const looked = colorLook(index, appearance, columns, words, categories, colors)
  const lookOf = withShape(index, looked, shape === 'fixed' && !takesShape, shapes)
  const sizes = isMeasure(size) && size !== 'partners' ? sizeScale(columns[size], size) : null
  const parts = [
    size === 'fixed'
      ? () => ({ r: FIXED_RADIUS })
      : sizes
        ? sizeDress(columns[sizes.measure]!, sizes.most)
        : null,
    ring === 'partner' ? null : ringDress(index, rings, columns),
    labelDress(index, appearance, columns, words, takesShape ? lookOf : null),
  ].filter((part) => part !== null)
  const dress = (row: number): Dress => Object.assign({}, ...parts.map((part) => part(row)))
  return {
    appearance,
    lookOf,
    dress: parts.length > 0 ? dress : undefined,
    categories,
    takesShape,
    colors,
    sizes,
    rings,
    shapes,
  }
}

function rankingOf(column: Float64Array | undefined, measure: MeasureId, most: number): Ranking {
  if (!column) return { measure, classes: [], empty: 0 }
  return {
    measure,
    classes: rankClasses(column, MEASURE_DIGITS[measure], most),
    empty: column.reduce((sum, value) => sum + Number(Number.isNaN(value)), 0),
  }
}

/** How many of the present actors are in each class. */
export function countClasses(
  index: NetworkIndex,
  id: ActorChoiceId,
): readonly { id: string; count: number }[] {
  const counts = new Map<string, number>()
  for (let row = 0; row < index.present.length; row++) {
    if (!index.present[row]) continue
    const value = actorValue(index, id, row)
    counts.set(value, (counts.get(value) ?? 0) + 1)
  }
  return [...counts].map(([value, count]) => ({ id: value, count }))
}

/** Only classes that somebody is in get a colour: with 29 kelurahan on record and six in use, six are enough. */
function categoryScale(index: NetworkIndex, id: ActorChoiceId, words: DressWords): CategoryScale {
  const there = new Set(countClasses(index, id).map((one) => one.id))
  const known = words.classesOf(id)
  const listed = new Set(known.map((one) => one.id))
  const others = [...there].filter((one) => !listed.has(one)).sort()
  const classes = [
    ...known.filter((one) => there.has(one.id)),
    ...others.map((one) => ({ id: one, name: one === '' ? words.noValue : one })),
  ]
  return { of: id, looks: categoryLooks(classes) }
}

function colorLook(
  index: NetworkIndex,
  { color }: Appearance,
  columns: MeasureColumns,
  words: DressWords,
  categories: CategoryScale | null,
  colors: Ranking | null,
): (row: number) => MarkLook {
  if (categories) return (row) => categories.looks.get(actorValue(index, categories.of, row))!
  const plain: MarkLook = { id: '', name: words.everybody, code: '', group: 'plain', shape: 'circle' }
  if (color === 'fixed') return () => plain
  if (!colors) return words.sectorLook
  const without: MarkLook = { ...plain, name: words.noValue, code: '–', group: null }
  const column = columns[colors.measure]
  const digits = MEASURE_DIGITS[colors.measure]
  const looks = colors.classes.map(
    ({ from, to }, at): MarkLook => ({
      ...plain,
      id: String(at),
      name:
        from === to
          ? words.number(from, digits)
          : `${words.number(from, digits)}–${words.number(to, digits)}`,
      group: rampStep(at, colors.classes.length),
    }),
  )
  return (row) => (column ? looks[rankOf(colors.classes, column[row]!, digits)] : undefined) ?? without
}

/** Few classes are spread over the whole ramp. */
export const rampStep = (at: number, classes: number) =>
  RAMP[classes < 2 ? RAMP.length - 1 : Math.round((at * (RAMP.length - 1)) / (classes - 1))]!

function withShape(
  index: NetworkIndex,
  lookOf: (row: number) => MarkLook,
  fixed: boolean,
  shapes: Dressed['shapes'],
): (row: number) => MarkLook {
  if (!fixed && !shapes) return lookOf
  // One object per look: the picture keeps what it has drawn by it.
  const made = new Map<MarkLook, Map<SectorShape, MarkLook>>()
  return (row) => {
    const look = lookOf(row)
    const shape = shapes ? (shapes.shapes.get(actorValue(index, shapes.of, row)) ?? 'circle') : 'circle'
    const known = made.get(look)?.get(shape)
    if (known) return known
    const shaped = { ...look, shape }
    made.set(look, (made.get(look) ?? new Map()).set(shape, shaped))
    return shaped
  }
}

const FIXED_RADIUS = 6
const [LEAST_RADIUS, MORE_RADIUS, RADIUS_WITHOUT] = [4.2, 8.3, 3]

/** Area says how much, beginning at a mark that can still be seen; without a figure smaller than any. */
export const sizeRadius = (value: number, most: number): number =>
  Number.isNaN(value) ? RADIUS_WITHOUT : LEAST_RADIUS + MORE_RADIUS * Math.sqrt(most > 0 ? value / most : 0)

function sizeScale(column: Float64Array | undefined, measure: MeasureId): Dressed['sizes'] {
  if (!column) return null
  return {
    measure,
    most: extentOf(column)?.most ?? 0,
    empty: column.reduce((sum, value) => sum + Number(Number.isNaN(value)), 0),
  }
}

const sizeDress =
  (column: Float64Array, most: number) =>
  (row: number): Dress => ({ r: sizeRadius(column[row]!, most) })
