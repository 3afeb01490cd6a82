import { useTranslations } from 'use-intl'
import { JobProgress } from './JobProgress.tsx'
import { NullModelFinding } from './NullModelFinding.tsx'
import { NullModelForm } from './NullModelForm.tsx'
import { useResearch } from './ResearchContext.ts'
import { DEFAULT_DRAWS, networkOf } from './research-search.ts'
import { useJob } from './use-job.ts'
import { useTest } from './use-test.ts'

/** A measure against networks drawn by chance: chosen, run on request, followed, stopped, and read in words. */
export function NullModelSection() {
  const t = useTranslations('research.test')
  const { search, change } = useResearch()
  const test = useTest()
  const running = search.run === '1' && test !== null && test.ready
  const job = useJob(
    running
      ? {
          kind: 'null-model',
          ...networkOf(search),
          definition: search.definition ?? 'official',
          measure: test.measure.id,
          ...(test.sectorId === undefined ? {} : { sectorId: test.sectorId }),
          model: test.model,
          draws: search.draws ?? DEFAULT_DRAWS,
          ...(search.seed === undefined ? {} : { seed: search.seed }),
        }
      : null,
  )
  if (test === null)
    return (
      <section className="section">
        <h2 className="section-title">{t('none')}</h2>
      </section>
    )
  const done = job.job?.state === 'done' ? job.job : null
  return (
    <div className="null-model">
      <NullModelForm test={test} busy={running && done === null && !job.error} />
      <div className="min-w-0">
        {running && done === null ? (
          <section className="section">
            <h2 className="section-title">{t('running')}</h2>
            <div className="pending">
              <JobProgress {...job} onCancel={() => change({ run: undefined })} />
            </div>
          </section>
        ) : null}
        {done ? <NullModelFinding jobId={done.id} test={test} again={job.retry} /> : null}
        {running ? null : (
          <section className="section">
            <h2 className="section-title">{t('beforeTitle')}</h2>
            <p className="mt-1 max-w-[42rem] text-ink-2">{t('before')}</p>
          </section>
        )}
      </div>
    </div>
  )
}
