import type { KeyboardEvent } from 'react'

/** What of a table the arrow keys reach carries `data-cell`; what can be edited in place also `data-editable`. */
const CELL = '[data-cell]'
const EDITABLE = '[data-editable]'

const cellsOf = (row: Element | null | undefined) => [...(row?.querySelectorAll<HTMLElement>(CELL) ?? [])]

/** Arrow keys move between the cells of a table, Home and End within a row. For `onKeyDown` of its body. */
export function moveInGrid(event: KeyboardEvent<HTMLElement>): void {
  const at = event.target instanceof HTMLElement ? event.target.closest<HTMLElement>(CELL) : null
  if (!at || event.altKey || event.ctrlKey || event.metaKey) return
  const row = at.closest('tr')
  const cells = cellsOf(row)
  const place = cells.indexOf(at)
  const inRow = (other: Element | null | undefined) => cellsOf(other)[place]
  const steps: Record<string, () => HTMLElement | undefined> = {
    ArrowLeft: () => cells[place - 1],
    ArrowRight: () => cells[place + 1],
    ArrowUp: () => inRow(row?.previousElementSibling),
    ArrowDown: () => inRow(row?.nextElementSibling),
    Home: () => cells[0],
    End: () => cells.at(-1),
  }
  const next = steps[event.key]?.()
  if (!next) return
  event.preventDefault()
  next.focus()
}

/** The editable cell after (or before) one, in reading order, also across rows. */
export function neighbouringCell(from: HTMLElement, back: boolean): HTMLElement | undefined {
  const all = [...(from.closest('tbody')?.querySelectorAll<HTMLElement>(EDITABLE) ?? [])]
  // while it is edited the cell itself is no button: its place is among those that follow or precede it
  const after = all.filter((cell) => from.compareDocumentPosition(cell) & Node.DOCUMENT_POSITION_FOLLOWING)
  const before = all.filter((cell) => from.compareDocumentPosition(cell) & Node.DOCUMENT_POSITION_PRECEDING)
  return back ? before.at(-1) : after[0]
}
