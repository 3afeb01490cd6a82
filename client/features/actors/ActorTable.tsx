import { Link } from '@tanstack/react-router'
import { useTranslations } from 'use-intl'
import { ActorMark } from '#client/network/ActorMark.tsx'
import { useNames } from '#client/network/use-names.ts'
import { useFormat } from '#client/ui/FormatProvider.tsx'
import { EN_DASH } from '#client/ui/format.ts'
import { SortHeader } from '#client/ui/SortHeader.tsx'
import type { ActorRow } from '#shared/contract/actors.ts'
import type { ActorSearch, ActorSort } from './actor-search.ts'

interface ActorTableProps {
  rows: readonly ActorRow[]
  search: ActorSearch
  onSort: (sort: ActorSort) => void
  caption: string
}

export function ActorTable({ rows, search, onSort, caption }: ActorTableProps) {
  const t = useTranslations('actors')
  const common = useTranslations('common')
  const names = useNames()
  const format = useFormat()
  const { surveyed } = names
  const regions = names.villages.length > 0
  const whole = (value: number | null) => (value === null ? EN_DASH : format.integer(value))
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
          {regions ? head('region') : null}
          <th scope="col">{t('column.standing')}</th>
          {head('partners', true)}
          {head('crossPartners', true)}
          {surveyed ? head('lastVerifiedOn') : null}
          {surveyed ? head('registeredOn') : null}
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
            {regions ? (
              <td>{row.inCity ? (row.regionCode ? names.region(row.regionCode) : '–') : t('outside')}</td>
            ) : null}
            <td>
              {row.leftOn
                ? t('left', { date: format.shortDate(row.leftOn) })
                : common(`actorStanding.${row.standing}`)}
            </td>
            <td className="num">{whole(row.partners)}</td>
            <td className="num">{whole(row.crossPartners)}</td>
            {surveyed ? (
              <>
                <td className="whitespace-nowrap">
                  {row.lastVerifiedOn ? format.shortDate(row.lastVerifiedOn) : common('census.none')}
                </td>
                <td className="whitespace-nowrap">
                  {row.registeredOn ? format.shortDate(row.registeredOn) : '–'}
                </td>
              </>
            ) : null}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
