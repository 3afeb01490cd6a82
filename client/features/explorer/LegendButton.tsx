import type { ReactNode } from 'react'
import { useFormat } from '../../ui/FormatProvider.tsx'

interface LegendButtonProps {
  on: boolean
  name: string
  count: number
  mark: ReactNode
  onSwitch: () => void
  onOnly: () => void
  /** With Shift: into the selection. */
  onPick?: () => void
}

/** One entry of a legend that filters; with Alt it keeps only itself, with Shift it is picked. */
export function LegendButton({ on, name, count, mark, onSwitch, onOnly, onPick }: LegendButtonProps) {
  const format = useFormat()
  return (
    <button
      type="button"
      className="legend-button"
      aria-pressed={on}
      onClick={(event) => {
        if (event.shiftKey && onPick) onPick()
        else if (event.altKey) onOnly()
        else onSwitch()
      }}
    >
      {mark}
      <span className="legend-name">{name}</span>
      <span className="legend-count">{format.integer(count)}</span>
    </button>
  )
}
