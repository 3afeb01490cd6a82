import type { ReactNode } from 'react'
import { MethodButton } from '#client/network/MethodButton.tsx'
import type { FigureId } from '#client/network/figure-id.ts'
import { useOverviewModel } from './OverviewContext.ts'

interface SectionHeadProps {
  title: string
  metric: FigureId
  counts?: string
  /** Small controls at the right. */
  children?: ReactNode
}

/** The finding as a title, its method one click away. */
export function SectionHead({ title, metric, counts, children }: SectionHeadProps) {
  const { view } = useOverviewModel()
  // The sign stays with the last word, so that it never stands alone on a line.
  const cut = title.lastIndexOf(' ') + 1
  return (
    <header className="flex items-start justify-between gap-3">
      <h2 className="section-title">
        {title.slice(0, cut)}
        <span className="whitespace-nowrap">
          {title.slice(cut)} <MethodButton metric={metric} of={title} view={view} counts={counts} />
        </span>
      </h2>
      {children ? <div className="flex flex-none gap-1 print:hidden">{children}</div> : null}
    </header>
  )
}
