import type { ExplorerSearch } from '../features/explorer/view-state.ts'

/** Passed on as it stands: the page reads it tolerantly itself, and its reader stays out of the first load. */
export const parseExplorerSearch = (search: Readonly<Record<string, unknown>>) => search as ExplorerSearch
