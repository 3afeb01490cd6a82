import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'

/** A sector's name leads to its card. */
export function SectorLink({
  id,
  className,
  children,
}: {
  id: string
  className?: string
  children: ReactNode
}) {
  return (
    <Link to="/sektor/$id" params={{ id }} className={className}>
      {children}
    </Link>
  )
}
