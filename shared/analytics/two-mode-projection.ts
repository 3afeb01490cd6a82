/**
 * Two-mode projection: actors who attended the same events, with the weight of each event shared out over its pairs.
 *
 *   w_ab = sum over events with both of 1 / (size - 1)
 *
 * Newman 2001, PRE 64:016132; Borgatti & Everett 1997, Soc Networks 19:243. A fair of hundreds counts little for each pair; an
 * event with one actor counts nothing. A potential, never a tie. O(sum size^2). Repeated rows of an actor with an event collapse;
 * sums run by number of event. Networkx: `bipartite.collaboration_weighted_projected_graph`.
 */
export interface TwoModeProjection {
  /** pairs with a shared event, by a, then b; a < b */
  a: Uint32Array
  b: Uint32Array
  weight: Float64Array
  /** events shared */
  shared: Uint32Array
}

export interface Affiliations {
  actorCount: number
  eventCount: number
  /** one entry per row: who was where */
  actors: ArrayLike<number>
  events: ArrayLike<number>
}

export function twoModeProjection(affiliations: Affiliations): TwoModeProjection {
  const { actorCount, eventCount, actors, events } = affiliations
  const eventsOf = lists(actorCount, actors, events)
  const actorsOf = lists(eventCount, events, actors)
  const weight = new Float64Array(actorCount)
  const shared = new Uint32Array(actorCount)
  const result: { a: number[]; b: number[]; weight: number[]; shared: number[] } = {
    a: [],
    b: [],
    weight: [],
    shared: [],
  }
  for (let a = 0; a < actorCount; a++) {
    const met: number[] = []
    for (const event of eventsOf[a]) {
      const guests = actorsOf[event]
      for (const b of guests) {
        if (b <= a) continue
        if (shared[b]++ === 0) met.push(b)
        weight[b] += 1 / (guests.length - 1)
      }
    }
    for (const b of met.sort((x, y) => x - y)) {
      result.a.push(a)
      result.b.push(b)
      result.weight.push(weight[b])
      result.shared.push(shared[b])
      weight[b] = 0
      shared[b] = 0
    }
  }
  return {
    a: Uint32Array.from(result.a),
    b: Uint32Array.from(result.b),
    weight: Float64Array.from(result.weight),
    shared: Uint32Array.from(result.shared),
  }
}

/** Per key its distinct values, ascending. */
function lists(count: number, keys: ArrayLike<number>, values: ArrayLike<number>): number[][] {
  const rows: number[][] = Array.from({ length: count }, () => [])
  for (let i = 0; i < keys.length; i++) rows[keys[i]].push(values[i])
  return rows.map((row) => [...new Set(row)].sort((x, y) => x - y))
}
