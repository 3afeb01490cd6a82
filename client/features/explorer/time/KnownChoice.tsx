import { useQuery } from '@tanstack/react-query'
import { ChevronDown } from 'lucide-react'
import { useId, useState } from 'react'
import { useTranslations } from 'use-intl'
import { changesetsQuery } from '../../../api/changesets.ts'
import { useActionWords } from '../../../network/use-action-words.ts'
import { useNames } from '../../../network/use-names.ts'
import { Button } from '../../../ui/Button.tsx'
import { useFormat } from '../../../ui/FormatProvider.tsx'
import { Pager } from '../../../ui/Pager.tsx'
import { Popover } from '../../../ui/Popover.tsx'
import type { ChangeView } from '../use-explorer-view.ts'
import type { ExplorerView } from '../view-state.ts'
import { DateField } from './DateField.tsx'

interface KnownProps {
  view: ExplorerView
  change: ChangeView
}

const isRevision = (known: string) => /^\d+$/.test(known)

/** Record time beside valid time: up to when what is recorded is used. */
export function KnownChoice({ view, change }: KnownProps) {
  const t = useTranslations('explorer.known')
  const format = useFormat()
  const labelId = useId()
  const { known } = view
  const value =
    known === null
      ? t('now')
      : isRevision(known)
        ? t('at', { revision: known })
        : t('atDate', { date: format.shortDate(known) })
  return (
    <div className="known-choice">
      <span id={labelId}>{t('label')}</span>
      <Popover
        label={t('title')}
        align="end"
        trigger={(trigger) => (
          <button
            type="button"
            className="input known-button"
            data-set={known !== null || undefined}
            aria-labelledby={`${labelId} ${labelId}-value`}
            {...trigger}
          >
            <span id={`${labelId}-value`}>{value}</span>
            <ChevronDown size={14} strokeWidth={1.75} aria-hidden />
          </button>
        )}
      >
        {(close) => (
          <KnownPanel
            view={view}
            change={(part) => {
              change(part, true)
              close()
            }}
          />
        )}
      </Popover>
    </div>
  )
}

const PAGE_SIZE = 8

interface PanelProps {
  view: ExplorerView
  change: (part: Partial<ExplorerView>) => void
}

/** Today in the city: records are made in real time, also where the register's own day stands still. */
const todayIn = (timeZone: string | undefined): string =>
  new Intl.DateTimeFormat('en-CA', { timeZone }).format(new Date())

function KnownPanel({ view, change }: PanelProps) {
  const t = useTranslations('explorer.known')
  const format = useFormat()
  const actionWords = useActionWords()
  const dayId = useId()
  const timeZone = useNames().reference?.city.timeZone
  const [page, setPage] = useState(1)
  const { data, isError } = useQuery(changesetsQuery({ page, pageSize: PAGE_SIZE }))
  const { known } = view
  const pages = data ? Math.ceil(data.total / PAGE_SIZE) : 1
  return (
    <div className="known-panel">
      <h2 className="section-title">{t('title')}</h2>
      <p className="caption">{t('explain')}</p>
      <p className="known-day">
        <label htmlFor={dayId}>{t('day')}</label>
        <DateField
          id={dayId}
          value={known !== null && !isRevision(known) ? known : null}
          max={todayIn(timeZone)}
          onChange={(day) => change({ known: day })}
        />
      </p>
      <fieldset className="known-changes">
        <legend>{t('changes')}</legend>
        {isError ? <p className="caption">{t('failed')}</p> : null}
        {data?.rows.map(({ revision, at, action, reason }) => (
          <label key={revision} data-chosen={known === String(revision) || undefined}>
            <input
              type="radio"
              name="known-revision"
              checked={known === String(revision)}
              onChange={() => change({ known: String(revision) })}
            />
            <span>
              <span>{reason ?? actionWords(action)}</span>
              <small>{t('change', { revision: format.integer(revision), time: format.dateTime(at) })}</small>
            </span>
          </label>
        ))}
      </fieldset>
      <Pager
        label={t('pages')}
        page={page}
        pages={pages}
        status={t('page', { page: format.integer(page), pages: format.integer(pages) })}
        previous={t('newer')}
        next={t('older')}
        onPage={setPage}
      />
      {known === null ? null : <Button onClick={() => change({ known: null })}>{t('back')}</Button>}
    </div>
  )
}

/** Says above the picture that later records are left out, and leads back. */
export function KnownNotice({ view, change }: KnownProps) {
  const t = useTranslations('explorer.known')
  const format = useFormat()
  const { known } = view
  if (known === null) return null
  const when = isRevision(known)
    ? t('noticeRevision', { revision: known })
    : t('noticeDay', { date: format.date(known) })
  return (
    <p className="known-notice" role="note">
      <span>
        <b>{t('notice', { when })}</b> {view.actor === null ? '' : t('detailsNow')}
      </span>
      <Button look="text" onClick={() => change({ known: null }, true)}>
        {t('back')}
      </Button>
    </p>
  )
}
