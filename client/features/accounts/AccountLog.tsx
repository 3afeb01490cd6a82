import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { accountLogQuery } from '#client/api/accounts.ts'
import { useFormat } from '#client/ui/FormatProvider.tsx'
import { Pager } from '#client/ui/Pager.tsx'
import type { AccountLogPage } from '#shared/contract/accounts.ts'
import { ACCOUNT_ROLES } from '#shared/contract/rights.ts'

/** What was done to accounts, by whom and when. */
export function AccountLog() {
  const t = useTranslations('accounts.log')
  const common = useTranslations('common')
  const format = useFormat()
  const [page, setPage] = useState(1)
  const { data } = useQuery({ ...accountLogQuery(page), placeholderData: keepPreviousData })
  if (!data) return null
  const pages = Math.ceil(data.total / data.pageSize)
  return (
    <section className="section mt-8 mb-12">
      <h2 className="section-title">{t('title')}</h2>
      {data.rows.length === 0 ? <p className="mt-1 text-ink-2">{t('none')}</p> : null}
      <ol className="list-rows mt-1">
        {data.rows.map((row) => (
          <li key={row.id} className="py-2">
            <Deed row={row} />
            <span className="caption block">
              <time dateTime={row.at}>{format.dateTime(row.at)}</time> · {row.by ?? t('atServer')}
            </span>
          </li>
        ))}
      </ol>
      <Pager
        label={t('pages')}
        page={data.page}
        pages={pages}
        status={common('unit.pageOf', { page: format.integer(data.page), pages: format.integer(pages) })}
        previous={common('action.previous')}
        next={common('action.next')}
        onPage={setPage}
      />
    </section>
  )
}

function Deed({ row }: { row: AccountLogPage['rows'][number] }) {
  const t = useTranslations('accounts')
  const words = (value: string | null) => {
    const role = ACCOUNT_ROLES.find((one) => one === value)
    return role ? t(`role.${role}`) : (value ?? '')
  }
  return t(`log.action.${row.action}`, {
    about: row.about,
    before: words(row.before),
    after: words(row.after),
  })
}
