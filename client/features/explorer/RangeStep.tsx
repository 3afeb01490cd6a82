import { useTranslations } from 'use-intl'
import { MethodButton } from '../../network/MethodButton.tsx'
import { useFormat } from '../../ui/FormatProvider.tsx'
import { extentOf, isMeasure, MEASURE_METRIC } from './appearance/measures.ts'
import { useFilterWords } from './appearance/use-filter-words.ts'
import { useMeasures } from './appearance/use-measures.ts'
import type { FilterProps } from './FilterPanel.tsx'
import { histogramOf, numbersOf } from './filter-network.ts'
import { type RangeFilterId, rangeDigits, withFilter } from './filters.ts'
import { Histogram } from './Histogram.tsx'
import { binsBetween, type RangeChoice, tidyRange } from './range.ts'
import { StepRow, stepId } from './StepRow.tsx'
import { useFilterName } from './use-filter-name.ts'

interface RangeStepProps extends FilterProps {
  id: RangeFilterId
  onRemove: () => void
}

const EVERYTHING: RangeChoice = { from: null, to: null }

/** A step about a figure: how many have how much, which part is kept, and whether those without a figure are. */
export function RangeStep({ id, onRemove, ...props }: RangeStepProps) {
  const t = useTranslations('explorerTools.stack')
  const name = useFilterName()(id)
  const { model, view, change } = props
  const measure = isMeasure(id) ? id : null
  const measures = useMeasures(model.index, measure ? [measure] : [])
  const range = view.filters[id] ?? EVERYTHING
  const keep = (next: RangeChoice) => change({ filters: withFilter(view.filters, id, tidyRange(next)) })
  const numbers = numbersOf(model.index, id, measures.columns)
  const words = useFilterWords(model).range(id, range)
  return (
    <li>
      <StepRow id={id} {...props} words={words} onRemove={onRemove}>
        <span className="step-name" id={stepId(id)} tabIndex={-1}>
          {name}
          {measure ? (
            <MethodButton
              metric={MEASURE_METRIC[measure]}
              of={name}
              view={{ on: view.on ?? undefined, definition: view.definition }}
            />
          ) : null}
        </span>
      </StepRow>
      {measure && measures.tooLarge.includes(measure) ? (
        <p className="step-note">{t('tooLarge')}</p>
      ) : measures.failed ? (
        <p className="step-note">{t('failed')}</p>
      ) : numbers ? (
        <Bars {...props} id={id} name={name} numbers={numbers} range={range} keep={keep} />
      ) : (
        <p className="step-note">{t('computing')}</p>
      )}
    </li>
  )
}

interface BarsProps extends FilterProps {
  id: RangeFilterId
  name: string
  numbers: ArrayLike<number>
  range: RangeChoice
  keep: (range: RangeChoice) => void
}

function Bars({ model, id, name, numbers, range, keep }: BarsProps) {
  const t = useTranslations('explorerTools.stack')
  const format = useFormat()
  const digits = rangeDigits(id)
  const extent = extentOf(Float64Array.from(numbers))
  if (!extent) return <p className="step-note">{t('nobody')}</p>
  const bins = id === 'intensity' ? binsBetween(1, 5, 0) : binsBetween(extent.least, extent.most, digits)
  const { counts, empty } = histogramOf(model.filtered, id, numbers, bins)
  const { withoutEmpty, ...ends } = range
  return (
    <>
      <Histogram
        name={name}
        bins={bins}
        counts={counts}
        digits={digits}
        range={range}
        onChange={(next) => keep({ ...next, ...(withoutEmpty ? { withoutEmpty } : {}) })}
        words={id === 'intensity' ? 'closeness' : null}
      />
      {empty > 0 || withoutEmpty ? (
        <label className="option">
          <input
            type="checkbox"
            className="check"
            checked={!withoutEmpty}
            onChange={(event) => keep(event.target.checked ? ends : { ...ends, withoutEmpty: true })}
          />
          <span className="option-name">{t('withEmpty')}</span>
          <span className="option-count">{format.integer(empty)}</span>
        </label>
      ) : null}
    </>
  )
}
