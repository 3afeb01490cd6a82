import { countCombinations } from './combinations.ts'

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

/** The first labelling in lexicographic order: the labels ascending. */
export function firstAssignment(of: Uint16Array): Uint16Array {
  return of.slice().sort()
}

/**
 * Steps to the next distinct labelling in lexicographic order (Knuth, TAOCP 7.2.1.2, Algorithm L).
 * @returns false after the last one
 */
export function nextAssignment(of: Uint16Array): boolean {
  let i = of.length - 2
  while (i >= 0 && of[i] >= of[i + 1]) i--
  if (i < 0) return false
  let j = of.length - 1
  while (of[j] <= of[i]) j--
  swap(of, i, j)
  for (let a = i + 1, b = of.length - 1; a < b; a++, b--) swap(of, a, b)
  return true
}

function swap(of: Uint16Array, i: number, j: number): void {
  const held = of[i]
  of[i] = of[j]
  of[j] = held
}
