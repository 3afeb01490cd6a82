import { useEffect, useRef } from 'react'
import { useLocale, useTranslations } from 'use-intl'
import { LoadFailed } from '#client/network/LoadFailed.tsx'
import { Button } from '#client/ui/Button.tsx'
import { useFormat } from '#client/ui/FormatProvider.tsx'
import { useAnnounce } from '#client/ui/LiveRegion.tsx'
import { CATALOG } from '#shared/analytics/catalog.ts'
import type { Job } from '#shared/contract/research.ts'
import type { JobState } from './use-job.ts'

interface JobProgressProps extends JobState {
  /** Lets go of it. */
  onCancel: () => void
}

/** What is being computed: how far it is, and how to stop it. Said aloud by quarters, not by ticks. */
export function JobProgress({ job, error, retry, onCancel }: JobProgressProps) {
  const t = useTranslations('research.job')
  const locale = useLocale()
  const format = useFormat()
  useSpokenProgress(job)
  if (error) return <LoadFailed error={error} onRetry={retry} />
  if (job?.state === 'failed' || job?.state === 'cancelled')
    return (
      <div className="job" role="alert">
        <p>{t(job.state)}</p>
        <Button onClick={retry}>{t('again')}</Button>
      </div>
    )
  if (job?.state === 'done') return null
  const share = job && job.total > 0 ? job.done / job.total : null
  return (
    <div className="job">
      <div className="job-words">
        <progress
          className="job-bar"
          aria-label={t('label')}
          {...(share === null ? {} : { value: share, max: 1 })}
        />
        <p>
          {job && job.total > 0
            ? t(`of.${job.of}`, {
                done: format.integer(job.done),
                total: format.integer(job.total),
                share: format.percent(job.done / job.total),
              })
            : t(job?.state === 'running' ? 'running' : 'waiting')}
        </p>
        {job?.metric && job.steps > 1 ? (
          <p className="caption">
            {t('step', { metric: CATALOG[job.metric].name[locale], step: job.step, steps: job.steps })}
          </p>
        ) : null}
      </div>
      <Button onClick={onCancel}>{t('cancel')}</Button>
    </div>
  )
}

function useSpokenProgress(job: Job | null): void {
  const t = useTranslations('research.job')
  const format = useFormat()
  const announce = useAnnounce()
  const said = useRef('')
  const quarter = job && job.total > 0 ? Math.floor((job.done / job.total) * 4) : 0
  const stage =
    job === null ? '' : `${job.id} ${job.state === 'running' ? `${job.step} ${quarter}` : job.state}`
  useEffect(() => {
    if (!job || stage === said.current) return
    said.current = stage
    if (job.state === 'running') announce(t('spoken', { share: format.percent(quarter / 4) }))
    else announce(t(job.state))
  }, [job, stage, quarter, announce, t, format])
}
