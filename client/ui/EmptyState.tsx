import type { ReactNode } from 'react'

/** One sentence and one action, on paper. */
export function EmptyState({
  title,
  children,
  action,
}: {
  title: ReactNode
  children?: ReactNode
  action?: ReactNode
}) {
  return (
    <div className="section grid max-w-[42rem] justify-items-start gap-2 pb-6">
      <h2 className="section-title">{title}</h2>
      {children ? <div className="text-ink-2">{children}</div> : null}
      {action ? <div className="pt-1">{action}</div> : null}
    </div>
  )
}
