import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { actorQuery } from '#client/api/actors.ts'
import { ApiError } from '#client/api/http.ts'
import { mergePreviewQuery } from '#client/api/merging.ts'
import { LoadFailed } from '#client/network/LoadFailed.tsx'
import { useTitle } from '#client/ui/use-title.ts'
import type { MergePreview } from '#shared/contract/merging.ts'
import { ChooseTwin } from './ChooseTwin.tsx'
import { MergeForm } from './MergeForm.tsx'

interface MergeActorsProps {
  kept: string
  absorb: string | undefined
  onChoose: (kept: string, absorb: string | undefined) => void
}

/** Two records of one actor become one: first which, then field by field and record by record what becomes of them. */
export function MergeActors({ kept, absorb, onChoose }: MergeActorsProps) {
  const t = useTranslations('register.merge')
  const common = useTranslations('common')
  const { data: actor, error } = useQuery(actorQuery(kept))
  const name = actor?.name ?? ''
  const [merged, setMerged] = useState<string | null>(null)
  const title = merged
    ? t('mergedTitle', { absorbed: merged, name })
    : t(absorb ? 'title' : 'chooseTitle', { name })
  useTitle(title)
  if (error) return <Failed error={error} />
  return (
    <>
      <header className="max-w-[46rem] py-5">
        <p className="caption">
          <Link
            to="/pelaku/$id"
            params={{ id: kept }}
            className="inline-flex min-h-11 items-center underline md:min-h-6"
          >
            {name || common('nav.actors')}
          </Link>
        </p>
        <h1 className="page-title">{title}</h1>
        {merged ? null : <p className="mt-1 text-ink-2">{t('lede')}</p>}
      </header>
      {!actor ? (
        <p className="caption" aria-busy="true">
          {common('state.loading')}
        </p>
      ) : absorb ? (
        <Compare kept={kept} absorb={absorb} onChoose={onChoose} onMerged={setMerged} />
      ) : (
        <ChooseTwin actor={actor} onChoose={(other) => onChoose(kept, other)} />
      )}
    </>
  )
}

interface CompareProps extends MergeActorsProps {
  absorb: string
  /** The name of the one that was taken in; null once that is taken back. */
  onMerged: (name: string | null) => void
}

function Compare({ kept, absorb, onChoose, onMerged }: CompareProps) {
  const common = useTranslations('common.state')
  const { data, error, refetch } = useQuery(mergePreviewQuery(kept, absorb))
  // Shown as it was when it was asked for: the form must not move under the hand, nor go once the two are one.
  const [shown, setShown] = useState<MergePreview | null>(null)
  if (data && shown === null) setShown(data)
  if (error && shown === null) return <Failed error={error} />
  if (!shown)
    return (
      <p className="caption" aria-busy="true">
        {common('loading')}
      </p>
    )
  return (
    <MergeForm
      preview={shown}
      onMerged={onMerged}
      onSwap={() => onChoose(absorb, kept)}
      onAnother={() => onChoose(kept, undefined)}
      onStale={() => void refetch().then(({ data: anew }) => anew && setShown(anew))}
    />
  )
}

function Failed({ error }: { error: Error }) {
  const t = useTranslations('register.merge')
  const issues = error instanceof ApiError ? error.issues : []
  return (
    <div className="py-6">
      {issues.some(({ code }) => code === 'same-actor') ? (
        <p role="alert" className="notice notice-danger">
          {t('same')}
        </p>
      ) : (
        <LoadFailed error={error} onRetry={() => location.reload()} />
      )}
    </div>
  )
}
