import type { PartnershipDraft } from './partnership-draft.ts'

/** The drawer in which the unfinished entry waits. `localStorage`, so that it outlives the tab and the battery. */
export type DraftDrawer = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>

const KEY = 'jejaring.partnership-draft.1'

export interface KeptDraft {
  draft: PartnershipDraft
  /** Saved by the person while there was no signal: to be sent, not only to be continued. */
  waiting: boolean
  keptAt: string
}

const isParty = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && 'key' in value && 'name' in value && 'type' in value

function isKept(value: unknown): value is KeptDraft {
  if (typeof value !== 'object' || value === null || !('draft' in value)) return false
  const { draft } = value
  return (
    typeof draft === 'object' &&
    draft !== null &&
    'parties' in draft &&
    Array.isArray(draft.parties) &&
    draft.parties.every(isParty) &&
    'intensity' in draft &&
    typeof draft.intensity === 'number' &&
    'startedOn' in draft &&
    typeof draft.startedOn === 'string'
  )
}

/** The kept entry, or null; one that an older page wrote in another shape is dropped. */
export function readDraft(drawer: DraftDrawer): KeptDraft | null {
  try {
    const value: unknown = JSON.parse(drawer.getItem(KEY) ?? 'null')
    return isKept(value) ? value : null
  } catch {
    return null
  }
}

/** Keeps the entry. A full or forbidden drawer is no reason to disturb the typing. */
export function keepDraft(drawer: DraftDrawer, kept: KeptDraft): boolean {
  try {
    drawer.setItem(KEY, JSON.stringify(kept))
    return true
  } catch {
    return false
  }
}

export function dropDraft(drawer: DraftDrawer): void {
  try {
    drawer.removeItem(KEY)
  } catch {
    // A forbidden drawer holds nothing to drop.
  }
}
