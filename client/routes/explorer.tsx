import '../styles/explorer.css'
import '../styles/explorer-time.css'
import '../styles/explorer-tools.css'
import { useTranslations } from 'use-intl'
import { Explorer } from '../features/explorer/Explorer.tsx'
import { ExplorerWords } from './ExplorerWords.tsx'
import { Guarded } from './Guarded.tsx'

/** The network, actor by actor. */
export function ExplorerPage() {
  const common = useTranslations('common.state')
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
