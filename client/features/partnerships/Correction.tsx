import { useState } from 'react'
import { useTranslations } from 'use-intl'
import type { ChangeState } from '#client/api/use-change.ts'
import { useNames } from '#client/network/use-names.ts'
import { useFormat } from '#client/ui/FormatProvider.tsx'
import { StaleChoice } from '#client/ui/StaleChoice.tsx'
import { threeWay } from '#client/ui/three-way.ts'
import type { PartnershipDetail, PartnershipPatch } from '#shared/contract/partnerships.ts'
import { END_REASONS, EVIDENCE_GRADES } from '#shared/contract/vocabulary.ts'
import { CorrectForm } from './CorrectForm.tsx'
import { type Correctable, type CorrectableField, correctableOf, correctionOf } from './correction.ts'
import { directionReadings } from './partnership-words.ts'

interface CorrectionProps {
  detail: PartnershipDetail
  today: string
  state: ChangeState<PartnershipDetail>
  onChange: (revision: number, patch: PartnershipPatch) => void
  onClose: () => void
}

/** The correction, and, when somebody was faster, the choice between both versions field by field. */
export function Correction({ detail, today, state, onChange, onClose }: CorrectionProps) {
  const t = useTranslations('partnerships')
  // Frozen while the form is open: the page behind it follows the stream, the form must not.
  const [opened] = useState(detail)
  const base = correctableOf(opened.record)
  const [form, setForm] = useState<Correctable>(base)
  const show = useShow(opened)

  if (state.type !== 'stale')
    return (
      <CorrectForm
        detail={opened}
        base={base}
        form={form}
        onForm={setForm}
        today={today}
        state={state}
        onSubmit={(patch) => onChange(opened.revision, patch)}
        onCancel={onClose}
      />
    )

  const theirs = correctableOf(state.current.record)
  const moves = threeWay(base, form, theirs)
  const keep = (chosen: Partial<Record<CorrectableField, unknown>>) => {
    const next = { ...theirs, ...(chosen as Partial<Correctable>) }
    const changes = correctionOf(theirs, next)
    if (Object.keys(changes).length === 0) onClose()
    else onChange(state.current.revision, { mode: 'correct', changes })
  }
  return (
    <StaleChoice<CorrectableField>
      moves={moves}
      words={{
        title: t('stale.title'),
        lede: t('stale.lede'),
        field: t('stale.field'),
        mine: t('stale.mine'),
        theirs: t('stale.theirs'),
        save: t('stale.save'),
        takeTheirs: t('stale.takeTheirs'),
      }}
      labelOf={(field) => t(`field.${field}`)}
      show={show}
      onSave={keep}
      onTakeTheirs={onClose}
    />
  )
}

/** A value of a field in words. */
function useShow(detail: PartnershipDetail) {
  const t = useTranslations('partnerships')
  const common = useTranslations('common')
  const names = useNames()
  const format = useFormat()
  return (field: CorrectableField, value: unknown): string => {
    if (value === null || value === undefined || value === '') return t('stale.empty')
    const text = String(value)
    switch (field) {
      case 'kind':
        return names.kind(text)
      case 'evidence': {
        const grade = EVIDENCE_GRADES.find((known) => known === text)
        return grade ? `${grade} · ${common(`grade.${grade}`)}` : text
      }
      case 'endReason': {
        const reason = END_REASONS.find((known) => known === text)
        return reason ? common(`endReason.${reason}`) : text
      }
      case 'startedOn':
      case 'endedOn':
        return format.date(text)
      case 'arcs':
        return (
          directionReadings({ ...detail, arcs: value as [string, string][] }, names)
            .map(({ forward }) => forward)
            .join('; ') || t('stale.empty')
        )
      default:
        return text
    }
  }
}
