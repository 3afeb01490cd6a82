import { useState } from 'react'

/** Rows picked in a list that is read page by page: some by id, or all that match. */
export interface PickedRows {
  ids: ReadonlySet<string>
  /** All that match the filters, on whatever page. */
  all: boolean
  count: number
  has: (id: string) => boolean
  toggle: (id: string) => void
  /** Picks or drops all of a page. */
  togglePage: (ids: readonly string[], picked: boolean) => void
  pickAll: () => void
  clear: () => void
}

/** @param filters what the list is of: with another one, nothing is picked */
export function usePickedRows(total: number, filters: string): PickedRows {
  const [state, setState] = useState<{ ids: ReadonlySet<string>; all: boolean; filters: string }>({
    ids: new Set(),
    all: false,
    filters,
  })
  const { ids, all } = state.filters === filters ? state : { ids: new Set<string>(), all: false }
  const pick = (next: ReadonlySet<string>, everything = false) =>
    setState({ ids: next, all: everything, filters })
  return {
    ids,
    all,
    count: all ? total : ids.size,
    has: (id) => all || ids.has(id),
    toggle: (id) => {
      const next = new Set(ids)
      if (!next.delete(id)) next.add(id)
      pick(next)
    },
    togglePage: (page, picked) => {
      const next = new Set(ids)
      for (const id of page) {
        if (picked) next.add(id)
        else next.delete(id)
      }
      pick(next)
    },
    pickAll: () => pick(ids, true),
    clear: () => pick(new Set()),
  }
}
