import { type KeyboardEvent, type MouseEvent, memo, type ReactNode, useRef, useState } from 'react'

export interface AxisEntry {
  key: string
  /** At the start of a row. */
  head: ReactNode
  /** Above a column: short. */
  short: ReactNode
  name: string
}

export interface GridCell {
  text: string
  /** For the eye alone, around the text and under it; the sentence says it in words. */
  before?: string
  after?: string
  second?: string
  look: string
  /** The cell in words: its name for whoever does not see the colours. */
  sentence: string
}

interface MatrixGridProps {
  label: string
  corner: ReactNode
  rows: readonly AxisEntry[]
  columns: readonly AxisEntry[]
  /** Null leaves a blank that nobody can stand on. */
  cellOf: (row: number, column: number) => GridCell | null
  onPress: (row: number, column: number) => void
  /** The cell under the pointer or the focus; null when there is none. */
  onStand: (sentence: string | null) => void
}

type Place = readonly [row: number, column: number]

const STEPS: Readonly<Record<string, Place>> = {
  ArrowRight: [0, 1],
  ArrowLeft: [0, -1],
  ArrowDown: [1, 0],
  ArrowUp: [-1, 0],
}

const placeOf = (target: EventTarget): Place | null => {
  const at = (target as Element).closest('[data-cell]')?.getAttribute('data-cell')
  if (!at) return null
  const [row, column] = at.split(',').map(Number)
  return [row!, column!]
}

/** A table whose cells are walked with the arrow keys, Home and End; one of them is in the order of Tab. */
export const MatrixGrid = memo(function MatrixGrid(props: MatrixGridProps) {
  const { label, corner, rows, columns, cellOf, onPress, onStand } = props
  const table = useRef<HTMLTableElement>(null)
  const [[row, column], setHere] = useState<Place>([0, 0])
  const at: Place = [Math.min(row, rows.length - 1), Math.min(column, columns.length - 1)]
  const tabbed = cellOf(...at) ? at : firstCell(props)

  const go = (to: Place) => {
    setHere(to)
    table.current?.querySelector<HTMLElement>(`[data-cell="${to.join(',')}"]`)?.focus()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const from = placeOf(event.target)
    if (!from) return
    const to = destination(event, from, props)
    if (!to) return
    event.preventDefault()
    go(to)
  }
  const stand = (event: { target: EventTarget }) => {
    const place = placeOf(event.target)
    onStand(place ? (cellOf(...place)?.sentence ?? null) : null)
  }
  return (
    <table
      ref={table}
      className="matrix-table"
      aria-label={label}
      onKeyDown={onKeyDown}
      onMouseOver={stand}
      onMouseLeave={() => onStand(null)}
      onFocus={(event) => {
        stand(event)
        const place = placeOf(event.target)
        if (place) setHere(place)
      }}
      onBlur={() => onStand(null)}
      onClick={(event: MouseEvent) => {
        const place = placeOf(event.target)
        if (place && cellOf(...place)) onPress(...place)
      }}
    >
      <thead>
        <tr>
          <td className="matrix-corner">{corner}</td>
          {columns.map((entry) => (
            <th key={entry.key} scope="col" title={entry.name}>
              {entry.short}
              <span className="visually-hidden">{entry.name}</span>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((entry, r) => (
          <tr key={entry.key}>
            <th scope="row">{entry.head}</th>
            {columns.map((other, c) => {
              const cell = cellOf(r, c)
              return (
                <td key={other.key}>
                  {cell ? (
                    <button
                      type="button"
                      data-cell={`${r},${c}`}
                      tabIndex={tabbed && tabbed[0] === r && tabbed[1] === c ? 0 : -1}
                      className={`matrix-cell ${cell.look}`}
                      aria-label={cell.sentence}
                    >
                      <span data-before={cell.before} data-after={cell.after}>
                        {cell.text}
                      </span>
                      {cell.second ? <small data-after={cell.second} /> : null}
                    </button>
                  ) : null}
                </td>
              )
            })}
          </tr>
        ))}
      </tbody>
    </table>
  )
})

function firstCell({ rows, columns, cellOf }: MatrixGridProps): Place | null {
  for (let r = 0; r < rows.length; r++)
    for (let c = 0; c < columns.length; c++) if (cellOf(r, c)) return [r, c]
  return null
}

/** Where a key leads, past blanks; null where it leads nowhere. */
function destination(
  { key, ctrlKey }: KeyboardEvent,
  from: Place,
  { rows, columns, cellOf }: MatrixGridProps,
): Place | null {
  const walk = ([row, column]: Place, [down, right]: Place): Place | null => {
    for (
      let r = row, c = column;
      r >= 0 && c >= 0 && r < rows.length && c < columns.length;
      r += down, c += right
    )
      if (cellOf(r, c)) return [r, c]
    return null
  }
  const step = STEPS[key]
  if (step) return walk([from[0] + step[0], from[1] + step[1]], step)
  if (key === 'Home') return walk([ctrlKey ? 0 : from[0], 0], [0, 1])
  if (key === 'End') return walk([ctrlKey ? rows.length - 1 : from[0], columns.length - 1], [0, -1])
  return null
}
