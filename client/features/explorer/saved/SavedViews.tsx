import { useNavigate } from '@tanstack/react-router'
import { Pencil, Trash2 } from 'lucide-react'
import { type FormEvent, useState } from 'react'
import { useTranslations } from 'use-intl'
import { Button } from '../../../ui/Button.tsx'
import { Field } from '../../../ui/Field.tsx'
import { IconButton } from '../../../ui/IconButton.tsx'
import { useAnnounce } from '../../../ui/LiveRegion.tsx'
import {
  putViewBack,
  removeView,
  renameView,
  type SavedView,
  sameName,
  saveView,
  stableSearch,
  tidyName,
  useSavedViews,
} from './saved-views.ts'

interface SavedViewsProps {
  /** Search part of the address of the view that is shown. */
  search: string
  onOpen: () => void
}

/** Views under a name: those there are, and one more of what is shown now. */
export function SavedViews({ search, onOpen }: SavedViewsProps) {
  const t = useTranslations('explorerTools.saved')
  const views = useSavedViews()
  const announce = useAnnounce()
  const [gone, setGone] = useState<{ view: SavedView; at: number } | null>(null)
  const now = stableSearch(search)
  const remove = (view: SavedView) => {
    setGone({ view, at: views.indexOf(view) })
    removeView(view.name)
    announce(t('removed', { name: view.name }))
  }
  return (
    <section className="tool-section" aria-labelledby="saved-views">
      <h3 className="panel-title" id="saved-views">
        {t('title')}
      </h3>
      {views.length === 0 ? <p className="caption">{t('none')}</p> : null}
      <ul className="saved-views">
        {views.map((view) => (
          <SavedViewLine
            key={view.name}
            view={view}
            views={views}
            shown={stableSearch(view.search) === now}
            onOpen={onOpen}
            onRemove={() => remove(view)}
          />
        ))}
      </ul>
      {gone ? (
        <p className="saved-undo">
          {t('wasRemoved')}{' '}
          <Button
            look="text"
            autoFocus
            onClick={() => {
              putViewBack(gone.view, gone.at)
              setGone(null)
            }}
          >
            {t('undo')}
          </Button>
        </p>
      ) : null}
      <SaveForm search={now} views={views} onSaved={() => setGone(null)} />
    </section>
  )
}

interface LineProps {
  view: SavedView
  views: readonly SavedView[]
  shown: boolean
  onOpen: () => void
  onRemove: () => void
}

function SavedViewLine({ view, views, shown, onOpen, onRemove }: LineProps) {
  const t = useTranslations('explorerTools.saved')
  const navigate = useNavigate()
  const [renaming, setRenaming] = useState(false)
  const open = () => {
    void navigate({
      to: '/jejaring',
      // Named, so that neither is carried over from the view before.
      search: {
        on: undefined,
        definition: undefined,
        ...Object.fromEntries(new URLSearchParams(view.search)),
      },
      resetScroll: false,
    })
    onOpen()
  }
  if (renaming)
    return (
      <li>
        <RenameForm view={view} views={views} onDone={() => setRenaming(false)} />
      </li>
    )
  return (
    <li>
      <button type="button" className="saved-view" aria-current={shown || undefined} onClick={open}>
        {view.name}
        {shown ? <small>{t('shown')}</small> : null}
      </button>
      <IconButton
        label={t('rename', { name: view.name })}
        icon={<Pencil size={16} strokeWidth={1.75} />}
        onClick={() => setRenaming(true)}
      />
      <IconButton
        label={t('remove', { name: view.name })}
        icon={<Trash2 size={16} strokeWidth={1.75} />}
        onClick={onRemove}
      />
    </li>
  )
}

/** Escape leaves the name as it was, and the panel open. */
function RenameForm({ view, views, onDone }: Pick<LineProps, 'view' | 'views'> & { onDone: () => void }) {
  const t = useTranslations('explorerTools.saved')
  const common = useTranslations('common.action')
  const announce = useAnnounce()
  const [name, setName] = useState(view.name)
  const [error, setError] = useState<string | null>(null)
  const rename = (event: FormEvent) => {
    event.preventDefault()
    const tidy = tidyName(name)
    if (tidy === '') return setError(t('nameMissing'))
    if (views.some((one) => one !== view && sameName(one.name, tidy))) return setError(t('nameTaken'))
    if (!renameView(view.name, tidy)) return setError(t('deviceRefuses'))
    announce(t('renamed', { name: tidy }))
    onDone()
  }
  return (
    <form
      className="save-view flex-1 pb-2"
      noValidate
      onSubmit={rename}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.preventDefault()
        event.stopPropagation()
        onDone()
      }}
    >
      <Field label={t('newName', { name: view.name })} error={error}>
        {(control) => (
          <input
            {...control}
            className="input"
            maxLength={80}
            autoComplete="off"
            // biome-ignore lint/a11y/noAutofocus: it answers the press of the button just before it
            autoFocus
            value={name}
            onChange={(event) => setName(event.target.value)}
          />
        )}
      </Field>
      <div className="tool-buttons">
        <Button type="submit">{t('save')}</Button>
        <Button look="text" onClick={onDone}>
          {common('cancel')}
        </Button>
      </div>
    </form>
  )
}

interface SaveFormProps {
  search: string
  views: readonly SavedView[]
  onSaved: () => void
}

function SaveForm({ search, views, onSaved }: SaveFormProps) {
  const t = useTranslations('explorerTools.saved')
  const announce = useAnnounce()
  const [name, setName] = useState('')
  const [failed, setFailed] = useState<'name' | 'device' | null>(null)
  const replaces = views.some((view) => sameName(view.name, name))
  const save = (event: FormEvent) => {
    event.preventDefault()
    if (tidyName(name) === '') {
      setFailed('name')
      return
    }
    const kept = saveView({ name, search })
    setFailed(kept ? null : 'device')
    if (!kept) return
    announce(t('saved', { name: tidyName(name) }))
    setName('')
    onSaved()
  }
  return (
    <form className="save-view" onSubmit={save} noValidate>
      <Field
        label={t('name')}
        hint={replaces ? t('replaces') : t('where')}
        error={failed === 'name' ? t('nameMissing') : failed === 'device' ? t('deviceRefuses') : null}
      >
        {(control) => (
          <input
            {...control}
            className="input"
            maxLength={80}
            autoComplete="off"
            value={name}
            onChange={(event) => {
              setName(event.target.value)
              setFailed(null)
            }}
          />
        )}
      </Field>
      <Button type="submit">{replaces ? t('replace') : t('save')}</Button>
    </form>
  )
}
