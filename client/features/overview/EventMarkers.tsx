import { usePlotArea, useXAxisScale } from 'recharts'
import type { Progress } from '#shared/contract/insights.ts'
import { chartEvents, chooseLabels } from './progress-view.ts'
import { useEventTitle } from './use-event-title.ts'

const CHARACTER = 5.9

/** A hairline and a small triangle per event; two-line labels above the plot where they have room. */
export function EventMarkers({ progress, narrow }: { progress: Progress; narrow: boolean }) {
  const plot = usePlotArea()
  const scale = useXAxisScale()
  const eventTitle = useEventTitle()
  if (!plot || !scale) return null
  const right = plot.x + plot.width
  const events = chartEvents(progress)
    .map((event) => {
      const [what, when] = eventTitle(event)
      const short = narrow && what.length > 22 ? `${what.slice(0, 21).trimEnd()}…` : what
      return { ...event, at: scale(event.x) ?? 0, lines: [short, when] as const, full: `${what}, ${when}` }
    })
    .filter(({ at }) => at >= plot.x - 1 && at <= right + 1)
  const placed = chooseLabels(
    events.map(({ key, at, lines, weight }) => ({
      key,
      at,
      weight,
      half: (Math.max(lines[0].length, lines[1].length) * CHARACTER) / 2,
    })),
    0,
    right + (narrow ? 80 : 96),
  )
  return (
    <g>
      {events.map(({ key, at, lines, full }) => {
        const centre = placed.get(key)
        return (
          <g key={key}>
            <title>{full}</title>
            {centre === undefined ? null : (
              <path d={`M${at} ${plot.y}V${plot.y + plot.height}`} className="event-line" />
            )}
            <path d={`M${at} ${plot.y}l-3.5-5h7z`} className="event-mark" />
            {centre === undefined ? null : (
              <text x={centre} y="10" className="tick event-title">
                {lines[0]}
                <tspan x={centre} dy="13" className="event-date">
                  {lines[1]}
                </tspan>
              </text>
            )}
          </g>
        )
      })}
    </g>
  )
}
