import type { ReactNode } from 'react'

interface ScrolledTableProps {
  /** what the table holds: its caption, read and not seen */
  label: string
  className?: string
  children: ReactNode
}

/** A table that may be wider than the page: it scrolls in a frame that the keyboard reaches. */
export function ScrolledTable({ label, className = '', children }: ScrolledTableProps) {
  return (
    <section
      className={`figure-table ${className}`}
      aria-label={label}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling area has to be reachable by keyboard
      tabIndex={0}
    >
      <table className="data-table">
        <caption className="visually-hidden">{label}</caption>
        {children}
      </table>
    </section>
  )
}
