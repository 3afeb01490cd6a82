import { useTranslations } from 'use-intl'
import type { EvidenceGrade as Grade } from '#shared/contract/vocabulary.ts'

/** The evidence of a partnership: a boxed letter, with its word beside it or read out. */
export function EvidenceGrade({ grade, withWord = false }: { grade: Grade; withWord?: boolean }) {
  const t = useTranslations('common.grade')
  return (
    <span className="inline-flex items-center gap-1.5">
      <span className="inline-grid size-4.5 place-items-center rounded-sm border border-control-line text-2xs leading-none font-semibold">
        {grade}
      </span>
      <span className={withWord ? undefined : 'visually-hidden'}>{t(grade)}</span>
    </span>
  )
}
