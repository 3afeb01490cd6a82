import { GROUPS, type GroupId } from './search-groups.ts'

/** What was chosen last, by id alone: names come from the register, and go with it. */
export interface RecentChoice {
  group: GroupId
  id: string
}

const KEY = 'jejaring.recent'
const KEPT = 6

export function readRecent(): RecentChoice[] {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]')
    return Array.isArray(stored) ? stored.filter(isChoice).slice(0, KEPT) : []
  } catch {
    return []
  }
}

const isChoice = (value: unknown): value is RecentChoice =>
  typeof value === 'object' &&
  value !== null &&
  'id' in value &&
  typeof value.id === 'string' &&
  'group' in value &&
  GROUPS.some((group) => group === value.group)

export function rememberChoice(choice: RecentChoice): void {
  const others = readRecent().filter(({ group, id }) => group !== choice.group || id !== choice.id)
  try {
    localStorage.setItem(KEY, JSON.stringify([choice, ...others].slice(0, KEPT)))
  } catch {
    // Without storage there are no recent choices, and searching works as well.
  }
}
