import { useQuery } from '@tanstack/react-query'
import { Link, Navigate } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import { actorQuery } from '#client/api/actors.ts'
import { ApiError } from '#client/api/http.ts'
import { partnershipsQuery } from '#client/api/partnerships.ts'
import { useMay } from '#client/api/session.ts'
import type { View } from '#client/api/view.ts'
import { ActorMark } from '#client/network/ActorMark.tsx'
import { LoadFailed } from '#client/network/LoadFailed.tsx'
import { RecordHistory } from '#client/network/RecordHistory.tsx'
import { useNames } from '#client/network/use-names.ts'
import { ErrorState } from '#client/ui/ErrorState.tsx'
import { useFormat } from '#client/ui/FormatProvider.tsx'
import { useTitle } from '#client/ui/use-title.ts'
import type { ActorDetail } from '#shared/contract/actors.ts'
import { ActorActions } from './ActorActions.tsx'
import { ActorFacts } from './ActorFacts.tsx'
import { ActorPartners } from './ActorPartners.tsx'
import { ActorPartnerships } from './ActorPartnerships.tsx'
import { ActorQuality } from './ActorQuality.tsx'

interface ActorProfileProps {
  id: string
  view: View
  /** The actor that was asked for and became this one. */
  mergedFrom?: string | undefined
  /** More about the actor, after its facts. */
  children?: (detail: ActorDetail) => ReactNode
}

/** One actor: where it stands, with whom it works, how good its record is, and what can be done. */
export function ActorProfile({ id, view, mergedFrom, children }: ActorProfileProps) {
  const t = useTranslations('actors.profile')
  const common = useTranslations('common')
  const register = useTranslations('register.merge')
  const { data, error, refetch } = useQuery(actorQuery(id, view))
  useTitle(data?.name ?? common('nav.actors'))

  if (error && !data) {
    const missing = error instanceof ApiError && error.code === 'not-found'
    return (
      <div className="py-8">
        <h1 className="visually-hidden">{t('list')}</h1>
        {missing ? (
          <ErrorState title={t('missing')}>
            <Link to="/pelaku" className="inline-flex min-h-11 items-center underline md:min-h-8">
              {t('list')}
            </Link>
          </ErrorState>
        ) : (
          <LoadFailed error={error} onRetry={() => void refetch()} />
        )}
      </div>
    )
  }
  if (!data)
    return (
      <div className="py-8" aria-busy="true">
        <h1 className="page-title">{t('list')}</h1>
        <p className="caption mt-2">{common('state.loading')}</p>
      </div>
    )
  if (data.id !== id)
    return <Navigate to="/pelaku/$id" params={{ id: data.id }} search={{ dari: id }} replace />
  return (
    <>
      {mergedFrom ? (
        <p role="status" className="notice mt-4">
          {register('redirected')}
        </p>
      ) : null}
      <Profile detail={data} view={view}>
        {children?.(data)}
      </Profile>
    </>
  )
}

function Profile({ detail, view, children }: { detail: ActorDetail; view: View; children: ReactNode }) {
  const t = useTranslations('actors')
  const names = useNames()
  const mayWrite = useMay('actors.write')
  const mayReadHistory = useMay('history.read')
  const format = useFormat()
  const { data: page } = useQuery(
    partnershipsQuery({ actor: detail.id, pageSize: 500, on: view.on, definition: view.definition }),
  )
  const today = names.reference?.city.today
  const facts = [
    detail.sectorId ? names.sectorShort(detail.sectorId) : detail.role === 'business' ? t('noSector') : '',
    detail.role ? names.role(detail.role) : t('noRole'),
    detail.inCity
      ? detail.regionCode
        ? names.region(detail.regionCode)
        : names.villages.length > 0
          ? t('noRegion')
          : ''
      : t('outside'),
  ].filter(Boolean)

  return (
    <div className="grid gap-x-10 gap-y-6 py-5 lg:grid-cols-[1fr_22rem]">
      <div className="grid content-start gap-6">
        <header>
          <p className="caption">
            <Link to="/pelaku" className="inline-flex min-h-11 items-center underline md:min-h-6">
              {t('profile.list')}
            </Link>
          </p>
          <h1 className="page-title flex items-center gap-2.5">
            <ActorMark sectorId={detail.sectorId} size={22} />
            {detail.name}
          </h1>
          <p className="mt-1 text-ink-2">{facts.join(' · ')}</p>
          <p className="mt-1">
            <Standing detail={detail} />
            {detail.leftOn ? ` ${t('left', { date: format.date(detail.leftOn) })}.` : ''}
          </p>
        </header>
        {today && mayWrite ? <ActorActions detail={detail} today={today} /> : null}
        {page ? <ActorPartners detail={detail} rows={page.rows} view={view} /> : null}
        {page ? <ActorPartnerships detail={detail} rows={page.rows} total={page.total} view={view} /> : null}
      </div>
      <div className="grid content-start gap-6">
        {today && names.surveyed ? <ActorQuality detail={detail} today={today} /> : null}
        <ActorFacts detail={detail} />
        {children}
        {mayReadHistory ? (
          <section className="section">
            <h2 className="section-title mb-1">{t('profile.history')}</h2>
            <RecordHistory entity="actor" id={detail.id} />
          </section>
        ) : null}
      </div>
    </div>
  )
}

/** How it stands in the network, in one sentence. */
function Standing({ detail }: { detail: ActorDetail }) {
  const t = useTranslations('actors.profile')
  switch (detail.standing) {
    case 'linked':
      return t('linked', { partners: detail.partners ?? 0, cross: detail.crossPartners ?? 0 })
    case 'unlinked':
      return t('unlinked')
    case 'unasked':
      return t('unasked')
    case 'unclassified':
      return t('unclassified')
    case 'outside':
      return t('outsideNote')
  }
}
