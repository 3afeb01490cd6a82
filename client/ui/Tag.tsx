import type { ReactNode } from 'react'

export function Tag({ children, dashed = false }: { children: ReactNode; dashed?: boolean }) {
  return <span className={dashed ? 'tag' : 'tag tag-plain'}>{children}</span>
}
