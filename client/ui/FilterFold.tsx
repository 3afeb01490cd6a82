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
      <summary>{label}</summary>
      <div className="filter-row pt-1">{children}</div>
    </details>
  )
}
