import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { backupsQuery, makeBackup } from '#client/api/backups.ts'
import { Button } from '#client/ui/Button.tsx'
import { useFormat } from '#client/ui/FormatProvider.tsx'
import { useAnnounce } from '#client/ui/LiveRegion.tsx'
import type { Backup } from '#shared/contract/backups.ts'

/** The copies of the register that are kept, and what went wrong with the last. */
export function Backups() {
  const t = useTranslations('accounts.backups')
  const format = useFormat()
  const queries = useQueryClient()
  const announce = useAnnounce()
  const { data } = useQuery(backupsQuery())
  const make = useMutation({
    mutationFn: makeBackup,
    onSuccess: () => announce(t('made')),
    onSettled: () => queries.invalidateQueries({ queryKey: backupsQuery().queryKey }),
  })
  if (!data || data.folder === null) return null
  const { folder, everyHours, keep, failure, rows } = data
  return (
    <section className="section mt-8">
      <div className="flex flex-wrap items-end justify-between gap-x-8 gap-y-3">
        <div className="max-w-[42rem]">
          <h2 className="section-title">{t('title')}</h2>
          <p className="mt-1 text-ink-2">
            {everyHours > 0
              ? t('scheduled', { hours: format.integer(everyHours), keep: format.integer(keep) })
              : t('unscheduled')}
          </p>
        </div>
        <Button onClick={() => make.mutate()} disabled={make.isPending}>
          {make.isPending ? t('making') : t('make')}
        </Button>
      </div>
      {failure ? (
        <p role="alert" className="notice mt-3">
          <strong className="font-semibold">{t('failed', { when: format.dateTime(failure.at) })}</strong>
          <span className="mt-1 block break-words">{failure.message}</span>
        </p>
      ) : null}
      {rows.length === 0 ? <p className="mt-3 text-ink-2">{t('none')}</p> : null}
      <ol className="list-rows mt-1">
        {rows.map((row) => (
          <BackupRow key={row.file} row={row} />
        ))}
      </ol>
      <p className="caption mt-2 break-words">{t('where', { folder })}</p>
    </section>
  )
}

function BackupRow({ row }: { row: Backup }) {
  const t = useTranslations('accounts.backups')
  const format = useFormat()
  const megabytes = Math.max(1, Math.round(row.bytes / 1e6))
  return (
    <li className="py-2">
      <time dateTime={row.madeAt}>{format.dateTime(row.madeAt)}</time> · {t(`reason.${row.reason}`)}
      <span className="caption block">
        {t('holds', {
          actors: row.actors,
          partnerships: row.partnerships,
          files: row.files,
          megabytes: format.integer(megabytes),
        })}
      </span>
      {row.missingFiles > 0 ? (
        <span className="caption block">{t('missing', { count: row.missingFiles })}</span>
      ) : null}
    </li>
  )
}
