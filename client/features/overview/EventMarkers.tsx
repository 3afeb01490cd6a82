import { usePlotArea, useXAxisScale } from 'recharts'
import type { Progress } from '#shared/contract/insights.ts'
import { chartEvents, chooseLabels } from './progress-view.ts'
import { useEventTitle } from './use-event-title.ts'

const CHARACTER = 5.9
const LINE = 13
/** Characters that are kept free for a line on newcomers in either language, so that both show the same events. */
const NEWCOMERS = 26
/** On the phone a title has two lines of so many characters. */
const SHORT_LINE = 20

/** Two lines at the space that divides best; what is longer still loses its end. */
function inLines(title: string): string[] {
  if (title.length <= SHORT_LINE) return [title]
  const words = title.split(' ')
  const splits = words.slice(1).map((_, i) => [words.slice(0, i + 1).join(' '), words.slice(i + 1).join(' ')])
  const longest = (lines: readonly string[]) => Math.max(...lines.map(({ length }) => length))
  const best = splits.sort((a, b) => longest(a) - longest(b))[0] ?? [title]
  return best.map((line) =>
    line.length > SHORT_LINE + 4 ? `${line.slice(0, SHORT_LINE + 3).trimEnd()}…` : line,
  )
}

/** A hairline and a small triangle per event; two-line labels above the plot where they have room, on the phone three. */
export function EventMarkers({ progress, narrow }: { progress: Progress; narrow: boolean }) {
  const plot = usePlotArea()
  const scale = useXAxisScale()
  const eventTitle = useEventTitle()
  if (!plot || !scale) return null
  const right = plot.x + plot.width
  const events = chartEvents(progress)
    .map((event) => {
      const [what, when] = eventTitle(event)
      const lines = [...(narrow ? inLines(what) : [what]), when]
      return { ...event, at: scale(event.x) ?? 0, lines, full: `${what}, ${when}` }
    })
    .filter(({ at }) => at >= plot.x - 1 && at <= right + 1)
  const placed = chooseLabels(
    events.map(({ key, at, lines, weight, kind }) => ({
      key,
      at,
      weight,
      half:
        (Math.max(kind === 'newcomers' && !narrow ? NEWCOMERS : 0, ...lines.map(({ length }) => length)) *
          CHARACTER) /
        2,
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
              <text x={centre} y={plot.y - LINE * lines.length} className="tick event-title">
                {lines.map((line, i) => (
                  <tspan
                    key={line}
                    x={centre}
                    dy={i === 0 ? 0 : LINE}
                    className={i === lines.length - 1 ? 'event-date' : undefined}
                  >
                    {line}
                  </tspan>
                ))}
              </text>
            )}
          </g>
        )
      })}
    </g>
  )
}
