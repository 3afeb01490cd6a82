import { findByName, type NameIndex } from './find-by-name.ts'

export const GROUPS = ['actor', 'sector', 'place', 'page', 'action'] as const
export type GroupId = (typeof GROUPS)[number]

/** Something that can be found. */
export interface SearchItem {
  group: GroupId
  id: string
}

export interface SearchGroup {
  group: GroupId | 'recent'
  items: readonly SearchItem[]
  /** All that match, also those not shown. */
  total: number
}

/** The things of one group: their ids, and their names to be found by. */
export interface Searchable {
  ids: readonly string[]
  names: NameIndex
}

export type Searchables = Readonly<Record<GroupId, Searchable>>

const SHOWN: Record<GroupId, number> = { actor: 20, sector: 4, place: 4, page: 4, action: 4 }

/** Groups with a match, in their fixed order; without a query what was chosen last, then pages and actions. */
export function searchGroups(
  from: Searchables,
  query: string,
  recent: readonly SearchItem[],
): readonly SearchGroup[] {
  if (query.trim() === '') {
    const known = recent.filter(({ group, id }) => from[group].ids.includes(id))
    return [
      { group: 'recent', items: known, total: known.length },
      ...(['page', 'action'] as const).map((group) => ({
        group,
        items: from[group].ids.map((id) => ({ group, id })),
        total: from[group].ids.length,
      })),
    ].filter(({ items }) => items.length > 0) as SearchGroup[]
  }
  return GROUPS.map((group): SearchGroup => {
    const { best, total } = findByName(from[group].names, query, SHOWN[group])
    return { group, items: best.map((row) => ({ group, id: from[group].ids[row]! })), total }
  }).filter(({ items }) => items.length > 0)
}
