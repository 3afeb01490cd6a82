import '../styles/explorer.css'
import '../styles/explorer-time.css'
import { useTranslations } from 'use-intl'
import { Explorer } from '../features/explorer/Explorer.tsx'
import { useTitle } from '../ui/use-title.ts'

/** The network, actor by actor. */
export function ExplorerPage() {
  const t = useTranslations('explorer')
  useTitle(t('title'))
  return (
    <main id="isi" className="explorer" tabIndex={-1}>
      <Explorer />
    </main>
  )
}
