import { useQuery } from '@tanstack/react-query'
import { Download } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useLocale, useTranslations } from 'use-intl'
import { importRowsQuery, problemsUrl, type RowsShown } from '#client/api/imports.ts'
import { LoadFailed } from '#client/network/LoadFailed.tsx'
import { Button } from '#client/ui/Button.tsx'
import { buttonClass } from '#client/ui/button-class.ts'
import { usePhone } from '#client/ui/use-media.ts'
import { CellEditor, type EditedCell } from './CellEditor.tsx'
import { focusNextBad } from './focus-next-bad.ts'
import type { StepProps } from './ImportWizard.tsx'
import { IssueFilters } from './IssueFilters.tsx'
import { RowCards } from './RowCards.tsx'
import { RowPager } from './RowPager.tsx'
import { RowTable } from './RowTable.tsx'
import { ShowChoice } from './ShowChoice.tsx'
import { StepFoot } from './StepFoot.tsx'
import { shownFields } from './shown-fields.ts'
import { useSkip } from './use-skip.ts'

const PAGE_SIZE = 50
const SHOWN = ['problems', 'all', 'skipped'] as const satisfies RowsShown[]

/** Row by row what the file says, with whatever is wrong marked and mended in its place. */
export function RowsStep({ one, search, onSearch, writes }: StepProps) {
  const t = useTranslations('imports.rows')
  const locale = useLocale()
  const phone = usePhone()
  // What is mended stays in its place until somebody asks for another list.
  const [first] = useState<RowsShown>(one.problems > 0 ? 'problems' : 'all')
  const show =
    SHOWN.find((known) => known === search.show) ?? (search.code || search.field ? 'problems' : first)
  const page = search.page ?? 1
  const { field, code } = show === 'problems' ? search : {}
  const { data, error, isPlaceholderData, refetch } = useQuery(
    importRowsQuery(one.id, { show, field, code, page, pageSize: PAGE_SIZE }),
  )
  const [editing, setEditing] = useState<EditedCell | null>(null)
  const [fields] = useState(() => shownFields(one))
  const skip = useSkip(one, writes)
  const [reason, setReason] = useState('')
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was pointed at may say something else now
  useEffect(() => setReason(''), [data])
  const { kind } = one

  if (!kind || one.headerRow === null) return <NoRows {...{ one, search, onSearch, writes }} />
  const edited = editing && (data?.rows.find(({ row }) => row === editing.row.row) ?? editing.row)
  const counts = { problems: one.problems, all: one.rows, skipped: one.skipped }
  const table = {
    kind,
    fields,
    rows: data?.rows ?? [],
    onEdit: setEditing,
    onSkip: skip.rows,
    onReason: setReason,
  }
  return (
    <>
      <h1 className="page-title max-w-[46rem]">
        {one.rows === 0 ? t('titleNone') : t('title', { problems: one.problems, rows: one.rows })}
      </h1>
      <p className="mt-1 max-w-[42rem] text-ink-2">{one.problems > 0 ? t('lede') : t('ledeClean')}</p>
      <ShowChoice
        legend={t('filter')}
        choices={SHOWN.map((value) => ({ value, label: t(value), count: counts[value] }))}
        shown={show}
        onShow={(known) => onSearch({ step: 'rows', show: known })}
      >
        {one.problems > 0 ? (
          <a className={buttonClass('text')} href={problemsUrl(one.id, locale)} download>
            <Download size={16} strokeWidth={1.75} aria-hidden />
            {t('errors')}
          </a>
        ) : null}
      </ShowChoice>
      {show === 'problems' && one.issues.length > 0 ? (
        <IssueFilters
          one={one}
          field={search.field}
          code={search.code}
          onChoose={(issue) => onSearch({ step: 'rows', show: 'problems', ...issue })}
          onSkip={(issue) => void skip.problems(issue)}
          onClear={(known, wrong) => void skip.clear(known, wrong)}
        />
      ) : null}
      {error ? (
        <div className="mt-5">
          <LoadFailed error={error} onRetry={() => void refetch()} />
        </div>
      ) : null}
      <section
        className={`section mt-4 ${isPlaceholderData ? 'is-previous' : ''}`}
        aria-busy={isPlaceholderData || !data}
      >
        {data && data.rows.length === 0 ? (
          <p className="py-3">{t(show === 'problems' ? 'nothingLeft' : 'nothing')}</p>
        ) : phone ? (
          <RowCards {...table} />
        ) : (
          <RowTable {...table} />
        )}
        {show === 'problems' && data?.rows.some(isFine) ? (
          <Button look="text" className="mt-2" onClick={() => void refetch()}>
            {t('refresh')}
          </Button>
        ) : null}
        {data ? (
          <RowPager page={data} label={t('pages')} onPage={(to) => onSearch({ ...search, page: to })} />
        ) : null}
      </section>
      {editing && edited ? (
        <CellEditor
          key={`${edited.row} ${editing.field}`}
          kind={kind}
          row={edited}
          field={editing.field}
          anchor={editing.anchor}
          writes={writes}
          onSkip={() => void skip.rows([edited.row], true)}
          onClose={(mended) => {
            setEditing(null)
            if (mended) focusNextBad(editing.anchor)
          }}
        />
      ) : null}
      <StepFoot
        one={one}
        next={one.open > 0 ? 'duplicates' : 'trial'}
        ready={one.problems === 0}
        note={phone ? '' : reason}
      />
    </>
  )
}

const isFine = ({ cells, skipped }: EditedCell['row']) =>
  skipped || Object.values(cells).every((cell) => cell.issue === null)

function NoRows({ one }: StepProps) {
  const t = useTranslations('imports')
  return (
    <>
      <h1 className="page-title">{t('rows.titleNone')}</h1>
      <p className="mt-1 text-ink-2">{t(one.kind ? 'columns.headerNone' : 'file.kindAsk')}</p>
      <StepFoot one={one} next="columns" ready />
    </>
  )
}
