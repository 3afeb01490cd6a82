import { useSession } from '#client/api/session.ts'
import '../styles/search.css'
import { Search } from 'lucide-react'
import { lazy, useEffect, useMemo, useState } from 'react'
import { useTranslations } from 'use-intl'
import { LazyPart } from '#client/ui/LazyPart.tsx'
import { iconOf } from './destination-icons.ts'
import { DESTINATIONS } from './destinations.ts'
import { closedPlaces, MORE_DESTINATIONS } from './more-destinations.ts'
import { pageWords } from './PageWords.tsx'

const loadPalette = () => import('#client/features/search/SearchPalette.tsx')
const SearchPalette = lazy(() => loadPalette().then(({ SearchPalette }) => ({ default: SearchPalette })))

/** Where a `/` is a letter, or somebody else's dialog has the keyboard. */
const isTyping = (target: EventTarget | null) =>
  target instanceof Element &&
  target.closest('input, textarea, select, [contenteditable], dialog[open], [popover]:popover-open') !== null

const Words = pageWords('search', {
  id: () => import('#shared/i18n/id/search.ts'),
  en: () => import('#shared/i18n/en/search.ts'),
})

/** The button of the search, once its words are here. */
export function SearchEntry() {
  return (
    <Words waiting={null}>
      <Entry />
    </Words>
  )
}

/** The button that opens the search, and its keys: `/`, Ctrl K, ⌘ K. The palette is fetched when the page rests. */
function Entry() {
  const t = useTranslations('search')
  const nav = useTranslations('common.nav')
  const session = useSession()
  const [open, setOpen] = useState(false)
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const command = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k' && !event.altKey
      const slash = event.key === '/' && !event.ctrlKey && !event.metaKey && !event.altKey
      if (event.defaultPrevented || !(command || (slash && !isTyping(event.target)))) return
      event.preventDefault()
      setOpen((now) => (command ? !now : true))
    }
    addEventListener('keydown', onKeyDown)
    // without a connection there is nothing to fetch it with
    const timer = setTimeout(() => void loadPalette().catch(() => undefined), 3_000)
    return () => {
      removeEventListener('keydown', onKeyDown)
      clearTimeout(timer)
    }
  }, [])
  const pages = useMemo(() => {
    const closed = session ? closedPlaces(session) : []
    return [
      ...DESTINATIONS.flatMap(({ to, label }) =>
        closed.includes(to) ? [] : [{ to, name: nav(label), icon: iconOf(to) }],
      ),
      ...MORE_DESTINATIONS.flatMap(({ to, label, action, icon }) =>
        !action || session?.actions.includes(action) ? [{ to, name: nav(label), icon }] : [],
      ),
    ]
  }, [nav, session])
  return (
    <>
      <button
        type="button"
        className="search-button"
        aria-keyshortcuts="/ Control+K"
        aria-haspopup="dialog"
        onPointerEnter={() => void loadPalette().catch(() => undefined)}
        onClick={() => setOpen(true)}
      >
        <Search size={16} strokeWidth={1.75} aria-hidden />
        <span className="search-button-word">{t('open')}</span>
        <span className="search-button-key" aria-hidden="true">
          /
        </span>
      </button>
      {open ? (
        <LazyPart failed={<Unfetched onEnd={() => setOpen(false)} />}>
          <SearchPalette pages={pages} onClose={() => setOpen(false)} />
        </LazyPart>
      ) : null}
    </>
  )
}

function Unfetched({ onEnd }: { onEnd: () => void }) {
  const t = useTranslations('common.state')
  useEffect(() => {
    const timer = setTimeout(onEnd, 4_000)
    return () => clearTimeout(timer)
  }, [onEnd])
  return (
    <span role="status" className="caption">
      {t('partFailed')}
    </span>
  )
}
