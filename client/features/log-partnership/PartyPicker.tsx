import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Plus, UserPlus } from 'lucide-react'
import { type KeyboardEvent, type Ref, useId, useState } from 'react'
import { useTranslations } from 'use-intl'
import { actorsQuery } from '#client/api/actors.ts'
import { ActorMark } from '#client/network/ActorMark.tsx'
import { useNames } from '#client/network/use-names.ts'
import { useDebounced } from '#client/ui/use-debounced.ts'
import type { ActorRow } from '#shared/contract/actors.ts'
import type { DraftParty } from './partnership-draft.ts'
import { partyChoices } from './party-choices.ts'

interface PartyPickerProps {
  chosen: readonly DraftParty[]
  onChoose: (row: ActorRow) => void
  onCreate: (name: string) => void
  inputRef: Ref<HTMLInputElement>
  describedBy: string | undefined
  invalid: boolean
}

/** How many answers are offered; who is further down types one more letter. */
const SHOWN = 7

/**
 * Type-ahead over the register (ARIA combobox with a list): arrows move, Enter chooses, Escape closes. The last
 * option registers the typed name.
 */
export function PartyPicker({
  chosen,
  onChoose,
  onCreate,
  inputRef,
  describedBy,
  invalid,
}: PartyPickerProps) {
  const t = useTranslations('logPartnership.who')
  const listId = useId()
  const [text, setText] = useState('')
  const [open, setOpen] = useState(false)
  const [active, setActive] = useState(0)

  const query = useDebounced(text.trim(), 150)
  const found = useQuery({
    ...actorsQuery({ q: query, pageSize: SHOWN + chosen.length + 1 }),
    enabled: query !== '',
    placeholderData: keepPreviousData,
    retry: false,
  })
  const choices = partyChoices(text, query === '' ? [] : (found.data?.rows ?? []), chosen)
  const known = choices.known.slice(0, SHOWN)
  const waiting = text.trim() !== '' && (query !== text.trim() || found.isFetching)
  const create = waiting && known.length === 0 && !found.isError ? null : choices.create
  const count = known.length + (create ? 1 : 0)
  const shown = open && text.trim() !== ''
  const position = Math.min(active, Math.max(0, count - 1))
  const hidden = Math.max(0, (found.data?.total ?? 0) - known.length - chosen.length)

  const choose = (at: number) => {
    const row = known[at]
    if (row) onChoose(row)
    else if (create && at === known.length) onCreate(create)
    else return
    setText('')
    setActive(0)
  }

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.nativeEvent.isComposing) return
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      setOpen(true)
      const step = event.key === 'ArrowDown' ? 1 : -1
      if (shown && count > 0) setActive((position + step + count) % count)
    } else if (event.key === 'Enter') {
      event.preventDefault()
      if (shown) choose(position)
    } else if (event.key === 'Escape' && shown) {
      event.preventDefault()
      setOpen(false)
    }
  }

  return (
    <div className="picker">
      <Plus size={18} strokeWidth={1.75} aria-hidden />
      <input
        ref={inputRef}
        id="pihak"
        className="picker-input"
        role="combobox"
        aria-label={chosen.length === 0 ? t('addFirst') : t('add')}
        aria-expanded={shown}
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={shown && count > 0 ? `${listId}-${position}` : undefined}
        aria-describedby={describedBy}
        aria-invalid={invalid || undefined}
        autoComplete="off"
        autoCapitalize="words"
        enterKeyHint="done"
        placeholder={chosen.length === 0 ? t('addFirst') : t('add')}
        value={text}
        onChange={(event) => {
          setText(event.target.value)
          setOpen(true)
          setActive(0)
        }}
        onFocus={() => setOpen(true)}
        onBlur={() => setOpen(false)}
        onKeyDown={onKeyDown}
      />
      <div hidden={!shown} className="picker-list">
        <div id={listId} role="listbox" aria-label={t('label')}>
          {shown
            ? known.map((row, at) => (
                <Option
                  key={row.id}
                  id={`${listId}-${at}`}
                  active={at === position}
                  onPick={() => choose(at)}
                  onPoint={() => setActive(at)}
                >
                  <KnownActor row={row} />
                </Option>
              ))
            : null}
          {shown && create ? (
            <Option
              id={`${listId}-${known.length}`}
              active={position === known.length}
              onPick={() => choose(known.length)}
              onPoint={() => setActive(known.length)}
            >
              <UserPlus size={16} strokeWidth={1.75} aria-hidden />
              <span className="party-words">{t('create', { name: create })}</span>
            </Option>
          ) : null}
        </div>
        {found.isError ? <p className="picker-note">{t('searchFailed')}</p> : null}
        {waiting && count === 0 ? <p className="picker-note">{t('searching')}</p> : null}
        {!waiting && hidden > 0 && known.length > 0 ? (
          <p className="picker-note">{t('more', { count: hidden })}</p>
        ) : null}
      </div>
      <span role="status" className="visually-hidden">
        {shown && !waiting ? t('results', { count: known.length }) : ''}
      </span>
    </div>
  )
}

interface OptionProps {
  id: string
  active: boolean
  onPick: () => void
  onPoint: () => void
  children: React.ReactNode
}

function Option({ id, active, onPick, onPoint, children }: OptionProps) {
  return (
    // The focus stays in the input, which carries the keyboard; see aria-activedescendant there.
    <div
      id={id}
      role="option"
      tabIndex={-1}
      aria-selected={active}
      data-active={active || undefined}
      className="picker-option"
      onPointerDown={(event) => event.preventDefault()}
      onPointerMove={active ? undefined : onPoint}
      onClick={onPick}
      onKeyDown={() => {}}
    >
      {children}
    </div>
  )
}

function KnownActor({ row }: { row: ActorRow }) {
  const t = useTranslations('logPartnership.who')
  const names = useNames()
  const facts = [
    row.sectorId
      ? names.sector(row.sectorId)
      : row.role && row.role !== 'business'
        ? names.role(row.role)
        : t('noSector'),
    row.inCity ? (row.regionCode ? names.region(row.regionCode) : '') : t('outside'),
  ].filter(Boolean)
  return (
    <>
      <ActorMark sectorId={row.sectorId} />
      <span className="party-words">
        <b>{row.name}</b>
        <small>{facts.join(' · ')}</small>
      </span>
    </>
  )
}
