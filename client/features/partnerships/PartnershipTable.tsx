import { Link } from '@tanstack/react-router'
import { useTranslations } from 'use-intl'
import { EvidenceGrade } from '#client/network/EvidenceGrade.tsx'
import { useNames } from '#client/network/use-names.ts'
import { useFormat } from '#client/ui/FormatProvider.tsx'
import { SortHeader } from '#client/ui/SortHeader.tsx'
import type { PartnershipRow } from '#shared/contract/partnerships.ts'
import type { PartnershipSearch, PartnershipSort } from './partnership-search.ts'
import { usePartnershipTitle } from './partnership-words.ts'

interface PartnershipTableProps {
  rows: readonly PartnershipRow[]
  search: PartnershipSearch
  onSort: (sort: PartnershipSort) => void
  caption: string
}

export function PartnershipTable({ rows, search, onSort, caption }: PartnershipTableProps) {
  const t = useTranslations('partnerships')
  const common = useTranslations('common')
  const names = useNames()
  const format = useFormat()
  const titleOf = usePartnershipTitle()
  const sorted = search.sort ?? 'startedOn'
  const order = (sort: PartnershipSort) => (sort === sorted ? (search.order ?? 'desc') : null)
  const head = (sort: PartnershipSort, label: string, numeric = false) => (
    <SortHeader order={order(sort)} onSort={() => onSort(sort)} numeric={numeric}>
      {label}
    </SortHeader>
  )
  return (
    <table className="data-table register">
      <caption className="visually-hidden">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{t('column.parties')}</th>
          {head('kind', t('column.kind'))}
          <th scope="col">{t('column.standing')}</th>
          {names.graded ? head('intensity', t('column.intensity'), true) : null}
          {names.graded ? head('evidence', t('column.evidence')) : null}
          {head('startedOn', t('column.startedOn'))}
          {head('lastConfirmedOn', t('column.lastConfirmedOn'))}
          <th scope="col">{t('column.counts')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id} className="hover:bg-hover">
            <th scope="row" className="max-w-[34rem]">
              <Link to="/kerja-sama/$id" params={{ id: row.id }} className="row-link font-semibold">
                {titleOf(row)}
              </Link>
              <span className="caption block">
                {row.parties
                  .map(({ sectorId, role }) =>
                    sectorId ? names.sectorShort(sectorId) : role ? names.role(role) : '–',
                  )
                  .join(' · ')}
              </span>
            </th>
            <td>{names.kind(row.kind)}</td>
            <td>{common(`standing.${row.standing}`)}</td>
            {names.graded ? (
              <>
                <td className="num">{row.intensity}</td>
                <td>
                  <EvidenceGrade grade={row.evidence} />
                </td>
              </>
            ) : null}
            <td className="whitespace-nowrap">
              {row.startedOn ? format.shortDate(row.startedOn) : t('noDate')}
            </td>
            <td className="whitespace-nowrap">
              {row.lastConfirmedOn ? format.shortDate(row.lastConfirmedOn) : '–'}
            </td>
            <td className="max-w-[16rem]">
              {row.counts ? (
                t('yes')
              ) : (
                <>
                  {t('no')}
                  <span className="caption block">
                    {row.notCounting.map((reason) => common(`notCounting.${reason}`)).join('; ')}
                  </span>
                </>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
