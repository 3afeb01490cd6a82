import { useTranslations } from 'use-intl'
import { useFormat } from '../../ui/FormatProvider.tsx'
import type { FilterProps } from './FilterPanel.tsx'
import { withFilter } from './filters.ts'
import { StepRow } from './StepRow.tsx'

const STEPS = [1, 2, 3, 4, 5] as const

/** How close the partnerships are: bars from 1 to 5, and the range that is kept. */
export function IntensityFilter({ model, view, change }: FilterProps) {
  const t = useTranslations('explorer.filters')
  const format = useFormat()
  const range = view.filters.intensity ?? { from: 1, to: 5 }
  const counts = STEPS.map((step) => model.filtered.facets.intensity.get(String(step)) ?? 0)
  const most = Math.max(1, ...counts)
  if (!view.filters.intensity && counts.filter((count) => count > 0).length < 2) return null
  const name = t('intensity')
  const keep = (from: number, to: number) => {
    const [low, high] = [Math.min(from, to), Math.max(from, to)]
    change({
      filters: withFilter(
        view.filters,
        'intensity',
        low === 1 && high === 5 ? undefined : { from: low, to: high },
      ),
    })
  }
  return (
    <li>
      <StepRow id="intensity" model={model} view={view} change={change}>
        <span className="step-name">
          {name} {t('intensityRange', { from: format.integer(range.from), to: format.integer(range.to) })}
        </span>
      </StepRow>
      <div className="bars">
        <svg viewBox="0 0 200 24" preserveAspectRatio="none" aria-hidden="true">
          {counts.map((count, at) => (
            <rect
              key={STEPS[at]}
              x={at * 40}
              y={24 - Math.max(count === 0 ? 0 : 1.5, (count / most) * 24)}
              width={38}
              height={Math.max(count === 0 ? 0 : 1.5, (count / most) * 24)}
              className={at + 1 >= range.from && at + 1 <= range.to ? 'bar-kept' : 'bar-left'}
            />
          ))}
        </svg>
        <div className="bars-range">
          {(['from', 'to'] as const).map((end) => (
            <input
              key={end}
              type="range"
              min={1}
              max={5}
              step={1}
              value={range[end]}
              aria-label={`${name}, ${t(end)}`}
              onChange={(event) => {
                const value = Number(event.target.value)
                if (end === 'from') keep(Math.min(value, range.to), range.to)
                else keep(range.from, Math.max(value, range.from))
              }}
            />
          ))}
        </div>
        <div className="bars-words">
          <span>{t('loosest')}</span>
          <span>{t('closest')}</span>
        </div>
      </div>
    </li>
  )
}
