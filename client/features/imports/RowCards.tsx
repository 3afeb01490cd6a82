import { Check, CircleAlert } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { Button } from '#client/ui/Button.tsx'
import type { FieldId } from '#shared/contract/import-fields.ts'
import type { ImportRow } from '#shared/contract/imports.ts'
import { cellText, type RowListProps } from './RowTable.tsx'
import { rowName } from './shown-fields.ts'
import { useCellIssue } from './use-cell-issue.ts'

/** On the phone one row is one card: what is wrong in it first. */
export function RowCards({ kind, fields, rows, onEdit, onSkip }: RowListProps) {
  const t = useTranslations('imports')
  return (
    <ul className="list-rows" aria-label={t('rows.table')} data-rows>
      {rows.map((row) => {
        const wrong = row.skipped ? [] : fields.filter((field) => row.cells[field]?.issue)
        const others = fields.filter((field) => !wrong.includes(field) && row.cells[field])
        return (
          <li key={row.row} className="py-3">
            <div className="flex items-start justify-between gap-3">
              <h2 className="min-w-0 font-semibold import-words">
                {t('rows.rowOf', { row: String(row.row) })} ·{' '}
                {rowName({ kind }, row.cells) || t('rows.empty')}
              </h2>
              {row.skipped ? (
                <span className="caption">{t('rows.left')}</span>
              ) : wrong.length === 0 ? (
                <span className="caption flex items-center gap-1">
                  <Check size={14} strokeWidth={2} aria-hidden />
                  {t('rows.clean')}
                </span>
              ) : null}
            </div>
            <div className="grid gap-2 pt-2">
              {wrong.map((field) => (
                <CardCell key={field} row={row} field={field} onEdit={onEdit} />
              ))}
            </div>
            {others.length > 0 ? (
              <details>
                <summary className="fold-summary">{t('rows.others')}</summary>
                <div className="grid gap-1.5">
                  {others.map((field) => (
                    <CardCell key={field} row={row} field={field} onEdit={onEdit} />
                  ))}
                </div>
              </details>
            ) : null}
            <Button look="text" className="-ml-2" onClick={() => void onSkip([row.row], !row.skipped)}>
              {t(row.skipped ? 'rows.unskip' : 'rows.skip')}
              <span className="visually-hidden">{`: ${t('rows.rowOf', { row: String(row.row) })}`}</span>
            </Button>
          </li>
        )
      })}
    </ul>
  )
}

interface CardCellProps extends Pick<RowListProps, 'onEdit'> {
  row: ImportRow
  field: FieldId
}

function CardCell({ row, field, onEdit }: CardCellProps) {
  const t = useTranslations('imports')
  const say = useCellIssue()
  const cell = row.cells[field]
  const issue = row.skipped ? null : cell?.issue
  return (
    <button
      type="button"
      className="import-cell card-cell"
      data-bad={issue ? true : undefined}
      onClick={({ currentTarget }) => onEdit({ row, field, anchor: currentTarget })}
    >
      <small className="block text-ink-2">{t(`field.${field}`)}</small>
      {cellText(cell) || <span className="text-ink-3">{t('rows.empty')}</span>}
      {issue ? (
        <span className="cell-issue">
          <CircleAlert size={14} strokeWidth={2} aria-hidden />
          {say.sentence(issue)}
        </span>
      ) : null}
    </button>
  )
}
