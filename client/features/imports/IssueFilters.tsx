import { useTranslations } from 'use-intl'
import { Button } from '#client/ui/Button.tsx'
import { useFormat } from '#client/ui/FormatProvider.tsx'
import { type CellIssueCode, type FieldId, fieldsOf } from '#shared/contract/import-fields.ts'
import type { Import } from '#shared/contract/imports.ts'
import { useCellIssue } from './use-cell-issue.ts'

interface Issue {
  field?: FieldId
  code?: CellIssueCode
}

interface IssueFiltersProps {
  one: Import
  field: FieldId | undefined
  code: CellIssueCode | undefined
  onChoose: (issue: Issue) => void
  onSkip: (issue: Issue) => void
  /** Nothing in place of what is wrong, where the field may stay empty. */
  onClear: (field: FieldId, code: CellIssueCode) => void
}

/** What is wrong, most often first; each narrows the list to its rows. */
export function IssueFilters({ one, field, code, onChoose, onSkip, onClear }: IssueFiltersProps) {
  const t = useTranslations('imports')
  const format = useFormat()
  const say = useCellIssue()
  const chosen = one.issues.find((issue) => issue.code === code && (issue.field ?? undefined) === field)
  return (
    <div className="issue-filters">
      <ul aria-label={t('rows.issues')}>
        {one.issues.map((issue) => {
          const pressed = issue === chosen
          const words = say.short(issue.code)
          return (
            <li key={`${issue.field} ${issue.code}`}>
              <button
                type="button"
                className="issue-filter"
                aria-pressed={pressed}
                onClick={() =>
                  onChoose(
                    pressed ? {} : { ...(issue.field ? { field: issue.field } : {}), code: issue.code },
                  )
                }
              >
                {issue.field
                  ? t('rows.issueCells', { field: t(`field.${issue.field}`), issue: words })
                  : t('rows.rowIssue', { issue: words })}
                <b>{format.integer(issue.cells)}</b>
              </button>
            </li>
          )
        })}
      </ul>
      <div className="flex flex-wrap gap-2">
        <Button
          look="text"
          className="-ml-2"
          onClick={() =>
            onSkip(chosen ? { ...(chosen.field ? { field: chosen.field } : {}), code: chosen.code } : {})
          }
        >
          {chosen ? t('rows.skipThese', { count: chosen.rows }) : t('rows.skipAll')}
        </Button>
        {chosen?.field && mayBeEmpty(one, chosen.field) ? (
          <Button look="text" onClick={() => chosen.field && onClear(chosen.field, chosen.code)}>
            {t('rows.clearThese', { count: chosen.cells })}
          </Button>
        ) : null}
      </div>
    </div>
  )
}

const mayBeEmpty = ({ kind }: Import, field: FieldId) =>
  kind !== null && !fieldsOf(kind).some(({ id, required }) => id === field && required)
