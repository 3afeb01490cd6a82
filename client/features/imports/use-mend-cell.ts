import { useState } from 'react'
import { useTranslations } from 'use-intl'
import type { ApiError } from '#client/api/http.ts'
import type { ImportWrites } from '#client/api/use-import-writes.ts'
import { useAnnounce } from '#client/ui/LiveRegion.tsx'
import type { FieldId } from '#shared/contract/import-fields.ts'
import type { ImportFixes } from '#shared/contract/imports.ts'
import { useCellIssue } from './use-cell-issue.ts'

export interface Mending {
  state: 'idle' | 'mending' | 'refused'
  error: ApiError | null
}

interface MendedCell {
  row: number
  field: FieldId
  /** What the cell says now. */
  from: string
  writes: ImportWrites
}

/** Writes a cell and has it checked at once; answers whether nothing is wrong with it any more. */
export function useMendCell({ row, field, from, writes }: MendedCell) {
  const t = useTranslations('imports')
  const say = useCellIssue()
  const announce = useAnnounce()
  const [mending, setMending] = useState<Mending>({ state: 'idle', error: null })

  const send = async (fix: ImportFixes['fixes'][number], quiet = true) => {
    setMending({ state: 'mending', error: null })
    const outcome = await writes.write({ type: 'fixes', fixes: [fix] }, quiet)
    if (outcome.type === 'held') {
      setMending({ state: 'refused', error: outcome.error })
      return false
    }
    setMending({ state: 'idle', error: null })
    const cell = outcome.written.rows.find((known) => known.row === row)?.cells[field]
    announce(
      cell?.issue
        ? t('cell.still', { issue: say.sentence(cell.issue) })
        : t('cell.fixed', { field: t(`field.${field}`), row: String(row) }),
    )
    return !cell?.issue
  }
  return {
    ...mending,
    mend: (text: string, everywhere: boolean, quiet = true) =>
      send(everywhere ? { fix: 'replace', field, from, text } : { fix: 'cell', row, field, text }, quiet),
    restore: () => send({ fix: 'restore', row, field }),
  }
}
