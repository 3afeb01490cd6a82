import '../styles/explorer.css'
import '../styles/explorer-time.css'
import '../styles/explorer-tools.css'
import '../styles/embedded.css'
import { useParams } from '@tanstack/react-router'
import { useTranslations } from 'use-intl'
import { askAsPublic } from '../api/http.ts'
import { EmbeddedView } from '../features/explorer/EmbeddedView.tsx'
import { ExplorerWords } from './ExplorerWords.tsx'

// Whoever reads the page of another site sees what everybody may see, also when they are signed in here.
askAsPublic()

/** A view of the explorer within the page of another site. */
export function EmbeddedPage() {
  const { token } = useParams({ from: '/sematan/$token' })
  const common = useTranslations('common.state')
  return (
    <main id="isi" className="embedded" tabIndex={-1}>
      <ExplorerWords waiting={<p className="caption explorer-wait">{common('loading')}</p>}>
        <EmbeddedView token={token} />
      </ExplorerWords>
    </main>
  )
}
