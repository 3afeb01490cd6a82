import type { ReactNode } from 'react'
import type { FigureId } from '#client/network/figure-id.ts'
import { TitleWithMethod } from '#client/network/TitleWithMethod.tsx'
import { useOverviewModel } from './OverviewContext.ts'

interface SectionHeadProps {
  title: string
  metric: FigureId
  counts?: string | undefined
  /** Small controls at the right. */
  children?: ReactNode
}

/** The finding as a title, its method one click away. */
export function SectionHead({ title, metric, counts, children }: SectionHeadProps) {
  const { view } = useOverviewModel()
  return (
    <header className="flex items-start justify-between gap-3">
      <TitleWithMethod title={title} metric={metric} view={view} counts={counts} />
      {children ? <div className="flex flex-none gap-1 print:hidden">{children}</div> : null}
    </header>
  )
}
