import type { KnownParty } from './partnership-draft.ts'

/** What this person does most: the next entry begins with it. */
export interface Habits {
  kind: string | null
  /** Kelurahan of whoever was named last. */
  regionCode: string | null
  /** The last that were named, latest first. */
  recent: KnownParty[]
}

const KEY = 'jejaring.log-habits.1'
const MOST = 8
const NONE: Habits = { kind: null, regionCode: null, recent: [] }

export function readHabits(drawer: Pick<Storage, 'getItem'>): Habits {
  try {
    const kept = JSON.parse(drawer.getItem(KEY) ?? 'null') as Partial<Habits> | null
    return { ...NONE, ...kept, recent: Array.isArray(kept?.recent) ? kept.recent : [] }
  } catch {
    return NONE
  }
}

/** After an entry was saved. */
export function keepHabits(
  drawer: Pick<Storage, 'getItem' | 'setItem'>,
  { kind, parties }: { kind: string | null; parties: readonly { type: string }[] },
): void {
  const named = parties.filter((party): party is KnownParty => party.type === 'known')
  const before = readHabits(drawer)
  const ids = new Set(named.map(({ actorId }) => actorId))
  const recent = [...named, ...before.recent.filter(({ actorId }) => !ids.has(actorId))].slice(0, MOST)
  const regionCode = named.find((party) => party.regionCode !== null)?.regionCode ?? before.regionCode
  try {
    drawer.setItem(KEY, JSON.stringify({ kind: kind ?? before.kind, regionCode, recent }))
  } catch {
    // A full drawer: the next entry begins plainly.
  }
}
