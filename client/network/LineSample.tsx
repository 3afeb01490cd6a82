import { type DrawnLine, LINE_STYLE } from './graph/line-style.ts'

/** How a line is drawn, with its sign, as a key to a picture. */
export function LineSample({ line }: { line: DrawnLine }) {
  const { colour, dash, width, sign } = LINE_STYLE[line]
  return (
    <svg width="34" height="12" viewBox="0 0 34 12" aria-hidden="true" className="flex-none">
      <path
        d="M0 6h34"
        className={`line-sample line-${colour}`}
        strokeWidth={width.cross}
        strokeDasharray={dash.length > 0 ? dash.join(' ') : undefined}
      />
      {sign ? (
        <text x="17" y="10" className="line-sign">
          {sign}
        </text>
      ) : null}
    </svg>
  )
}
