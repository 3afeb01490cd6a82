import { Bar, BarChart, CartesianGrid, ReferenceArea, ReferenceLine, XAxis, YAxis } from 'recharts'
import { useTranslations } from 'use-intl'
import type { Measure, NullModelResult } from '#shared/contract/research.ts'
import { digitsFor } from './measure-text.ts'
import { binsOf } from './null-model-view.ts'
import { decimalsOf, roundTicks } from './round-ticks.ts'
import { useValueText } from './use-value-text.ts'

const WIDE = { width: 760, height: 280, margin: { top: 44, right: 28, bottom: 4, left: 0 } }
const NARROW = { width: 358, height: 250, margin: { top: 44, right: 16, bottom: 4, left: 0 } }
const AXIS = 46

interface NullHistogramProps {
  result: NullModelResult
  measure: Measure
  narrow: boolean
}

/** How often each value was drawn; the observed one is a line with its name, the middle 95 % of the draws a band. */
export function NullHistogram({ result, measure, narrow }: NullHistogramProps) {
  const t = useTranslations('research.test')
  const text = useValueText()
  const { width, height, margin } = narrow ? NARROW : WIDE
  const bins = binsOf(result)
  const ticks = roundTicks(bins[0]?.from ?? 0, bins.at(-1)?.to ?? 1, narrow ? 4 : 8)
  const [low, high] = [ticks[0] ?? 0, ticks.at(-1) ?? 1]
  const binWidth = (bins[0]?.to ?? 1) - (bins[0]?.from ?? 0)
  const inner = width - margin.left - margin.right - AXIS
  const { observed, mean, quantiles } = result
  const digits = digitsFor(measure.unit === 'count' ? 'score' : measure.unit, [observed, mean])
  const say = (value: number) => text.value(value, measure.unit === 'count' ? 'score' : measure.unit, digits)
  // Names stand on the side of their line where there is room.
  const sideOf = (value: number) => (value > (low + high) / 2 ? 'end' : 'start')
  const label = (value: number, words: string, row: number, className: string) =>
    function Label({ viewBox }: { viewBox?: unknown }) {
      const { x = 0 } = (viewBox ?? {}) as { x?: number }
      const end = sideOf(value) === 'end'
      return (
        <text
          x={x + (end ? -5 : 5)}
          y={14 + row * 16}
          textAnchor={end ? 'end' : 'start'}
          className={className}
        >
          {words}
        </text>
      )
    }
  return (
    <BarChart width={width} height={height} data={bins} margin={margin} accessibilityLayer={false}>
      <CartesianGrid vertical={false} stroke="var(--grid)" />
      {quantiles ? (
        <ReferenceArea
          x1={quantiles.p025}
          x2={quantiles.p975}
          fill="var(--band)"
          fillOpacity={0.6}
          stroke="none"
        />
      ) : null}
      <XAxis
        dataKey="mid"
        type="number"
        domain={[low, high]}
        ticks={ticks}
        interval={0}
        tickFormatter={(tick: number) => text.value(tick, undefined, decimalsOf(ticks))}
        tickLine={false}
        axisLine={{ stroke: 'var(--rule)' }}
        tick={{ fontSize: 11, fill: 'var(--ink-3)' }}
      />
      <YAxis
        width={AXIS}
        allowDecimals={false}
        tickLine={false}
        axisLine={false}
        tick={{ fontSize: 11, fill: 'var(--ink-3)' }}
      />
      <Bar
        dataKey="count"
        fill="var(--tie)"
        barSize={Math.max(1, (inner * binWidth) / (high - low) - 1)}
        isAnimationActive={false}
      />
      {mean === null ? null : (
        <ReferenceLine
          x={mean}
          stroke="var(--benchmark)"
          strokeDasharray="5 3"
          strokeWidth={1.25}
          label={label(mean, t('chart.mean', { value: say(mean) }), 1, 'chart-label-quiet')}
        />
      )}
      {observed === null ? null : (
        <ReferenceLine
          x={observed}
          stroke="var(--grape)"
          strokeWidth={2.25}
          label={label(observed, t('chart.observed', { value: say(observed) }), 0, 'chart-label')}
        />
      )}
    </BarChart>
  )
}
