import { CircleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button } from './Button.tsx'

interface ErrorStateProps {
  /** What could not be done. */
  title: ReactNode
  /** What is still right, and what to do. */
  children?: ReactNode
  retryLabel?: string
  onRetry?: () => void
}

export function ErrorState({ title, children, retryLabel, onRetry }: ErrorStateProps) {
  return (
    <div role="alert" className="section grid max-w-[42rem] justify-items-start gap-2 pb-6">
      <h2 className="section-title flex items-center gap-2">
        <CircleAlert size={16} strokeWidth={1.75} aria-hidden />
        {title}
      </h2>
      {children ? <div className="text-ink-2">{children}</div> : null}
      {onRetry && retryLabel ? <Button onClick={onRetry}>{retryLabel}</Button> : null}
    </div>
  )
}
