import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslations } from 'use-intl'
import { changesetsQuery } from '#client/api/changesets.ts'
import { useFormat } from '#client/ui/FormatProvider.tsx'
import type { EntityType } from '#shared/contract/vocabulary.ts'
import { useActionWords } from './use-action-words.ts'
import { useAuthorWords } from './use-author-words.ts'

const SHOWN = 6

/** Who changed a record, when and why, newest first; leads to the whole history, where a change can be undone. */
export function RecordHistory({ entity, id }: { entity: EntityType; id: string }) {
  const t = useTranslations('history')
  const format = useFormat()
  const actionWords = useActionWords()
  const authorWords = useAuthorWords()
  const { data } = useQuery(changesetsQuery({ entity, id, pageSize: SHOWN }))
  if (!data) return null
  if (data.rows.length === 0) return <p className="caption">{t('emptyFor')}</p>
  return (
    <>
      <ul className="list-rows">
        {data.rows.map((row) => (
          <li key={row.revision} className="py-2">
            <span className="block">
              {actionWords(row.action)}
              {row.undoneBy !== null ? (
                <span className="text-ink-3"> · {t('undoneBy', { revision: String(row.undoneBy) })}</span>
              ) : null}
            </span>
            <span className="caption block">
              {format.dateTime(row.at)} · {authorWords(row)}
              {row.reason ? ` · ${row.reason}` : ''}
            </span>
          </li>
        ))}
      </ul>
      <Link
        to="/riwayat"
        search={{ entity, id }}
        className="inline-flex min-h-11 items-center underline md:min-h-8"
      >
        {t('openAll')}
      </Link>
    </>
  )
}
