import '#client/styles/staff.css'
import { useQueries, useQuery } from '@tanstack/react-query'
import { useNavigate, useRouter, useSearch } from '@tanstack/react-router'
import { useTranslations } from 'use-intl'
import { actorQuery } from '#client/api/actors.ts'
import { referenceQuery } from '#client/api/reference.ts'
import { readEntrySearch } from '#client/features/log-partnership/entry-search.ts'
import { knownPartyOf } from '#client/features/log-partnership/known-party.ts'
import { LogPartnership } from '#client/features/log-partnership/LogPartnership.tsx'
import { WhatCounts } from '#client/features/log-partnership/WhatCounts.tsx'
import { useTitle } from '#client/ui/use-title.ts'
import { Guarded } from './Guarded.tsx'

/** The entry, begun with whoever is named in the address (`?actor=…&with=…`). */
export function PartnershipNewPage() {
  const t = useTranslations('logPartnership')
  const common = useTranslations('common')
  const { actor, with: other } = readEntrySearch({ ...useSearch({ from: '/kerja-sama/baru' }) })
  const navigate = useNavigate()
  const { history } = useRouter()
  const reference = useQuery(referenceQuery()).data
  const named = useQueries({
    queries: [actor, other]
      .filter((id) => id !== undefined)
      .map((id) => ({ ...actorQuery(id), retry: false })),
  })
  useTitle(t('title'))
  const ready = reference !== undefined && named.every(({ isPending }) => !isPending)
  const first = named.flatMap(({ data }) => (data ? [knownPartyOf(data)] : []))

  return (
    <main id="isi" className="page w-full py-3 md:py-5" tabIndex={-1}>
      <Guarded action="partnerships.write">
        {ready ? (
          <div className="grid gap-x-16 lg:grid-cols-[36rem_minmax(0,26rem)]">
            <LogPartnership
              key={first.map(({ key }) => key).join()}
              city={reference.city}
              first={first}
              onBack={() => (history.canGoBack() ? history.back() : void navigate({ to: '/kerja-sama' }))}
            />
            <WhatCounts />
          </div>
        ) : (
          <div aria-busy="true">
            <h1 className="page-title">{t('title')}</h1>
            <p className="caption mt-2">{common('state.loading')}</p>
          </div>
        )}
      </Guarded>
    </main>
  )
}
