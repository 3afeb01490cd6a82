import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { Plus } from 'lucide-react'
import type { ComponentProps } from 'react'
import { useTranslations } from 'use-intl'
import { actorsQuery } from '#client/api/actors.ts'
import { useMay, useSession } from '#client/api/session.ts'
import { LoadFailed } from '#client/network/LoadFailed.tsx'
import { SheetMenu } from '#client/network/SheetMenu.tsx'
import { TableCsv } from '#client/network/TableCsv.tsx'
import { useNames } from '#client/network/use-names.ts'
import { Button } from '#client/ui/Button.tsx'
import { buttonClass } from '#client/ui/button-class.ts'
import { ColumnPicker } from '#client/ui/ColumnPicker.tsx'
import { Dialog } from '#client/ui/Dialog.tsx'
import { EmptyState } from '#client/ui/EmptyState.tsx'
import { useFormat } from '#client/ui/FormatProvider.tsx'
import { Pager } from '#client/ui/Pager.tsx'
import { rememberColumns, rememberedColumns } from '#client/ui/remembered-columns.ts'
import { usePhone } from '#client/ui/use-media.ts'
import { useTitle } from '#client/ui/use-title.ts'
import { ActorFilters } from './ActorFilters.tsx'
import { ActorRegister } from './ActorRegister.tsx'
import { ACTOR_TABLE, columnsText, offeredColumns, type ShownColumn, shownColumns } from './actor-columns.ts'
import { ACTOR_COLUMNS, type ActorColumn, type ActorCsvWords, actorCells, allActors } from './actor-csv.ts'
import { type ActorSearch, type ActorSort, isFiltered, NO_FILTERS, toActorQuery } from './actor-search.ts'
import { NewActor } from './NewActor.tsx'

interface ActorListProps {
  search: ActorSearch
  onSearch: (changes: Partial<ActorSearch>) => void
}

/** The register of actors: searched, filtered, sorted and paged by the server, all of it in the address. */
export function ActorList({ search, onSearch }: ActorListProps) {
  const t = useTranslations('actors')
  const register = useTranslations('register')
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

  const mayWrite = useMay('actors.write')
  const session = useSession()
  // whose view of a real register would be another
  const elsewhere =
    session?.demonstration && (session.role === 'public' || session.role === 'researcher')
      ? session.role
      : null
  const offer = { surveyed: names.surveyed, villages: names.villages, keeps: mayWrite }
  const columns = shownColumns(search.columns ?? rememberedColumns(ACTOR_TABLE), offer)
  const chooseColumns = (chosen: readonly ShownColumn[]) => {
    const text = columnsText(chosen, offer)
    rememberColumns(ACTOR_TABLE, text)
    onSearch({ columns: text })
  }
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
          {elsewhere ? <p className="caption mt-1">{register(`example.${elsewhere}`)}</p> : null}
        </div>
        <div className="flex flex-wrap gap-2">
          {phone ? null : (
            <ColumnPicker
              words={{
                button: register('columns.button'),
                title: register('columns.title'),
                usual: register('columns.usual'),
              }}
              offered={offeredColumns(offer).map((column) => ({ column, label: t(`column.${column}`) }))}
              chosen={columns}
              onChoose={chooseColumns}
              onUsual={() => chooseColumns(shownColumns(undefined, offer))}
            />
          )}
          <TableCsv file={t('csvName')} {...csv} />
          <SheetMenu kind="actors" />
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
          {data.near ? <p className="notice my-2">{register('near', { words: search.q ?? '' })}</p> : null}
          <ActorRegister
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
