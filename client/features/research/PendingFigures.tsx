import { useLocale, useTranslations } from 'use-intl'
import { Button } from '#client/ui/Button.tsx'
import { useFormat } from '#client/ui/FormatProvider.tsx'
import type { Figures } from '#shared/contract/research.ts'
import { JobProgress } from './JobProgress.tsx'
import { useResearch } from './ResearchContext.ts'
import { networkOf } from './research-search.ts'
import { useJob } from './use-job.ts'
import { useReread } from './use-reread.ts'

/** Measures that take long are computed when somebody asks: how many wait, how far they are, and stop. */
export function PendingFigures({ figures }: { figures: Figures }) {
  const t = useTranslations('research.pending')
  const locale = useLocale()
  const format = useFormat()
  const { search, change, measures } = useResearch()
  const waiting = figures.pending.flatMap((id) => measures.get(id) ?? [])
  const metrics = [...new Set(waiting.map(({ metric }) => metric))].sort()
  const asked = search.run === '1' && metrics.length > 0
  const job = useJob(
    asked
      ? { kind: 'figures', ...networkOf(search), definition: search.definition ?? 'official', metrics }
      : null,
  )
  useReread('figures', job.job)
  if (waiting.length === 0) return null
  const names = [...new Set(waiting.map(({ name }) => name[locale]))]
  const few = names.length <= 4 ? format.list(names) : null
  return (
    <div className="pending">
      {asked ? (
        <JobProgress {...job} onCancel={() => change({ run: undefined })} />
      ) : (
        <>
          <p>{few ? t('few', { names: few }) : t('many', { count: names.length })}</p>
          <Button onClick={() => change({ run: '1' })}>{t('compute', { count: names.length })}</Button>
        </>
      )}
    </div>
  )
}
