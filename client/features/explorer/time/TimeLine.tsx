import { type CSSProperties, useEffect, useRef, useState } from 'react'
import { useTranslations } from 'use-intl'
import type { Turnover } from '#shared/contract/network.ts'
import { periodTick, periodTitle } from '../../../network/period-words.ts'
import { useFormat } from '../../../ui/FormatProvider.tsx'
import { type QuarterStep, stepOf } from '../quarters.ts'
import { type Bar, barsOf, eventsOf, placeOf } from './time-line.ts'

interface TimeLineProps {
  steps: readonly QuarterStep[]
  on: string
  /** The earlier date, where two are compared. */
  compare: string | null
  turnover: Turnover | undefined
  onMove: (date: string) => void
  onMoveCompare: (date: string) => void
}

/** The quarters as an axis: what came and went in each, events, and one handle or two. Arrow keys step a quarter. */
export function TimeLine({ steps, on, compare, turnover, onMove, onMoveCompare }: TimeLineProps) {
  const t = useTranslations('explorer.time')
  const current = on === 'all' ? -1 : stepOf(steps, on)
  const earlier = compare === null ? -1 : stepOf(steps, compare)
  const bars = turnover ? barsOf(turnover, steps) : []
  return (
    <div className="time-line" style={{ '--steps': steps.length } as CSSProperties}>
      <Histogram bars={bars} from={compare === null ? current : earlier} to={current} />
      <div className="time-handles">
        {compare === null || earlier < 0 || current < 0 ? null : (
          <span
            className="time-range"
            style={
              {
                '--from': Math.min(earlier, current),
                '--span': Math.abs(current - earlier),
              } as CSSProperties
            }
          />
        )}
        {compare === null ? null : (
          <Handle
            label={t('before')}
            kind="before"
            steps={steps}
            bars={bars}
            turnover={turnover}
            value={Math.max(0, earlier)}
            date={compare}
            onMove={onMoveCompare}
          />
        )}
        <Handle
          label={t('now')}
          kind="now"
          steps={steps}
          bars={bars}
          turnover={turnover}
          value={current < 0 ? steps.length - 1 : current}
          date={on === 'all' ? null : on}
          onMove={onMove}
        />
      </div>
      <Events steps={steps} events={turnover?.events ?? []} />
      <Ticks steps={steps} shown={[current, earlier]} />
    </div>
  )
}

/** Height of the tallest bar, px; whatever is not nothing is seen. */
const TALLEST = 30
const LEAST = 2

const heightOf = (count: number, share: number) =>
  `${count === 0 ? 0 : Math.max(LEAST, Math.round(share * TALLEST))}px`

interface HistogramProps {
  bars: readonly Bar[]
  /** The steps that the picture is about. */
  from: number
  to: number
}

/** What came and, hatched beside it, what went; each pair over the middle of its period. */
function Histogram({ bars, from, to }: HistogramProps) {
  const inRange = (bar: Bar) => bar.to >= Math.min(from, to) && bar.from <= Math.max(from, to)
  return (
    <div className="time-bars" aria-hidden="true">
      {bars.map((bar) => (
        <span
          key={bar.from}
          className="time-bar"
          data-shown={inRange(bar) || undefined}
          style={{ '--from': bar.from, '--span': bar.to - bar.from + 1 } as CSSProperties}
        >
          <i
            className="time-bar-middle time-came"
            style={{ height: heightOf(bar.point.started, bar.started) }}
          />
          <i
            className={bar.point.ended === 0 ? 'time-bar-side' : 'time-bar-side time-went'}
            style={{ height: heightOf(bar.point.ended, bar.ended) }}
          />
        </span>
      ))}
    </div>
  )
}

function Events({ steps, events }: Pick<TimeLineProps, 'steps'> & { events: Turnover['events'] }) {
  const t = useTranslations('explorer.time')
  const format = useFormat()
  return (
    <div className="time-events" aria-hidden="true">
      {events.map((event) => {
        const at = placeOf(steps, event.on)
        return at === null ? null : (
          <span
            key={event.id}
            title={t('event', { title: event.title, date: format.date(event.on) })}
            style={{ '--at': at } as CSSProperties}
          />
        )
      })}
    </div>
  )
}

interface HandleProps {
  label: string
  kind: 'before' | 'now'
  steps: readonly QuarterStep[]
  bars: readonly Bar[]
  turnover: Turnover | undefined
  value: number
  date: string | null
  onMove: (date: string) => void
}

/** While it is dragged it stays with the finger; the date follows once it rests. */
const REST_MS = 140

function Handle({ label, kind, steps, bars, turnover, value, date, onMove }: HandleProps) {
  const t = useTranslations('explorer.time')
  const common = useTranslations('common')
  const format = useFormat()
  const [held, setHeld] = useState<number | null>(null)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(timer.current), [])
  const at = held ?? value
  const step = steps[at]
  if (!step) return null
  const bar = bars.find(({ from, to }) => from <= at && at <= to)
  const period = periodTitle(common, bar?.point.period ?? step)
  const shown = held === null && date !== null ? date : step.on
  const words = bar
    ? `${format.date(shown)}. ${t('moved', {
        period,
        started: format.integer(bar.point.started),
        ended: format.integer(bar.point.ended),
      })}`
    : t('atDate', { period, date: format.date(shown) })
  const events = bar && turnover ? eventsOf(turnover, steps, bar) : []
  const spoken = [
    words,
    step.provisional ? t('provisional') : '',
    events.length > 0 ? t('events', { titles: format.list(events.map(({ title }) => title)) }) : '',
  ].filter(Boolean)
  return (
    <input
      type="range"
      className={`time-handle time-handle-${kind}`}
      aria-label={label}
      aria-valuetext={spoken.join('. ')}
      min={0}
      max={steps.length - 1}
      step={1}
      value={at}
      onChange={(event) => {
        const next = Number(event.target.value)
        setHeld(next)
        clearTimeout(timer.current)
        timer.current = setTimeout(() => {
          setHeld(null)
          onMove(steps[next]!.on)
        }, REST_MS)
      }}
    />
  )
}

/** From so many quarters on, only the years are written. */
const CROWDED = 14
/** And from so many years on, only some of them. */
const CROWDED_YEARS = 12

function Ticks({ steps, shown }: { steps: readonly QuarterStep[]; shown: readonly number[] }) {
  const common = useTranslations('common')
  const crowded = steps.length > CROWDED
  const years = new Set(steps.map(({ year }) => year)).size
  const every = Math.ceil(years / CROWDED_YEARS)
  return (
    <div className="time-ticks" aria-hidden="true">
      {steps.map((step, at) => {
        const begins = at === 0 || step.quarter === 1
        const written = begins && (step.year - steps[0]!.year) % every === 0
        return (
          <span key={step.on} data-shown={shown.includes(at) || undefined}>
            {crowded
              ? written && (at === 0 ? step.quarter < 3 : true)
                ? step.year
                : ''
              : periodTick(common, step, begins)}
          </span>
        )
      })}
    </div>
  )
}
