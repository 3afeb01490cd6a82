import { type QueryClient, useQueryClient } from '@tanstack/react-query'
import { useCallback, useRef, useState } from 'react'
import type { ImportRow, ImportRowPage } from '#shared/contract/imports.ts'
import { ApiError } from './http.ts'
import { type ImportWrite, type ImportWritten, importQuery, importRowsKey, writeImport } from './imports.ts'

/** A change that was not taken, and why; it is kept until somebody decides. */
export interface HeldWrite {
  write: ImportWrite
  error: ApiError
}

export type WriteOutcome = { type: 'written'; written: ImportWritten } | { type: 'held'; error: ApiError }

export interface ImportWrites {
  /** `quiet`: whoever writes shows a refusal themselves. */
  write: (write: ImportWrite, quiet?: boolean) => Promise<WriteOutcome>
  held: HeldWrite | null
  /** Sends what is held again, at the version that is shown now. */
  retry: () => void
  forget: () => void
  writing: boolean
}

/** Rows that were fixed stay where they are; other lists are read anew when they are looked at. */
function showRows(queries: QueryClient, id: string, rows: readonly ImportRow[]): void {
  const queryKey = importRowsKey(id)
  void queries.invalidateQueries({ queryKey, refetchType: rows.length > 0 ? 'none' : 'active' })
  const byNumber = new Map(rows.map((row) => [row.row, row]))
  queries.setQueriesData<ImportRowPage>(
    { queryKey, type: 'active' },
    (page) => page && { ...page, rows: page.rows.map((row) => byNumber.get(row.row) ?? row) },
  )
}

/** Writes to one draft, one after another, each at the version that is shown. */
export function useImportWrites(id: string): ImportWrites {
  const queries = useQueryClient()
  const [held, setHeld] = useState<HeldWrite | null>(null)
  const [writing, setWriting] = useState(0)
  const last = useRef<Promise<unknown>>(Promise.resolve())

  const send = useCallback(
    async (write: ImportWrite, quiet: boolean): Promise<WriteOutcome> => {
      const { queryKey } = importQuery(id)
      try {
        const version = queries.getQueryData(queryKey)?.version ?? 0
        const written = await writeImport(id, version, write)
        queries.setQueryData(queryKey, written.import)
        if (write.type !== 'dry-run') showRows(queries, id, written.rows)
        void queries.invalidateQueries({ queryKey: ['imports', 'list'] })
        return { type: 'written', written }
      } catch (error) {
        if (!(error instanceof ApiError)) throw error
        if (error.code === 'stale' || error.code === 'conflict')
          await Promise.all([
            queries.invalidateQueries({ queryKey }),
            queries.invalidateQueries({ queryKey: importRowsKey(id) }),
          ])
        if (!quiet) setHeld({ write, error })
        return { type: 'held', error }
      }
    },
    [id, queries],
  )
  const write = useCallback(
    (change: ImportWrite, quiet = false) => {
      setWriting((count) => count + 1)
      if (!quiet) setHeld(null)
      const outcome = last.current.then(() => send(change, quiet))
      last.current = outcome.catch(() => undefined)
      return outcome.finally(() => setWriting((count) => count - 1))
    },
    [send],
  )
  return {
    write,
    held,
    retry: () => void (held && write(held.write)),
    forget: () => setHeld(null),
    writing: writing > 0,
  }
}
