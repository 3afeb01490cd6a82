import '#client/styles/staff.css'
import { useQueries, useQuery } from '@tanstack/react-query'
import { useNavigate, useRouter, useSearch } from '@tanstack/react-router'
import { useCallback } from 'react'
import { useTranslations } from 'use-intl'
import { actorNamesQuery, actorQuery } from '#client/api/actors.ts'
import { referenceQuery } from '#client/api/reference.ts'
import { readEntrySearch } from '#client/features/log-partnership/entry-search.ts'
import { candidatesOf, knownPartyOf } from '#client/features/log-partnership/known-party.ts'
import { LogPartnership } from '#client/features/log-partnership/LogPartnership.tsx'
import { useEditedEntry } from '#client/features/log-partnership/use-edited-entry.ts'
import { WhatCounts } from '#client/features/log-partnership/WhatCounts.tsx'
import { useTitle } from '#client/ui/use-title.ts'
import { Guarded } from './Guarded.tsx'
import { LogWords } from './log-words.ts'

/** The entry, begun with whoever is named in the address (`?actor=…&with=…`). */
export function PartnershipNewPage() {
  const t = useTranslations('common.state')
  return (
    <main id="isi" className="page w-full py-3 md:py-5" tabIndex={-1}>
      <Guarded action="partnerships.write">
        <LogWords waiting={<p className="caption">{t('loading')}</p>}>
          <Entry />
        </LogWords>
      </Guarded>
    </main>
  )
}

function Entry() {
  const t = useTranslations('logPartnership')
  const common = useTranslations('common')
  const { actor, with: other, entry } = readEntrySearch({ ...useSearch({ from: '/kerja-sama/baru' }) })
  const editing = useEditedEntry(entry)
  const everybody = useQuery({ ...actorNamesQuery(), retry: false })
  const navigate = useNavigate()
  const { history } = useRouter()
  const leave = useCallback(() => void navigate({ to: '/kerja-sama/baru', replace: true }), [navigate])
  const reference = useQuery(referenceQuery()).data
  const ids = [actor, other].filter((id) => id !== undefined)
  const named = useQueries({ queries: ids.map((id) => ({ ...actorQuery(id), retry: false })) })
  useTitle(t('title'))
  const asked = named.every(({ isPending }) => !isPending)
  // Who cannot be asked about without a connection is in the list at hand.
  const away = named.some(({ isError }) => isError)
  const ready = reference !== undefined && editing !== undefined && asked && !(away && everybody.isPending)
  const atHand = away && everybody.data ? candidatesOf(everybody.data) : []
  const first = named.flatMap(({ data }, at) => {
    const found = data ?? atHand.find(({ id }) => id === ids[at])
    return found ? [knownPartyOf(found)] : []
  })

  if (!ready)
    return (
      <div aria-busy="true">
        <h1 className="page-title">{t('title')}</h1>
        <p className="caption mt-2">{common('state.loading')}</p>
      </div>
    )
  return (
    <div className="grid gap-x-16 lg:grid-cols-[36rem_minmax(0,26rem)]">
      <LogPartnership
        key={editing?.id}
        city={reference.city}
        first={first}
        editing={editing}
        onLeft={leave}
        onEdited={leave}
        onBack={() => (history.canGoBack() ? history.back() : void navigate({ to: '/kerja-sama' }))}
      />
      <WhatCounts />
    </div>
  )
}
