import { CircleHelp } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { type FieldId, fieldsOf, type SheetKind } from '#shared/contract/import-fields.ts'
import type { ImportColumn } from '#shared/contract/imports.ts'

const SAMPLES = 3
const UNSURE = ['similar', 'values']

interface ColumnTableProps {
  kind: SheetKind
  columns: readonly ImportColumn[]
  onChoose: (index: number, field: FieldId | null) => void
}

/** Column by column: what it is called in the file, a few of its values, and what it contains for the register. */
export function ColumnTable({ kind, columns, onChoose }: ColumnTableProps) {
  const t = useTranslations('imports')
  const used = new Set(columns.map(({ field }) => field))
  return (
    <section className="section column-section">
      <table className="data-table column-table">
        <thead>
          <tr>
            <th scope="col">{t('columns.column')}</th>
            <th scope="col">{t('columns.samples')}</th>
            <th scope="col">{t('columns.contains')}</th>
          </tr>
        </thead>
        <tbody>
          {columns.map((column) => {
            const header = column.header || t('columns.noHeader')
            return (
              <tr key={column.index} data-unused={column.field === null || undefined}>
                <th scope="row">
                  <span className="column-letter">{column.letter}</span>
                  <span className="font-semibold import-words">{header}</span>
                </th>
                <td className="column-samples">
                  {column.samples.slice(0, SAMPLES).join(' · ') || t('columns.noSamples')}
                </td>
                <td>
                  <select
                    className="input"
                    aria-label={t('columns.containsOf', { letter: column.letter, header })}
                    value={column.field ?? ''}
                    onChange={(event) =>
                      onChoose(
                        column.index,
                        fieldsOf(kind).find(({ id }) => id === event.target.value)?.id ?? null,
                      )
                    }
                  >
                    <option value="">{t('columns.none')}</option>
                    {fieldsOf(kind).map(({ id, required }) => (
                      <option key={id} value={id}>
                        {t(`field.${id}`)}
                        {required ? ` (${t('columns.required')})` : ''}
                        {used.has(id) && column.field !== id ? ' ✓' : ''}
                      </option>
                    ))}
                  </select>
                  {column.field && column.found ? (
                    <span className="caption flex items-center gap-1">
                      {UNSURE.includes(column.found) ? (
                        <CircleHelp size={14} strokeWidth={1.75} aria-hidden className="flex-none" />
                      ) : null}
                      {t(`columns.found.${column.found}`)}
                    </span>
                  ) : null}
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </section>
  )
}
