import { useQuery } from '@tanstack/react-query'
import { useId } from 'react'
import { useTranslations } from 'use-intl'
import { sectorsQuery } from '../../api/insights.ts'
import { Button } from '../../ui/Button.tsx'
import { LevelGroups } from './LevelGroups.tsx'
import type { ExplorerView } from './view-state.ts'

/** The level of every sector on the date of the picture. Filters do not change it: it is of all businesses. */
export function SectorLevels({ view }: { view: ExplorerView }) {
  const t = useTranslations('explorer.levels')
  const common = useTranslations('common')
  const id = useId()
  const query = useQuery(
    sectorsQuery({
      on: view.on ?? undefined,
      definition: view.definition === 'official' ? undefined : view.definition,
      known: view.known ?? undefined,
    }),
  )
  return (
    <section className="sector-levels" aria-labelledby={id} aria-busy={query.isPlaceholderData}>
      <h2 className="panel-title" id={id}>
        {t('title')} <small>{t('what')}</small>
      </h2>
      {query.data ? (
        <LevelGroups sectors={query.data.sectors} />
      ) : query.isError ? (
        <p role="alert" className="caption">
          {t('failed')} <Button onClick={() => void query.refetch()}>{common('action.retry')}</Button>
        </p>
      ) : (
        <p className="caption">{common('state.loading')}</p>
      )}
    </section>
  )
}
