import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Undo2 } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { changesetQuery } from '#client/api/changesets.ts'
import { useNames } from '#client/network/use-names.ts'
import { Button } from '#client/ui/Button.tsx'
import type { Change } from '#shared/contract/changesets.ts'
import type { Messages } from '#shared/i18n/messages-id.ts'
import { type ChangeSummary, changeSummary } from './change-summary.ts'
import { useValueWords } from './use-value-words.ts'

const SHOWN = 20

export type ChangedRecord = Pick<Change, 'entity' | 'id'>

interface ChangesetRecordsProps {
  revision: number
  /** Takes back the change of one record alone; null for whoever may not. */
  onUndo: ((record: ChangedRecord) => void) | null
}

/** The records of one changeset: what was added, withdrawn, or changed from what to what, and which can be taken back by itself. */
export function ChangesetRecords({ revision, onUndo }: ChangesetRecordsProps) {
  const t = useTranslations('history')
  const common = useTranslations('common')
  const say = useValueWords()
  const { data, error } = useQuery(changesetQuery(revision))
  if (error) return <p className="caption py-2">{common('error.title')}</p>
  if (!data) return <p className="caption py-2">{common('state.loading')}</p>
  const more = data.changes - SHOWN
  return (
    <ul className="grid gap-2 py-2">
      {data.records.slice(0, SHOWN).map((change) => (
        <li key={`${change.entity}-${change.id}`}>
          <RecordLine summary={changeSummary(change, say)} />
          {data.changes > 1 ? <OwnWay change={change} onUndo={onUndo} /> : null}
        </li>
      ))}
      {more > 0 ? <li className="caption">{t('more', { count: more })}</li> : null}
    </ul>
  )
}

/** What can be said of, and done to, one change of many. */
function OwnWay({ change, onUndo }: { change: Change; onUndo: ChangesetRecordsProps['onUndo'] }) {
  const t = useTranslations('register.undo')
  const say = useValueWords()
  const { name, kind, id } = changeSummary(change, say)
  if (change.state === 'undone') return <span className="caption pl-4">{t('undone')}</span>
  if (change.state === 'blocked')
    return (
      <span className="caption block pl-4">
        {t('blocked')} {t('later')}{' '}
        {[...new Set(change.blocking.map(({ revision }) => revision))].slice(0, 3).map((revision) => (
          <Link
            key={revision}
            to="/riwayat"
            search={{ revision }}
            className="mr-2 inline-flex min-h-6 items-center underline"
          >
            {revision}
          </Link>
        ))}
      </span>
    )
  if (!onUndo) return null
  return (
    <Button
      look="text"
      aria-label={t('oneOf', { name: name ?? kind ?? id })}
      onClick={() => onUndo({ entity: change.entity, id: change.id })}
    >
      <Undo2 size={14} strokeWidth={1.75} aria-hidden />
      {t('one')}
    </Button>
  )
}

type KnownField = keyof Messages['history']['fieldName']

function RecordLine({ summary }: { summary: ChangeSummary }) {
  const t = useTranslations('history')
  const names = useNames()
  const { entity, id, what, name, kind, fields } = summary
  const label = `${t(`entity.${entity}`)} ${name ?? (kind ? names.kind(kind).toLocaleLowerCase() : id)}`
  const link = 'inline-flex min-h-11 items-center underline md:min-h-6'
  const nameOf = (field: string) =>
    t.has(`fieldName.${field as KnownField}`) ? t(`fieldName.${field as KnownField}`) : field
  return (
    <>
      {what === 'removed' || (entity !== 'actor' && entity !== 'partnership') ? (
        <span>{label}</span>
      ) : entity === 'actor' ? (
        <Link to="/pelaku/$id" params={{ id }} className={link}>
          {label}
        </Link>
      ) : (
        <Link to="/kerja-sama/$id" params={{ id }} className={link}>
          {label}
        </Link>
      )}{' '}
      <span className="text-ink-3">{t(what)}</span>
      {fields.length > 0 ? (
        <ul className="caption pl-4">
          {fields.map(({ field, before, after }) => (
            <li key={field}>
              {nameOf(field)}: {before ?? t('nothing')} → {after ?? t('nothing')}
            </li>
          ))}
        </ul>
      ) : null}
    </>
  )
}
