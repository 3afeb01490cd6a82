import { useTranslations } from 'use-intl'
import { LINE_CLASSES, type LineClass } from '../../../network/graph/network-index.ts'
import { actorRadius, type MarkLook, type MarkRing } from '../../../network/graph/scene.ts'
import { useFormat } from '../../../ui/FormatProvider.tsx'
import { histogramOf } from '../filter-network.ts'
import type { ActorChoiceId } from '../filters.ts'
import type { ExplorerModel } from '../use-explorer-model.ts'
import type { NamedClass } from './categories.ts'
import { countClasses, type Dressed, type Ranking, rampStep, sizeRadius } from './dress-actors.ts'
import { rankedRing } from './dress-ring.ts'
import { MEASURE_DIGITS, type MeasureColumns, type MeasureId } from './measures.ts'
import { useClasses } from './use-classes.ts'
import { inSentence, useTraitName } from './use-trait-name.ts'

/** What an entry of a legend lets through when it is pressed. */
export type EntryFilter =
  | { id: ActorChoiceId; value: string }
  | { id: MeasureId; from: number; to: number }
  | { id: MeasureId; empty: true }

export interface LegendEntry {
  key: string
  name: string
  /** Null where it stands for no actors of its own. */
  count: number | null
  look: MarkLook
  /** px at zoom 1. */
  r: number
  ring?: MarkRing | undefined
  mark: 'plain' | 'unlinked' | 'unasked'
  filter?: EntryFilter
}

export interface LegendBlock {
  id: 'color' | 'size' | 'ring' | 'shape'
  title: string
  measure: MeasureId | null
  entries: readonly LegendEntry[]
  /** Classes that nobody is in. */
  absent: readonly string[]
  note: string | null
}

const HOLLOW: MarkLook = { id: '', name: '', code: '', group: null, shape: 'circle' }
const ENTRY_RADIUS = 4.8
/** One look for everybody. */
const PLAIN: LegendEntry = {
  key: 'plain',
  name: '',
  count: null,
  look: { ...HOLLOW, group: 'plain' },
  r: ENTRY_RADIUS,
  mark: 'plain',
}

/** The legend as data: for the panel, and for pictures that are taken away. */
export function useLegend(model: ExplorerModel): readonly LegendBlock[] {
  const t = useTranslations('explorerTools.legend')
  const look = useTranslations('explorerTools.look')
  const format = useFormat()
  const trait = useTraitName()
  const classesOf = useClasses(model.network.partitionId)
  const { dressed, index } = model
  const { appearance } = dressed
  const columns = model.measures.columns
  const text: RankWords = {
    number: (value, measure) => format.decimal(value, MEASURE_DIGITS[measure]),
    noValue: look('noValue'),
  }
  const sectorClasses = (id: ActorChoiceId) => namedClasses(model, classesOf, id)
  const absentOf = (id: ActorChoiceId) => {
    const there = new Set(countClasses(index, id).map((one) => one.id))
    return classesOf(id)
      .filter((one) => !there.has(one.id))
      .map(({ name }) => name)
  }
  const block = (
    id: LegendBlock['id'],
    entries: readonly LegendEntry[],
    more: Partial<LegendBlock> = {},
  ): LegendBlock => ({
    id,
    title: t(id, { name: inSentence(trait(id, appearance[id]), format.locale) }),
    measure: null,
    entries,
    absent: [],
    note: null,
    ...more,
  })

  const blocks: LegendBlock[] = []
  const { color, shape } = appearance
  if (dressed.colors)
    blocks.push(
      block('color', rankedColors(model, dressed.colors, columns, text), { measure: dressed.colors.measure }),
    )
  else if (color === 'fixed') blocks.push(block('color', [{ ...PLAIN, name: look('everybody') }]))
  else {
    const id = dressed.categories?.of ?? 'sector'
    const classes = dressed.categories
      ? [...dressed.categories.looks.values()]
      : sectorClasses('sector').map((one) => model.looks.ofSector(one.id))
    const entries = classes.map((one): LegendEntry => {
      const entry = categoryEntry(model, id, one)
      return dressed.takesShape && one.id !== '' ? { ...entry, name: `${one.code} · ${one.name}` } : entry
    })
    blocks.push(
      block('color', entries, { absent: absentOf(id), note: dressed.takesShape ? t('coded') : null }),
    )
  }
  if (appearance.size !== 'fixed')
    blocks.push(block('size', sizeEntries(model, text), { measure: measureOfSize(dressed) }))
  blocks.push(...ringBlock())
  if (dressed.shapes && shape !== 'color') {
    const { of, shapes } = dressed.shapes
    const circles = [...shapes.values()].filter((one) => one === 'circle').length
    const sharesCircle = (id: string) => circles > 1 && shapes.get(id) === 'circle'
    const entries = sectorClasses(of)
      .toSorted((a, b) => Number(sharesCircle(a.id)) - Number(sharesCircle(b.id)))
      .map(
        ({ id, name }): LegendEntry =>
          categoryEntry(model, of, { ...HOLLOW, id, name, shape: shapes.get(id) ?? 'circle' }),
      )
    blocks.push(block('shape', entries))
  }
  return blocks

  function ringBlock(): LegendBlock[] {
    const { rings } = dressed
    if (appearance.ring === 'none') return []
    if (appearance.ring === 'partner' || rings === null) {
      const unlinked = { key: 'unlinked', name: t('unlinked'), count: null, mark: 'unlinked' as const }
      return [block('ring', [{ ...unlinked, look: HOLLOW, r: ENTRY_RADIUS }])]
    }
    if ('rings' in rings) {
      const entries = sectorClasses(rings.of).map(
        ({ id, name }): LegendEntry => ({
          ...categoryEntry(model, rings.of, { ...HOLLOW, id, name }),
          ring: rings.rings.get(id),
        }),
      )
      return [block('ring', entries)]
    }
    return [block('ring', rankedRings(model, rings, columns, text), { measure: rings.measure })]
  }
}

interface RankWords {
  number: (value: number, measure: MeasureId) => string
  noValue: string
}

/** The classes that somebody is in, named. */
function namedClasses(
  { index, looks }: ExplorerModel,
  classesOf: (id: ActorChoiceId) => readonly NamedClass[],
  id: ActorChoiceId,
): readonly NamedClass[] {
  const there = countClasses(index, id).map((one) => one.id)
  const known = classesOf(id).filter((one) => there.includes(one.id))
  const listed = new Set(known.map((one) => one.id))
  const others = there.filter((one) => !listed.has(one)).sort((a, b) => Number(a === '') - Number(b === ''))
  return [
    ...known,
    ...others.map((one) => ({
      id: one,
      name: id === 'sector' || one === '' ? looks.ofSector(one).name : one,
    })),
  ]
}

function categoryEntry({ filtered }: ExplorerModel, id: ActorChoiceId, look: MarkLook): LegendEntry {
  return {
    key: look.id,
    name: look.name,
    count: filtered.facets[id].get(look.id) ?? 0,
    look,
    r: ENTRY_RADIUS,
    mark: 'plain',
    filter: { id, value: look.id },
  }
}

/** One entry per class with its count, and one for those without a figure. */
function rankedEntries(
  { filtered }: ExplorerModel,
  { measure, classes, empty }: Ranking,
  columns: MeasureColumns,
  words: RankWords,
  draw: (at: number) => Pick<LegendEntry, 'look' | 'ring'>,
): readonly LegendEntry[] {
  const column = columns[measure]
  if (!column) return []
  const { counts, empty: without } = histogramOf(filtered, measure, column, classes)
  const entries = classes.map(({ from, to }, at): LegendEntry => {
    const [low, high] = [words.number(from, measure), words.number(to, measure)]
    return {
      key: String(at),
      name: from === to ? low : `${low}–${high}`,
      count: counts[at]!,
      r: ENTRY_RADIUS,
      mark: 'plain',
      filter: { id: measure, from, to },
      ...draw(at),
    }
  })
  if (empty === 0) return entries
  return [
    ...entries,
    {
      key: 'empty',
      name: words.noValue,
      count: without,
      r: ENTRY_RADIUS,
      mark: 'plain',
      filter: { id: measure, empty: true },
      ...draw(-1),
    },
  ]
}

const rankedColors = (model: ExplorerModel, ranking: Ranking, columns: MeasureColumns, words: RankWords) =>
  rankedEntries(model, ranking, columns, words, (at) => ({
    look: { ...HOLLOW, group: at < 0 ? null : rampStep(at, ranking.classes.length) },
  }))

const rankedRings = (model: ExplorerModel, ranking: Ranking, columns: MeasureColumns, words: RankWords) =>
  rankedEntries(model, ranking, columns, words, (at) => ({ look: HOLLOW, ring: rankedRing(ranking, at) }))

function measureOfSize({ appearance: { size } }: Dressed): MeasureId | null {
  return size === 'fixed' ? null : size
}

/** Three marks to compare with: least, middle, most. */
function sizeEntries({ dressed, index }: ExplorerModel, words: RankWords): readonly LegendEntry[] {
  const { size } = dressed.appearance
  if (size === 'fixed') return []
  const most = size === 'partners' ? index.most : (dressed.sizes?.most ?? 0)
  const radius = (value: number) =>
    size === 'partners' ? actorRadius(value, index.most) : sizeRadius(value, most)
  const scale = 10 ** MEASURE_DIGITS[size]
  const least = size === 'partners' ? 1 : 0
  const middle = Math.round(((least + most) / 2) * scale) / scale
  const entries = [...new Set([least, middle, most])].map(
    (value): LegendEntry => ({
      key: String(value),
      name: words.number(value, size),
      count: null,
      look: HOLLOW,
      r: radius(value),
      mark: 'plain',
    }),
  )
  if (!dressed.sizes || dressed.sizes.empty === 0) return entries
  return [
    ...entries,
    {
      key: 'empty',
      name: words.noValue,
      count: null,
      look: HOLLOW,
      r: sizeRadius(Number.NaN, most),
      mark: 'plain',
    },
  ]
}

/** Lines that are in the picture, with their counts. */
export function useLineEntries(
  model: ExplorerModel,
): readonly { line: LineClass; name: string; count: number }[] {
  const t = useTranslations('explorer.lines')
  const format = useFormat()
  const { comparedOn, filtered } = model
  return LINE_CLASSES.filter((line) => line !== 'new' || comparedOn !== null).map((line) => ({
    line,
    name:
      line === 'new' && comparedOn
        ? t('new', { date: format.dayMonth(comparedOn) })
        : t(line === 'new' ? 'newPlain' : line),
    count: filtered.facets.line.get(line) ?? 0,
  }))
}
