import { Check, CircleAlert } from 'lucide-react'
import type { SyntheticEvent } from 'react'
import { useTranslations } from 'use-intl'
import { Button } from '#client/ui/Button.tsx'
import { moveInGrid } from '#client/ui/grid-keys.ts'
import type { FieldId, SheetKind } from '#shared/contract/import-fields.ts'
import type { ImportCell, ImportRow } from '#shared/contract/imports.ts'
import type { EditedCell } from './CellEditor.tsx'
import { useCellIssue } from './use-cell-issue.ts'

export interface RowListProps {
  kind: SheetKind
  fields: readonly FieldId[]
  rows: readonly ImportRow[]
  onEdit: (cell: EditedCell) => void
  onSkip: (rows: readonly number[], skip: boolean) => Promise<void>
  /** Why the cell that is pointed at cannot be read; '' for one that can. */
  onReason: (reason: string) => void
}

/** Rows and columns as in the file; a cell opens its editor, a bad one says why when it is reached. */
export function RowTable({ fields, rows, onEdit, onSkip, onReason }: RowListProps) {
  const t = useTranslations('imports')
  const showReason = ({ target }: SyntheticEvent) =>
    onReason(
      target instanceof HTMLElement
        ? (target.closest<HTMLElement>('[data-reason]')?.dataset['reason'] ?? '')
        : '',
    )
  return (
    <>
      <p className="caption pb-2">{t('rows.keys')}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways is reached by keys */}
      <section className="row-scroll" aria-label={t('rows.table')} tabIndex={0}>
        <table className="data-table row-table">
          <thead>
            <tr>
              <th scope="col">{t('rows.row')}</th>
              {fields.map((field) => (
                <th key={field} scope="col">
                  {t(`field.${field}`)}
                </th>
              ))}
              <th scope="col">
                <span className="visually-hidden">{t('rows.skip')}</span>
              </th>
            </tr>
          </thead>
          {/* The cells in it carry the keys. */}
          <tbody data-rows onKeyDown={moveInGrid} onFocus={showReason} onPointerOver={showReason}>
            {rows.map((row) => (
              <tr key={row.row} data-skipped={row.skipped || undefined}>
                <th scope="row">
                  <span className="row-number">
                    {row.row}
                    <RowSign row={row} />
                  </span>
                </th>
                {fields.map((field) => (
                  <td key={field}>
                    <Cell row={row} field={field} onEdit={onEdit} />
                  </td>
                ))}
                <td>
                  <Button look="text" onClick={() => void onSkip([row.row], !row.skipped)}>
                    {t(row.skipped ? 'rows.unskip' : 'rows.skip')}
                    <span className="visually-hidden">{`: ${t('rows.rowOf', { row: String(row.row) })}`}</span>
                  </Button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </>
  )
}

function RowSign({ row }: { row: ImportRow }) {
  const t = useTranslations('imports.rows')
  if (row.skipped) return <small className="text-ink-3">{t('left')}</small>
  if (Object.values(row.cells).some(({ issue }) => issue)) return null
  return (
    <>
      <Check size={14} strokeWidth={2} aria-hidden className="text-ink-3" />
      <span className="visually-hidden">{t('clean')}</span>
    </>
  )
}

interface CellProps {
  row: ImportRow
  field: FieldId
  onEdit: (cell: EditedCell) => void
}

export const cellText = (cell: ImportCell | undefined): string => cell?.label ?? cell?.text ?? ''

function Cell({ row, field, onEdit }: CellProps) {
  const t = useTranslations('imports')
  const say = useCellIssue()
  const cell = row.cells[field]
  const issue = row.skipped ? null : cell?.issue
  const text = cellText(cell)
  return (
    <button
      type="button"
      className="import-cell"
      // Tab goes from one that is wrong to the next; arrows reach all of them.
      tabIndex={issue ? 0 : -1}
      data-cell
      data-bad={issue ? true : undefined}
      data-edited={(cell && cell.text !== cell.raw) || undefined}
      data-reason={issue ? `${t(`field.${field}`)}: ${say.sentence(issue)}` : undefined}
      onClick={({ currentTarget }) => onEdit({ row, field, anchor: currentTarget })}
    >
      <span className="visually-hidden">
        {t(`field.${field}`)}, {t('rows.rowOf', { row: String(row.row) })}:{' '}
      </span>
      {text === '' ? <span className="text-ink-3">{issue ? t('rows.empty') : '–'}</span> : text}
      {issue ? (
        <span className="cell-issue">
          <CircleAlert size={12} strokeWidth={2} aria-hidden />
          <span aria-hidden="true">{say.short(issue.code)}</span>
          <span className="visually-hidden">. {say.sentence(issue)}</span>
        </span>
      ) : null}
    </button>
  )
}
