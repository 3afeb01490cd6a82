import { type KeyboardEvent, useRef } from 'react'
import { useTranslations } from 'use-intl'
import { SectorMark } from '../../../network/SectorMark.tsx'
import { useFormat } from '../../../ui/FormatProvider.tsx'
import { SortHeader } from '../../../ui/SortHeader.tsx'
import type { ExplorerModel } from '../use-explorer-model.ts'
import { isCount, type ListOrder, type ListSort } from './list-rows.ts'
import type { ListColumn } from './list-view.ts'
import type { ListColumns } from './use-list-columns.ts'

interface ActorRowsProps {
  model: ExplorerModel
  caption: string
  rows: readonly number[]
  columns: readonly ListColumn[]
  about: ListColumns
  order: ListOrder
  onOrder: (order: ListOrder) => void
  chosen: string | null
  onChoose: (id: string) => void
  /** With it, each row has a box to tick. */
  onToggle?: ((row: number) => void) | undefined
  /** A key on a row that neither chooses nor moves; true where it meant something. */
  onKey?: ((key: string, row: number) => boolean) | undefined
  /** Beside the picture: no second line under the names. */
  narrow: boolean
}

/** The table itself. Up and Down walk from name to name. */
export function ActorRows(props: ActorRowsProps) {
  const { model, caption, rows, columns, order, onOrder, onToggle, onKey } = props
  const t = useTranslations('explorer.list')
  const pick = useTranslations('explorer.pick')
  const body = useRef<HTMLTableSectionElement>(null)
  const onKeyDown = (event: KeyboardEvent) => {
    const line = (event.target as Element).closest('[data-row]')
    if (!line || event.ctrlKey || event.metaKey || event.altKey) return
    const to = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (to !== 0) {
      const names = [...body.current!.querySelectorAll<HTMLElement>('.actor-name')]
      names[names.findIndex((name) => line.contains(name)) + to]?.focus()
      event.preventDefault()
    } else if (onKey?.(event.key, Number(line.getAttribute('data-row')))) event.preventDefault()
  }
  const head = (by: ListSort) => (
    <SortHeader
      key={by}
      column={by}
      numeric={isCount(by)}
      order={order.by === by ? order.order : null}
      onSort={() => onOrder(sorted(order, by))}
    >
      {t(by)}
    </SortHeader>
  )
  return (
    <table className="data-table">
      <caption className="visually-hidden">{caption}</caption>
      <thead>
        <tr>
          {onToggle ? (
            <th scope="col" className="pick-cell">
              <span className="visually-hidden">{pick('column')}</span>
            </th>
          ) : null}
          {head('name')}
          {columns.map(head)}
        </tr>
      </thead>
      <tbody ref={body} onKeyDown={onKeyDown}>
        {rows.map((row) => (
          <ActorRow key={model.network.actors.id[row]} {...props} row={row} />
        ))}
      </tbody>
    </table>
  )
}

function sorted({ by: before, order }: ListOrder, by: ListSort): ListOrder {
  if (before === by) return { by, order: order === 'asc' ? 'desc' : 'asc' }
  return { by, order: isCount(by) ? 'desc' : 'asc' }
}

function ActorRow(props: ActorRowsProps & { row: number }) {
  const { model, row, columns, about, chosen, onChoose, onToggle, narrow } = props
  const t = useTranslations('explorer.list')
  const pick = useTranslations('explorer.pick')
  const { network, dressed, reading, picked } = model
  const id = network.actors.id[row]!
  const name = network.actors.name[row]!
  const look = dressed.lookOf(row)
  const second = columns
    .filter((column) => column !== 'partners')
    .map((column) => (isCount(column) ? `${t(column)} ${about.text(column, row)}` : about.text(column, row)))
  return (
    <tr
      data-row={row}
      data-chosen={id === chosen || undefined}
      data-faded={(reading?.kept != null && reading.kept[row] !== 1) || undefined}
    >
      {onToggle ? (
        <td className="pick-cell">
          <input
            type="checkbox"
            className="check"
            aria-label={pick('row', { name })}
            checked={picked?.[row] === 1}
            onChange={() => onToggle(row)}
          />
        </td>
      ) : null}
      <th scope="row">
        <button
          type="button"
          className="actor-name"
          aria-pressed={id === chosen}
          onClick={() => onChoose(id)}
        >
          <SectorMark group={look.group} shape={look.shape} />
          <span>{name}</span>
        </button>
        {narrow || second.length === 0 ? null : <span className="actor-second">{second.join(' · ')}</span>}
      </th>
      {columns.map((column) => (
        <td key={column} className={isCount(column) ? 'num' : undefined} data-column={column}>
          {column === 'partners' ? <Partners model={model} row={row} /> : about.text(column, row)}
        </td>
      ))}
    </tr>
  )
}

/** The number of partners; where there is none, why. */
function Partners({ model, row }: { model: ExplorerModel; row: number }) {
  const common = useTranslations('common.actorStanding')
  const format = useFormat()
  const { standing, degree } = model.network.actors
  return standing[row] === 'linked' ? format.integer(degree[row]!) : <small>{common(standing[row]!)}</small>
}
