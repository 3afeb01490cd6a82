import { useTranslations } from 'use-intl'
import type { FieldId } from '#shared/contract/import-fields.ts'
import type { ImportMatch } from '#shared/contract/imports.ts'

interface MatchFieldsProps {
  match: ImportMatch
  row: number
  /** Fields in which what is there stays. */
  kept: readonly FieldId[]
  onKeep: (fields: readonly FieldId[]) => void
}

/** What the row says otherwise, and which of the two is taken. */
export function MatchFields({ match, row, kept, onKeep }: MatchFieldsProps) {
  const t = useTranslations('imports')
  const theirsTitle = match.id === null ? t('rows.rowOf', { row: String(match.row) }) : t('duplicates.theirs')
  const oursTitle = match.id === null ? t('rows.rowOf', { row: String(row) }) : t('duplicates.ours')
  if (match.differs.length === 0) return <p className="py-2 text-ink-2">{t('duplicates.nothingDiffers')}</p>
  return (
    <table className="data-table match-fields">
      <thead>
        <tr>
          <th scope="col">{t('duplicates.field')}</th>
          <th scope="col">{theirsTitle}</th>
          <th scope="col">{oursTitle}</th>
        </tr>
      </thead>
      <tbody>
        {match.differs.map(({ field, theirs, ours }) => {
          const keeps = kept.includes(field)
          const name = `${row}-${match.id ?? match.row}-${field}`
          const fieldName = t(`field.${field}`)
          return (
            <tr key={field}>
              <th scope="row">{fieldName}</th>
              <td data-label={theirsTitle}>
                <label className="match-side" data-chosen={keeps || undefined}>
                  <input
                    type="radio"
                    name={name}
                    checked={keeps}
                    aria-label={`${fieldName}, ${theirsTitle}: ${theirs ?? t('duplicates.empty')}`}
                    onChange={() => onKeep([...kept, field])}
                  />
                  <span>{theirs ?? <i className="text-ink-3">{t('duplicates.empty')}</i>}</span>
                </label>
              </td>
              <td data-label={oursTitle}>
                <label className="match-side" data-chosen={!keeps || undefined}>
                  <input
                    type="radio"
                    name={name}
                    checked={!keeps}
                    aria-label={`${fieldName}, ${oursTitle}: ${ours}`}
                    onChange={() => onKeep(kept.filter((known) => known !== field))}
                  />
                  <span>{ours}</span>
                </label>
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
