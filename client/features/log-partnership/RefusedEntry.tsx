import { useQuery } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { useTranslations } from 'use-intl'
import { addEvidence } from '#client/api/evidence.ts'
import { ApiError } from '#client/api/http.ts'
import { partnershipQuery } from '#client/api/partnerships.ts'
import { useChangePartnership } from '#client/api/use-change.ts'
import { useIssueText } from '#client/network/use-issue-text.ts'
import { useNames } from '#client/network/use-names.ts'
import { Button } from '#client/ui/Button.tsx'
import { useFormat } from '#client/ui/FormatProvider.tsx'
import { StaleChoice } from '#client/ui/StaleChoice.tsx'
import type { LoggedPartnership, PartnershipDetail } from '#shared/contract/partnerships.ts'
import type { EvidenceGrade } from '#shared/contract/vocabulary.ts'
import {
  type ComparableField,
  comparableDraft,
  comparableRecord,
  conflictOf,
  correctionFrom,
} from './entry-conflict.ts'
import type { OutboxEntry } from './outbox-entry.ts'
import { keepInOutbox } from './outbox-store.ts'
import { RefusedFields } from './RefusedFields.tsx'
import { sendFiles } from './send-entry.ts'

interface RefusedEntryProps {
  entry: OutboxEntry
  onSend: () => void
}

/** Why the server did not take it, field by field, and every way on. */
export function RefusedEntry({ entry, onSend }: RefusedEntryProps) {
  const t = useTranslations('logPartnership.refused')
  const common = useTranslations('common.error')
  const { refusal } = entry
  if (!refusal) return null
  const [met] = refusal.duplicates
  if (met) return <MetRecord entry={entry} id={met.id} onSend={onSend} />
  if (refusal.issues.length > 0) return <RefusedFields entry={entry} onSend={onSend} />
  return (
    <p className="field-error">
      {t('plain')} {common.has(refusal.code as 'forbidden') ? common(refusal.code as 'forbidden') : ''}
    </p>
  )
}

/** A record of the same parties is there: each field mine or theirs, both, or only theirs. */
function MetRecord({ entry, id, onSend }: { entry: OutboxEntry; id: string; onSend: () => void }) {
  const t = useTranslations('logPartnership.refused')
  const said = useTranslations('logPartnership')
  const common = useTranslations('common.error')
  const { data } = useQuery({ ...partnershipQuery(id), retry: false })
  const same = entry.refusal?.issues.some(({ code }) => code === 'key-used') ?? false
  const { state, change } = useChangePartnership(id)
  const issueText = useIssueText()
  const labelOf = useFieldLabel()
  const show = useShow(data)
  const proof = useProof(entry, id)
  if (!data) return <p className="field-error">{t('met')}</p>

  const theirs = comparableRecord(data.record)
  const moves = conflictOf(comparableDraft(entry.draft, data.record), theirs)
  const settle = async (chosen: Partial<Record<ComparableField, unknown>>) => {
    const changes = correctionFrom(theirs, chosen)
    const answer = await proof.settle(async () =>
      Object.keys(changes).length === 0
        ? { revision: data.revision, partnership: data, receipt: null }
        : change(data.revision, { mode: 'correct', changes }),
    )
    if (answer) await keepInOutbox({ ...entry, state: 'sent', refusal: null, answer })
  }
  const keepBoth = async () => {
    const notDuplicateOf = [...new Set([...entry.draft.notDuplicateOf, id])]
    const draft = { ...entry.draft, notDuplicateOf }
    await keepInOutbox({ ...entry, draft, state: 'waiting', refusal: null })
    onSend()
  }
  const failure = proof.failure ?? (state.type === 'failed' ? state.error : null)
  const issues = state.type === 'issues' ? state.issues : (failure?.issues ?? [])
  return (
    <div className="mt-1.5">
      {moves.length > 0 ? (
        <StaleChoice<ComparableField>
          moves={moves}
          words={{
            title: same ? t('sameTitle') : t('metTitle'),
            lede: same ? t('sameLede') : t('metLede'),
            field: t('field'),
            mine: t('mine'),
            theirs: t('theirs'),
            save: t('saveChoice'),
            takeTheirs: t('takeTheirs'),
          }}
          labelOf={labelOf}
          show={show}
          onSave={(chosen) => void settle(chosen)}
          onTakeTheirs={() => void keepInOutbox({ ...entry, state: 'discarded' })}
        />
      ) : (
        <>
          <p>{t('nothingNew')}</p>
          <Button onClick={() => void settle({})}>{t('takeTheirs')}</Button>
        </>
      )}
      {failure || state.type === 'issues' || state.type === 'stale' ? (
        <p role="alert" className="field-error">
          {issues.length > 0
            ? issues.map(issueText).join(' ')
            : failure
              ? `${said('failed')} ${common(failure.code)}`
              : t('again')}
        </p>
      ) : null}
      {same ? null : (
        <div className="mt-2">
          <Button onClick={() => void keepBoth()}>{t('keepBoth')}</Button>
        </div>
      )}
    </div>
  )
}

/**
 * The files of the entry prove the record that it met. They are sent before it is corrected: where one is lost or refused, nothing
 * has changed, and the entry stays.
 */
function useProof({ draft }: OutboxEntry, partnershipId: string) {
  const [failure, setFailure] = useState<ApiError | null>(null)
  const busy = useRef(false)
  const settle = async (
    correct: () => Promise<LoggedPartnership | null>,
  ): Promise<LoggedPartnership | null> => {
    if (busy.current) return null
    busy.current = true
    setFailure(null)
    try {
      const files = await sendFiles(draft)
      const answer = await correct()
      if (answer && files.length > 0) await addEvidence(partnershipId, files)
      return answer
    } catch (error) {
      setFailure(error instanceof ApiError ? error : new ApiError('internal', null, error))
      return null
    } finally {
      busy.current = false
    }
  }
  return { failure, settle }
}

function useFieldLabel() {
  const t = useTranslations('partnerships.field')
  return (field: ComparableField) => t(field)
}

/** A value of a field in words. */
function useShow(detail: PartnershipDetail | undefined) {
  const t = useTranslations('partnerships.stale')
  const common = useTranslations('common')
  const direction = useTranslations('logPartnership.direction')
  const names = useNames()
  const format = useFormat()
  return (field: ComparableField, value: unknown): string => {
    if (value === null || value === undefined || value === '') return t('empty')
    if (field === 'kind') return names.kind(String(value))
    if (field === 'startedOn') return format.date(String(value))
    if (field === 'intensity') return `${value} · ${common(`intensity.${value as 1 | 2 | 3 | 4 | 5}`)}`
    if (field === 'evidence') return `${value} · ${common(`grade.${value as EvidenceGrade}`)}`
    if (field !== 'arcs') return String(value)
    const kind = names.findKind(detail?.kind ?? '')
    const nameOf = (id: string) => detail?.parties.find(({ actorId }) => actorId === id)?.name ?? id
    const said = (value as [string, string][]).map(([from, to]) =>
      direction('sentence', {
        giver: nameOf(from),
        verb: kind ? names.reading(kind, 'forward') : '→',
        receiver: nameOf(to),
      }),
    )
    return said.join('; ') || t('empty')
  }
}
