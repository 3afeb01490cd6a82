import { emptyDraft, type PartnershipDraft } from './partnership-draft.ts'

/** The drawer in which the unfinished entry waits. `localStorage`, so that it outlives the tab and the battery. */
export type DraftDrawer = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>

const KEY = 'jejaring.partnership-draft.1'
/** An entry of the outbox that is being changed has a drawer of its own beside the new one. */
const keyOf = (entry?: string) => (entry === undefined ? KEY : `${KEY}.${entry}`)

export interface KeptDraft {
  draft: PartnershipDraft
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

/** The kept entry, or null; one that an older page wrote in another shape is dropped, what it did not know is empty. */
export function readDraft(drawer: DraftDrawer, entry?: string): KeptDraft | null {
  try {
    const value: unknown = JSON.parse(drawer.getItem(keyOf(entry)) ?? 'null')
    if (!isKept(value)) return null
    return { ...value, draft: { ...emptyDraft(value.draft.startedOn), ...value.draft } }
  } catch {
    return null
  }
}

/** Keeps the entry. A full or forbidden drawer is no reason to disturb the typing. */
export function keepDraft(drawer: DraftDrawer, kept: KeptDraft, entry?: string): boolean {
  try {
    drawer.setItem(keyOf(entry), JSON.stringify(kept))
    return true
  } catch {
    return false
  }
}

export function dropDraft(drawer: DraftDrawer, entry?: string): void {
  try {
    drawer.removeItem(keyOf(entry))
  } catch {
    // A forbidden drawer holds nothing to drop.
  }
}

/** Every draft on this device: what they name is still needed. */
export function allDrafts(drawer: DraftDrawer & Pick<Storage, 'key' | 'length'>): PartnershipDraft[] {
  const keys = Array.from({ length: drawer.length }, (_, i) => drawer.key(i) ?? '')
  return keys.flatMap((key) => {
    if (!key.startsWith(KEY)) return []
    return readDraft(drawer, key.slice(KEY.length + 1) || undefined)?.draft ?? []
  })
}
