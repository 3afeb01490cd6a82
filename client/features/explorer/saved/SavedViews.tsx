import { useNavigate } from '@tanstack/react-router'
import { Trash2 } from 'lucide-react'
import { type FormEvent, useState } from 'react'
import { useTranslations } from 'use-intl'
import { Button } from '../../../ui/Button.tsx'
import { Field } from '../../../ui/Field.tsx'
import { IconButton } from '../../../ui/IconButton.tsx'
import { useAnnounce } from '../../../ui/LiveRegion.tsx'
import {
  removeView,
  restoreViews,
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
  const [before, setBefore] = useState<readonly SavedView[] | null>(null)
  const now = stableSearch(search)
  const remove = (view: SavedView) => {
    setBefore(views)
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
            shown={stableSearch(view.search) === now}
            onOpen={onOpen}
            onRemove={() => remove(view)}
          />
        ))}
      </ul>
      {before ? (
        <p className="saved-undo">
          {t('wasRemoved')}{' '}
          <Button
            look="text"
            onClick={() => {
              restoreViews(before)
              setBefore(null)
            }}
          >
            {t('undo')}
          </Button>
        </p>
      ) : null}
      <SaveForm search={now} views={views} onSaved={() => setBefore(null)} />
    </section>
  )
}

interface LineProps {
  view: SavedView
  shown: boolean
  onOpen: () => void
  onRemove: () => void
}

function SavedViewLine({ view, shown, onOpen, onRemove }: LineProps) {
  const t = useTranslations('explorerTools.saved')
  const navigate = useNavigate()
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
  return (
    <li>
      <button type="button" className="saved-view" aria-current={shown || undefined} onClick={open}>
        {view.name}
        {shown ? <small>{t('shown')}</small> : null}
      </button>
      <IconButton
        label={t('remove', { name: view.name })}
        icon={<Trash2 size={16} strokeWidth={1.75} />}
        onClick={onRemove}
      />
    </li>
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
