import { Link } from '@tanstack/react-router'
import { useTranslations } from 'use-intl'
import type { View } from '#client/api/view.ts'
import { TableCsv } from '#client/network/TableCsv.tsx'
import { TitleWithMethod } from '#client/network/TitleWithMethod.tsx'
import { useNames } from '#client/network/use-names.ts'
import { usePartnershipCsv } from '#client/network/use-partnership-csv.ts'
import { useFormat } from '#client/ui/FormatProvider.tsx'
import type { ActorDetail } from '#shared/contract/actors.ts'
import type { PartnershipRow } from '#shared/contract/partnerships.ts'

interface ActorPartnershipsProps {
  detail: ActorDetail
  rows: readonly PartnershipRow[]
  total: number
  view: View
}

/** Every record it is party to, newest first, from its start to its end. */
export function ActorPartnerships({ detail, rows, total, view }: ActorPartnershipsProps) {
  const t = useTranslations('actors.profile')
  const partnerships = useTranslations('partnerships')
  const standing = useTranslations('common.standing')
  const names = useNames()
  const format = useFormat()
  const ended = rows.filter((row) => row.standing === 'ended' || row.standing === 'declined').length
  const newest = [...rows].sort((a, b) => (b.startedOn ?? '').localeCompare(a.startedOn ?? ''))
  const csv = usePartnershipCsv(() => newest)
  const span = (row: PartnershipRow) =>
    row.startedOn
      ? `${format.shortDate(row.startedOn)}${row.endedOn ? ` – ${format.shortDate(row.endedOn)}` : ''}`
      : partnerships('noDate')
  return (
    <section className="section">
      <header className="flex items-start justify-between gap-3">
        <TitleWithMethod
          title={[
            t('partnerships', { count: total }),
            ended > 0 ? t('ended', { running: total - ended, ended }) : '',
          ]
            .filter(Boolean)
            .join(': ')}
          metric="register"
          view={view}
        />
        {rows.length > 0 ? <TableCsv file={partnerships('csvName')} {...csv} quiet /> : null}
      </header>
      {rows.length > 0 ? (
        <>
          <p className="caption">{t('timelineHint')}</p>
          <ol className="timeline mt-3">
            {newest.map((row) => (
              <li
                key={row.id}
                data-solid={row.counts || undefined}
                data-lapsed={row.standing === 'expired' || undefined}
              >
                <Link
                  to="/kerja-sama/$id"
                  params={{ id: row.id }}
                  className="row-link inline-block min-h-11 md:min-h-6"
                >
                  <span className="block font-semibold">
                    {format.list(
                      row.parties.filter(({ actorId }) => actorId !== detail.id).map(({ name }) => name),
                    )}
                  </span>
                  <span className="caption block">
                    {[names.kind(row.kind), standing(row.standing), span(row)].join(' · ')}
                  </span>
                </Link>
              </li>
            ))}
          </ol>
          <Link
            to="/kerja-sama"
            search={{ actor: detail.id }}
            className="inline-flex min-h-11 items-center underline md:min-h-8"
          >
            {t('allPartnerships')}
          </Link>
        </>
      ) : null}
    </section>
  )
}
