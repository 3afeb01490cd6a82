import { useQuery } from '@tanstack/react-query'
import { ChevronLeft, ChevronRight } from 'lucide-react'
import { useCallback, useId, useMemo } from 'react'
import { useTranslations } from 'use-intl'
import type { City } from '#shared/contract/reference.ts'
import { DEFINITION_IDS } from '#shared/contract/vocabulary.ts'
import { turnoverQuery } from '../../api/network.ts'
import { useFormat } from '../../ui/FormatProvider.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import { type QuarterStep, quarterSteps, steppedDate } from './quarters.ts'
import { DateField } from './time/DateField.tsx'
import { KnownChoice } from './time/KnownChoice.tsx'
import { modeOf, TimeControls } from './time/TimeControls.tsx'
import { TimeLine } from './time/TimeLine.tsx'
import { usePlay } from './time/use-play.ts'
import type { ExplorerModel } from './use-explorer-model.ts'
import type { ChangeView } from './use-explorer-view.ts'
import type { ExplorerView } from './view-state.ts'

interface AsOfBandProps {
  model: ExplorerModel
  view: ExplorerView
  city: City
  change: ChangeView
  /** The picture of the date asked for is there. */
  ready: boolean
}

/** On which date, and by which definition: quarter by quarter along the axis, or any day. */
export function AsOfBand({ model, view, city, change, ready }: AsOfBandProps) {
  // What was asked for, at once; the picture follows.
  const on = view.on ?? city.defaultOn
  const steps = useMemo(
    () => quarterSteps(city.firstOn ?? city.lastOn, city.lastOn),
    [city.firstOn, city.lastOn],
  )
  const move = useCallback(
    (date: string, first: boolean) => change({ on: date === city.defaultOn ? null : date }, first),
    [change, city.defaultOn],
  )
  const go = (date: string) => move(date, true)
  const asked = {
    definition: view.definition === 'official' ? undefined : view.definition,
    known: view.known ?? undefined,
  }
  const turnover = useQuery(turnoverQuery(asked))
  const play = usePlay({ steps, on, view: asked, ready, go: move })
  return (
    <section className="as-of" data-mode={modeOf(view)} aria-labelledby="as-of-title">
      <DatePart on={on} city={city} steps={steps} go={go} />
      <div className="time-band">
        <TimeControls
          view={view}
          on={on}
          lastOn={city.lastOn}
          steps={steps}
          turnover={turnover.data}
          turnoverFailed={turnover.isError}
          play={play}
          change={change}
        />
        <TimeLine
          steps={steps}
          on={on}
          compare={view.compare}
          turnover={turnover.data}
          onMove={go}
          onMoveCompare={(compare) => change({ compare }, true)}
        />
      </div>
      <DefinitionPart model={model} view={view} change={change} />
    </section>
  )
}

interface DateProps {
  on: string
  steps: readonly QuarterStep[]
  go: (date: string) => void
}

function DatePart({ on, city, steps, go }: DateProps & { city: City }) {
  const t = useTranslations('explorer.time')
  const format = useFormat()
  const inputId = useId()
  const day = on === 'all' ? city.lastOn : on
  const [before, after] = [steppedDate(steps, day, -1), steppedDate(steps, day, 1)]
  return (
    <div className="as-of-date">
      <label htmlFor={inputId} id="as-of-title">
        {on === 'all' ? t('allDates') : t('asOf', { date: format.date(on) })}
      </label>
      <div className="as-of-steps">
        <IconButton
          label={t('previous')}
          icon={<ChevronLeft size={16} strokeWidth={1.75} />}
          disabled={before === null}
          onClick={() => before && go(before)}
        />
        <DateField
          id={inputId}
          value={on === 'all' ? null : on}
          min={city.firstOn}
          max={city.lastOn}
          onChange={go}
        />
        <IconButton
          label={t('next')}
          icon={<ChevronRight size={16} strokeWidth={1.75} />}
          disabled={after === null || on === 'all'}
          onClick={() => after && go(after)}
        />
      </div>
      {city.defaultOn === 'all' ? (
        <label className="as-of-all">
          <input
            type="checkbox"
            className="check"
            checked={on === 'all'}
            onChange={(event) => go(event.target.checked ? 'all' : city.lastOn)}
          />
          {t('all')}
        </label>
      ) : null}
    </div>
  )
}

function DefinitionPart({ model, view, change }: Omit<AsOfBandProps, 'city' | 'ready'>) {
  const t = useTranslations('explorer.time')
  const common = useTranslations('common.definition')
  const format = useFormat()
  const fresh = useMemo(() => model.index.lines.filter((line) => line === 'new').length, [model.index])
  return (
    <div className="as-of-definition">
      <label>
        <span>{t('definition')}</span>
        <select
          className="input"
          value={view.definition}
          onChange={(event) =>
            change({ definition: DEFINITION_IDS.find((id) => id === event.target.value) ?? 'official' }, true)
          }
        >
          {DEFINITION_IDS.map((id) => (
            <option key={id} value={id}>
              {common(id)}
            </option>
          ))}
        </select>
      </label>
      <KnownChoice view={view} change={change} />
      {model.comparedOn && modeOf(view) === 'instant' ? (
        <p>{t('newSince', { count: fresh, date: format.shortDate(model.comparedOn) })}</p>
      ) : null}
    </div>
  )
}
