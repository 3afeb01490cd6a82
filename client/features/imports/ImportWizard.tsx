import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { WifiOff } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { useTranslations } from 'use-intl'
import { ApiError } from '#client/api/http.ts'
import { importQuery, importRowsKey, isUnderWay } from '#client/api/imports.ts'
import { type ImportWrites, useImportWrites } from '#client/api/use-import-writes.ts'
import { LoadFailed } from '#client/network/LoadFailed.tsx'
import { EmptyState } from '#client/ui/EmptyState.tsx'
import { useOnline } from '#client/ui/use-online.ts'
import { useTitle } from '#client/ui/use-title.ts'
import type { Import } from '#shared/contract/imports.ts'
import { ColumnsStep } from './ColumnsStep.tsx'
import { DuplicatesStep } from './DuplicatesStep.tsx'
import { FileStep } from './FileStep.tsx'
import { HeldNotice } from './HeldNotice.tsx'
import { type ImportSearch, type Step, stepOf } from './import-search.ts'
import { RowsStep } from './RowsStep.tsx'
import { SaveStep } from './SaveStep.tsx'
import { StepLine } from './StepLine.tsx'
import { TrialStep } from './TrialStep.tsx'
import { UnderWay } from './UnderWay.tsx'

export interface StepProps {
  one: Import
  search: ImportSearch
  onSearch: (search: ImportSearch) => void
  writes: ImportWrites
}

interface ImportWizardProps {
  id: string
  search: ImportSearch
  onSearch: (search: ImportSearch) => void
}

const STEP_PARTS: Readonly<Record<Step, (props: StepProps) => React.ReactNode>> = {
  file: FileStep,
  columns: ColumnsStep,
  rows: RowsStep,
  duplicates: DuplicatesStep,
  trial: TrialStep,
  save: SaveStep,
}

/** One spreadsheet from its upload to the register, step by step; each step has an address. */
export function ImportWizard({ id, search, onSearch }: ImportWizardProps) {
  const t = useTranslations('imports')
  const common = useTranslations('common')
  const online = useOnline()
  // A colleague may be at work on it: what was read before is checked at every visit.
  const { data, error, refetch } = useQuery({ ...importQuery(id), staleTime: 0 })
  const writes = useImportWrites(id)
  useRowsAfterWork(data)
  useTitle(data?.fileName)

  if (!data)
    return error instanceof ApiError && error.code === 'not-found' ? (
      <div className="pt-6">
        <EmptyState title={t('gone')} action={<Link to="/impor">{t('steps.all')}</Link>} />
      </div>
    ) : error ? (
      <div className="pt-6">
        <LoadFailed error={error} onRetry={() => void refetch()} />
      </div>
    ) : (
      <p className="caption py-8" aria-busy="true">
        {common('state.loading')}
      </p>
    )

  // What is no draft any more has one thing to show, whatever the address says.
  const step = data.state === 'draft' ? (search.step ?? stepOf(data)) : stepOf(data)
  const Part = STEP_PARTS[step]
  return (
    <>
      <StepLine one={data} step={step} />
      {online ? null : (
        <p role="status" className="notice mt-4 flex items-center gap-2">
          <WifiOff size={16} strokeWidth={1.75} aria-hidden className="flex-none" />
          {t('offline')}
        </p>
      )}
      {writes.held ? <HeldNotice held={writes.held} onRetry={writes.retry} onForget={writes.forget} /> : null}
      {isUnderWay(data) && data.state !== 'committed' ? <UnderWay one={data} /> : null}
      <div className="pt-5">
        <Part key={step} one={data} search={search} onSearch={onSearch} writes={writes} />
      </div>
    </>
  )
}

/** Once something has ended that went on by itself, the rows may say otherwise. */
function useRowsAfterWork(one: Import | undefined): void {
  const queries = useQueryClient()
  const was = useRef(false)
  const { id } = one ?? {}
  const now = one !== undefined && isUnderWay(one)
  useEffect(() => {
    if (was.current && !now && id) void queries.invalidateQueries({ queryKey: importRowsKey(id) })
    was.current = now
  }, [now, id, queries])
}
