import { useTranslations } from 'use-intl'
import { ChoiceGroup } from '#client/ui/ChoiceGroup.tsx'
import { EVIDENCE_GRADES, type EvidenceGrade } from '#shared/contract/vocabulary.ts'

interface EvidenceFieldProps {
  value: EvidenceGrade
  onChange: (value: EvidenceGrade) => void
  error: string | undefined
}

export function EvidenceField({ value, onChange, error }: EvidenceFieldProps) {
  const t = useTranslations('logPartnership.evidence')
  const words = useTranslations('common.grade')
  return (
    <ChoiceGroup
      legend={t('label')}
      name="evidence"
      layout="segments"
      choices={EVIDENCE_GRADES.map((grade) => ({ value: grade, label: grade, detail: words(grade) }))}
      value={value}
      onChange={onChange}
      hint={t(`hint${value}`)}
      error={error}
    />
  )
}
