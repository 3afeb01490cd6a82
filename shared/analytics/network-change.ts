/**
 * What became of every tie and every actor between two dates of one network.
 *
 *   ties before = kept + ended + lapsed            ties after = kept + added + reactivated
 *   unlinked after = unlinked before + isolated + entered without - connected - left without
 *
 * A tie of the later date alone is reactivated where it had counted on some day before the earlier date, else added; one of the
 * earlier date alone is lapsed where only its confirmation is missing, else ended. A tie that was interrupted between the dates
 * and counts on both is kept. Snijders, van de Bunt & Steglich 2010, Soc Networks 32:44 (turnover); the split by cause is ours.
 * Isolates are actors in n without a tie; whoever is in n on one date alone entered or left, and is never called newly isolated.
 * O(m log m). Actors are numbered once for both dates; ties of neither date, and self-ties, are not there.
 */
export const TIE_CHANGES = ['kept', 'added', 'reactivated', 'ended', 'lapsed'] as const
export type TieChange = (typeof TIE_CHANGES)[number]

export const ACTOR_CHANGES = [
  'absent',
  'linked',
  'unlinked',
  'connected',
  'isolated',
  'entered-linked',
  'entered-unlinked',
  'left-linked',
  'left-unlinked',
] as const
export type ActorChange = (typeof ACTOR_CHANGES)[number]

/** One date: who is in n, and its ties by the common numbers. */
export interface DatedTies {
  /** 1 = in n */
  present: ArrayLike<number>
  a: ArrayLike<number>
  b: ArrayLike<number>
}

export interface NetworkChange {
  /** Ties of either date, a < b, by a and then b. */
  a: Uint32Array
  b: Uint32Array
  /** By tie, an index into `TIE_CHANGES`. */
  ties: Uint8Array
  /** By actor, an index into `ACTOR_CHANGES`. */
  actors: Uint8Array
  tieCounts: Record<TieChange, number>
  actorCounts: Record<ActorChange, number>
}

/**
 * @param n actors, whether in n or not
 * @param returned per tie of `after`: 1 = it counted on a day before the earlier date
 * @param lapsed whether a pair of the earlier date would still be tied had it been confirmed
 */
export function networkChange(
  n: number,
  before: DatedTies,
  after: DatedTies,
  returned: ArrayLike<number>,
  lapsed: (a: number, b: number) => boolean,
): NetworkChange {
  const earlier = sortedKeys(n, before)
  const later = sortedKeys(n, after)
  const returnedKeys = keysWhere(n, after, returned)
  const a: number[] = []
  const b: number[] = []
  const ties: number[] = []
  const add = (key: number, change: TieChange): void => {
    a.push(Math.floor(key / n))
    b.push(key % n)
    ties.push(TIE_CHANGES.indexOf(change))
  }
  // both lists are in order: walked together, each pair is met once
  for (let i = 0, j = 0; i < earlier.length || j < later.length; ) {
    const [was, is] = [earlier[i] ?? Infinity, later[j] ?? Infinity]
    if (was === is) add(was, 'kept')
    else if (was < is) add(was, lapsed(Math.floor(was / n), was % n) ? 'lapsed' : 'ended')
    else add(is, returnedKeys.has(is) ? 'reactivated' : 'added')
    if (was <= is) i++
    if (is <= was) j++
  }
  const actors = actorChanges(n, before, after)
  return {
    a: Uint32Array.from(a),
    b: Uint32Array.from(b),
    ties: Uint8Array.from(ties),
    actors,
    tieCounts: countsOf(TIE_CHANGES, ties),
    actorCounts: countsOf(ACTOR_CHANGES, actors),
  }
}

function keyOf(n: number, { a, b }: DatedTies, e: number): number {
  return Math.min(a[e], b[e]) * n + Math.max(a[e], b[e])
}

function sortedKeys(n: number, ties: DatedTies): number[] {
  const keys = new Set<number>()
  for (let e = 0; e < ties.a.length; e++) if (ties.a[e] !== ties.b[e]) keys.add(keyOf(n, ties, e))
  return [...keys].sort((x, y) => x - y)
}

function keysWhere(n: number, ties: DatedTies, flags: ArrayLike<number>): Set<number> {
  const keys = new Set<number>()
  for (let e = 0; e < ties.a.length; e++) if (flags[e] === 1) keys.add(keyOf(n, ties, e))
  return keys
}

function actorChanges(n: number, before: DatedTies, after: DatedTies): Uint8Array {
  const linkedBefore = linked(n, before)
  const linkedAfter = linked(n, after)
  const changes = new Uint8Array(n)
  for (let v = 0; v < n; v++)
    changes[v] = ACTOR_CHANGES.indexOf(
      change(before.present[v] === 1, linkedBefore[v] === 1, after.present[v] === 1, linkedAfter[v] === 1),
    )
  return changes
}

function linked(n: number, { a, b }: DatedTies): Uint8Array {
  const flags = new Uint8Array(n)
  for (let e = 0; e < a.length; e++)
    if (a[e] !== b[e]) {
      flags[a[e]] = 1
      flags[b[e]] = 1
    }
  return flags
}

function change(wasThere: boolean, wasLinked: boolean, isThere: boolean, isLinked: boolean): ActorChange {
  if (!wasThere && !isThere) return 'absent'
  if (!wasThere) return isLinked ? 'entered-linked' : 'entered-unlinked'
  if (!isThere) return wasLinked ? 'left-linked' : 'left-unlinked'
  if (wasLinked === isLinked) return isLinked ? 'linked' : 'unlinked'
  return isLinked ? 'connected' : 'isolated'
}

function countsOf<Id extends string>(ids: readonly Id[], values: ArrayLike<number>): Record<Id, number> {
  const counts = Object.fromEntries(ids.map((id) => [id, 0])) as Record<Id, number>
  for (let i = 0; i < values.length; i++) counts[ids[values[i]]]++
  return counts
}
