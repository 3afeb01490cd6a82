import { useQuery } from '@tanstack/react-query'
import { useLocale, useTranslations } from 'use-intl'
import { figuresQuery } from '#client/api/research.ts'
import { LoadFailed } from '#client/network/LoadFailed.tsx'
import { Button } from '#client/ui/Button.tsx'
import { EmptyState } from '#client/ui/EmptyState.tsx'
import { useFormat } from '#client/ui/FormatProvider.tsx'
import { Pager } from '#client/ui/Pager.tsx'
import { SearchBox } from '#client/ui/SearchBox.tsx'
import type { Figures, ResearchTable } from '#shared/contract/research.ts'
import { ColumnChooser } from './ColumnChooser.tsx'
import { DownloadLinks } from './DownloadLinks.tsx'
import { FigureTable } from './FigureTable.tsx'
import { Loading } from './Loading.tsx'
import { digitsFor, isSampled, reasonsOf } from './measure-text.ts'
import { PendingFigures } from './PendingFigures.tsx'
import { useResearch } from './ResearchContext.ts'
import { PAGE_SIZE, shownRows } from './research-search.ts'
import { rowName } from './row-name.ts'
import { useValueText } from './use-value-text.ts'

/** Tables whose rows have names to look for. */
const SEARCHED: ReadonlySet<ResearchTable> = new Set<ResearchTable>([
  'sectors',
  'actors',
  'sector-pairs',
  'places',
  'role-pairs',
  'ties',
  'actor-pairs',
])

/** One table of figures: searched, sorted and windowed by the server, columns as chosen, all of it in the address. */
export function FigureTableSection({ table }: { table: ResearchTable }) {
  const t = useTranslations('research')
  const common = useTranslations('common')
  const format = useFormat()
  const { search, change } = useResearch()
  const page = search.page ?? 1
  const asked = shownRows(search, table)
  const window = { offset: (page - 1) * PAGE_SIZE, limit: PAGE_SIZE }
  const { data, error, isPlaceholderData, refetch } = useQuery(figuresQuery({ ...asked, ...window }))
  const title = useTableTitle(table, data)
  const pages = data ? Math.max(1, Math.ceil(data.total / PAGE_SIZE)) : 1
  const text = useValueText()

  return (
    <>
      <header className="section research-head">
        <div>
          <h2 className="section-title">{title}</h2>
          <p className="caption mt-0.5">{t(`about.${table}`)}</p>
        </div>
        {data ? <DownloadLinks asked={asked} figures={data} /> : null}
      </header>
      <div className="filter-row research-search mt-3 print:hidden">
        {SEARCHED.has(table) || search.q ? (
          <SearchBox
            label={t('search')}
            value={search.q ?? ''}
            onChange={(q) => change({ q: q || undefined, page: undefined }, true)}
          />
        ) : null}
        <ColumnChooser table={table} />
      </div>
      {data ? <PendingFigures figures={data} /> : null}
      {error && !data ? <LoadFailed error={error} onRetry={() => void refetch()} /> : null}
      {!data && !error ? <Loading /> : null}
      {data && data.total === 0 ? (
        <div className="mt-5">
          <EmptyState
            title={search.q ? t('noMatch', { q: search.q }) : t('noRows')}
            action={
              search.q ? (
                <Button onClick={() => change({ q: undefined, page: undefined })}>
                  {common('action.clearFilters')}
                </Button>
              ) : undefined
            }
          >
            {data.reason ? text.reason(data.reason) : null}
          </EmptyState>
        </div>
      ) : null}
      {data && data.total > 0 ? (
        <div className={isPlaceholderData ? 'is-previous' : undefined} aria-busy={isPlaceholderData}>
          <FigureTable figures={data} caption={title} />
          <Notes figures={data} />
          <Pager
            label={t('pages')}
            page={page}
            pages={pages}
            status={common('unit.pageOf', { page: format.integer(page), pages: format.integer(pages) })}
            previous={common('action.previous')}
            next={common('action.next')}
            onPage={(next) => change({ page: next === 1 ? undefined : next })}
          />
        </div>
      ) : null}
    </>
  )
}

/** What the table says first: who leads by the chosen order, else how many rows there are. */
function useTableTitle(table: ResearchTable, data: Figures | undefined): string {
  const t = useTranslations('research')
  const locale = useLocale()
  const text = useValueText()
  const { search, measures } = useResearch()
  if (!data) return t(`show.${table}`)
  const rows = t(`rows.${table}`, { count: data.total })
  if (search.q) return t('title.found', { rows, q: search.q })
  const sorted = data.columns.find(({ key }) => key === search.sort)
  const measure = sorted?.measure ? measures.get(sorted.measure) : undefined
  const first = sorted?.values[0]
  if (!measure || first === null || first === undefined || data.offset > 0) return rows
  return t(search.order === 'asc' ? 'title.lowest' : 'title.highest', {
    measure: measure.name[locale],
    name: rowName(data, 0, text.word),
    value: text.value(first, measure.unit, digitsFor(measure.unit, sorted?.values ?? [])),
  })
}

/** Why some cells are empty, and which figures come from drawn networks: in words, under the table. */
function Notes({ figures }: { figures: Figures }) {
  const t = useTranslations('research')
  const locale = useLocale()
  const text = useValueText()
  const { measures } = useResearch()
  const format = useFormat()
  // What is said of several columns is said once.
  const notes = new Map<string, { names: string[]; say: (names: string) => string }>()
  const add = (key: string, name: string, say: (names: string) => string) =>
    notes.set(key, { names: [...(notes.get(key)?.names ?? []), name], say })
  for (const column of figures.columns) {
    const measure = column.measure === null ? undefined : measures.get(column.measure)
    if (!measure) continue
    const name = measure.name[locale]
    for (const reason of reasonsOf(column).map((code) => text.reason(code, column.key)))
      add(reason, name, (names) => t('notes.gap', { name: names, reason }))
    if (!isSampled(column)) continue
    const draws = column.sampling?.draws
    if (draws === undefined) add('partly', name, (names) => t('notes.partly', { name: names }))
    else add(`drawn ${draws}`, name, (names) => t('notes.sampled', { name: names, draws }))
  }
  return (
    <div className="caption figure-notes">
      <p>{t('notes.rounded')}</p>
      {notes.size > 0 ? (
        <ul>
          {[...notes].map(([key, { names, say }]) => (
            <li key={key}>{say(format.list(names))}</li>
          ))}
        </ul>
      ) : null}
    </div>
  )
}
