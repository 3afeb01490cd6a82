import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Plus } from 'lucide-react'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { peopleQuery, refreshPeople } from '#client/api/accounts.ts'
import { useSession } from '#client/api/session.ts'
import { LoadFailed } from '#client/network/LoadFailed.tsx'
import { Button } from '#client/ui/Button.tsx'
import { Dialog } from '#client/ui/Dialog.tsx'
import { EmptyState } from '#client/ui/EmptyState.tsx'
import { useAnnounce } from '#client/ui/LiveRegion.tsx'
import { useTitle } from '#client/ui/use-title.ts'
import type { OneTimeLink, Person } from '#shared/contract/accounts.ts'
import { AccountLog } from './AccountLog.tsx'
import { AddPerson } from './AddPerson.tsx'
import { Backups } from './Backups.tsx'
import { EditPerson } from './EditPerson.tsx'
import { OneTimeLinkPanel } from './OneTimeLinkPanel.tsx'
import { PeopleTable } from './PeopleTable.tsx'

type Open =
  | { type: 'add' }
  | { type: 'edit'; person: Person }
  /** Only now: the server does not keep it. */
  | { type: 'link'; name: string; link: OneTimeLink }

/** Who can sign in and with which role; what was done to their accounts. */
export function People() {
  const t = useTranslations('accounts')
  const common = useTranslations('common.action')
  const loading = useTranslations('common.state')
  const { data, error, refetch } = useQuery(peopleQuery())
  const session = useSession()
  const queries = useQueryClient()
  const announce = useAnnounce()
  const [open, setOpen] = useState<Open | null>(null)
  const [done, setDone] = useState('')
  useTitle(t('people.title'))

  const changed = (message: string) => {
    setDone(message)
    announce(message)
    void refreshPeople(queries)
  }
  const add = (
    <Button
      look="filled"
      onClick={() => {
        setDone('')
        setOpen({ type: 'add' })
      }}
    >
      <Plus size={14} strokeWidth={1.75} aria-hidden />
      {t('people.add')}
    </Button>
  )
  return (
    <>
      <header className="flex flex-wrap items-end justify-between gap-x-8 gap-y-3 py-5">
        <div className="max-w-[42rem]">
          <h1 className="page-title">{t('people.title')}</h1>
          <p className="mt-1 text-ink-2">{t('people.lede')}</p>
          {session?.demoSignIn ? <p className="caption mt-1">{t('people.demoWarning')}</p> : null}
        </div>
        {data && data.rows.length > 0 ? add : null}
      </header>
      {done ? <p className="notice mb-4">{done}</p> : null}
      {!data && !error ? <p className="caption">{loading('loading')}</p> : null}
      {error ? <LoadFailed error={error} onRetry={() => void refetch()} /> : null}
      {data && data.rows.length === 0 ? (
        <EmptyState title={t('people.none')} action={add}>
          {t('people.noneHint')}
        </EmptyState>
      ) : null}
      {data && data.rows.length > 0 ? (
        <PeopleTable
          people={data.rows}
          ownId={session?.account?.id}
          onEdit={(person) => {
            setDone('')
            setOpen({ type: 'edit', person })
          }}
        />
      ) : null}
      <Backups />
      <AccountLog />
      <Dialog
        open={open !== null}
        onClose={() => setOpen(null)}
        title={titleOf(open, t)}
        closeLabel={common('close')}
      >
        {open?.type === 'add' ? (
          <AddPerson
            onAdded={({ person, link }) => {
              changed(t('people.added', { name: person.name }))
              setOpen({ type: 'link', name: person.name, link })
            }}
          />
        ) : open?.type === 'edit' ? (
          <EditPerson
            key={open.person.id}
            person={open.person}
            onDone={(message) => {
              changed(message)
              setOpen(null)
            }}
            onLink={(link) => {
              void refreshPeople(queries)
              setOpen({ type: 'link', name: open.person.name, link })
            }}
          />
        ) : open?.type === 'link' ? (
          <OneTimeLinkPanel link={open.link} onDone={() => setOpen(null)} />
        ) : null}
      </Dialog>
    </>
  )
}

function titleOf(open: Open | null, t: ReturnType<typeof useTranslations<'accounts'>>): string {
  if (open?.type === 'edit') return t('people.editOf', { name: open.person.name })
  if (open?.type === 'link') return t('link.title', { name: open.name })
  return t('people.add')
}
