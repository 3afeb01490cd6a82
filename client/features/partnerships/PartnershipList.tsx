import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Plus } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { partnershipsQuery } from '#client/api/partnerships.ts'
import { useMay } from '#client/api/session.ts'
import { LoadFailed } from '#client/network/LoadFailed.tsx'
import { SheetMenu } from '#client/network/SheetMenu.tsx'
import { TableCsv } from '#client/network/TableCsv.tsx'
import { useNames } from '#client/network/use-names.ts'
import { usePartnershipCsv } from '#client/network/use-partnership-csv.ts'
import { Button } from '#client/ui/Button.tsx'
import { buttonClass } from '#client/ui/button-class.ts'
import { ColumnPicker } from '#client/ui/ColumnPicker.tsx'
import { EmptyState } from '#client/ui/EmptyState.tsx'
import { useFormat } from '#client/ui/FormatProvider.tsx'
import { Pager } from '#client/ui/Pager.tsx'
import { rememberColumns, rememberedColumns } from '#client/ui/remembered-columns.ts'
import { usePhone } from '#client/ui/use-media.ts'
import { useTitle } from '#client/ui/use-title.ts'
import { allPartnerships } from './all-partnerships.ts'
import { PartnershipFilters } from './PartnershipFilters.tsx'
import { PartnershipRegister } from './PartnershipRegister.tsx'
import {
  columnsText,
  offeredColumns,
  PARTNERSHIP_TABLE,
  type ShownColumn,
  shownColumns,
} from './partnership-columns.ts'
import {
  isFiltered,
  NO_FILTERS,
  type PartnershipSearch,
  type PartnershipSort,
  toPartnershipQuery,
} from './partnership-search.ts'

interface PartnershipListProps {
  search: PartnershipSearch
  onSearch: (changes: Partial<PartnershipSearch>) => void
}

/** The register of partnerships: searched, filtered, sorted and paged by the server, all of it in the address. */
export function PartnershipList({ search, onSearch }: PartnershipListProps) {
  const t = useTranslations('partnerships')
  const register = useTranslations('register')
  const common = useTranslations('common')
  const { graded } = useNames()
  const mayWrite = useMay('partnerships.write')
  const format = useFormat()
  const phone = usePhone()
  const { data, error, isPlaceholderData, refetch } = useQuery(partnershipsQuery(toPartnershipQuery(search)))
  const csv = usePartnershipCsv(() => allPartnerships(search))
  const filtered = isFiltered(search)
  const pages = data ? Math.max(1, Math.ceil(data.total / data.pageSize)) : 1
  const title = data
    ? t(filtered ? 'titleFiltered' : 'title', { count: data.total })
    : common('nav.partnerships')
  useTitle(common('nav.partnerships'))

  const columns = shownColumns(search.columns ?? rememberedColumns(PARTNERSHIP_TABLE), graded)
  const chooseColumns = (chosen: readonly ShownColumn[]) => {
    const text = columnsText(chosen, graded)
    rememberColumns(PARTNERSHIP_TABLE, text)
    onSearch({ columns: text })
  }
  const refilter = (changes: Partial<PartnershipSearch>) => onSearch({ ...changes, page: undefined })
  const sort = (by: PartnershipSort) => {
    const same = (search.sort ?? 'startedOn') === by
    const order = same ? (search.order === 'asc' ? undefined : 'asc') : undefined
    refilter({ sort: by === 'startedOn' ? undefined : by, order })
  }

  return (
    <>
      <header className="flex flex-wrap items-end justify-between gap-x-8 gap-y-3 py-5">
        <div className="max-w-[42rem]">
          <h1 className="page-title">{title}</h1>
          <p className="mt-1 text-ink-2">
            {data ? `${t('reckoning', data.counted)} ` : ''}
            {t('lede')}
          </p>
        </div>
        <div className="flex flex-wrap gap-2">
          {phone ? null : (
            <ColumnPicker
              words={{
                button: register('columns.button'),
                title: register('columns.title'),
                usual: register('columns.usual'),
              }}
              offered={offeredColumns(graded).map((column) => ({ column, label: t(`column.${column}`) }))}
              chosen={columns}
              onChoose={chooseColumns}
              onUsual={() => chooseColumns(shownColumns(undefined, graded))}
            />
          )}
          <TableCsv file={t('csvName')} {...csv} />
          <SheetMenu kind="partnerships" />
          {mayWrite ? (
            <Link to="/kerja-sama/baru" className={buttonClass('filled')}>
              <Plus size={16} strokeWidth={1.75} aria-hidden />
              {t('log')}
            </Link>
          ) : null}
        </div>
      </header>
      <PartnershipFilters search={search} onSearch={refilter} phone={phone} />
      {error ? (
        <div className="mt-6">
          <LoadFailed error={error} onRetry={() => void refetch()} />
        </div>
      ) : null}
      {data && data.rows.length === 0 ? (
        <div className="mt-6">
          <EmptyState
            title={filtered ? t('empty') : t('emptyAll')}
            action={
              filtered ? (
                <Button onClick={() => refilter(NO_FILTERS)}>{common('action.clearFilters')}</Button>
              ) : (
                <Link to="/pelaku" search={{ add: true }} className={buttonClass()}>
                  {t('register')}
                </Link>
              )
            }
          >
            {filtered ? null : t('emptyHint')}
          </EmptyState>
        </div>
      ) : null}
      {data && data.rows.length > 0 ? (
        <section
          className={`section mt-5 ${isPlaceholderData ? 'is-previous' : ''}`}
          aria-busy={isPlaceholderData}
        >
          {data.near ? <p className="notice my-2">{register('near', { words: search.q ?? '' })}</p> : null}
          <PartnershipRegister
            page={data}
            search={search}
            columns={columns}
            onSort={sort}
            caption={title}
            phone={phone}
          />
          <Pager
            label={t('pages')}
            page={data.page}
            pages={pages}
            status={common('unit.pageOf', { page: format.integer(data.page), pages: format.integer(pages) })}
            previous={common('action.previous')}
            next={common('action.next')}
            onPage={(page) => onSearch({ page: page === 1 ? undefined : page })}
          />
        </section>
      ) : null}
      {!data && !error ? (
        <section className="section mt-5" aria-busy="true">
          <p className="caption">{common('state.loading')}</p>
        </section>
      ) : null}
    </>
  )
}
