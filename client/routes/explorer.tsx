import '../styles/explorer.css'
import '../styles/explorer-time.css'
import '../styles/explorer-tools.css'
import { useTranslations } from 'use-intl'
import { Explorer } from '../features/explorer/Explorer.tsx'
import { useTitle } from '../ui/use-title.ts'
import { Guarded } from './Guarded.tsx'
import { pageWords } from './PageWords.tsx'

const ExplorerWords = pageWords('explorerTools', {
  id: () => import('#shared/i18n/id/explorer-tools.ts'),
  en: () => import('#shared/i18n/en/explorer-tools.ts'),
})

/** The network, actor by actor. */
export function ExplorerPage() {
  const t = useTranslations('explorer')
  const common = useTranslations('common.state')
  useTitle(t('title'))
  return (
    <Guarded action="network.read" outside>
      <main id="isi" className="explorer" tabIndex={-1}>
        <ExplorerWords waiting={<p className="page caption explorer-wait">{common('loading')}</p>}>
          <Explorer />
        </ExplorerWords>
      </main>
    </Guarded>
  )
}
