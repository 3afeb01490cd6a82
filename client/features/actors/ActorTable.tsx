import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import { ActorMark } from '#client/network/ActorMark.tsx'
import { useNames } from '#client/network/use-names.ts'
import { EditableCell } from '#client/ui/EditableCell.tsx'
import { useFormat } from '#client/ui/FormatProvider.tsx'
import { EN_DASH } from '#client/ui/format.ts'
import { moveInGrid } from '#client/ui/grid-keys.ts'
import { SortHeader } from '#client/ui/SortHeader.tsx'
import type { PickedRows } from '#client/ui/use-picked-rows.ts'
import type { ActorRow } from '#shared/contract/actors.ts'
import { type ActorAct, ActorRowMenu } from './ActorRowMenu.tsx'
import type { ShownColumn } from './actor-columns.ts'
import type { ActorSearch, ActorSort } from './actor-search.ts'
import { SuggestedSector } from './SuggestedSector.tsx'
import { type ActorCells, type CellField, valueOfCell } from './use-actor-cells.ts'

interface ActorTableProps {
  rows: readonly ActorRow[]
  columns: readonly ShownColumn[]
  search: ActorSearch
  onSort: (sort: ActorSort) => void
  caption: string
  /** What can be changed here; null for whoever may only read. */
  editing: { cells: ActorCells; picked: PickedRows; onAct: (act: ActorAct, row: ActorRow) => void } | null
}

const NUMERIC: ReadonlySet<ShownColumn> = new Set(['partners', 'crossPartners'])
const EDITABLE: Partial<Record<ShownColumn, CellField>> = {
  sector: 'sector',
  role: 'role',
  region: 'region',
  size: 'size',
  census: 'census',
}

/** The register as a table: sorted by any of its columns, edited in place, picked from by row. */
export function ActorTable({ rows, columns, search, onSort, caption, editing }: ActorTableProps) {
  const t = useTranslations('actors')
  const register = useTranslations('register')
  const sorted = search.sort ?? 'name'
  const head = (sort: ActorSort, numeric = false) => (
    <SortHeader
      key={sort}
      order={sort === sorted ? (search.order ?? 'asc') : null}
      onSort={() => onSort(sort)}
      numeric={numeric}
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
            {head('name')}
            {columns.map((column) => head(column, NUMERIC.has(column)))}
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

type RowProps = Pick<ActorTableProps, 'columns' | 'editing'> & { row: ActorRow }

function Row({ row, columns, editing }: RowProps) {
  const register = useTranslations('register.row')
  const show = useShown()
  const picked = editing?.picked.has(row.id) ?? false
  return (
    <tr className="hover:bg-hover" data-picked={picked || undefined}>
      {editing ? (
        <td className="pick">
          <input
            type="checkbox"
            data-cell
            aria-label={register('select', { name: row.name })}
            checked={picked}
            onChange={() => editing.picked.toggle(row.id)}
          />
        </td>
      ) : null}
      <th scope="row">
        <Name row={row} editing={editing} />
      </th>
      {columns.map((column) => {
        const field = EDITABLE[column]
        const shown = show(row, column)
        return (
          <td key={column} className={NUMERIC.has(column) ? 'num' : undefined}>
            {editing && field && row.leftOn === null ? (
              <Editable row={row} field={field} cells={editing.cells}>
                {shown}
              </Editable>
            ) : (
              shown
            )}
            {column === 'sector' && row.suggestion && editing ? (
              <SuggestedSector
                row={row}
                suggestion={row.suggestion}
                onAccept={() => editing.onAct('accept', row)}
              />
            ) : null}
          </td>
        )
      })}
      {editing ? (
        <td className="num">
          <ActorRowMenu row={row} onAct={(act) => editing.onAct(act, row)} />
        </td>
      ) : null}
    </tr>
  )
}

/** The name leads to the profile; F2 corrects it. */
function Name({ row, editing }: Pick<RowProps, 'row' | 'editing'>) {
  const link = (edit?: () => void) => (
    <Link
      to="/pelaku/$id"
      params={{ id: row.id }}
      className="row-link flex items-center gap-2 font-semibold"
      data-cell
      onKeyDown={(event) => {
        if (event.key === 'F2') edit?.()
      }}
    >
      <ActorMark sectorId={row.sectorId} size={14} />
      {row.name}
    </Link>
  )
  if (!editing) return link()
  return (
    <Editable row={row} field="name" cells={editing.cells} idle={link}>
      {row.name}
    </Editable>
  )
}

interface EditableProps {
  row: ActorRow
  field: CellField
  cells: ActorCells
  children: ReactNode
  idle?: (edit: () => void) => ReactNode
}

function Editable({ row, field, cells, children, idle }: EditableProps) {
  const t = useTranslations('register.cell')
  const columns = useTranslations('actors.column')
  const word = (value: string) => (value === '' ? t('empty') : value)
  return (
    <EditableCell
      label={t('edit', { column: columns(field), name: row.name })}
      value={valueOfCell(row, field)}
      editor={
        field === 'name'
          ? { type: 'text', maxLength: 200 }
          : { type: 'choice', options: cells.options(field, row) }
      }
      words={{
        saving: t('saving'),
        kept: t('kept'),
        clash: t('clash'),
        mine: (value) => t('mine', { value: word(value) }),
        theirs: (value) => t('theirs', { value: word(value) }),
      }}
      save={(value) => cells.save(row, field, value)}
      {...(idle ? { idle } : {})}
    >
      {children}
    </EditableCell>
  )
}

/** A value of a column in words. */
function useShown(): (row: ActorRow, column: ShownColumn) => ReactNode {
  const t = useTranslations('actors')
  const common = useTranslations('common')
  const retired = useTranslations('register')
  const names = useNames()
  const format = useFormat()
  const whole = (value: number | null) => (value === null ? EN_DASH : format.integer(value))
  return (row, column) => {
    switch (column) {
      case 'sector':
        return row.sectorId ? (
          <>
            {names.sectorShort(row.sectorId)}
            {names.findSector(row.sectorId)?.retired ? (
              <span className="caption"> ({retired('retired')})</span>
            ) : null}
          </>
        ) : (
          EN_DASH
        )
      case 'role':
        return row.role ? names.role(row.role) : t('noRole')
      case 'region':
        return row.inCity ? (row.regionCode ? names.region(row.regionCode) : EN_DASH) : t('outside')
      case 'size':
        return row.sizeClass ? common(`size.${row.sizeClass}`) : EN_DASH
      case 'census':
        return common(`census.${row.censusStatus}`)
      case 'standing':
        return row.leftOn
          ? t('left', { date: format.shortDate(row.leftOn) })
          : common(`actorStanding.${row.standing}`)
      case 'partners':
      case 'crossPartners':
        return whole(row[column])
      case 'consents':
        return row.consents?.map((purpose) => retired(`consent.${purpose}`)).join(', ') || EN_DASH
      case 'lastVerifiedOn':
        return (
          <span className="whitespace-nowrap">
            {row.lastVerifiedOn ? format.shortDate(row.lastVerifiedOn) : common('census.none')}
          </span>
        )
      case 'registeredOn':
        return (
          <span className="whitespace-nowrap">
            {row.registeredOn ? format.shortDate(row.registeredOn) : EN_DASH}
          </span>
        )
    }
  }
}
