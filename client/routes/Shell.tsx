import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, Outlet, useLocation, useSearch } from '@tanstack/react-router'
import { lazy, useEffect, useState } from 'react'
import { useTranslations } from 'use-intl'
import { referenceQuery } from '#client/api/reference.ts'
import { followRevision } from '#client/api/stream.ts'
import { PatternDefs } from '#client/network/PatternDefs.tsx'
import { LazyPart } from '#client/ui/LazyPart.tsx'
import { LiveRegion, useAnnounce } from '#client/ui/LiveRegion.tsx'
import { Tag } from '#client/ui/Tag.tsx'
import { usePhone } from '#client/ui/use-media.ts'
import { useOnline } from '#client/ui/use-online.ts'
import { BrandMark } from './BrandMark.tsx'
import { OfflineSign } from './OfflineSign.tsx'
import { TopNavigation } from './TopNavigation.tsx'

/** What stands around every page: the bars, the as-of strip, the live connection. */
export function Shell() {
  return (
    <LiveRegion>
      <PatternDefs />
      <Frame />
    </LiveRegion>
  )
}

function Frame() {
  const t = useTranslations('common')
  const reached = useLiveData()
  return (
    <div className="flex min-h-dvh flex-col pb-[calc(64px+env(safe-area-inset-bottom))] md:pb-0 print:pb-0">
      <a
        href="#isi"
        className="btn btn-filled absolute top-2 left-2 z-10 -translate-y-20 focus:translate-y-0 print:hidden"
      >
        {t('app.skip')}
      </a>
      <header className="sticky top-0 z-3 border-b border-hairline bg-paper md:static print:hidden">
        <div className="page flex h-13 items-center gap-4 md:h-14 lg:gap-7">
          <Brand reached={reached} />
          <TopNavigation />
          <LazyPart>
            <HeaderEnd />
          </LazyPart>
        </div>
      </header>
      <OtherView />
      <LazyPart>
        <Outbox />
      </LazyPart>
      <Outlet />
      <PhoneBar />
    </div>
  )
}

const AsOfStrip = lazy(() => import('./AsOfStrip.tsx').then(({ AsOfStrip }) => ({ default: AsOfStrip })))

const HeaderEnd = lazy(() => import('./HeaderEnd.tsx').then(({ HeaderEnd }) => ({ default: HeaderEnd })))

const Outbox = lazy(() =>
  import('#client/features/log-partnership/Outbox.tsx').then(({ Outbox }) => ({ default: Outbox })),
)

const BottomBar = lazy(() => import('./BottomBar.tsx').then(({ BottomBar }) => ({ default: BottomBar })))

/** Only a phone fetches the bar at the thumb. */
function PhoneBar() {
  if (!usePhone()) return null
  return (
    <LazyPart>
      <BottomBar />
    </LazyPart>
  )
}

/** Says so when the address asks for another date or definition than usual. */
function OtherView() {
  const { on, definition } = useSearch({ from: '__root__' })
  if (on === undefined && definition === undefined) return null
  return (
    <LazyPart>
      <AsOfStrip />
    </LazyPart>
  )
}

function Brand({ reached }: { reached: boolean }) {
  const t = useTranslations('common')
  const city = useQuery(referenceQuery()).data?.city
  const onOverview = useLocation({ select: ({ pathname }) => pathname === '/' })
  const online = useOnline()
  return (
    <div className="flex min-w-0 items-center gap-2.5 whitespace-nowrap">
      <Link
        to="/"
        className="flex items-center gap-2 text-base font-semibold tracking-[-0.01em] no-underline"
      >
        <BrandMark />
        {t('app.name')}
      </Link>
      {city ? (
        <span className="min-w-0 truncate border-l border-rule pl-2.5 text-sm text-ink-3">{city.name}</span>
      ) : null}
      {city?.demonstration && !onOverview ? <Tag dashed>{t('app.demo')}</Tag> : null}
      {online && reached ? null : <OfflineSign online={online} />}
    </div>
  )
}

/** Whether the server is in reach, as far as the open stream knows. */
function useLiveData(): boolean {
  const queries = useQueryClient()
  const announce = useAnnounce()
  const t = useTranslations('common.state')
  const [reached, setReached] = useState(true)
  useEffect(() => followRevision(queries, () => announce(t('updated')), setReached), [queries, announce, t])
  return reached
}
