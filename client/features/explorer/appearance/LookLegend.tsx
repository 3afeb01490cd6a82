import { useTranslations } from 'use-intl'
import { MethodButton } from '../../../network/MethodButton.tsx'
import { useFormat } from '../../../ui/FormatProvider.tsx'
import { keeps, onlyThese, switched } from '../choice.ts'
import type { FilterProps } from '../FilterPanel.tsx'
import { withFilter } from '../filters.ts'
import { LegendButton } from '../LegendButton.tsx'
import { tidyRange } from '../range.ts'
import { SectorLegend } from '../SectorLegend.tsx'
import { valuesOf } from '../use-filter-options.ts'
import { DEFAULT_APPEARANCE } from './appearance.ts'
import { EntryMark } from './EntryMark.tsx'
import { MEASURE_METRIC } from './measures.ts'
import { type EntryFilter, type LegendBlock, type LegendEntry, useLegend } from './use-legend.ts'

/** What colour, size, ring and shape say, as lists that count and filter; the usual ones need no more than the sectors. */
export function LookLegend(props: FilterProps) {
  const blocks = useLegend(props.model)
  const { appearance } = props.model.dressed
  return (
    <>
      {appearance.color === 'sector' ? <SectorLegend {...props} /> : null}
      {blocks
        .filter(({ id }) =>
          id === 'color' ? appearance.color !== 'sector' : appearance[id] !== DEFAULT_APPEARANCE[id],
        )
        .map((block) => (
          <Block key={block.id} block={block} {...props} />
        ))}
    </>
  )
}

function Block({ block, ...props }: FilterProps & { block: LegendBlock }) {
  const t = useTranslations('explorer.legend')
  const format = useFormat()
  const { view, model } = props
  const id = `legend-${block.id}`
  const filters = block.entries.some(({ filter }) => filter)
  return (
    <section className="legend" aria-labelledby={id}>
      <h2 className="panel-title" id={id}>
        <span>
          {block.title}{' '}
          {block.measure ? (
            <MethodButton
              metric={MEASURE_METRIC[block.measure]}
              of={block.title}
              view={{ on: view.on ?? undefined, definition: view.definition }}
            />
          ) : null}
        </span>
        {filters ? <small title={t('altHint')}>{t('hint')}</small> : null}
      </h2>
      {block.measure && model.measures.tooLarge.includes(block.measure) ? <TooLarge /> : null}
      <ul>
        {block.entries.map((entry) => (
          <li key={entry.key}>
            <Entry entry={entry} {...props} />
          </li>
        ))}
      </ul>
      {block.note ? <p className="legend-absent">{block.note}</p> : null}
      {block.absent.length > 0 ? (
        <p className="legend-absent">
          {t('absent', {
            names: block.absent.map((name) => name.toLocaleLowerCase(format.locale)).join(', '),
          })}
        </p>
      ) : null}
    </section>
  )
}

function TooLarge() {
  return <p className="step-note">{useTranslations('explorerTools.look')('tooLarge')}</p>
}

function Entry({ entry, ...props }: FilterProps & { entry: LegendEntry }) {
  const { filter } = entry
  if (!filter || entry.count === null)
    return (
      <p className="legend-plain">
        <EntryMark entry={entry} on />
        <span>{entry.name}</span>
      </p>
    )
  const { on, press, only } = pressing(filter, props)
  return (
    <LegendButton
      on={on}
      name={entry.name}
      count={entry.count}
      mark={<EntryMark entry={entry} on={on} />}
      onSwitch={press}
      onOnly={only}
    />
  )
}

/** Classes are switched one by one; of a figure the pressed class is what is kept, and pressed again lets go. */
function pressing(filter: EntryFilter, { model, view, change }: FilterProps) {
  const { filters } = view
  if ('value' in filter) {
    const { id, value } = filter
    const universe = [...valuesOf(model, id)]
    const choice = filters[id]
    const on = keeps(choice, value)
    return {
      on,
      press: () => change({ filters: withFilter(filters, id, switched(choice, [value], !on, universe)) }),
      only: () => change({ filters: withFilter(filters, id, onlyThese(choice, [value], universe)) }),
    }
  }
  const range = filters[filter.id] ?? { from: null, to: null }
  const { withoutEmpty, ...ends } = range
  if ('empty' in filter) {
    const next = withoutEmpty ? ends : { ...ends, withoutEmpty: true as const }
    const press = () => change({ filters: withFilter(filters, filter.id, tidyRange(next)) })
    return { on: !withoutEmpty, press, only: press }
  }
  const { id, from, to } = filter
  const same = range.from === from && range.to === to
  const press = () =>
    change({
      filters: withFilter(filters, id, same ? undefined : { from, to, withoutEmpty: true }),
    })
  return { on: (range.from ?? from) <= to && (range.to ?? to) >= from, press, only: press }
}
