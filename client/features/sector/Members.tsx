import { Link } from '@tanstack/react-router'
import { useTranslations } from 'use-intl'
import type { View } from '#client/api/view.ts'
import { TableCsv } from '#client/network/TableCsv.tsx'
import { TitleWithMethod } from '#client/network/TitleWithMethod.tsx'
import { useFormat } from '#client/ui/FormatProvider.tsx'
import { EN_DASH } from '#client/ui/format.ts'
import type { SectorCard } from '#shared/contract/insights.ts'
import { sortMembers } from './sector-card.ts'

/** Rows drawn at once; the file holds them all. */
const ROWS = 60

/** Who belongs to the sector: those without a partner and those nobody has asked are in the list, with their word. */
export function Members({ card, view }: { card: SectorCard; view: View }) {
  const t = useTranslations('sector.members')
  const common = useTranslations('common')
  const format = useFormat()
  const { members, sector } = card
  const inside = members.filter(({ standing }) => standing !== 'unasked')
  const linked = inside.filter(({ standing }) => standing === 'linked').length
  const sorted = sortMembers(members, format.compare)
  const whole = (value: number | null) => (value === null ? EN_DASH : format.integer(value))
  return (
    <section className="section">
      <header className="flex items-start justify-between gap-3">
        <TitleWithMethod
          title={t('title', { linked, n: inside.length })}
          metric="degree"
          view={view}
          sector={sector.sectorId}
        />
        <TableCsv
          file={t('csvName')}
          head={[t('name'), t('partners'), t('cross'), t('standing')]}
          rows={() =>
            sorted.map((row) => [
              row.name,
              row.partners,
              row.crossPartners,
              common(`actorStanding.${row.standing}`),
            ])
          }
          quiet
        />
      </header>
      <table className="data-table mt-1.5">
        <caption className="visually-hidden">{t('caption')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('name')}</th>
            <th scope="col" className="num">
              {t('partners')}
            </th>
            <th scope="col" className="num">
              {t('cross')}
            </th>
          </tr>
        </thead>
        <tbody>
          {sorted.slice(0, ROWS).map((row) => (
            <tr key={row.actorId}>
              <th scope="row">
                <Link
                  to="/pelaku/$id"
                  params={{ id: row.actorId }}
                  className="font-semibold no-underline hover:underline"
                >
                  {row.name}
                </Link>
                {row.standing === 'linked' ? null : (
                  <div className="caption">{common(`actorStanding.${row.standing}`)}</div>
                )}
              </th>
              <td className="num">{whole(row.partners)}</td>
              <td className="num">{whole(row.crossPartners)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {sorted.length > ROWS ? (
        <p className="caption mt-1">{common('unit.more', { count: sorted.length - ROWS })}</p>
      ) : null}
    </section>
  )
}
