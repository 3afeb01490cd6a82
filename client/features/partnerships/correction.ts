import type { PartnershipPatch, PartnershipRecord } from '#shared/contract/partnerships.ts'
import type { EndReason, EvidenceGrade } from '#shared/contract/vocabulary.ts'

/** What of a record can be corrected. */
export interface Correctable {
  kind: string
  arcs: [string, string][]
  intensity: number
  evidence: EvidenceGrade
  startedOn: string | null
  endedOn: string | null
  endReason: EndReason | null
  evidenceUrl: string | null
  note: string | null
}

export type CorrectableField = keyof Correctable

export const correctableOf = (record: PartnershipRecord): Correctable => ({
  kind: record.kind,
  arcs: record.arcs,
  intensity: record.intensity,
  evidence: record.evidence,
  startedOn: record.startedOn,
  endedOn: record.endedOn,
  endReason: record.endReason,
  evidenceUrl: record.evidenceUrl,
  note: record.note,
})

type Changes = Extract<PartnershipPatch, { mode: 'correct' }>['changes']

/** Only what differs from the record: two people correcting different facts do not meet. */
export function correctionOf(base: Correctable, typed: Correctable): Changes {
  // Without an end there is no reason for one; kept in the form, so that retyping the date does not lose it.
  const form = typed.endedOn === null ? { ...typed, endReason: null } : typed
  return Object.fromEntries(
    (Object.keys(form) as CorrectableField[])
      .filter((field) => JSON.stringify(form[field]) !== JSON.stringify(base[field]))
      .map((field) => [field, form[field]]),
  )
}

export type CorrectionIssue = 'date-missing' | 'date-in-future' | 'date-before-start' | 'url-invalid'

/** What is wrong, by field. A record that had no start may stay without one. */
export function correctionIssues(
  base: Correctable,
  form: Correctable,
  today: string,
): Partial<Record<CorrectableField, CorrectionIssue>> {
  const issues: Partial<Record<CorrectableField, CorrectionIssue>> = {}
  if (base.startedOn !== null && !form.startedOn) issues.startedOn = 'date-missing'
  else if (form.startedOn && form.startedOn > today) issues.startedOn = 'date-in-future'
  if (form.endedOn && form.endedOn > today) issues.endedOn = 'date-in-future'
  else if (form.endedOn && form.startedOn && form.endedOn < form.startedOn)
    issues.endedOn = 'date-before-start'
  if (form.evidenceUrl && !/^https?:\/\/[^\s.]+\.\S+$/.test(form.evidenceUrl))
    issues.evidenceUrl = 'url-invalid'
  return issues
}
