import type { Target } from '#shared/contract/reference.ts'

export interface TargetForm {
  /** As typed: a decimal comma is as good as a point. */
  value: string
  by: string
}

export type TargetIssue = 'value-missing' | 'value-range' | 'date-missing' | 'date-past'

export const targetFormOf = (target: Target | null): TargetForm => ({
  value: target ? String(target.value).replace('.', ',') : '',
  by: target?.by ?? '',
})

const numberOf = (text: string) => Number(text.trim().replace(',', '.'))

export function targetIssues(
  form: TargetForm,
  today: string,
): Partial<Record<keyof TargetForm, TargetIssue>> {
  const issues: Partial<Record<keyof TargetForm, TargetIssue>> = {}
  const value = numberOf(form.value)
  if (form.value.trim() === '') issues.value = 'value-missing'
  else if (!Number.isFinite(value) || value < 0 || value > 100) issues.value = 'value-range'
  if (form.by === '') issues.by = 'date-missing'
  else if (form.by <= today) issues.by = 'date-past'
  return issues
}

/** Call it only when `targetIssues` finds nothing. */
export const targetOf = (form: TargetForm): Target => ({ value: numberOf(form.value), by: form.by })
