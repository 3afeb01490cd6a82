import { useTranslations } from 'use-intl'
import type { ImportWrites } from '#client/api/use-import-writes.ts'
import { useAnnounce } from '#client/ui/LiveRegion.tsx'
import type { CellIssueCode, FieldId } from '#shared/contract/import-fields.ts'
import type { Import } from '#shared/contract/imports.ts'

/** Leaves rows out, and takes them in again. */
export function useSkip(one: Import, { write }: ImportWrites) {
  const t = useTranslations('imports.held')
  const list = useTranslations('imports.rows')
  const announce = useAnnounce()
  return {
    rows: async (rows: readonly number[], skip: boolean) => {
      const outcome = await write({ type: 'fixes', fixes: [{ fix: 'skip', rows: [...rows], skip }] })
      if (outcome.type === 'written') announce(t(skip ? 'skip' : 'unskip', { count: rows.length }))
    },
    problems: async (issue: { field?: FieldId; code?: CellIssueCode }) => {
      const outcome = await write({ type: 'fixes', fixes: [{ fix: 'skip-problems', ...issue }] })
      if (outcome.type === 'written')
        announce(list('skippedNow', { count: outcome.written.import.skipped - one.skipped }))
    },
    clear: (field: FieldId, code: CellIssueCode) =>
      write({ type: 'fixes', fixes: [{ fix: 'clear-problems', field, code }] }),
  }
}
