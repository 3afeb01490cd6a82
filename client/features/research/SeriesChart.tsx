import { CartesianGrid, Line, LineChart, XAxis, YAxis } from 'recharts'
import { useTranslations } from 'use-intl'
import { periodTick } from '#client/network/period-words.ts'
import type { Measure, Series } from '#shared/contract/research.ts'
import { digitsFor } from './measure-text.ts'
import { decimalsOf, roundTicks } from './round-ticks.ts'
import { sharedScale } from './series-view.ts'
import { useValueText } from './use-value-text.ts'

const WIDE = { width: 900, height: 260, margin: { top: 16, right: 84, bottom: 0, left: 0 } }
const NARROW = { width: 358, height: 230, margin: { top: 16, right: 64, bottom: 0, left: 0 } }

interface SeriesChartProps {
  series: Series
  measure: Measure
  narrow: boolean
}

/** The line of the whole network; a fixed plane that CSS scales, so that it prints as it stands. */
export function SeriesChart({ series, measure, narrow }: SeriesChartProps) {
  const common = useTranslations('common')
  const text = useValueText()
  const { width, height, margin } = narrow ? NARROW : WIDE
  const values = series.lines[0]?.values ?? []
  const digits = digitsFor(measure.unit, values)
  const every = Math.max(1, Math.ceil(series.periods.length / (narrow ? 5 : 12)))
  const rows = series.periods.map((period, at) => ({ at, period, value: values[at] ?? null }))
  const scale = sharedScale([{ values }])
  const ticks = roundTicks(scale.low, scale.high, 4)
  const lastAt = values.findLastIndex((value) => value !== null)
  return (
    <LineChart width={width} height={height} data={rows} margin={margin} accessibilityLayer={false}>
      <CartesianGrid vertical={false} stroke="var(--grid)" />
      <XAxis
        dataKey="at"
        type="number"
        domain={[0, Math.max(1, rows.length - 1)]}
        ticks={rows.filter(({ at }) => at % every === 0).map(({ at }) => at)}
        tickFormatter={(at: number) => {
          const period = series.periods[at]
          return period ? periodTick(common, period, at === 0 || period.quarter === 1 || every > 1) : ''
        }}
        interval={0}
        tickLine={false}
        axisLine={{ stroke: 'var(--rule)' }}
        tick={{ fontSize: 11, fill: 'var(--ink-3)' }}
        padding={{ left: 8, right: 0 }}
      />
      <YAxis
        width={52}
        domain={[ticks[0] ?? 0, ticks.at(-1) ?? 1]}
        ticks={ticks}
        interval={0}
        tickFormatter={(tick: number) => text.value(tick, undefined, decimalsOf(ticks))}
        tickLine={false}
        axisLine={false}
        tick={{ fontSize: 11, fill: 'var(--ink-3)' }}
      />
      <Line
        dataKey="value"
        stroke="var(--grape)"
        strokeWidth={2.25}
        dot={{ r: 2.6, fill: 'var(--grape)', strokeWidth: 0 }}
        activeDot={false}
        isAnimationActive={false}
        label={({ index, x, y, value }) =>
          index === lastAt && typeof value === 'number' ? (
            <text x={Number(x) + 10} y={Number(y) + 4} className="chart-label">
              {text.value(value, measure.unit, digits)}
            </text>
          ) : (
            <g />
          )
        }
      />
    </LineChart>
  )
}
