import { Area, CartesianGrid, ComposedChart, Line, XAxis, YAxis, ZIndexLayer } from 'recharts'
import type { Progress } from '#shared/contract/insights.ts'
import { EventMarkers } from './EventMarkers.tsx'
import { LineLabels } from './LineLabels.tsx'
import { PeriodColumns } from './PeriodColumns.tsx'
import { chartRows, chartTop, dateX } from './progress-view.ts'

const WIDE = { width: 632, height: 226, margin: { top: 36, bottom: 0, left: 0 } }
const NARROW = { width: 358, height: 254, margin: { top: 50, bottom: 0, left: 0 } }
/** Room for the names of the lines right of the last point; the way to a target gives them some. */
const NAMES = { wide: { plain: 148, target: 100 }, narrow: { plain: 92, target: 84 } }

/** Lines are drawn at 400, their dots at 600. */
const ABOVE_LINES = 1000

const PILLARS = [
  { id: 'J', dash: undefined },
  { id: 'S', dash: '6 2' },
  { id: 'C', dash: '2 2' },
] as const

interface ProgressChartProps {
  progress: Progress
  /** The date that the page shows; undefined = all dates. */
  shown: string | undefined
  /** Draw the three pillars instead of the band. */
  pillars: boolean
  narrow: boolean
}

/** Index with band, benchmark, events and target. A fixed plane that CSS scales, so that it prints as it stands. */
export function ProgressChart({ progress, shown, pillars, narrow }: ProgressChartProps) {
  const { width, height, ...plane } = narrow ? NARROW : WIDE
  const rows = chartRows(progress.points)
  const first = rows[0]?.x ?? 0
  const last = rows.at(-1)?.x ?? 1
  const target = pillars ? null : progress.target
  const targetX = target ? dateX(target.by, progress.every) : null
  // A target far ahead stands at the edge rather than squeezing what was measured.
  const end = targetX !== null && targetX > last ? last + Math.min(targetX - last, 1) : last
  const margin = {
    ...plane.margin,
    right: NAMES[narrow ? 'narrow' : 'wide'][end > last ? 'target' : 'plain'],
  }
  const top = chartTop(rows, target?.value ?? null, pillars)
  return (
    <ComposedChart width={width} height={height} data={rows} margin={margin} accessibilityLayer={false}>
      <CartesianGrid vertical={false} stroke="var(--grid)" />
      <XAxis
        dataKey="x"
        type="number"
        domain={[first - 0.25, Math.max(end, first + 1)]}
        ticks={rows.map(({ x }) => x)}
        tick={false}
        tickLine={false}
        axisLine={false}
        height={22}
      />
      <YAxis
        width={26}
        domain={[0, top]}
        ticks={[0, 25, 50, 75, 100].filter((tick) => tick <= top)}
        interval={0}
        tickLine={false}
        axisLine={false}
        tick={{ fontSize: 11, fill: 'var(--ink-3)' }}
      />
      {pillars ? null : (
        <Area
          dataKey="band"
          stroke="none"
          fill="var(--band)"
          fillOpacity={1}
          isAnimationActive={false}
          activeDot={false}
        />
      )}
      <EventMarkers progress={progress} narrow={narrow} />
      {pillars ? null : (
        <Line
          dataKey="benchmark"
          stroke="var(--benchmark)"
          strokeWidth={1.25}
          strokeDasharray="5 3"
          dot={false}
          activeDot={false}
          isAnimationActive={false}
        />
      )}
      {pillars
        ? PILLARS.map(({ id, dash }) => (
            <Line
              key={id}
              dataKey={id}
              stroke="var(--ink-2)"
              strokeWidth={1.25}
              strokeDasharray={dash}
              dot={false}
              activeDot={false}
              isAnimationActive={false}
            />
          ))
        : null}
      <Line
        dataKey="index"
        stroke="var(--grape)"
        strokeWidth={2.25}
        dot={{ r: 2.6, fill: 'var(--grape)', strokeWidth: 0 }}
        activeDot={false}
        isAnimationActive={false}
      />
      <ZIndexLayer zIndex={ABOVE_LINES}>
        <LineLabels rows={rows} target={target} end={end} pillars={pillars} narrow={narrow} shown={shown} />
        <PeriodColumns rows={rows} shown={shown} />
      </ZIndexLayer>
    </ComposedChart>
  )
}
