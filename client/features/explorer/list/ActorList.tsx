import { useMemo, useState } from 'react'
import { useTranslations } from 'use-intl'
import { TableCsv } from '../../../network/TableCsv.tsx'
import { useNames } from '../../../network/use-names.ts'
import { useFormat } from '../../../ui/FormatProvider.tsx'
import { MOST_NAMED, type Pick, toggled, withActors } from '../focus/selection.ts'
import type { ExplorerModel } from '../use-explorer-model.ts'
import { useNoun } from '../use-noun.ts'
import { ActorRows } from './ActorRows.tsx'
import { ColumnChoice } from './ColumnChoice.tsx'
import { listRows } from './list-rows.ts'
import { LIST_DEFAULT, type ListView } from './list-view.ts'
import { useListColumns } from './use-list-columns.ts'

const PAGE = 50
const EVERYBODY = (_row: number) => true

interface ActorListProps {
  model: ExplorerModel
  /** Further limits whom it lists. */
  only?: (row: number) => boolean
  caption: string
  q: string
  onSearch: (q: string) => void
  chosen: string | null
  onChoose: (actorId: string) => void
  /** With it, rows can be picked: the same selection as on the canvas. */
  picks?: readonly Pick[]
  onPick?: (picks: readonly Pick[]) => void
  /** A key on a row; true where it meant something. */
  onKey?: (key: string, row: number) => boolean
  /** Order and columns, where they are not the list's own. */
  list?: ListView
  onList?: (list: ListView) => void
  /** Name and partners alone, beside the graph. */
  narrow?: boolean
}

/** The picture as a table: the same actors under the same filters, sorted and searched. */
export function ActorList(props: ActorListProps) {
  const { model, caption, q, onSearch, chosen, onChoose, onKey, narrow = false } = props
  const { picks = [], onPick } = props
  const t = useTranslations('explorer.list')
  const format = useFormat()
  const about = useListColumns(model)
  const [own, setOwn] = useState(LIST_DEFAULT)
  const { list = own, onList = setOwn } = props
  const [limit, setLimit] = useState(PAGE)
  const { actors } = model.network
  const rows = useRows(props, list)
  const columns = narrow ? (['partners'] as const) : about.there.filter((one) => list.columns.includes(one))
  const isPicked = (row: number) => model.picked?.[row] === 1
  return (
    <div className={narrow ? 'actor-list actor-list-narrow' : 'actor-list'}>
      <div className="list-tools">
        <input
          type="search"
          className="input"
          placeholder={t('search')}
          aria-label={t('search')}
          value={q}
          onChange={(event) => {
            setLimit(PAGE)
            onSearch(event.target.value)
          }}
        />
        {onPick ? <PickListed rows={rows} model={model} q={q} picks={picks} onPick={onPick} /> : null}
        {narrow ? null : (
          <ColumnChoice
            there={about.there}
            chosen={list.columns}
            onChoose={(next) => onList({ ...list, columns: next })}
          />
        )}
        {narrow ? null : <ListCsv rows={rows} model={model} />}
      </div>
      <FocusNote model={model} chosen={chosen} />
      <ActorRows
        model={model}
        caption={caption}
        rows={rows.slice(0, limit)}
        columns={columns}
        about={about}
        order={list.order}
        onOrder={(order) => onList({ ...list, order })}
        chosen={chosen}
        onChoose={onChoose}
        onToggle={onPick ? (row) => onPick(toggled(picks, actors.id[row]!, isPicked(row))) : undefined}
        onKey={onKey}
        narrow={narrow}
      />
      {rows.length === 0 ? <p className="caption">{t('none')}</p> : null}
      {rows.length > limit ? (
        <div className="list-more">
          <button type="button" className="btn" onClick={() => setLimit(limit + PAGE)}>
            {t('more', { count: format.integer(Math.min(PAGE, rows.length - limit)) })}
          </button>
          <span className="caption">{t('remaining', { count: rows.length - limit })}</span>
        </div>
      ) : null}
      {narrow && rows.length > 0 ? <ListCsv rows={rows} model={model} /> : null}
    </div>
  )
}

function useRows({ model, only = EVERYBODY, q }: ActorListProps, { order }: ListView): readonly number[] {
  const names = useNames()
  const census = useTranslations('common.census')
  const format = useFormat()
  const { index, filtered, looks, reading } = model
  const kept = reading?.kept ?? null
  return useMemo(() => {
    const { actors } = index.network
    return listRows(
      index,
      (row) => filtered.actors[row] === 1 && only(row),
      q,
      order,
      {
        sector: (row) => looks.ofRow(index.network, row).name,
        region: (row) => names.region(actors.regionCode[row] ?? ''),
        role: (row) => names.role(actors.role[row] ?? ''),
        census: (row) => census(actors.census[row]!),
        compare: format.compare,
      },
      kept,
    )
  }, [index, filtered, only, q, order, looks, names, census, format, kept])
}

interface PickListedProps {
  rows: readonly number[]
  model: ExplorerModel
  q: string
  picks: readonly Pick[]
  onPick: (picks: readonly Pick[]) => void
}

/** All that are listed into the selection: by name, or by what was searched for where they are many. */
function PickListed({ rows, model, q, picks, onPick }: PickListedProps) {
  const t = useTranslations('explorer.pick')
  const text = q.trim()
  const many = rows.length > MOST_NAMED
  if (rows.length === 0 || (many && text === '')) return null
  const { id } = model.network.actors
  const add = () =>
    many
      ? [...picks, { by: 'search' as const, text }]
      : withActors(
          picks,
          rows.map((row) => id[row]!),
        )
  return (
    <button type="button" className="btn" onClick={() => onPick(add())}>
      {t('allListed', { count: rows.length })}
    </button>
  )
}

/** Whom the focus keeps comes first; that nobody is left out is said. */
function FocusNote({ model, chosen }: { model: ExplorerModel; chosen: string | null }) {
  const t = useTranslations('explorer.list')
  const noun = useNoun(model.network.definition)
  const { kept, network, index } = model
  const row = chosen === null ? undefined : index.rowOf.get(chosen)
  if (kept === null || row === undefined) return null
  return (
    <p className="caption">{t('focused', { count: noun(kept.size), name: network.actors.name[row]! })}</p>
  )
}

/** Every row, with every column that there is. */
function ListCsv({ rows, model }: { rows: readonly number[]; model: ExplorerModel }) {
  const t = useTranslations('explorer.list')
  const standing = useTranslations('common.actorStanding')
  const { there, value } = useListColumns(model)
  const { actors } = model.network
  return (
    <TableCsv
      file={t('csvName')}
      head={[t('id'), t('name'), ...there.map((column) => t(column)), t('standing')]}
      rows={() =>
        rows.map((row) => [
          actors.id[row],
          actors.name[row],
          ...there.map((column) => value(column, row)),
          standing(actors.standing[row]!),
        ])
      }
      quiet
    />
  )
}
