import { ArrowDown, ArrowUp } from 'lucide-react'
import type { ReactNode } from 'react'

interface SortHeaderProps {
  children: ReactNode
  /** The direction this column is sorted in, or null. */
  order: 'asc' | 'desc' | null
  onSort: () => void
  numeric?: boolean
  /** Name of the column, for styles. */
  column?: string
}

/** A column head that sorts; the direction is an arrow and `aria-sort`. */
export function SortHeader({ children, order, onSort, numeric = false, column }: SortHeaderProps) {
  const sort = order === 'asc' ? 'ascending' : order === 'desc' ? 'descending' : 'none'
  return (
    <th scope="col" aria-sort={sort} data-column={column} className={numeric ? 'num' : undefined}>
      <button
        type="button"
        onClick={onSort}
        className={`inline-flex min-h-6 items-center gap-1 hover:text-ink ${order ? 'text-ink' : ''}`}
      >
        {children}
        {order === 'asc' ? <ArrowUp size={12} aria-hidden /> : null}
        {order === 'desc' ? <ArrowDown size={12} aria-hidden /> : null}
      </button>
    </th>
  )
}
