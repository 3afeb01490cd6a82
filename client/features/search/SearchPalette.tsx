import { useNavigate, useRouter, useRouterState } from '@tanstack/react-router'
import { Search, X } from 'lucide-react'
import { type ComponentType, type KeyboardEvent, useEffect, useId, useMemo, useRef, useState } from 'react'
import { useTranslations } from 'use-intl'
import { useFormat } from '#client/ui/FormatProvider.tsx'
import { IconButton } from '#client/ui/IconButton.tsx'
import { readRecent, rememberChoice } from './recent-choices.ts'
import { SearchOption } from './SearchOption.tsx'
import { type SearchItem, searchGroups } from './search-groups.ts'
import { type ActionId, useActions } from './use-actions.ts'
import { type SearchPage, useSearchables } from './use-searchables.ts'

interface SearchPaletteProps {
  pages: readonly (SearchPage & { icon: ComponentType<{ size?: number; strokeWidth?: number }> })[]
  onClose: () => void
}

/** Goes to anybody and anything by a few letters (ARIA combobox): arrows move, Enter opens, Alt+Enter shows it in the graph. */
export function SearchPalette({ pages, onClose }: SearchPaletteProps) {
  const t = useTranslations('search')
  const dialog = useRef<HTMLDialogElement>(null)
  const id = useId()
  const [query, setQuery] = useState('')
  const [active, setActive] = useState(0)
  const source = useSearchables(pages)
  const groups = useMemo(() => searchGroups(source.from, query, readRecent()), [source.from, query])
  const items = useMemo(() => groups.flatMap((group) => group.items), [groups])
  const at = Math.min(active, Math.max(0, items.length - 1))
  const choose = useChoose(onClose)
  const exploring = useRouterState({ select: ({ location }) => isExplorer(location.pathname) })

  useEffect(() => {
    const element = dialog.current
    if (element && !element.open) element.showModal()
  }, [])
  useEffect(() => {
    document.getElementById(`${id}-${at}`)?.scrollIntoView({ block: 'nearest' })
  }, [id, at])

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    const moves: Readonly<Record<string, number>> = {
      ArrowDown: (at + 1) % Math.max(1, items.length),
      ArrowUp: (at - 1 + items.length) % Math.max(1, items.length),
      ...(query === '' ? { Home: 0, End: items.length - 1 } : {}),
    }
    const next = moves[event.key]
    if (next !== undefined) {
      event.preventDefault()
      setActive(next)
    } else if (event.key === 'Enter') {
      event.preventDefault()
      const item = items[at]
      if (item) choose(item, event.altKey)
    }
  }

  let position = 0
  return (
    <dialog
      ref={dialog}
      className="search-palette"
      aria-label={t('title')}
      onClose={onClose}
      onClick={(event) => {
        if (event.target === dialog.current) dialog.current.close()
      }}
      onKeyDown={() => {}}
    >
      <div className="search-field">
        <Search size={18} strokeWidth={1.75} aria-hidden />
        <input
          autoFocus
          className="search-input"
          role="combobox"
          aria-label={t('title')}
          aria-expanded={items.length > 0}
          aria-controls={`${id}-list`}
          aria-autocomplete="list"
          aria-activedescendant={items.length > 0 ? `${id}-${at}` : undefined}
          placeholder={t('placeholder')}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          enterKeyHint="go"
          value={query}
          onChange={(event) => {
            setQuery(event.target.value)
            setActive(0)
          }}
          onKeyDown={onKeyDown}
        />
        <IconButton
          label={t('close')}
          icon={<X size={16} strokeWidth={1.75} />}
          onClick={() => dialog.current?.close()}
        />
      </div>
      {items.length === 0 ? <p className="search-note">{t('none', { query: query.trim() })}</p> : null}
      <div id={`${id}-list`} role="listbox" aria-label={t('results')} className="search-list">
        {groups.map(({ group, items: shown, total }) => (
          // biome-ignore lint/a11y/useSemanticElements: a group of options is no fieldset
          <div key={group} role="group" aria-labelledby={`${id}-${group}`}>
            <GroupName id={`${id}-${group}`} group={group} total={query.trim() === '' ? null : total} />
            {shown.map((item) => {
              const place = position++
              return (
                <SearchOption
                  key={`${item.group} ${item.id}`}
                  id={`${id}-${place}`}
                  item={item}
                  source={source}
                  icon={pages.find(({ to }) => to === item.id)?.icon}
                  active={place === at}
                  onPoint={() => setActive(place)}
                  onPick={(alternative) => choose(item, alternative)}
                />
              )
            })}
          </div>
        ))}
      </div>
      {source.missing ? <p className="search-note">{t(source.missing)}</p> : null}
      <p className="search-keys" aria-hidden="true">
        {t(exploring ? 'keysHere' : 'keys')}
      </p>
      <Status query={query} total={groups.reduce((sum, one) => sum + one.total, 0)} />
    </dialog>
  )
}

function GroupName({ id, group, total }: { id: string; group: string; total: number | null }) {
  const t = useTranslations('search.group')
  const format = useFormat()
  return (
    <div id={id} className="search-group">
      {t(group as 'actor')} {total === null ? null : <span>{format.integer(total)}</span>}
    </div>
  )
}

const REST_MS = 350

/** Says how many were found, once the typing rests. */
function Status({ query, total }: { query: string; total: number }) {
  const t = useTranslations('search')
  const [said, setSaid] = useState('')
  const words = query.trim() === '' ? '' : t('found', { count: total })
  useEffect(() => {
    const timer = setTimeout(() => setSaid(words), REST_MS)
    return () => clearTimeout(timer)
  }, [words])
  return (
    <span role="status" className="visually-hidden">
      {said}
    </span>
  )
}

const isExplorer = (path: string) => path === '/jejaring'

/** A question about the actor before ends with it. */
const CHOSEN = { focus: undefined, to: undefined, leave: undefined }

/** Opens what was chosen; the other way, where there is one, shows it in the graph. */
function useChoose(onClose: () => void): (item: SearchItem, inGraph: boolean) => void {
  const navigate = useNavigate()
  const router = useRouter()
  const act = useActions()
  return (item, inGraph) => {
    const { group, id } = item
    rememberChoice(item)
    onClose()
    const explore = (search: Record<string, string>) =>
      void navigate({ to: '/jejaring', search: search as never })
    // Whoever is looked for in the explorer is shown there, in what it shows now; the other way is then the profile.
    const exploring = isExplorer(router.state.location.pathname)
    if (group === 'actor') {
      if (exploring && !inGraph)
        void navigate({
          to: '/jejaring',
          search: (before: object) => ({ ...before, ...CHOSEN, actor: id }) as never,
          resetScroll: false,
        })
      else if (!exploring && inGraph) explore({ actor: id, focus: '1', tab: 'graph' })
      else void navigate({ to: '/pelaku/$id', params: { id } })
    } else if (group === 'sector') {
      if (inGraph) explore({ sector: id, tab: 'graph' })
      else void navigate({ to: '/sektor/$id', params: { id } })
    } else if (group === 'place') {
      if (inGraph) explore({ region: id, tab: 'graph' })
      else void navigate({ to: '/pelaku', search: { region: id } as never })
    } else if (group === 'page') void navigate({ to: id })
    else act(id as ActionId)
  }
}
