import { useQuery } from '@tanstack/react-query'
import { Phone } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import { useMay } from '#client/api/session.ts'
import { taskCountsQuery, tasksQuery } from '#client/api/tasks.ts'
import { DoneNotice } from '#client/network/DoneNotice.tsx'
import { LoadFailed } from '#client/network/LoadFailed.tsx'
import { useNames } from '#client/network/use-names.ts'
import { Button } from '#client/ui/Button.tsx'
import { EmptyState } from '#client/ui/EmptyState.tsx'
import { useFormat } from '#client/ui/FormatProvider.tsx'
import { Pager } from '#client/ui/Pager.tsx'
import { useTitle } from '#client/ui/use-title.ts'
import { ASSIGNED, TASK_KINDS, type TaskKind } from '#shared/contract/task-kinds.ts'
import type { TaskCounts } from '#shared/contract/tasks.ts'
import { PhoneRound } from './PhoneRound.tsx'
import { TaskRow } from './TaskRow.tsx'
import type { TaskSearch } from './task-search.ts'
import { useTaskWork } from './use-task-work.ts'

interface TaskListProps {
  search: TaskSearch
  onSearch: (changes: TaskSearch) => void
  /** What waits on this device. */
  children?: ReactNode
}

const PAGE_SIZE = 25

/** What must be done next, one kind at a time, with what can be done at once. */
export function TaskList({ search, onSearch, children }: TaskListProps) {
  const t = useTranslations('tasks')
  const today = useNames().reference?.city.today
  const counts = useQuery(taskCountsQuery()).data
  const kind = search.jenis ?? firstWaiting(counts)
  useTitle(t('title'))
  if (search.mode === 'telepon')
    return today ? <PhoneRound today={today} onLeave={() => onSearch({ jenis: 'business' })} /> : null
  return (
    <>
      <header className="max-w-[42rem] py-5">
        <h1 className="page-title">{t('title')}</h1>
        <p className="mt-1 text-ink-2">{t('lede')}</p>
      </header>
      {children}
      <nav aria-label={t('kinds')} className="task-kinds">
        {TASK_KINDS.map((one) => (
          <button
            key={one}
            type="button"
            className="task-kind"
            aria-current={one === kind ? 'page' : undefined}
            onClick={() => onSearch({ ...search, jenis: one, page: undefined })}
          >
            {t(`kind.${one}`)}
            <Count value={counts?.kinds[one]} />
          </button>
        ))}
      </nav>
      {kind && today ? (
        <Waiting key={kind} kind={kind} today={today} counts={counts} search={search} onSearch={onSearch} />
      ) : (
        <p className="caption py-4">{t('reading')}</p>
      )}
    </>
  )
}

/** The first kind of which there is something to do. */
const firstWaiting = (counts: TaskCounts | undefined): TaskKind | undefined =>
  counts && (TASK_KINDS.find((kind) => counts.kinds[kind] > 0) ?? 'tie')

function Count({ value }: { value: number | undefined }) {
  const format = useFormat()
  return value === undefined ? null : <span className="task-count">{format.integer(value)}</span>
}

interface WaitingProps extends Required<Pick<TaskListProps, 'search' | 'onSearch'>> {
  kind: TaskKind
  today: string
  counts: TaskCounts | undefined
}

function Waiting({ kind, today, counts, search, onSearch }: WaitingProps) {
  const t = useTranslations('tasks')
  const common = useTranslations('common')
  const format = useFormat()
  const work = useTaskWork(today)
  const mayWrite = useMay('tasks.write')
  const assigned = search.untuk ?? 'anybody'
  const page = search.page ?? 1
  const { data, error, refetch } = useQuery(tasksQuery({ kind, assigned, page, pageSize: PAGE_SIZE }))
  const pages = data ? Math.max(1, Math.ceil(data.total / data.pageSize)) : 1
  return (
    <>
      <div className="flex flex-wrap items-end justify-between gap-x-8 gap-y-3 py-3">
        <p className="max-w-[42rem] text-ink-2">{t(`about.${kind}`)}</p>
        <div className="flex flex-wrap items-center gap-3">
          <label className="flex items-center gap-2">
            <span className="caption">{t('assigned.label')}</span>
            <select
              className="input w-auto"
              value={assigned}
              onChange={(event) => {
                const untuk = ASSIGNED.find((one) => one === event.target.value)
                onSearch({ jenis: kind, ...(untuk && untuk !== 'anybody' ? { untuk } : {}) })
              }}
            >
              {ASSIGNED.map((one) => (
                <option key={one} value={one}>
                  {one === 'me'
                    ? t('assigned.meCount', { count: format.integer(counts?.mine[kind] ?? 0) })
                    : t(`assigned.${one}`)}
                </option>
              ))}
            </select>
          </label>
          {kind === 'business' && mayWrite && (counts?.kinds.business ?? 0) > 0 ? (
            <Button look="filled" onClick={() => onSearch({ jenis: 'business', mode: 'telepon' })}>
              <Phone size={14} strokeWidth={1.75} aria-hidden />
              {t('phone.begin')}
            </Button>
          ) : null}
        </div>
      </div>
      {work.done ? <DoneNotice key={work.done.revision} done={work.done} onClose={work.clear} /> : null}
      {work.failure ? (
        <p role="alert" className="field-error">
          {work.failure}
        </p>
      ) : null}
      {error ? <LoadFailed error={error} onRetry={() => void refetch()} /> : null}
      {data && data.rows.length === 0 ? (
        <EmptyState title={t(assigned === 'anybody' ? 'empty.title' : 'empty.filtered')}>
          {assigned === 'anybody' ? t(`empty.${kind}`) : null}
        </EmptyState>
      ) : null}
      {data && data.rows.length > 0 ? (
        <>
          <ul className="tasks" aria-label={t(`kind.${kind}`)}>
            {data.rows.map((task) => (
              <TaskRow key={task.key} task={task} work={work} today={today} />
            ))}
          </ul>
          <Pager
            label={t('pages')}
            page={page}
            pages={pages}
            status={common('unit.pageOf', { page: format.integer(page), pages: format.integer(pages) })}
            previous={common('action.previous')}
            next={common('action.next')}
            onPage={(next) => onSearch({ ...search, jenis: kind, page: next })}
          />
        </>
      ) : null}
    </>
  )
}
