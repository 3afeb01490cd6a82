import { ArrowLeft, CircleAlert, Clock } from 'lucide-react'
import { type KeyboardEvent, useCallback, useMemo, useRef, useState } from 'react'
import { useTranslations } from 'use-intl'
import { useUndo } from '#client/api/use-undo.ts'
import { useNames } from '#client/network/use-names.ts'
import { Button } from '#client/ui/Button.tsx'
import { useAnnounce } from '#client/ui/LiveRegion.tsx'
import { useOnline } from '#client/ui/use-online.ts'
import type { LoggedPartnership } from '#shared/contract/partnerships.ts'
import type { City } from '#shared/contract/reference.ts'
import { AttachmentFields } from './AttachmentFields.tsx'
import { ClosenessField } from './ClosenessField.tsx'
import { DirectionField } from './DirectionField.tsx'
import { DuplicateNotice } from './DuplicateNotice.tsx'
import { type DraftField, findGaps, type Gap, gapsFromIssues } from './draft-gaps.ts'
import { EvidenceField } from './EvidenceField.tsx'
import { focusField } from './focus-field.ts'
import { KindField } from './KindField.tsx'
import { PartyField } from './PartyField.tsx'
import { chooseKind, emptyDraft, type KnownParty, type PartnershipDraft } from './partnership-draft.ts'
import { Receipt } from './Receipt.tsx'
import { SinceField } from './SinceField.tsx'
import { useDraft } from './use-draft.ts'
import { useDuplicates } from './use-duplicates.ts'
import { useGapText } from './use-gap-text.ts'
import { useSave } from './use-save.ts'

interface LogPartnershipProps {
  city: City
  /** Who is named in the address. */
  first: readonly KnownParty[]
  onBack: () => void
}

/** The entry: six fields, one button, and the receipt of what it did. */
export function LogPartnership({ city, first, onBack }: LogPartnershipProps) {
  const t = useTranslations('logPartnership')
  const names = useNames()
  const announce = useAnnounce()
  const gapText = useGapText()
  const picker = useRef<HTMLInputElement>(null)

  const [tried, setTried] = useState(false)
  const [seen, setSeen] = useState<ReadonlySet<string>>(new Set())
  const [logged, setLogged] = useState<{ answer: LoggedPartnership; draft: PartnershipDraft } | null>(null)
  const sent = useRef<PartnershipDraft | null>(null)

  const onSaved = useCallback((answer: LoggedPartnership) => {
    if (sent.current) setLogged({ answer, draft: sent.current })
    restartRef.current()
    setTried(false)
    setSeen(new Set())
  }, [])
  const save = useSave(seen, onSaved)
  const waiting = save.state.type === 'waiting'
  const start = useMemo(
    () => (first.length > 0 ? emptyDraft(city.today, [...first]) : undefined),
    [city, first],
  )
  const { draft, change, restart, restored } = useDraft(city.today, start, waiting)
  const restartRef = useRef(restart)
  restartRef.current = restart
  const undo = useUndo(useCallback(() => {}, []))

  const kind = names.findKind(draft.kind ?? '')
  const early = useDuplicates(draft).filter(({ id }) => !seen.has(id))
  const refused = save.state.type === 'duplicates' ? save.state.rows : []
  const duplicates = refused.length > 0 ? refused : early
  const gaps: Gap[] = [
    ...(tried ? findGaps(draft, kind, city.today) : []),
    ...(save.state.type === 'issues' ? gapsFromIssues(save.state.issues) : []),
  ]
  const gapsOf = (field: DraftField) => gaps.filter((gap) => gap.field === field)
  const errorOf = (field: DraftField) => gapsOf(field).map(gapText).join(' ') || undefined

  const edit = (editing: (draft: PartnershipDraft) => PartnershipDraft) => {
    if (save.state.type !== 'sending') save.reset()
    change(editing)
  }

  const send = (more: readonly string[] = []) => {
    sent.current = draft
    void save.send(draft, more)
  }

  const attempt = () => {
    setTried(true)
    const missing = findGaps(draft, kind, city.today)
    const firstGap = missing[0]
    if (firstGap) {
      announce(`${t('gapSummary', { count: missing.length })} ${gapText(firstGap)}`)
      requestAnimationFrame(() => focusField(firstGap.field))
    } else if (duplicates.length > 0) document.getElementById('duplikat')?.focus()
    else send()
  }

  const sayAnother = () => {
    const ids = duplicates.map(({ id }) => id)
    setSeen((before) => new Set([...before, ...ids]))
    announce(t('duplicate.noted'))
    if (tried && findGaps(draft, kind, city.today).length === 0) send(ids)
  }

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
    if (event.ctrlKey || event.metaKey) {
      event.preventDefault()
      attempt()
    } else if (event.target instanceof HTMLInputElement) event.preventDefault()
  }

  const again = () => {
    if (undo.state.type === 'done' && logged) restart(logged.draft)
    setLogged(null)
    undo.reset()
    requestAnimationFrame(() => picker.current?.focus())
  }

  return (
    <form
      className="entry"
      noValidate
      onKeyDown={onKeyDown}
      onSubmit={(event) => {
        event.preventDefault()
        attempt()
      }}
    >
      <Heading onBack={onBack} waiting={waiting} />
      {restored !== 'no' ? (
        <div className="notice flex flex-wrap items-center justify-between gap-x-4" role="status">
          <span>
            {t('draft.restored')} {restored === 'waiting' ? t('draft.restoredWaiting') : ''}
          </span>
          <Button look="text" onClick={() => restart(start)}>
            {t('draft.discard')}
          </Button>
        </div>
      ) : null}
      <PartyField draft={draft} kind={kind} onChange={edit} gaps={gapsOf('parties')} inputRef={picker} />
      <DuplicateNotice rows={duplicates} blocking={refused.length > 0 || tried} onOther={sayAnother} />
      <KindField
        kind={kind}
        onChange={(chosen) => edit((before) => chooseKind(before, chosen))}
        error={errorOf('kind')}
      />
      {kind?.directed && draft.parties.length >= 2 ? (
        <DirectionField
          kind={kind}
          parties={draft.parties}
          direction={draft.direction}
          onChange={(direction) => edit((before) => ({ ...before, direction }))}
          error={errorOf('direction')}
        />
      ) : null}
      <ClosenessField
        value={draft.intensity}
        onChange={(intensity) => edit((before) => ({ ...before, intensity }))}
      />
      <EvidenceField
        value={draft.evidence}
        onChange={(evidence) => edit((before) => ({ ...before, evidence }))}
        error={errorOf('evidence')}
      />
      <div className="grid gap-5 md:grid-cols-2 md:gap-4">
        <SinceField
          city={city}
          startedOn={draft.startedOn}
          proposed={draft.proposed}
          onDate={(startedOn) => edit((before) => ({ ...before, startedOn }))}
          onProposed={(proposed) => edit((before) => ({ ...before, proposed }))}
          error={errorOf('startedOn')}
        />
        <div className="grid content-start gap-5">
          <AttachmentFields
            url={draft.evidenceUrl}
            note={draft.note}
            onUrl={(evidenceUrl) => edit((before) => ({ ...before, evidenceUrl }))}
            onNote={(note) => edit((before) => ({ ...before, note }))}
            urlError={errorOf('attachment')}
            noteError={errorOf('note')}
          />
        </div>
      </div>
      <div className="entry-foot grid gap-2">
        <SaveTrouble save={save} />
        <div className="flex items-center gap-4">
          <Button type="submit" look="filled" aria-disabled={save.state.type === 'sending' || undefined}>
            {save.state.type === 'sending' ? t('saving') : waiting ? t('sendNow') : t('save')}
          </Button>
          <span className="caption hidden whitespace-nowrap md:inline">{t('shortcut')}</span>
        </div>
      </div>
      {logged ? (
        <Receipt
          key={logged.answer.revision}
          logged={logged.answer}
          registered={logged.draft.parties.filter(({ type }) => type === 'new').length}
          undo={undo.state}
          onUndo={() => void undo.undo(logged.answer.revision)}
          onAgain={again}
        />
      ) : null}
    </form>
  )
}

function Heading({ onBack, waiting }: { onBack: () => void; waiting: boolean }) {
  const t = useTranslations('logPartnership')
  const online = useOnline()
  return (
    <header className="flex items-center gap-1">
      <Button look="text" className="btn-icon -ml-2.5 md:hidden" aria-label={t('back')} onClick={onBack}>
        <ArrowLeft size={20} strokeWidth={1.75} aria-hidden />
      </Button>
      <h1 className="page-title flex-1">{t('title')}</h1>
      {!online || waiting ? (
        <span className="flex items-center gap-1.5 text-xs text-ink-2">
          <Clock size={16} strokeWidth={1.75} aria-hidden />
          {t('kept')}
        </span>
      ) : null}
    </header>
  )
}

/** Why the entry has not been saved, next to the button: what happened, what is safe, what to do. */
function SaveTrouble({ save: { state } }: { save: ReturnType<typeof useSave> }) {
  const t = useTranslations('logPartnership')
  const error = useTranslations('common.error')
  if (state.type === 'waiting')
    return (
      <p role="status">
        <b className="font-semibold">{t('waitingTitle')}</b>{' '}
        <span className="text-ink-2">{t('waitingHint')}</span>
      </p>
    )
  if (state.type === 'failed')
    return (
      <p role="alert" className="field-error !mt-0">
        <CircleAlert size={14} strokeWidth={1.75} aria-hidden />
        <span>
          {t('failed')} {error(state.error.code)}
        </span>
      </p>
    )
  return null
}
