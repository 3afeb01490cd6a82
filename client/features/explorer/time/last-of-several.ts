import type { ExplorerTab, ExplorerView } from '../view-state.ts'

/** The last of the quarters that stand side by side on graph and table; null where one date is shown, as matrix and map do. */
export function lastOfSeveral(
  view: ExplorerView,
  tab: ExplorerTab,
  shownOn: string,
  lastOn: string | undefined,
): string | null {
  if (view.quarters === null || lastOn === undefined || (tab !== 'graph' && tab !== 'list')) return null
  const on = view.on ?? shownOn
  return on === 'all' ? lastOn : on
}
