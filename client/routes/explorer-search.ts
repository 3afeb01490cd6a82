import { type ExplorerSearch, readView, writeView } from '../features/explorer/view-state.ts'

/** The explorer's part of the address, rid of what it does not understand. */
export function parseExplorerSearch(search: Readonly<Record<string, unknown>>): ExplorerSearch {
  const { on: _on, definition: _definition, ...own } = writeView(readView(search))
  return own
}
