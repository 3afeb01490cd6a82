/** C(n, k), or any number above `limit` once it is known to exceed it. O(min(k, n - k)). */
export function countCombinations(n: number, k: number, limit: number): number {
  const steps = Math.min(k, n - k)
  if (steps < 0) return 0
  let count = 1
  for (let i = 1; i <= steps; i++) {
    count = Math.round((count * (n - steps + i)) / i)
    if (count > limit) return count
  }
  return count
}

/**
 * Steps `chosen` (ascending places out of 0 .. n-1) to the next combination in lexicographic order.
 * @returns false after the last one
 */
export function nextCombination(chosen: Uint32Array, n: number): boolean {
  const k = chosen.length
  let i = k - 1
  while (i >= 0 && chosen[i] === n - k + i) i--
  if (i < 0) return false
  chosen[i]++
  for (let j = i + 1; j < k; j++) chosen[j] = chosen[j - 1] + 1
  return true
}
