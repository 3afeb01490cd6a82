import { useTranslations } from 'use-intl'
import { LINE_CLASSES, type LineClass } from '../../network/graph/network-index.ts'
import { LineSample } from '../../network/LineSample.tsx'
import { useFormat } from '../../ui/FormatProvider.tsx'
import { keeps, onlyThese, switched } from './choice.ts'
import type { FilterProps } from './FilterPanel.tsx'
import { withFilter } from './filters.ts'
import { LegendButton } from './LegendButton.tsx'

/** Between two dates a class of lines is what became of them. */
const CHANGED = { active: 'kept', new: 'came', expired: 'went' } as const
const SAMPLE = { active: 'kept', new: 'added', expired: 'ended', uncounted: 'kept' } as const

/** The lines as a list that counts and filters. */
export function LineLegend({ model, view, change }: FilterProps) {
  const t = useTranslations('explorer.lines')
  const changed = useTranslations('explorer.compare.lines')
  const format = useFormat()
  const choice = view.filters.line
  const names = (line: LineClass) =>
    model.changes && line !== 'uncounted'
      ? changed(CHANGED[line])
      : line === 'new'
        ? model.comparedOn
          ? t('new', { date: format.dayMonth(model.comparedOn) })
          : t('newPlain')
        : t(line)
  const lines = model.changes
    ? (['active', 'new', 'expired'] as const)
    : LINE_CLASSES.filter((line) => line !== 'new' || model.comparedOn !== null)
  return (
    <section className="legend" aria-labelledby="legend-lines">
      <h2 className="panel-title" id="legend-lines">
        {t('title')}
      </h2>
      <ul>
        {lines.map((line) => {
          const on = keeps(choice, line)
          return (
            <li key={line}>
              <LegendButton
                on={on}
                name={names(line)}
                count={model.filtered.facets.line.get(line) ?? 0}
                mark={<LineSample line={model.changes ? SAMPLE[line] : line} />}
                onSwitch={() =>
                  change({
                    filters: withFilter(view.filters, 'line', switched(choice, [line], !on, LINE_CLASSES)),
                  })
                }
                onOnly={() =>
                  change({
                    filters: withFilter(view.filters, 'line', onlyThese(choice, [line], LINE_CLASSES)),
                  })
                }
              />
            </li>
          )
        })}
      </ul>
    </section>
  )
}
