import '#client/styles/consent.css'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { cardsQuery } from '#client/api/actors.ts'
import { ActorMark } from '#client/network/ActorMark.tsx'
import { LoadFailed } from '#client/network/LoadFailed.tsx'
import { useNames } from '#client/network/use-names.ts'
import { EmptyState } from '#client/ui/EmptyState.tsx'
import { useFormat } from '#client/ui/FormatProvider.tsx'
import { Pager } from '#client/ui/Pager.tsx'
import { SearchBox } from '#client/ui/SearchBox.tsx'
import { useTitle } from '#client/ui/use-title.ts'
import type { ActorCard } from '#shared/contract/actors.ts'

/** Those who consented to being shown, for whoever is not signed in; `signIn` leads on to the rest. */
export function CardList({ signIn }: { signIn: ReactNode }) {
  const t = useTranslations('consent.cards')
  const common = useTranslations('common')
  const format = useFormat()
  const [q, setQ] = useState('')
  const [page, setPage] = useState(1)
  const { data, error, refetch } = useQuery(cardsQuery({ ...(q ? { q } : {}), page }))
  useTitle(t('title'))
  const pages = data ? Math.ceil(data.total / data.pageSize) : 1
  return (
    <div className="grid max-w-[60rem] gap-4 py-5">
      <header>
        <h1 className="page-title">{t('title')}</h1>
        <p className="mt-1 text-ink-2">{t('lede')}</p>
      </header>
      <div className="flex flex-wrap items-end gap-4">
        <SearchBox
          label={t('search')}
          value={q}
          onChange={(words) => {
            setQ(words)
            setPage(1)
          }}
        />
        {data ? (
          <p role="status" className="caption pb-2">
            {t('count', { count: data.total })}
          </p>
        ) : null}
      </div>
      {error && !data ? <LoadFailed error={error} onRetry={() => void refetch()} /> : null}
      {data?.total === 0 ? <EmptyState title={t(q ? 'noneFound' : 'none')} /> : null}
      <ul className="list-rows">
        {data?.rows.map((card) => (
          <Card key={card.id} card={card} />
        ))}
      </ul>
      <Pager
        label={t('title')}
        page={page}
        pages={pages}
        status={common('unit.pageOf', { page: format.integer(page), pages: format.integer(pages) })}
        previous={common('action.previous')}
        next={common('action.next')}
        onPage={setPage}
      />
      <p>{signIn}</p>
    </div>
  )
}

function Card({ card }: { card: ActorCard }) {
  const t = useTranslations('consent.cards')
  const names = useNames()
  const place = [
    card.sectorId ? names.sectorShort(card.sectorId) : '',
    card.role ? names.role(card.role) : '',
    card.regionCode ? names.region(card.regionCode) : '',
  ].filter(Boolean)
  return (
    <li className="grid gap-0.5 py-3">
      <h2 className="flex items-center gap-2 font-semibold">
        <ActorMark sectorId={card.sectorId} size={16} />
        {card.name}
      </h2>
      <p className="caption">{place.join(' · ')}</p>
      {card.products.length > 0 ? (
        <p className="text-sm">
          {t('products')}: {card.products.join(', ')}
        </p>
      ) : null}
      {card.offers.length > 0 ? (
        <p className="text-sm">
          {t('offers')}: {card.offers.join(', ')}
        </p>
      ) : null}
      {card.website ? (
        <p className="text-sm">
          <a
            href={card.website}
            rel="noreferrer nofollow"
            className="inline-flex min-h-11 items-center underline md:min-h-6"
          >
            {t('website')}: {new URL(card.website).hostname}
          </a>
        </p>
      ) : null}
    </li>
  )
}
