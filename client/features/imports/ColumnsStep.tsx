import { CircleAlert } from 'lucide-react'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { useFormat } from '#client/ui/FormatProvider.tsx'
import type { FieldId } from '#shared/contract/import-fields.ts'
import type { Import } from '#shared/contract/imports.ts'
import { ColumnTable } from './ColumnTable.tsx'
import { Constants } from './Constants.tsx'
import { HeaderChoice } from './HeaderChoice.tsx'
import type { StepProps } from './ImportWizard.tsx'
import { lacksColumns } from './import-search.ts'
import { KindChoice } from './KindChoice.tsx'
import { StepFoot } from './StepFoot.tsx'

/** What each column contains, and what no column says. */
export function ColumnsStep({ one, writes }: StepProps) {
  const t = useTranslations('imports.columns')
  const format = useFormat()
  const taken = one.columns.filter(({ field }) => field !== null).length
  const [choosing, setChoosing] = useState<Readonly<Record<number, FieldId | null>>>({})

  const choose = async (index: number, field: FieldId | null) => {
    const before = one.columns.find((column) => field !== null && column.field === field)
    const columns = { [index]: field, ...(before ? { [before.index]: null } : {}) }
    setChoosing(columns)
    await writes.write({ type: 'mapping', mapping: { columns } })
    setChoosing({})
  }
  return (
    <>
      <h1 className="page-title max-w-[42rem]">
        {one.kind === null
          ? t('titleUnknown')
          : t('title', { missing: one.missing.length, taken, of: format.integer(one.columns.length) })}
      </h1>
      <p className="mt-1 max-w-[42rem] text-ink-2">{t(one.kind === null ? 'ledeUnknown' : 'lede')}</p>
      <div className="mt-4 grid gap-6">
        <div className="grid max-w-[46rem] gap-4">
          {one.kind === null ? <KindChoice one={one} writes={writes} /> : null}
          <HeaderChoice one={one} writes={writes} />
        </div>
        {one.missing.length > 0 ? <Missing one={one} /> : null}
        {one.kind && one.columns.length > 0 ? (
          <ColumnTable
            kind={one.kind}
            columns={one.columns.map((column) => ({
              ...column,
              field: choosing[column.index] === undefined ? column.field : (choosing[column.index] ?? null),
            }))}
            onChoose={(index, field) => void choose(index, field)}
          />
        ) : null}
        {one.kind ? <Constants kind={one.kind} one={one} writes={writes} /> : null}
        {one.ignored.length > 0 ? <Ignored one={one} /> : null}
      </div>
      <StepFoot one={one} next="rows" ready={!lacksColumns(one)} />
    </>
  )
}

function Missing({ one }: { one: Import }) {
  const t = useTranslations('imports')
  const list = one.missing.map((field) => t(`field.${field}`)).join(', ')
  return (
    <p className="notice notice-danger flex max-w-[46rem] items-start gap-2">
      <CircleAlert size={16} strokeWidth={1.75} aria-hidden className="mt-0.5 flex-none text-danger" />
      {t('columns.missing', { fields: list })}
    </p>
  )
}

function Ignored({ one }: { one: Import }) {
  const t = useTranslations('imports.columns')
  return (
    <details className="max-w-[46rem]">
      <summary className="fold-summary">{t('ignored', { count: one.ignored.length })}</summary>
      <ul className="list-rows mt-1">
        {one.ignored.map(({ row, why, text }) => (
          <li key={row} className="flex flex-wrap gap-x-3 py-1.5">
            <span className="text-ink-3">{t('row', { row: String(row) })}</span>
            <span className="min-w-0 flex-1 import-words">{text}</span>
            <span className="text-ink-3">{t(`ignoredWhy.${why}`)}</span>
          </li>
        ))}
      </ul>
    </details>
  )
}
