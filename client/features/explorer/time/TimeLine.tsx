import { type CSSProperties, useEffect, useRef, useState } from 'react'
import { useTranslations } from 'use-intl'
import type { Turnover } from '#shared/contract/network.ts'
import { periodTick, periodTitle } from '../../../network/period-words.ts'
import { useFormat } from '../../../ui/FormatProvider.tsx'
import { type QuarterStep, stepOf } from '../quarters.ts'
import { type Bar, barsOf, placeOf } from './time-line.ts'

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
      <Histogram
        steps={steps}
        bars={bars}
        turnover={turnover}
        from={compare === null ? current : earlier}
        to={current}
      />
      <div className="time-handles">
        {compare === null ? null : (
          <Handle
            label={t('before')}
            kind="before"
            steps={steps}
            bars={bars}
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
          value={current < 0 ? steps.length - 1 : current}
          date={on === 'all' ? null : on}
          onMove={onMove}
        />
      </div>
      <Ticks steps={steps} />
    </div>
  )
}

/** Height of the part above the line (came) and below it (went), px. */
const UP = 30
const DOWN = 16
const EVENT = 7

interface HistogramProps {
  steps: readonly QuarterStep[]
  bars: readonly Bar[]
  turnover: Turnover | undefined
  /** The steps that the picture is about. */
  from: number
  to: number
}

function Histogram({ steps, bars, turnover, from, to }: HistogramProps) {
  const t = useTranslations('explorer.time')
  const format = useFormat()
  const inRange = (bar: Bar) => bar.to >= Math.min(from, to) && bar.from <= Math.max(from, to)
  return (
    <svg
      className="time-bars"
      viewBox={`0 0 ${steps.length} ${UP + DOWN + EVENT}`}
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      {bars.map((bar) => {
        const x = bar.from + 0.2
        const width = bar.to - bar.from + 0.6
        const up = bar.point.started === 0 ? 0 : Math.max(1.5, bar.started * UP)
        const down = bar.point.ended === 0 ? 0 : Math.max(1.5, bar.ended * DOWN)
        return (
          <g key={bar.from} className={inRange(bar) ? 'time-bar time-bar-shown' : 'time-bar'}>
            <rect className="time-came" x={x} width={width} y={UP - up} height={up} />
            <rect className="time-went" x={x} width={width} y={UP} height={down} />
          </g>
        )
      })}
      <path className="time-axis" d={`M0 ${UP}h${steps.length}`} />
      {turnover?.events.map((event) => {
        const at = placeOf(steps, event.on)
        return at === null ? null : (
          <path key={event.id} className="time-event" d={`M${at} ${UP + DOWN + EVENT}v${-EVENT}`}>
            <title>{t('event', { title: event.title, date: format.date(event.on) })}</title>
          </path>
        )
      })}
    </svg>
  )
}

interface HandleProps {
  label: string
  kind: 'before' | 'now'
  steps: readonly QuarterStep[]
  bars: readonly Bar[]
  value: number
  date: string | null
  onMove: (date: string) => void
}

/** While it is dragged it stays with the finger; the date follows once it rests. */
const REST_MS = 140

function Handle({ label, kind, steps, bars, value, date, onMove }: HandleProps) {
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
  return (
    <input
      type="range"
      className={`time-handle time-handle-${kind}`}
      aria-label={label}
      aria-valuetext={step.provisional ? `${words}, ${t('provisional')}` : words}
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

function Ticks({ steps }: { steps: readonly QuarterStep[] }) {
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
          <span key={step.on} data-year={begins || undefined}>
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
