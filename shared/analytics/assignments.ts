import { countCombinations, nextCombination } from './combinations.ts'

/** Up to so many distinct labellings a whole-network test enumerates them all. */
export const ASSIGNMENT_LIMIT = 300_000

/** Distinct ways to deal the sectors to the actors, n! / prod n_k!, or any number above `limit`. */
export function countAssignments(sizes: Uint32Array, limit: number): number {
  let count = 1
  let placed = 0
  for (let k = 0; k < sizes.length; k++) {
    placed += sizes[k]
    count *= countCombinations(placed, sizes[k], limit)
    if (count > limit) return count
  }
  return count
}

/** Where a walk starts: all actors in the largest sector, the first of equals. */
export function startAssignment(n: number, sizes: Uint32Array): Uint16Array {
  return new Uint16Array(n).fill(largestFirst(sizes)[0] ?? 0)
}

function largestFirst(sizes: Uint32Array): number[] {
  return Array.from(sizes, (_, k) => k).sort((s, t) => sizes[t] - sizes[s] || s - t)
}

/**
 * Walks through all distinct labellings with the given sector sizes and says what changes from one to the next: a few actors, so a
 * statistic that follows costs far less than one counted afresh. Sector after sector, smallest first, takes every combination of the
 * actors still free; the largest one has the rest.
 *
 * @param of `startAssignment(n, sizes)`, with which the statistic begins too; the walk keeps it up to date
 * @param relabel actor v is about to go from one sector to another; `of` still has the former
 * @param visit a labelling is complete
 * @returns labellings visited
 */
export function walkAssignments(
  of: Uint16Array,
  sizes: Uint32Array,
  relabel: (v: number, from: number, to: number) => void,
  visit: () => void,
): number {
  const [rest, ...others] = largestFirst(sizes)
  others.reverse()
  let visited = 0
  const put = (v: number, to: number): void => {
    relabel(v, of[v], to)
    of[v] = to
  }
  const place = (level: number, free: Uint32Array): void => {
    if (level === others.length) {
      visited++
      visit()
      return
    }
    const sector = others[level]
    const chosen = Uint32Array.from({ length: sizes[sector] }, (_, i) => i)
    const before = chosen.slice()
    for (const i of chosen) put(free[i], sector)
    do {
      let changed = 0
      while (changed < chosen.length && chosen[changed] === before[changed]) changed++
      for (let i = changed; i < chosen.length; i++) put(free[before[i]], rest)
      for (let i = changed; i < chosen.length; i++) put(free[chosen[i]], sector)
      place(level + 1, level + 1 < others.length ? free.filter((v) => of[v] === rest) : free)
      before.set(chosen)
    } while (nextCombination(chosen, free.length))
    for (const i of chosen) put(free[i], rest)
  }
  place(
    0,
    Uint32Array.from(of, (_, v) => v),
  )
  return visited
}
