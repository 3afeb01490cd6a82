import { expect } from 'vitest'

/** The oracles are printed with ten decimals; nothing may differ from them by more than 1e-9. */
export function expectClose(actual: number | null, expected: number | null, what: string): void {
  if (expected === null || actual === null) expect(actual, what).toBe(expected)
  else expect(Math.abs(actual - expected), `${what}: ${actual} against ${expected}`).toBeLessThan(1e-9)
}
