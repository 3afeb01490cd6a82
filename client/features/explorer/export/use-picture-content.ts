import { useTranslations } from 'use-intl'
import type { PlaneBox } from '../../../network/graph/create-graph.ts'
import { actorKey } from '../../../network/graph/scene.ts'
import { useNames } from '../../../network/use-names.ts'
import { useFormat } from '../../../ui/FormatProvider.tsx'
import { useCaption } from '../appearance/use-caption.ts'
import { type LegendBlock, useLegend, useLineEntries } from '../appearance/use-legend.ts'
import { keeps } from '../choice.ts'
import type { ExplorerModel } from '../use-explorer-model.ts'
import { useNoun } from '../use-noun.ts'
import type { ExplorerView } from '../view-state.ts'
import type { PictureContent } from './picture-content.ts'
import type { MeasureText } from './svg-text.ts'
import { type TakeStyle, takeTheme } from './take-theme.ts'

/** Gathers what a picture carries with it, when it is asked for. */
export function usePictureContent(
  model: ExplorerModel,
  view: ExplorerView,
): (style: TakeStyle, box: PlaneBox | null) => PictureContent {
  const t = useTranslations('explorerTools.take')
  const words = useTranslations('explorer')
  const format = useFormat()
  const names = useNames()
  const noun = useNoun(model.network.definition)
  const caption = useCaption(model, view)
  const legend = useLegend(model)
  const lines = useLineEntries(model)
  const { network, filtered, scene, dressed } = model
  const counted = {
    actors: noun(network.counts.n),
    ties: words('ties', { count: network.counts.m }),
    records: network.counts.records,
  }
  const left = { actors: noun(filtered.shown.actors), ties: words('ties', { count: filtered.shown.ties }) }
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
  const missing = [
    scene.left.actors > 0 ? words('left.actors', { count: scene.left.actors }) : '',
    scene.left.ties > 0 ? words('left.ties', { count: scene.left.ties }) : '',
    model.whole ? '' : words('left.grouped'),
  ]
  const notes = [
    caption.appearance.join(' '),
    caption.filters.length > 0 ? t('filters', { steps: caption.filters.join(' ') }) : t('noFilters'),
    missing.filter(Boolean).join(' '),
  ].filter(Boolean)
  return (style, box) => {
    const theme = takeTheme(style)
    return {
      title: t('pictureTitle', { city: names.reference?.city.name ?? '' }),
      subtitle:
        caption.filters.length > 0
          ? `${words('summary', counted)} · ${words('summaryFiltered', left)}`
          : words('summary', counted),
      scene,
      captions: model.captions,
      chosen: model.chosenRow === null ? null : actorKey(network.actors.id[model.chosenRow]!),
      kept: model.kept,
      box,
      legend,
      entryOn: (block, key) => entryOn(block, key, view),
      lines: {
        title: words('lines.title'),
        entries: lines.map((line) => ({ ...line, on: keeps(view.filters.line, line.line) })),
      },
      absentTitle: (list) =>
        words('legend.absent', {
          names: list.map((name) => name.toLocaleLowerCase(format.locale)).join(', '),
        }),
      beside,
      notes,
      source: t('source', { source: caption.source, url: location.href }),
      theme,
      coded: style === 'print' && dressed.colors === null && dressed.appearance.color !== 'fixed',
      measure: textMeasure(theme.font),
    }
  }
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
