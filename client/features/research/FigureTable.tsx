import { Link } from '@tanstack/react-router'
import { ArrowDown, ArrowUp } from 'lucide-react'
import { useLocale, useTranslations } from 'use-intl'
import { ActorMark } from '#client/network/ActorMark.tsx'
import { MethodButton } from '#client/network/MethodButton.tsx'
import type { Figures, ResearchColumn } from '#shared/contract/research.ts'
import { type Cell, digitsFor, reasonAt, samplingAt } from './measure-text.ts'
import { useResearch } from './ResearchContext.ts'
import { actorBeside, namingColumns, sectorBeside } from './row-name.ts'
import { ScrolledTable } from './ScrolledTable.tsx'
import { useValueText } from './use-value-text.ts'

/** Rows and columns as they came, scrolling sideways inside; the name of the row stays in sight. */
export function FigureTable({ figures, caption }: { figures: Figures; caption: string }) {
  const { measures } = useResearch()
  const naming = namingColumns(figures)
  const values = figures.columns.filter(({ measure }) => measure !== null)
  const rows = figures.columns[0]?.values.length ?? 0
  const columns = values.map((column) => {
    const unit = column.measure === null ? undefined : measures.get(column.measure)?.unit
    return { column, unit, digits: digitsFor(unit, column.values), numeric: isNumeric(column) }
  })
  return (
    <ScrolledTable label={caption} className="mt-3">
      <thead>
        <tr>
          {[...naming, ...values].map((column) => (
            <Head key={column.key} column={column} />
          ))}
        </tr>
      </thead>
      <tbody>
        {Array.from({ length: rows }, (_, row) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a row of columns has no key but its place
          <tr key={row} className="hover:bg-hover">
            {naming.map((column, at) =>
              at === 0 ? (
                <th key={column.key} scope="row">
                  <RowName figures={figures} column={column} row={row} />
                </th>
              ) : (
                <td key={column.key}>
                  <RowName figures={figures} column={column} row={row} />
                </td>
              ),
            )}
            {columns.map(({ column, ...look }) => (
              <ValueCell key={column.key} column={column} row={row} {...look} />
            ))}
          </tr>
        ))}
      </tbody>
    </ScrolledTable>
  )
}

function Head({ column }: { column: ResearchColumn }) {
  const t = useTranslations('research')
  const locale = useLocale()
  const { search, change, measures, view } = useResearch()
  const measure = column.measure === null ? undefined : measures.get(column.measure)
  const naming = `naming.${column.key}` as 'naming.name'
  const name = measure?.name[locale] ?? (t.has(naming) ? t(naming) : column.key)
  const sorted = search.sort === column.key ? (search.order ?? 'desc') : null
  // A measure is asked for its highest first, a name from A on.
  const first = measure ? 'desc' : 'asc'
  const next = sorted === null ? first : sorted === 'desc' ? 'asc' : 'desc'
  const numeric = measure !== undefined && isNumeric(column)
  return (
    <th
      scope="col"
      aria-sort={sorted === null ? 'none' : sorted === 'asc' ? 'ascending' : 'descending'}
      className={numeric ? 'num' : undefined}
    >
      <span className="figure-head">
        <button
          type="button"
          className={sorted ? 'text-ink' : undefined}
          onClick={() =>
            change({ sort: column.key, order: next === 'desc' ? undefined : next, page: undefined })
          }
        >
          {name}
          {sorted === 'asc' ? <ArrowUp size={12} aria-hidden /> : null}
          {sorted === 'desc' ? <ArrowDown size={12} aria-hidden /> : null}
        </button>
        {measure ? <MethodButton metric={measure.metric} of={name} view={view} /> : null}
      </span>
    </th>
  )
}

interface RowNameProps {
  figures: Figures
  column: ResearchColumn
  row: number
}

/** A name with the mark of its sector, leading to its page. */
function RowName({ figures, column, row }: RowNameProps) {
  const value = column.values[row] ?? null
  const actorId = /^name$|Name$/.test(column.key) ? actorBeside(figures, column.key, row) : undefined
  if (actorId !== undefined)
    return (
      <Link to="/pelaku/$id" params={{ id: actorId }} className="figure-row-link">
        <ActorMark sectorId={sectorBeside(figures, column.key, row) ?? null} size={14} />
        <span>{String(value)}</span>
      </Link>
    )
  if (figures.table === 'sectors' && typeof value === 'string' && !value.startsWith('role:'))
    return (
      <Link to="/sektor/$id" params={{ id: value }} className="figure-row-link">
        <ActorMark sectorId={value} size={14} />
        <span>
          <Naming column={column} value={value} />
        </span>
      </Link>
    )
  return <Naming column={column} value={value} />
}

function Naming({ column, value }: { column: ResearchColumn; value: Cell }) {
  const text = useValueText()
  if (typeof value === 'string' && !LITERAL_KEYS.has(column.key)) return text.word(value)
  return text.value(value, undefined)
}

interface ValueCellProps {
  column: ResearchColumn
  row: number
  unit: Parameters<typeof digitsFor>[0]
  digits: number
  numeric: boolean
}

function ValueCell({ column, row, unit, digits, numeric }: ValueCellProps) {
  const t = useTranslations('research')
  const text = useValueText()
  const value = column.values[row] ?? null
  if (value === null) {
    const reason = reasonAt(column, row)
    const why = reason ? text.reason(reason, column.key) : t('noValue')
    return (
      <td className={numeric ? 'num text-ink-3' : 'text-ink-3'} title={why}>
        <span aria-hidden="true">–</span>
        <span className="visually-hidden">{why}</span>
      </td>
    )
  }
  const drawn = samplingAt(column, row)?.method === 'sampled'
  return (
    <td className={numeric ? 'num' : undefined}>
      {drawn ? (
        <>
          <span aria-hidden="true">≈ </span>
          <span className="visually-hidden">{t('about.drawn')} </span>
        </>
      ) : null}
      {text.value(value, unit, digits)}
    </td>
  )
}

/** A column of gaps alone stands as numbers do. */
const isNumeric = ({ values }: ResearchColumn): boolean =>
  values.every((value) => value === null || typeof value === 'number')

/** What is a name already. */
const LITERAL_KEYS = new Set(['name', 'aName', 'bName', 'quarter', 'cohort', 'on'])
