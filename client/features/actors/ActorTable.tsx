import { Link } from '@tanstack/react-router'
import { useTranslations } from 'use-intl'
import { ActorMark } from '#client/network/ActorMark.tsx'
import { useNames } from '#client/network/use-names.ts'
import { useFormat } from '#client/ui/FormatProvider.tsx'
import { SortHeader } from '#client/ui/SortHeader.tsx'
import type { ActorRow } from '#shared/contract/actors.ts'
import type { ActorSearch, ActorSort } from './actor-search.ts'

interface ActorTableProps {
  rows: readonly ActorRow[]
  search: ActorSearch
  onSort: (sort: ActorSort) => void
  caption: string
}

/** Outside the network, or never asked, the number of partners is not 0 but unknown. */
const known = ({ standing }: ActorRow) => standing === 'linked' || standing === 'unlinked'

export function ActorTable({ rows, search, onSort, caption }: ActorTableProps) {
  const t = useTranslations('actors')
  const common = useTranslations('common')
  const names = useNames()
  const format = useFormat()
  const sorted = search.sort ?? 'name'
  const head = (sort: ActorSort, numeric = false) => (
    <SortHeader
      order={sort === sorted ? (search.order ?? 'asc') : null}
      onSort={() => onSort(sort)}
      numeric={numeric}
    >
      {t(`column.${sort}`)}
    </SortHeader>
  )
  return (
    <table className="data-table register">
      <caption className="visually-hidden">{caption}</caption>
      <thead>
        <tr>
          {head('name')}
          {head('sector')}
          <th scope="col">{t('column.role')}</th>
          {head('region')}
          <th scope="col">{t('column.standing')}</th>
          {head('partners', true)}
          {head('crossPartners', true)}
          {head('lastVerifiedOn')}
          {head('registeredOn')}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id} className="hover:bg-hover">
            <th scope="row">
              <Link
                to="/pelaku/$id"
                params={{ id: row.id }}
                className="row-link flex items-center gap-2 font-semibold"
              >
                <ActorMark sectorId={row.sectorId} size={14} />
                {row.name}
              </Link>
            </th>
            <td>{row.sectorId ? names.sectorShort(row.sectorId) : '–'}</td>
            <td>{row.role ? names.role(row.role) : t('noRole')}</td>
            <td>{row.inCity ? (row.regionCode ? names.region(row.regionCode) : '–') : t('outside')}</td>
            <td>
              {row.leftOn
                ? t('left', { date: format.shortDate(row.leftOn) })
                : common(`actorStanding.${row.standing}`)}
            </td>
            <td className="num">{known(row) ? format.integer(row.partners) : '–'}</td>
            <td className="num">{known(row) ? format.integer(row.crossPartners) : '–'}</td>
            <td className="whitespace-nowrap">
              {row.lastVerifiedOn ? format.shortDate(row.lastVerifiedOn) : common('census.none')}
            </td>
            <td className="whitespace-nowrap">
              {row.registeredOn ? format.shortDate(row.registeredOn) : '–'}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
