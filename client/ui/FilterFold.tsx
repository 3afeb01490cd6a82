import { ChevronDown, SlidersHorizontal } from 'lucide-react'
import type { ReactNode } from 'react'

interface FilterFoldProps {
  /** On the phone the filters wait behind their summary, so that the list comes first. */
  folded: boolean
  label: string
  children: ReactNode
}

export function FilterFold({ folded, label, children }: FilterFoldProps) {
  if (!folded) return children
  return (
    <details className="filter-fold filter-wide">
      <summary>
        <SlidersHorizontal size={16} strokeWidth={1.75} aria-hidden />
        {label}
        <ChevronDown size={16} strokeWidth={1.75} className="filter-fold-sign" aria-hidden />
      </summary>
      <div className="filter-row pt-1">{children}</div>
    </details>
  )
}
