import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { Plus } from 'lucide-react'
import type { ComponentProps } from 'react'
import { useTranslations } from 'use-intl'
import { actorsQuery } from '#client/api/actors.ts'
import { useMay } from '#client/api/session.ts'
import { ActorMark } from '#client/network/ActorMark.tsx'
import { LoadFailed } from '#client/network/LoadFailed.tsx'
import { TableCsv } from '#client/network/TableCsv.tsx'
import { useNames } from '#client/network/use-names.ts'
import { Button } from '#client/ui/Button.tsx'
import { buttonClass } from '#client/ui/button-class.ts'
import { Dialog } from '#client/ui/Dialog.tsx'
import { EmptyState } from '#client/ui/EmptyState.tsx'
import { useFormat } from '#client/ui/FormatProvider.tsx'
import { Pager } from '#client/ui/Pager.tsx'
import { usePhone } from '#client/ui/use-media.ts'
import { useTitle } from '#client/ui/use-title.ts'
import type { ActorRow } from '#shared/contract/actors.ts'
import { ActorFilters } from './ActorFilters.tsx'
import { ActorTable } from './ActorTable.tsx'
import { ACTOR_COLUMNS, type ActorColumn, type ActorCsvWords, actorCells, allActors } from './actor-csv.ts'
import { type ActorSearch, type ActorSort, isFiltered, NO_FILTERS, toActorQuery } from './actor-search.ts'
import { NewActor } from './NewActor.tsx'

interface ActorListProps {
  search: ActorSearch
  onSearch: (changes: Partial<ActorSearch>) => void
}

/** The register of actors: searched, filtered, sorted and paged by the server, all of it in the address. */
export function ActorList({ search, onSearch }: ActorListProps) {
  const mayWrite = useMay('actors.write')
  const t = useTranslations('actors')
  const common = useTranslations('common')
  const format = useFormat()
  const phone = usePhone()
  const navigate = useNavigate()
  const names = useNames()
  // A form that closes because the page is left must not lead back to it.
  const setAdding = (adding: boolean) => {
    if ((search.add === true) !== adding) onSearch({ add: adding || undefined })
  }
  const { data, error, isPlaceholderData, refetch } = useQuery(actorsQuery(toActorQuery(search)))
  const csv = useCsv(search)
  const filtered = isFiltered(search)
  const pages = data ? Math.max(1, Math.ceil(data.total / data.pageSize)) : 1
  const title = data ? t(filtered ? 'titleFiltered' : 'title', { count: data.total }) : common('nav.actors')
  useTitle(common('nav.actors'))

  const refilter = (changes: Partial<ActorSearch>) => onSearch({ ...changes, page: undefined })
  const sort = (by: ActorSort) => {
    const same = (search.sort ?? 'name') === by
    const order = same ? (search.order === 'desc' ? undefined : 'desc') : undefined
    refilter({ sort: by === 'name' ? undefined : by, order })
  }

  return (
    <>
      <header className="flex flex-wrap items-end justify-between gap-x-8 gap-y-3 py-5">
        <div className="max-w-[42rem]">
          <h1 className="page-title">{title}</h1>
          <p className="mt-1 text-ink-2">{t(names.surveyed ? 'lede' : 'ledeAll')}</p>
        </div>
        <div className="flex flex-wrap gap-2">
          <TableCsv file={t('csvName')} {...csv} />
          {mayWrite ? (
            <Button look="filled" onClick={() => setAdding(true)}>
              <Plus size={16} strokeWidth={1.75} aria-hidden />
              {t('add')}
            </Button>
          ) : null}
        </div>
      </header>
      <ActorFilters search={search} onSearch={refilter} phone={phone} />
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
                <Link to="/kerja-sama/baru" className={buttonClass()}>
                  {t('profile.log')}
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
          {phone ? (
            <PhoneRows rows={data.rows} label={title} />
          ) : (
            <ActorTable rows={data.rows} search={search} onSort={sort} caption={title} />
          )}
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
      <Dialog
        open={search.add === true && mayWrite}
        onClose={() => setAdding(false)}
        title={t('form.newTitle')}
        closeLabel={common('action.close')}
      >
        {names.reference ? (
          <NewActor
            today={names.reference.city.today}
            onCancel={() => setAdding(false)}
            onCreated={(id) => void navigate({ to: '/pelaku/$id', params: { id } })}
          />
        ) : null}
      </Dialog>
    </>
  )
}

function PhoneRows({ rows, label }: { rows: readonly ActorRow[]; label: string }) {
  const t = useTranslations('actors')
  const common = useTranslations('common')
  const names = useNames()
  return (
    <ul className="list-rows" aria-label={label}>
      {rows.map((row) => (
        <li key={row.id}>
          <Link to="/pelaku/$id" params={{ id: row.id }}>
            <span className="flex items-center gap-2 font-semibold">
              <ActorMark sectorId={row.sectorId} size={14} />
              {row.name}
            </span>
            <span className="caption block">
              {[
                row.sectorId
                  ? names.sectorShort(row.sectorId)
                  : row.role
                    ? names.role(row.role)
                    : t('noRole'),
                row.inCity ? (row.regionCode ? names.region(row.regionCode) : '') : t('outside'),
                row.standing === 'linked'
                  ? t('partnersOf', { partners: row.partners ?? 0 })
                  : common(`actorStanding.${row.standing}`),
              ]
                .filter(Boolean)
                .join(' · ')}
            </span>
          </Link>
        </li>
      ))}
    </ul>
  )
}

/** Columns that only a register fills whose actors are asked one by one. */
const SURVEY_COLUMNS: ReadonlySet<ActorColumn> = new Set([
  'inCity',
  'census',
  'lastVerifiedOn',
  'registeredOn',
])

function useCsv(search: ActorSearch): Pick<ComponentProps<typeof TableCsv>, 'head' | 'rows'> {
  const t = useTranslations('actors')
  const common = useTranslations('common')
  const names = useNames()
  const columns = ACTOR_COLUMNS.filter(
    (column) =>
      (names.surveyed || !SURVEY_COLUMNS.has(column)) && (names.villages.length > 0 || column !== 'region'),
  )
  const words: ActorCsvWords = {
    role: names.role,
    sector: names.sector,
    region: names.region,
    size: (size) => common(`size.${size}`),
    census: (status) => common(`census.${status}`),
    standing: (standing) => common(`actorStanding.${standing}`),
    yes: t('yes'),
    no: t('no'),
  }
  return {
    head: columns.map((column) => t(`column.${column}`)),
    rows: async () =>
      (await allActors(search)).map((row) => {
        const cells = actorCells(row, words)
        return columns.map((column) => cells[column])
      }),
  }
}
