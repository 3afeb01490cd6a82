import { useTranslations } from 'use-intl'
import { ActorMark } from '#client/network/ActorMark.tsx'
import { periodTick } from '#client/network/period-words.ts'
import type { Measure, Series } from '#shared/contract/research.ts'
import { digitsFor } from './measure-text.ts'
import { endsOf, sharedScale, stretches } from './series-view.ts'
import { useValueText } from './use-value-text.ts'

const WIDTH = 168
const HEIGHT = 76
const TOP = 6
const BOTTOM = 16
const SIDE = 4

interface SmallMultiplesProps {
  series: Series
  measure: Measure
}

/** One small line per sector, all on one scale, so that heights compare across pictures. */
export function SmallMultiples({ series, measure }: SmallMultiplesProps) {
  const t = useTranslations('research.series')
  const text = useValueText()
  const scale = sharedScale(series.lines)
  const digits = digitsFor(
    measure.unit,
    series.lines.flatMap(({ values }) => values),
  )
  const say = (value: number) => text.value(value, measure.unit, digits)
  return (
    <>
      <p className="caption mt-2">{t('scale', { low: say(scale.low), high: say(scale.high) })}</p>
      <ul className="multiples">
        {series.lines.map((line) => {
          const ends = endsOf(line)
          const lastAt = line.values.findLastIndex((value) => value !== null)
          const last = line.values[lastAt]
          const reason = line.reasons.findLast((one) => one !== null)
          return (
            <li key={line.sectorId ?? ''}>
              <p className="multiple-name">
                {line.sectorId === null ? null : <ActorMark sectorId={line.sectorId} size={14} />}
                <span>{line.sectorId === null ? '' : text.short(line.sectorId)}</span>
                <b>{typeof last === 'number' ? say(last) : '–'}</b>
              </p>
              {typeof last === 'number' ? (
                <Picture series={series} values={line.values} scale={scale} lastAt={lastAt} />
              ) : (
                <p className="caption">{reason ? text.reason(reason) : t('noValues')}</p>
              )}
              {ends ? (
                <p className="visually-hidden">
                  {t('fromTo', { first: say(ends.start), last: say(ends.end) })}
                </p>
              ) : null}
            </li>
          )
        })}
      </ul>
    </>
  )
}

interface PictureProps {
  series: Series
  values: readonly (number | null)[]
  scale: { low: number; high: number }
  lastAt: number
}

function Picture({ series, values, scale, lastAt }: PictureProps) {
  const common = useCommon()
  const steps = Math.max(1, series.periods.length - 1)
  const x = (at: number) => SIDE + (at / steps) * (WIDTH - 2 * SIDE)
  const y = (value: number) =>
    TOP + ((scale.high - value) / (scale.high - scale.low)) * (HEIGHT - TOP - BOTTOM)
  const last = values[lastAt] ?? 0
  const [begin, end] = [series.periods[0], series.periods.at(-1)]
  return (
    <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} className="multiple" aria-hidden="true">
      <line x1={0} x2={WIDTH} y1={y(scale.high)} y2={y(scale.high)} className="multiple-grid" />
      <line x1={0} x2={WIDTH} y1={y(0)} y2={y(0)} className="multiple-zero" />
      {scale.low < 0 ? (
        <line x1={0} x2={WIDTH} y1={y(scale.low)} y2={y(scale.low)} className="multiple-grid" />
      ) : null}
      {stretches(values, x, y).map((points) =>
        points.length === 1 ? (
          <circle
            key={String(points[0])}
            cx={points[0]?.[0]}
            cy={points[0]?.[1]}
            r={1.8}
            className="multiple-dot"
          />
        ) : (
          <polyline key={String(points[0])} points={points.join(' ')} className="multiple-line" />
        ),
      )}
      <circle cx={x(lastAt)} cy={y(last)} r={2.6} className="multiple-dot" />
      {begin ? (
        <text x={0} y={HEIGHT - 3} className="multiple-tick">
          {periodTick(common, begin, true)}
        </text>
      ) : null}
      {end && end !== begin ? (
        <text x={WIDTH} y={HEIGHT - 3} textAnchor="end" className="multiple-tick">
          {periodTick(common, end, true)}
        </text>
      ) : null}
    </svg>
  )
}

const useCommon = () => useTranslations('common')
