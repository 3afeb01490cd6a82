import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Plus, UserPlus } from 'lucide-react'
import { type KeyboardEvent, type Ref, useId, useMemo, useState } from 'react'
import { useTranslations } from 'use-intl'
import { actorNamesQuery, actorsQuery } from '#client/api/actors.ts'
import { ActorMark } from '#client/network/ActorMark.tsx'
import { useNames } from '#client/network/use-names.ts'
import { useDebounced } from '#client/ui/use-debounced.ts'
import { useOnline } from '#client/ui/use-online.ts'
import { readHabits } from './habits.ts'
import { candidatesOf, type PartyCandidate } from './known-party.ts'
import type { DraftParty } from './partnership-draft.ts'
import { partyChoices, proposedParties, searchAtHand } from './party-choices.ts'

interface PartyPickerProps {
  chosen: readonly DraftParty[]
  onChoose: (row: PartyCandidate) => void
  onCreate: (name: string) => void
  inputRef: Ref<HTMLInputElement>
  describedBy: string | undefined
  invalid: boolean
}

/** How many answers are offered; who is further down types one more letter. */
const SHOWN = 7

/**
 * Type-ahead over the register (ARIA combobox with a list): arrows move, Enter chooses, Escape closes. The last
 * option registers the typed name. Before a letter is typed it proposes who was named last, and who is near them; without a
 * connection it searches the list that is at hand.
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

  const online = useOnline()
  const atHand = useQuery({ ...actorNamesQuery(), retry: false }).data
  const everybody = useMemo(() => (atHand ? candidatesOf(atHand) : []), [atHand])
  const query = useDebounced(text.trim(), 150)
  const found = useQuery({
    ...actorsQuery({ q: query, pageSize: SHOWN + chosen.length + 1 }),
    enabled: query !== '' && online,
    placeholderData: keepPreviousData,
    retry: false,
  })
  const away = !online || found.isError
  const answers = away ? searchAtHand(text, everybody) : query === '' ? [] : (found.data?.rows ?? [])
  const typed = text.trim() !== ''
  const choices = partyChoices(text, answers, chosen)
  const known = typed
    ? choices.known.slice(0, SHOWN)
    : proposedParties(readHabits(localStorage), everybody, chosen, SHOWN)
  const waiting = typed && !away && (query !== text.trim() || found.isFetching)
  const create = waiting && known.length === 0 ? null : choices.create
  const count = known.length + (create ? 1 : 0)
  const shown = open && (typed || known.length > 0)
  const position = Math.min(active, Math.max(0, count - 1))
  const total = away ? choices.known.length : (found.data?.total ?? 0) - chosen.length
  const hidden = typed ? Math.max(0, total - known.length) : 0

  const choose = (at: number) => {
    const row = known[at]
    if (row) onChoose(row)
    else if (create && at === known.length) onCreate(create)
    else return
    setText('')
    setActive(0)
    // What is proposed next would cover the form; a key or a tap brings it back.
    setOpen(false)
  }

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.nativeEvent.isComposing) return
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      if (!open) setActive(0)
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
        // Not on focus: the page itself puts the focus here, and a list would cover the form.
        onClick={() => setOpen(true)}
        onBlur={() => setOpen(false)}
        onKeyDown={onKeyDown}
      />
      <div hidden={!shown} className="picker-list">
        {shown && !typed ? <p className="picker-note picker-head">{t('proposed')}</p> : null}
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
        {away && typed ? (
          <p className="picker-note">{everybody.length > 0 ? t('searchAtHand') : t('searchFailed')}</p>
        ) : null}
        {waiting && count === 0 ? <p className="picker-note">{t('searching')}</p> : null}
        {!waiting && hidden > 0 && known.length > 0 ? (
          <p className="picker-note">{t('more', { count: hidden })}</p>
        ) : null}
      </div>
      <span role="status" className="visually-hidden">
        {shown && typed && !waiting ? t('results', { count: known.length }) : ''}
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

function KnownActor({ row }: { row: PartyCandidate }) {
  const t = useTranslations('logPartnership.who')
  const names = useNames()
  const facts = [
    row.sectorId
      ? names.sector(row.sectorId)
      : row.role && row.role !== 'business'
        ? names.role(row.role)
        : t('noSector'),
    row.inCity !== false ? (row.regionCode ? names.region(row.regionCode) : '') : t('outside'),
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
