import { Pause, Play } from 'lucide-react'
import { useTranslations } from 'use-intl'
import type { Turnover } from '#shared/contract/network.ts'
import { periodTitle } from '../../../network/period-words.ts'
import { Button } from '../../../ui/Button.tsx'
import { useFormat } from '../../../ui/FormatProvider.tsx'
import { comparedDate, type QuarterStep, stepOf } from '../quarters.ts'
import type { ChangeView } from '../use-explorer-view.ts'
import type { ExplorerView } from '../view-state.ts'
import { MAX_QUARTERS } from '../view-state.ts'
import { DateField } from './DateField.tsx'
import { barsOf, eventsOf } from './time-line.ts'

const MODES = ['instant', 'compare', 'several'] as const
type Mode = (typeof MODES)[number]

export const modeOf = ({ compare, quarters }: ExplorerView): Mode =>
  compare !== null ? 'compare' : quarters !== null ? 'several' : 'instant'

interface TimeControlsProps {
  view: ExplorerView
  on: string
  /** The last day of the data. */
  lastOn: string
  steps: readonly QuarterStep[]
  turnover: Turnover | undefined
  turnoverFailed: boolean
  play: { playing: boolean; toggle: () => void }
  change: ChangeView
}

/** One date, two compared, or quarters side by side; playing; and what the period brought, in words. */
export function TimeControls(props: TimeControlsProps) {
  const { view, on, lastOn, steps, turnover, turnoverFailed, play, change } = props
  const t = useTranslations('explorer.time')
  const mode = modeOf(view)
  const choose = (next: Mode) => {
    // two dates need dates: where all are shown, the last one is the later of the two
    const day = on === 'all' ? lastOn : on
    const compare = next === 'compare' ? comparedDate(day) : null
    change(
      {
        compare,
        quarters: next === 'several' ? MAX_QUARTERS : null,
        ...(next !== 'instant' && on === 'all' ? { on: day } : {}),
        ...(next === 'several' ? { tab: 'graph' } : {}),
      },
      true,
    )
  }
  return (
    <div className="time-controls">
      {mode === 'several' ? null : (
        <Button onClick={play.toggle} aria-pressed={play.playing} disabled={steps.length < 2}>
          {play.playing ? (
            <Pause size={14} strokeWidth={1.75} aria-hidden />
          ) : (
            <Play size={14} strokeWidth={1.75} aria-hidden />
          )}
          <span className="play-word">{play.playing ? t('pause') : t('play')}</span>
        </Button>
      )}
      <fieldset className="time-modes">
        <legend className="visually-hidden">{t('mode')}</legend>
        {MODES.map((one) => (
          <label key={one} data-chosen={one === mode || undefined}>
            <input
              type="radio"
              className="visually-hidden"
              name="time-mode"
              checked={one === mode}
              onChange={() => choose(one)}
            />
            {t(one)}
          </label>
        ))}
      </fieldset>
      {view.compare === null ? null : (
        <span className="time-since">
          <span aria-hidden="true">{t('since')}</span>
          <DateField
            label={t('before')}
            value={view.compare}
            max={lastOn}
            onChange={(compare) => change({ compare }, true)}
          />
        </span>
      )}
      {mode === 'instant' ? <Moved {...{ on, steps, turnover }} /> : null}
      {turnover ? (
        <span className="time-key">
          <i className="time-came" aria-hidden="true" /> {t('cameKey')}
          <i className="time-went" aria-hidden="true" /> {t('wentKey')}
        </span>
      ) : null}
      {turnoverFailed ? <small className="caption">{t('turnoverFailed')}</small> : null}
    </div>
  )
}

function Moved({
  on: day,
  steps: all,
  turnover: told,
}: Pick<TimeControlsProps, 'on' | 'steps' | 'turnover'>) {
  const t = useTranslations('explorer.time')
  const common = useTranslations('common')
  const format = useFormat()
  const at = day === 'all' ? -1 : stepOf(all, day)
  const bar = told && barsOf(told, all).find(({ from, to }) => from <= at && at <= to)
  if (!bar) return null
  const events = eventsOf(told, all, bar)
  return (
    <span className="time-moved">
      {t('moved', {
        period: periodTitle(common, bar.point.period),
        started: format.integer(bar.point.started),
        ended: format.integer(bar.point.ended),
      })}
      {events.length === 0 ? null : (
        <>
          {' · '}
          <span className="time-event-key" aria-hidden="true" />{' '}
          {format.list(events.map(({ title }) => title))}
        </>
      )}
    </span>
  )
}
