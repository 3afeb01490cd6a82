import type { ReactNode } from 'react'
import { pageWords } from './PageWords.tsx'

const Words = pageWords('explorer', {
  id: () => import('#shared/i18n/id/explorer.ts'),
  en: () => import('#shared/i18n/en/explorer.ts'),
})

const ToolWords = pageWords('explorerTools', {
  id: () => import('#shared/i18n/id/explorer-tools.ts'),
  en: () => import('#shared/i18n/en/explorer-tools.ts'),
})

/** The words of the explorer, fetched with it. */
export function ExplorerWords({ children, waiting }: { children: ReactNode; waiting: ReactNode }) {
  return (
    <Words waiting={waiting}>
      <ToolWords waiting={waiting}>{children}</ToolWords>
    </Words>
  )
}
