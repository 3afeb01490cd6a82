import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { changesetsQuery, undoChangeset, undoStatesQuery } from '#client/api/changesets.ts'
import { ApiError } from '#client/api/http.ts'
import { LoadFailed } from '#client/network/LoadFailed.tsx'
import { TableCsv } from '#client/network/TableCsv.tsx'
import { useActionWords } from '#client/network/use-action-words.ts'
import { useAuthorWords } from '#client/network/use-author-words.ts'
import { Button } from '#client/ui/Button.tsx'
import { Dialog } from '#client/ui/Dialog.tsx'
import { EmptyState } from '#client/ui/EmptyState.tsx'
import { useFormat } from '#client/ui/FormatProvider.tsx'
import { Pager } from '#client/ui/Pager.tsx'
import { useTitle } from '#client/ui/use-title.ts'
import type { Changeset } from '#shared/contract/changesets.ts'
import { allChangesets } from './all-changesets.ts'
import type { ChangedRecord } from './ChangesetRecords.tsx'
import { ChangesetRow } from './ChangesetRow.tsx'
import type { HistorySearch } from './history-search.ts'
import { useRecordName } from './use-record-name.ts'

interface HistoryListProps {
  search: HistorySearch
  onSearch: (changes: Partial<HistorySearch>) => void
}

const PAGE_SIZE = 30

type Answer =
  | { type: 'undone' | 'one'; revision: number }
  | { type: 'refused'; revision: number; blocking: number[] }

/** Everything that was changed, newest first, each with the way back where there is one. */
export function HistoryList({ search, onSearch }: HistoryListProps) {
  const t = useTranslations('history')
  const register = useTranslations('register.undo')
  const common = useTranslations('common')
  const format = useFormat()
  const queries = useQueryClient()
  const [asking, setAsking] = useState<Changeset | null>(null)
  const [busy, setBusy] = useState<number | null>(null)
  const [answer, setAnswer] = useState<Answer | null>(null)
  const [failure, setFailure] = useState<ApiError | null>(null)
  const { data, error, isPlaceholderData, refetch } = useQuery(
    changesetsQuery({
      entity: search.entity,
      id: search.id,
      revision: search.revision,
      page: search.page ?? 1,
      pageSize: PAGE_SIZE,
    }),
  )
  const { data: states } = useQuery(undoStatesQuery(data?.rows.map((row) => row.revision) ?? []))
  const stateOf = (revision: number) => states?.rows.find((row) => row.revision === revision)
  const pages = data ? Math.max(1, Math.ceil(data.total / data.pageSize)) : 1
  const csv = useCsv(search)
  const name = useRecordName(search)
  const title = name ? t('titleOf', { name }) : t(search.entity ? 'titleOfOne' : 'title')
  useTitle(search.entity ? title : common('nav.history'))

  const undo = async (revision: number, record?: ChangedRecord) => {
    if (busy !== null) return
    setAsking(null)
    setBusy(revision)
    setAnswer(null)
    setFailure(null)
    try {
      await undoChangeset(revision, record ? { records: [record] } : {})
      setAnswer({ type: record ? 'one' : 'undone', revision })
      void queries.invalidateQueries()
    } catch (problem) {
      if (!(problem instanceof ApiError)) throw problem
      const blocking = [...new Set(problem.problem?.blocking?.map((record) => record.revision))]
      if (problem.code === 'stale' || problem.code === 'conflict')
        setAnswer({ type: 'refused', revision, blocking: blocking.sort((a, b) => a - b) })
      else setFailure(problem)
    } finally {
      setBusy(null)
    }
  }
  const press = (row: Changeset) => (row.changes > 1 ? setAsking(row) : void undo(row.revision))

  return (
    <>
      <header className="flex flex-wrap items-end justify-between gap-x-8 gap-y-3 py-5">
        <div className="max-w-[42rem]">
          <h1 className="page-title">{title}</h1>
          <p className="mt-1 text-ink-2">{t('lede')}</p>
          {search.entity || search.revision ? (
            <p className="mt-2 flex flex-wrap items-center gap-x-4">
              {search.revision ? (
                <span>{register('only', { revision: String(search.revision) })}</span>
              ) : null}
              <Link
                to="/riwayat"
                search={{}}
                className="inline-flex min-h-11 items-center underline md:min-h-6"
              >
                {t('showAll')}
              </Link>
            </p>
          ) : null}
        </div>
        <TableCsv file={t('csvName')} {...csv} />
      </header>
      <div role="status">
        {answer ? (
          <p className="notice mb-4">
            {answer.type === 'one' ? register('oneUndone') : answerText(answer, t)}
          </p>
        ) : null}
        {failure ? <p className="notice notice-danger mb-4">{common(`error.${failure.code}`)}</p> : null}
      </div>
      {error ? <LoadFailed error={error} onRetry={() => void refetch()} /> : null}
      {data && data.rows.length === 0 ? (
        <EmptyState title={search.entity ? t('emptyFor') : t('empty')} />
      ) : null}
      {data && data.rows.length > 0 ? (
        <section
          className={`section ${isPlaceholderData ? 'is-previous' : ''}`}
          aria-busy={isPlaceholderData}
        >
          <ol className="list-rows">
            {data.rows.map((row) => (
              <li key={row.revision} className="py-2">
                <ChangesetRow
                  row={row}
                  state={stateOf(row.revision)}
                  opened={search.revision !== undefined}
                  busy={busy === row.revision}
                  onUndo={() => press(row)}
                  onUndoOne={(record) => void undo(row.revision, record)}
                />
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
            onPage={(page) => onSearch({ page: page === 1 ? undefined : page })}
          />
        </section>
      ) : null}
      {!data && !error ? (
        <section className="section" aria-busy="true">
          <p className="caption">{common('state.loading')}</p>
        </section>
      ) : null}
      <Dialog
        open={asking !== null}
        onClose={() => setAsking(null)}
        title={asking ? t('undoOf', { revision: String(asking.revision) }) : ''}
        closeLabel={common('action.close')}
      >
        {asking ? (
          <>
            <p>{t('confirm', { revision: String(asking.revision), count: asking.changes })}</p>
            <div className="mt-4 flex flex-wrap gap-2">
              <Button look="danger" onClick={() => void undo(asking.revision)}>
                {t('confirmYes')}
              </Button>
              <Button onClick={() => setAsking(null)}>{t('cancel')}</Button>
            </div>
          </>
        ) : null}
      </Dialog>
    </>
  )
}

function useCsv(search: HistorySearch) {
  const t = useTranslations('history')
  const actionWords = useActionWords()
  const authorWords = useAuthorWords()
  return {
    head: [
      t('column.revision'),
      t('column.at'),
      t('column.author'),
      t('column.action'),
      t('column.changes'),
      t('column.reason'),
      t('column.undoes'),
      t('column.undoneBy'),
    ],
    rows: async () =>
      (await allChangesets(search)).map((row) => [
        row.revision,
        row.at,
        authorWords(row),
        actionWords(row.action),
        row.changes,
        row.reason,
        row.undoes,
        row.undoneBy,
      ]),
  }
}

function answerText(answer: Answer, t: ReturnType<typeof useTranslations<'history'>>): string {
  const revision = String(answer.revision)
  if (answer.type !== 'refused') return t('undone', { revision })
  return answer.blocking.length > 0
    ? t('refused', { revision, blocking: answer.blocking.join(', ') })
    : t('refusedPlain', { revision })
}
