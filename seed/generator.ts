/**
 * Chance from a fixed seed (mulberry32), so that every machine makes the same demonstration. Not for statistics: the kernels
 * have their own generator.
 */
export interface Generator {
  /** 0 ≤ x < 1 */
  next(): number
  /** whole number, from ≤ x ≤ to */
  between(from: number, to: number): number
  chance(probability: number): boolean
  pick<T>(items: readonly T[]): T
  shuffled<T>(items: readonly T[]): T[]
}

export function createGenerator(seed: number): Generator {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), state | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
  const between = (from: number, to: number) => from + Math.floor(next() * (to - from + 1))
  return {
    next,
    between,
    chance: (probability) => next() < probability,
    pick: <T>(items: readonly T[]) => {
      if (items.length === 0) throw new RangeError('nothing to pick from')
      return items[between(0, items.length - 1)] as T
    },
    shuffled: <T>(items: readonly T[]) => {
      const result = [...items]
      for (let i = result.length - 1; i > 0; i--) {
        const j = between(0, i)
        ;[result[i], result[j]] = [result[j] as T, result[i] as T]
      }
      return result
    },
  }
}
