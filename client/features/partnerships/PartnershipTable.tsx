import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import { EvidenceGrade } from '#client/network/EvidenceGrade.tsx'
import { useNames } from '#client/network/use-names.ts'
import { EditableCell } from '#client/ui/EditableCell.tsx'
import { useFormat } from '#client/ui/FormatProvider.tsx'
import { EN_DASH } from '#client/ui/format.ts'
import { moveInGrid } from '#client/ui/grid-keys.ts'
import { SortHeader } from '#client/ui/SortHeader.tsx'
import type { PickedRows } from '#client/ui/use-picked-rows.ts'
import type { PartnershipRow } from '#shared/contract/partnerships.ts'
import { EVIDENCE_GRADES } from '#shared/contract/vocabulary.ts'
import { PartnershipRowMenu } from './PartnershipRowMenu.tsx'
import type { PartnershipAction } from './partnership-actions.ts'
import type { ShownColumn } from './partnership-columns.ts'
import type { PartnershipSearch, PartnershipSort } from './partnership-search.ts'
import { usePartnershipTitle } from './partnership-words.ts'
import { type CellField, type PartnershipCells, valueOfCell } from './use-partnership-cells.ts'

interface PartnershipTableProps {
  rows: readonly PartnershipRow[]
  columns: readonly ShownColumn[]
  search: PartnershipSearch
  onSort: (sort: PartnershipSort) => void
  caption: string
  /** What can be changed here; null for whoever may only read. */
  editing: {
    cells: PartnershipCells
    picked: PickedRows
    today: string
    onAct: (action: PartnershipAction, row: PartnershipRow) => void
  } | null
}

const EDITABLE: Partial<Record<ShownColumn, CellField>> = {
  intensity: 'intensity',
  evidence: 'evidence',
  startedOn: 'startedOn',
}

/** The register as a table: sorted by any of its columns, edited in place, picked from by row. */
export function PartnershipTable(props: PartnershipTableProps) {
  const { rows, columns, search, onSort, caption, editing } = props
  const t = useTranslations('partnerships')
  const register = useTranslations('register')
  const sorted = search.sort ?? 'startedOn'
  const head = (sort: PartnershipSort) => (
    <SortHeader
      key={sort}
      order={sort === sorted ? (search.order ?? 'desc') : null}
      onSort={() => onSort(sort)}
      numeric={sort === 'intensity'}
    >
      {t(`column.${sort}`)}
    </SortHeader>
  )
  const ids = rows.map(({ id }) => id)
  const allPicked = editing !== null && ids.every((id) => editing.picked.has(id))
  return (
    <div className="table-scroll">
      {editing ? <p className="caption py-1">{register('keys')}</p> : null}
      <table className="data-table register">
        <caption className="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            {editing ? (
              <th scope="col" className="pick">
                <input
                  type="checkbox"
                  aria-label={register('row.selectPage')}
                  checked={allPicked}
                  onChange={() => editing.picked.togglePage(ids, !allPicked)}
                />
              </th>
            ) : null}
            {head('parties')}
            {columns.map((column) => head(column))}
            {editing ? <td /> : null}
          </tr>
        </thead>
        <tbody onKeyDown={moveInGrid}>
          {rows.map((row) => (
            <Row key={row.id} row={row} columns={columns} editing={editing} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Row({
  row,
  columns,
  editing,
}: Pick<PartnershipTableProps, 'columns' | 'editing'> & { row: PartnershipRow }) {
  const register = useTranslations('register.row')
  const names = useNames()
  const show = useShown()
  const title = usePartnershipTitle()(row)
  const picked = editing?.picked.has(row.id) ?? false
  return (
    <tr className="hover:bg-hover" data-picked={picked || undefined}>
      {editing ? (
        <td className="pick">
          <input
            type="checkbox"
            data-cell
            aria-label={register('select', { name: title })}
            checked={picked}
            onChange={() => editing.picked.toggle(row.id)}
          />
        </td>
      ) : null}
      <th scope="row" className="max-w-[34rem]">
        <Link to="/kerja-sama/$id" params={{ id: row.id }} className="row-link font-semibold" data-cell>
          {title}
        </Link>
        <span className="caption block">
          {row.parties
            .map(({ sectorId, role }) =>
              sectorId ? names.sectorShort(sectorId) : role ? names.role(role) : EN_DASH,
            )
            .join(' · ')}
        </span>
      </th>
      {columns.map((column) => {
        const field = EDITABLE[column]
        return (
          <td
            key={column}
            className={column === 'intensity' ? 'num' : column === 'counts' ? 'max-w-[16rem]' : undefined}
          >
            {editing && field ? (
              <Editable row={row} field={field} title={title} cells={editing.cells} today={editing.today}>
                {show(row, column)}
              </Editable>
            ) : (
              show(row, column)
            )}
          </td>
        )
      })}
      {editing ? (
        <td className="num">
          <PartnershipRowMenu row={row} onAct={(action) => editing.onAct(action, row)} />
        </td>
      ) : null}
    </tr>
  )
}

interface EditableProps {
  row: PartnershipRow
  field: CellField
  title: string
  cells: PartnershipCells
  today: string
  children: ReactNode
}

const INTENSITIES = ['1', '2', '3', '4', '5']

function Editable({ row, field, title, cells, today, children }: EditableProps) {
  const t = useTranslations('register.cell')
  const columns = useTranslations('partnerships.column')
  const common = useTranslations('common.grade')
  const word = (value: string) => (value === '' ? t('empty') : value)
  return (
    <EditableCell
      label={t('edit', { column: columns(field), name: title })}
      value={valueOfCell(row, field)}
      editor={
        field === 'startedOn'
          ? { type: 'date', max: today }
          : {
              type: 'choice',
              options:
                field === 'intensity'
                  ? INTENSITIES.map((value) => ({ value, label: value }))
                  : EVIDENCE_GRADES.map((value) => ({ value, label: `${value} · ${common(value)}` })),
            }
      }
      words={{
        saving: t('saving'),
        kept: t('kept'),
        clash: t('clash'),
        mine: (value) => t('mine', { value: word(value) }),
        theirs: (value) => t('theirs', { value: word(value) }),
      }}
      save={(value) => cells.save(row, field, value)}
    >
      {children}
    </EditableCell>
  )
}

/** A value of a column in words. */
function useShown(): (row: PartnershipRow, column: ShownColumn) => ReactNode {
  const t = useTranslations('partnerships')
  const common = useTranslations('common')
  const register = useTranslations('register')
  const names = useNames()
  const format = useFormat()
  const day = (date: string | null, none: string = EN_DASH) => (
    <span className="whitespace-nowrap">{date ? format.shortDate(date) : none}</span>
  )
  return (row, column) => {
    switch (column) {
      case 'kind':
        return (
          <>
            {names.kind(row.kind)}
            {names.findKind(row.kind)?.retired ? (
              <span className="caption"> ({register('retired')})</span>
            ) : null}
          </>
        )
      case 'standing':
        return common(`standing.${row.standing}`)
      case 'intensity':
        return row.intensity
      case 'evidence':
        return <EvidenceGrade grade={row.evidence} />
      case 'startedOn':
        return day(row.startedOn, t('noDate'))
      case 'endedOn':
      case 'lastConfirmedOn':
      case 'expiresOn':
        return day(row[column])
      case 'counts':
        return row.counts ? (
          t('yes')
        ) : (
          <>
            {t('no')}
            <span className="caption block">
              {row.notCounting.map((reason) => common(`notCounting.${reason}`)).join('; ')}
            </span>
          </>
        )
    }
  }
}
