/**
 * Spells of ties: the times in which at least one partnership of a pair runs, from rows of partnerships.
 *
 * Rows of a pair that overlap or touch become one spell, whichever way round they name the pair; self-ties and rows that end
 * before they begin are dropped. Days are whole numbers from any origin; -infinity where the start is not known, infinity while it
 * still runs. O(rows log rows). By a, then b, then start; a < b.
 */
export interface TieSpells {
  a: Uint32Array
  b: Uint32Array
  /** first day */
  started: Float64Array
  /** the first day on which it no longer runs */
  ended: Float64Array
}

export interface TieRows {
  sources: ArrayLike<number>
  targets: ArrayLike<number>
  started: ArrayLike<number>
  ended: ArrayLike<number>
}

export function tieSpells({ sources, targets, started, ended }: TieRows): TieSpells {
  const low = (e: number): number => Math.min(sources[e], targets[e])
  const high = (e: number): number => Math.max(sources[e], targets[e])
  const rows: number[] = []
  for (let e = 0; e < sources.length; e++)
    if (sources[e] !== targets[e] && started[e] < ended[e]) rows.push(e)
  // infinity minus infinity is no order, so starts are compared, not subtracted
  rows.sort((e, f) => low(e) - low(f) || high(e) - high(f) || (started[e] < started[f] ? -1 : 1))
  const kept = rows.slice(0, 0)
  const ends: number[] = []
  for (const e of rows) {
    const last = kept.at(-1)
    const joins =
      last !== undefined &&
      low(last) === low(e) &&
      high(last) === high(e) &&
      started[e] <= ends[ends.length - 1]
    if (joins) ends[ends.length - 1] = Math.max(ends[ends.length - 1], ended[e])
    else {
      kept.push(e)
      ends.push(ended[e])
    }
  }
  return {
    a: Uint32Array.from(kept, low),
    b: Uint32Array.from(kept, high),
    started: Float64Array.from(kept, (e) => started[e]),
    ended: Float64Array.from(ends),
  }
}
