import { replaceEqualDeep, useNavigate, useSearch } from '@tanstack/react-router'
import { useCallback, useMemo, useRef } from 'react'
import { type ExplorerView, readView, writeView } from './view-state.ts'

export type ChangeView = (change: Partial<ExplorerView>, keepInHistory?: boolean) => void

/** The view that the address names, and the way to change it: the address first, the page follows. */
export function useExplorerView(): { view: ExplorerView; change: ChangeView } {
  const search: Readonly<Record<string, unknown>> = useSearch({ strict: false })
  const navigate = useNavigate()
  const last = useRef<ExplorerView>(undefined)
  const view = useMemo(() => {
    // What has not changed stays the same object: nothing that hangs on it is done again.
    last.current = replaceEqualDeep(last.current, readView(search))
    return last.current
  }, [search])
  const change = useCallback<ChangeView>(
    (part, keepInHistory = false) => {
      void navigate({
        to: '/jejaring',
        // The whole address is written anew; the two shared parameters are named so that they can also be dropped.
        search: (before: object) => ({
          on: undefined,
          definition: undefined,
          ...writeView({ ...readView(before as Record<string, unknown>), ...part }),
        }),
        replace: !keepInHistory,
        resetScroll: false,
      })
    },
    [navigate],
  )
  return { view, change }
}
