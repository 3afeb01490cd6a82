import { useTranslations } from 'use-intl'
import { TIE_CHANGES } from '#shared/analytics/network-change.ts'
import type { ActorNetwork } from '#shared/contract/network.ts'
import { fitsWhole } from '../../../network/graph/actor-scene.ts'
import type { PlaneBox } from '../../../network/graph/create-graph.ts'
import { actorKey } from '../../../network/graph/scene.ts'
import { useNames } from '../../../network/use-names.ts'
import { useFormat } from '../../../ui/FormatProvider.tsx'
import { useCaption } from '../appearance/use-caption.ts'
import { type LegendBlock, useLegend, useLineEntries } from '../appearance/use-legend.ts'
import { keeps } from '../choice.ts'
import { markedKeys } from '../GraphPane.tsx'
import { type Comparison, comparedScene } from '../time/comparison.ts'
import type { ComparisonState } from '../time/use-comparison.ts'
import type { ExplorerModel } from '../use-explorer-model.ts'
import { useNoun } from '../use-noun.ts'
import type { ExplorerTab, ExplorerView } from '../view-state.ts'
import { canvasBody } from './draw-canvas.ts'
import { sceneBody } from './draw-scene.ts'
import type { LegendColumn, PictureBody, PictureContent } from './picture-content.ts'
import type { MeasureText } from './svg-text.ts'
import { elementsBody } from './take-element.ts'
import { type TakeStyle, takeTheme } from './take-theme.ts'

/** What of the explorer is to be seen, and so what there can be a picture of. */
export interface PictureSource {
  model: ExplorerModel
  view: ExplorerView
  tab: ExplorerTab
  comparison: ComparisonState | null
}

export type PictureKind = 'scene' | 'canvas' | 'compared' | 'page'

/** Parts of the page that are a picture by themselves, with the legend that belongs to them. */
const PARTS = '.map-frame, .matrix-table, .twin-legend, .multiples-grid, .painted-large, .compare-lines'
/** Those within another come with it. */
const partsOfPage = () => {
  const parts = [...document.querySelectorAll<HTMLElement>(`.explorer-middle :is(${PARTS})`)]
  return parts.filter((part) => !parts.some((other) => other !== part && other.contains(part)))
}

/** Null where there is no picture: a table is taken as data. */
export function pictureKind({ model, view, tab, comparison }: PictureSource): PictureKind | null {
  if (tab === 'list') return null
  if (tab !== 'graph') return 'page'
  if (comparison) return comparison.compared && fitsWhole(comparison.compared.index) ? 'compared' : 'page'
  if (view.quarters !== null) return 'page'
  return model.canvas ? 'canvas' : 'scene'
}

/** Gathers what a picture carries with it, when it is asked for. */
export function usePictureContent(
  source: PictureSource,
): (style: TakeStyle, box: PlaneBox | null, seen: boolean) => PictureContent {
  const { model, view } = source
  const t = useTranslations('explorerTools.take')
  const words = useTranslations('explorer')
  const format = useFormat()
  const names = useNames()
  const noun = useNoun(model.network.definition)
  const caption = useCaption(model, view)
  const blocks = useLegend(model)
  const lines = useLineEntries(model)
  const kind = pictureKind(source)
  const ofBusinesses = (names.reference?.city.noun ?? 'business') === 'business'
  const { network, scene, dressed } = model
  const counted = {
    actors: noun(network.counts.n),
    ties: words('ties', { count: network.counts.m }),
    records: network.counts.records,
  }
  const left = { actors: noun(model.counted.actors), ties: words('ties', { count: model.counted.ties }) }
  const beside = model.tray
    .filter(({ items }) => items.length > 0)
    .map((row) => ({
      words: t('beside', {
        count:
          row.passing < row.items.length
            ? words('tray.passing', { part: format.integer(row.passing), whole: noun(row.items.length) })
            : noun(row.items.length),
        standing: words(`tray.${row.id}`),
      }),
      marks: row.items.map((item) => ({
        look: dressed.lookOf(item.row),
        mark: row.id === 'unclassified' ? ('plain' as const) : row.id,
        faded: item.filteredOut,
      })),
    }))
  const { plan } = model.canvas ?? {}
  const missing =
    kind === 'canvas' && plan
      ? [
          model.canvas?.level === 'actor' ? '' : t('grouped'),
          words('canvas.ghosts', { pairs: plan.ghostPairs, drawn: plan.ghosts.length }),
        ]
      : kind === 'scene'
        ? [
            scene.left.actors > 0 ? words('left.actors', { count: scene.left.actors }) : '',
            scene.left.ties > 0 ? words('left.ties', { count: scene.left.ties }) : '',
          ]
        : []
  const notes = [
    kind === 'scene' || kind === 'canvas' ? caption.appearance.join(' ') : '',
    caption.filters.length > 0 ? t('filters', { steps: caption.filters.join(' ') }) : t('noFilters'),
    missing.filter(Boolean).join(' '),
    kind === 'page' && view.quarters !== null ? words('multiples.reading') : '',
  ].filter(Boolean)
  const legend = (entries: LegendColumn['lines']['entries']): LegendColumn => ({
    blocks,
    entryOn: (block, key) => entryOn(block, key, view),
    lines: { title: words('lines.title'), entries },
    absentTitle: (list) => words('legend.absent', { names: format.list(list) }),
  })
  const lineColumn = () => legend(lines.map((line) => ({ ...line, on: keeps(view.filters.line, line.line) })))
  const colorColumn = (entries: LegendColumn['lines']['entries']): LegendColumn => ({
    ...legend(entries),
    blocks: blocks.filter(({ id }) => id === 'color'),
  })
  const comparedColumn = ({ ties }: Comparison) =>
    colorColumn(
      TIE_CHANGES.map((line) => ({
        line,
        name: words(`compare.tie.${line}`),
        count: ties[line].length,
        on: true,
      })),
    )
  const dates = source.comparison?.dates
  return (style, box, seen) => {
    const theme = takeTheme(style)
    const coded = style === 'print' && dressed.colors === null && dressed.appearance.color !== 'fixed'
    const measure = textMeasure(theme.font)
    const { compared, comparison } = source.comparison ?? {}
    const drawn = {
      captions: model.captions,
      chosen: model.chosenRow === null ? null : actorKey(network.actors.id[model.chosenRow]!),
      kept: model.kept,
      marked: markedKeys(model),
      theme,
      coded,
      measure,
    }
    const body = (): PictureBody => {
      if (kind === 'canvas' && model.canvas)
        return canvasBody({
          canvas: model.canvas,
          emphasis: model.emphasis,
          chosen: model.chosenRow === null ? -1 : model.canvas.picture.markOf[model.chosenRow]!,
          place: seen ? view.at : null,
          theme,
        })
      if (kind === 'compared' && compared && comparison)
        return sceneBody(
          {
            ...drawn,
            scene: comparedScene(compared, comparison.filtered, source.comparison?.dressed ?? dressed),
            captions: [],
            kept: null,
            marked: new Set(),
          },
          null,
        )
      if (kind === 'page') return elementsBody(partsOfPage(), style)
      return sceneBody({ ...drawn, scene }, box)
    }
    const column = (): LegendColumn | null => {
      if (kind === 'page') return view.quarters !== null && source.tab === 'graph' ? colorColumn([]) : null
      return kind === 'compared' && comparison ? comparedColumn(comparison) : lineColumn()
    }
    return {
      title: t(ofBusinesses ? 'pictureTitle' : 'networkTitle', { city: names.reference?.city.name ?? '' }),
      subtitle: dates
        ? t('between', { from: format.date(dates.from), to: format.date(dates.to) })
        : caption.filters.length > 0
          ? `${words('summary', counted)} · ${words('summaryFiltered', left)}`
          : words('summary', counted),
      body: body(),
      legend: column(),
      beside: dates || view.quarters !== null ? [] : beside,
      notes,
      source: t('source', { source: caption.source, url: pinned(location.href, network) }),
      theme,
      coded,
      measure,
    }
  }
}

/** The address of the view with its date and revision, which give the same picture when both have moved on. */
function pinned(href: string, { on, revision }: Pick<ActorNetwork, 'on' | 'revision'>): string {
  const url = new URL(href)
  if (!url.searchParams.has('on')) url.searchParams.set('on', on)
  if (!url.searchParams.has('known')) url.searchParams.set('known', String(revision))
  return url.href
}

/** Entries that the filters leave out are struck through, as in the panel. */
function entryOn(block: LegendBlock, key: string, { filters }: ExplorerView): boolean {
  const filter = block.entries.find((entry) => entry.key === key)?.filter
  if (!filter) return true
  if ('value' in filter) return keeps(filters[filter.id], filter.value)
  const range = filters[filter.id]
  if (!range) return true
  if ('empty' in filter) return range.withoutEmpty !== true
  return (range.from ?? filter.from) <= filter.to && (range.to ?? filter.to) >= filter.from
}

function textMeasure(font: string): MeasureText {
  const pen = document.createElement('canvas').getContext('2d')
  return (text, size, bold) => {
    if (!pen) return text.length * size * 0.6
    pen.font = `${bold ? 600 : 400} ${size}px ${font}`
    return pen.measureText(text).width
  }
}
