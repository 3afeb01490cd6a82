import type { Labels } from './labels.ts'
import type { TieSpells } from './tie-spells.ts'

/**
 * What is known of a network through time. Actors may be more than those of the network on one date, with numbers of their own.
 * Days are whole numbers from 1 January 1970; minus infinity where not known.
 */
export interface TieHistory {
  /** actors */
  n: number
  /** when which pairs were tied */
  spells: TieSpells
  /** the same with a tie that lapsed ending at its last proof: what survival reads (default: `spells`) */
  proven?: TieSpells
  /** last day of the data */
  end: number
  /** sectors of its actors (default: those of the network) */
  labels?: Labels
  /** per actor: day of entry, minus infinity where not known; null where nobody's is */
  entered: Float64Array | null
  /** per actor: the day from which it is no longer there (default: all are there to the end) */
  until: Float64Array | null
  attendance: Attendance | null
}

export interface Attendance {
  /** day of every event */
  days: ArrayLike<number>
  /** one row per actor asked to an event or present at it */
  actors: ArrayLike<number>
  events: ArrayLike<number>
  attended: ArrayLike<number>
  /** further stratum per actor, in which pairs alike are looked for (default: one for all) */
  strata?: ArrayLike<number>
  introductions?: { a: ArrayLike<number>; b: ArrayLike<number>; day: ArrayLike<number> }
}
