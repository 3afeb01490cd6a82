import '#client/styles/sector.css'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useTranslations } from 'use-intl'
import { ApiError } from '#client/api/http.ts'
import { sectorCardQuery } from '#client/api/insights.ts'
import { referenceQuery } from '#client/api/reference.ts'
import { SectorCardView } from '#client/features/sector/SectorCardView.tsx'
import { LoadFailed } from '#client/network/LoadFailed.tsx'
import { buttonClass } from '#client/ui/button-class.ts'
import { EmptyState } from '#client/ui/EmptyState.tsx'
import { Guarded } from './Guarded.tsx'

const route = getRouteApi('/sektor/$id')

export function SectorPage() {
  return (
    <main id="isi" className="page w-full grow pb-8" tabIndex={-1}>
      <Guarded action="sectors.read">
        <Content />
      </Guarded>
    </main>
  )
}

function Content() {
  const t = useTranslations('common')
  const { id } = route.useParams()
  const { on, definition } = route.useSearch()
  const view = { on, definition }
  const card = useQuery(sectorCardQuery(id, view))
  const reference = useQuery(referenceQuery()).data

  if (card.data && reference)
    return (
      <SectorCardView card={card.data} reference={reference} view={view} previous={card.isPlaceholderData} />
    )
  if (!card.error) return <p className="loading-line caption py-8">{t('state.loading')}</p>
  const code = card.error instanceof ApiError ? card.error.code : 'internal'
  if (code === 'not-found') return <NoSuchSector />
  return (
    <div className="pt-8">
      <h1 className="visually-hidden">{t('error.title')}</h1>
      <LoadFailed error={card.error} onRetry={() => void card.refetch()} />
    </div>
  )
}

function NoSuchSector() {
  const t = useTranslations('sector.notFound')
  const common = useTranslations('common.error')
  return (
    <div className="pt-8">
      <h1 className="visually-hidden">{t('title')}</h1>
      <EmptyState
        title={t('title')}
        action={
          <Link to="/" className={buttonClass()}>
            {common('toOverview')}
          </Link>
        }
      >
        {t('hint')}
      </EmptyState>
    </div>
  )
}
