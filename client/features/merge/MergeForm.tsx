import { useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { useCallback, useState } from 'react'
import { useTranslations } from 'use-intl'
import { ApiError } from '#client/api/http.ts'
import { mergeActors } from '#client/api/merging.ts'
import { ActorMark } from '#client/network/ActorMark.tsx'
import { type Done, DoneNotice } from '#client/network/DoneNotice.tsx'
import { useNames } from '#client/network/use-names.ts'
import { Button } from '#client/ui/Button.tsx'
import { buttonClass } from '#client/ui/button-class.ts'
import { Field } from '#client/ui/Field.tsx'
import type { ActorRow } from '#shared/contract/actors.ts'
import type { MergeField, MergePreview, MergeSide } from '#shared/contract/merging.ts'
import { MergePartnerships } from './MergePartnerships.tsx'
import { useMergeWords } from './use-merge-words.ts'

interface MergeFormProps {
  preview: MergePreview
  onSwap: () => void
  onAnother: () => void
  /** With the name of the one that was taken in; null once that is taken back. A stable function. */
  onMerged: (name: string | null) => void
  /** Something of it was changed since: it has to be read anew. */
  onStale: () => void
}

export function MergeForm({ preview, onSwap, onAnother, onMerged, onStale }: MergeFormProps) {
  const t = useTranslations('register.merge')
  const register = useTranslations('register.bulk')
  const common = useTranslations('common')
  const queries = useQueryClient()
  const navigate = useNavigate()
  const [sides, setSides] = useState<Partial<Record<MergeField, MergeSide>>>({})
  const [fates, setFates] = useState<Record<string, 'move' | 'withdraw'>>({})
  const [reason, setReason] = useState('')
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<ApiError | null>(null)
  const [done, setDone] = useState<Done | null>(null)
  const { kept, absorbed, affiliations, others } = preview
  const takenBack = useCallback(() => onMerged(null), [onMerged])

  const merge = async () => {
    if (busy) return
    setBusy(true)
    setFailure(null)
    try {
      const merged = await mergeActors(kept.id, {
        absorb: absorbed.id,
        revision: preview.revision,
        fields: sides,
        partnerships: fates,
        ...(reason.trim() === '' ? {} : { reason: reason.trim() }),
      })
      onMerged(absorbed.name)
      setDone({
        revision: merged.revision,
        text: t('done', { name: absorbed.name, moved: merged.moved, withdrawn: merged.withdrawn }),
      })
      void queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'merge' })
    } catch (problem) {
      if (!(problem instanceof ApiError)) throw problem
      setFailure(problem)
      if (problem.code === 'stale') onStale()
    } finally {
      setBusy(false)
    }
  }

  if (done)
    return (
      <section className="max-w-[46rem]">
        <DoneNotice
          done={done}
          onUndone={takenBack}
          onClose={() => void navigate({ to: '/pelaku/$id', params: { id: kept.id } })}
        />
        <Link to="/pelaku/$id" params={{ id: kept.id }} className={buttonClass('filled')}>
          {t('open', { name: sides.name === 'absorbed' ? absorbed.name : kept.name })}
        </Link>
      </section>
    )
  return (
    <form
      className="grid max-w-[60rem] gap-6"
      onSubmit={(event) => {
        event.preventDefault()
        void merge()
      }}
    >
      <div className="grid gap-3">
        <div className="merge-sides">
          <Side row={kept} label={t('kept')} kept />
          <Side row={absorbed} label={t('absorbed')} />
        </div>
        <div className="flex flex-wrap gap-2">
          <Button onClick={onSwap}>{t('swap')}</Button>
          <Button look="text" onClick={onAnother}>
            {t('another')}
          </Button>
        </div>
      </div>
      <Fields preview={preview} sides={sides} onSides={setSides} />
      <MergePartnerships preview={preview} fates={fates} onFates={setFates} issues={failure?.issues ?? []} />
      {affiliations.moved + affiliations.united + others > 0 ? (
        <p>{t('affiliations', { ...affiliations, others })}</p>
      ) : null}
      <Field
        label={
          <span className="field-label">
            {t('reason')}
            <small>{register('optional')}</small>
          </span>
        }
      >
        {(control) => (
          <input
            {...control}
            className="input"
            maxLength={500}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        )}
      </Field>
      {failure ? (
        <p role="alert" className="field-error">
          {failure.code === 'stale' ? t('stale') : t('failed', { why: common(`error.${failure.code}`) })}
        </p>
      ) : null}
      <div>
        <Button type="submit" look="filled">
          {busy ? t('submitting') : t('submit')}
        </Button>
      </div>
    </form>
  )
}

function Side({ row, label, kept = false }: { row: ActorRow; label: string; kept?: boolean }) {
  const names = useNames()
  return (
    <section className="merge-side" data-kept={kept || undefined}>
      <h2 className="caption">{label}</h2>
      <p className="flex items-center gap-2 font-semibold">
        <ActorMark sectorId={row.sectorId} size={14} />
        {row.name}
      </p>
      <p className="caption">
        {[
          row.sectorId ? names.sectorShort(row.sectorId) : '',
          row.regionCode ? names.region(row.regionCode) : '',
          row.id,
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
    </section>
  )
}

interface FieldsProps {
  preview: MergePreview
  sides: Partial<Record<MergeField, MergeSide>>
  onSides: (sides: Partial<Record<MergeField, MergeSide>>) => void
}

/** Every field in which the two differ, and whose value stays. */
function Fields({ preview, sides, onSides }: FieldsProps) {
  const t = useTranslations('register.merge')
  const say = useMergeWords(preview)
  return (
    <section className="section">
      <h2 className="section-title">{t('fields')}</h2>
      {preview.fields.length === 0 ? <p>{t('noFields')}</p> : <p className="caption">{t('names')}</p>}
      {preview.fields.map((one) => (
        <fieldset key={one.field} className="merge-field">
          <legend>{t(`field.${one.field}`)}</legend>
          <div className="merge-choices">
            {one.sides.map((side) => (
              <label key={side}>
                <input
                  type="radio"
                  name={`isian-${one.field}`}
                  checked={(sides[one.field] ?? one.proposed) === side}
                  onChange={() => onSides({ ...sides, [one.field]: side })}
                />
                <span className="min-w-0">
                  <span className="caption block">{t(`side.${side}`)}</span>
                  {side === 'both' ? '' : say(one.field, one[side])}
                </span>
              </label>
            ))}
          </div>
        </fieldset>
      ))}
    </section>
  )
}
