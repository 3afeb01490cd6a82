import { useRouter } from '@tanstack/react-router'
import { usePlotArea, useXAxisScale } from 'recharts'
import { useTranslations } from 'use-intl'
import { periodTick, periodTitle } from '#client/network/period-words.ts'
import { Silent } from '#client/ui/Silent.tsx'
import { useOverviewModel } from './OverviewContext.ts'
import type { ChartRow } from './progress-view.ts'

const TICK_WIDTH = 38

/** One link per period over the plot, its name on the axis: it shows the whole page as of that day. */
export function PeriodColumns({ rows, shown }: { rows: readonly ChartRow[]; shown: string | undefined }) {
  const t = useTranslations('overview.progress')
  const common = useTranslations('common')
  const router = useRouter()
  const { reference } = useOverviewModel()
  const plot = usePlotArea()
  const scale = useXAxisScale()
  if (!plot || !scale) return null
  const x = (value: number) => scale(value) ?? 0
  const step = rows.length > 1 ? x(rows[1]!.x) - x(rows[0]!.x) : plot.width
  const every = Math.max(1, Math.ceil(TICK_WIDTH / step))
  return (
    <g>
      {rows.map((row, i) => {
        const on = row.on === reference.city.defaultOn ? undefined : row.on
        const to = { to: '/' as const, search: (before: object) => ({ ...before, on }), resetScroll: false }
        const current = row.on === shown
        const withYear = i === 0 || row.period.quarter === 1
        // From the end, so that the newest period is always named.
        const named = (rows.length - 1 - i) % every === 0 || current
        return (
          <g key={row.on}>
            <a
              href={router.buildLocation(to).href}
              aria-label={t('choose', { period: periodTitle(common, row.period) })}
              aria-current={current ? 'date' : undefined}
              className="period-column"
              onClick={(event) => {
                if (event.metaKey || event.ctrlKey || event.shiftKey) return
                event.preventDefault()
                void router.navigate(to)
              }}
            >
              <rect
                x={x(row.x) - step / 2}
                y={plot.y}
                width={step}
                height={plot.height + 22}
                className="period-hit"
              />
            </a>
            {named ? (
              <Silent>
                <text
                  x={x(row.x)}
                  y={plot.y + plot.height + 16}
                  className={current ? 'tick tick-on' : 'tick'}
                >
                  {periodTick(common, row.period, withYear)}
                </text>
              </Silent>
            ) : null}
          </g>
        )
      })}
    </g>
  )
}
