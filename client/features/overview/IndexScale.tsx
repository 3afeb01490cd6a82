import { useTranslations } from 'use-intl'
import { useFormat } from '#client/ui/FormatProvider.tsx'
import { EN_DASH } from '#client/ui/format.ts'
import { SCALE, scaleX } from './index-scale.ts'
import { useOverviewModel } from './OverviewContext.ts'

const QUARTILES = [0, 25, 50, 75, 100]
const LABELS = ['separate', 'beginning', 'connected', 'integrated'] as const

/** 0–100 with band, before, now, benchmark and target; what they are stands in the row beneath. */
export function IndexScale() {
  const t = useTranslations('overview.index')
  const format = useFormat()
  const { overview } = useOverviewModel()
  const { index, change, target } = overview
  const { value, band, benchmark } = index
  if (value === null) return null
  const whole = (number: number | null) => (number === null ? EN_DASH : format.integer(number))

  const before = change?.before ?? null
  const described = t('describe', {
    value: whole(value),
    label: index.label ? t(`label.${index.label}`) : EN_DASH,
    range:
      band.low === null || band.high === null
        ? t('noRange')
        : t('range', { low: whole(band.low), high: whole(band.high) }),
    benchmark: whole(benchmark.value),
    before: whole(before),
    target: target
      ? t('target', { value: format.integer(target.value), date: format.shortDate(target.by) })
      : EN_DASH,
  })

  return (
    <svg
      viewBox={`0 0 ${SCALE.width} ${SCALE.height}`}
      className="index-scale block h-auto w-full max-w-[28rem] md:max-w-[20rem]"
      role="img"
      aria-label={described}
    >
      {band.low !== null && band.high !== null ? (
        <rect
          x={scaleX(band.low)}
          y="18"
          width={scaleX(band.high) - scaleX(band.low)}
          height="14"
          className="fill-band"
        />
      ) : null}
      <path d={`M${SCALE.left} ${SCALE.axis}H${SCALE.right}`} className="stroke-control-line" />
      {QUARTILES.map((tick) => (
        <g key={tick}>
          <path d={`M${scaleX(tick)} ${SCALE.axis - 4}v8`} className="stroke-control-line" />
          <text x={scaleX(tick)} y="48" className="tick">
            {tick}
          </text>
        </g>
      ))}
      {LABELS.map((label, i) => (
        <text
          key={label}
          x={scaleX(12.5 + 25 * i)}
          y="64"
          className={label === index.label ? 'tick tick-on' : 'tick'}
        >
          {t(`scale.${label}`)}
        </text>
      ))}
      {before !== null ? (
        <>
          <circle cx={scaleX(before)} cy={SCALE.axis} r="4" className="mark-before" />
          <Movement from={scaleX(before)} to={scaleX(value)} />
        </>
      ) : null}
      <circle cx={scaleX(value)} cy={SCALE.axis} r="6" className="mark-now" />
      {benchmark.value !== null ? (
        <path d={`M${scaleX(benchmark.value)} 15v20`} className="stroke-[1.75] stroke-[var(--benchmark)]" />
      ) : null}
      {target ? (
        <>
          <path d={`M${scaleX(target.value)} 13v${SCALE.axis - 13}`} className="stroke-rule" />
          <path d={`M${scaleX(target.value)} 3l5 5-5 5-5-5z`} className="mark-target" />
        </>
      ) : null}
    </svg>
  )
}

/** The line that joins before and now, short of both dots. */
function Movement({ from, to }: { from: number; to: number }) {
  const sign = Math.sign(to - from)
  const start = from + 5 * sign
  const end = to - 8 * sign
  if ((end - start) * sign <= 0) return null
  return <path d={`M${start} ${SCALE.axis}H${end}`} className="stroke-[1.5] stroke-grape" />
}
