import { usePlotArea, useXAxisScale, useYAxisScale } from 'recharts'
import { useTranslations } from 'use-intl'
import { useFormat } from '#client/ui/FormatProvider.tsx'
import type { Target } from '#shared/contract/reference.ts'
import { type ChartRow, spread } from './progress-view.ts'

interface LineLabelsProps {
  rows: readonly ChartRow[]
  target: Target | null
  /** Where the target stands on the time axis. */
  end: number
  pillars: boolean
  narrow: boolean
  shown: string | undefined
}

const LINE = 13

interface EndLabel {
  key: string
  x: number
  y: number
  lines: readonly string[]
  className: string
}

/** The lines are named where they end; no legend. The date shown has the large dot. */
export function LineLabels({ rows, target, end, pillars, narrow, shown }: LineLabelsProps) {
  const t = useTranslations('overview.progress')
  const index = useTranslations('overview.index')
  const format = useFormat()
  const plot = usePlotArea()
  const scaleX = useXAxisScale()
  const scaleY = useYAxisScale()
  const last = rows.findLast((row) => row.index !== null)
  const now = rows.findLast((row) => row.index !== null && (!shown || row.on <= shown)) ?? last
  if (!plot || !scaleX || !scaleY || !last || !now) return null
  // Of another date than the newest, the lines keep their names; the value stands at its own dot.
  const past = now !== last
  const said = (value: number) => (past ? '' : format.integer(value))
  const x = (value: number) => scaleX(value) ?? 0
  const y = (value: number) => scaleY(value) ?? 0

  const beside = x(last.x) + 9
  const labels: EndLabel[] = []
  if (pillars) {
    for (const id of ['J', 'S', 'C'] as const) {
      const value = last[id]
      if (value !== null)
        labels.push({
          key: id,
          x: beside,
          y: y(value) + 4,
          lines: [`${said(value)} ${index(id).toLowerCase()}`.trim()],
          className: 'line-label',
        })
    }
  } else if (last.benchmark !== null) {
    const value = said(last.benchmark)
    const lines = narrow
      ? [t('benchmarkShort', { value }).trim()]
      : [t('benchmark', { value }).trim(), t('benchmarkSecond')]
    const rest = (lines.length - 1) * 13
    let first = y(last.benchmark) + 4 - rest
    if (target)
      first =
        last.benchmark >= target.value
          ? Math.min(first, y(target.value) - 10 - rest)
          : Math.max(first, y(target.value) + 20)
    labels.push({ key: 'benchmark', x: beside, y: first, lines, className: 'line-label' })
  }
  if (last.index !== null)
    labels.push({
      key: 'index',
      x: beside,
      // The way to the target starts at the dot; the name keeps out of it.
      y: y(last.index) + (target === null ? 4 : target.value > last.index ? 16 : -8),
      lines: [t('index', { value: said(last.index) }).trim()],
      className: 'line-label line-label-index',
    })
  if (target)
    labels.push({
      key: 'target',
      x: x(end) + 10,
      y: y(target.value) + 4,
      lines: [t('target', { value: format.integer(target.value) })],
      className: 'line-label line-label-target',
    })

  const placed = spread(
    labels.map((label) => ({ top: label.y, height: LINE * label.lines.length })),
    8,
    plot.y + plot.height + LINE,
  )
  return (
    <g>
      {target ? (
        <>
          {end > last.x && last.index !== null ? (
            <path d={`M${x(last.x)} ${y(last.index)}L${x(end)} ${y(target.value)}`} className="target-line" />
          ) : null}
          <path d={`M${x(end)} ${y(target.value) - 5}l5 5-5 5-5-5z`} className="mark-target" />
        </>
      ) : null}
      {now.index !== null ? <circle cx={x(now.x)} cy={y(now.index)} r="4.5" className="mark-now" /> : null}
      {past && now.index !== null ? (
        <text
          x={x(now.x)}
          y={y(now.index) - 10}
          textAnchor="middle"
          className="line-label line-label-index line-label-at"
        >
          {format.integer(now.index)}
        </text>
      ) : null}
      {labels.map(({ key, x: left, lines, className }, i) => {
        const top = placed[i] ?? 0
        return (
          <text key={key} x={left} y={top} className={className}>
            {lines[0]}
            {lines[1] ? (
              <tspan x={left} dy="13">
                {lines[1]}
              </tspan>
            ) : null}
          </text>
        )
      })}
    </g>
  )
}
