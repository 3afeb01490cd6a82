export type Square = 'verified' | 'recheck' | 'unasked'

interface Counts {
  verified: number
  recheck: number
  unasked: number
}

export interface Waffle {
  squares: Square[]
  /** How many actors one square stands for. */
  per: number
}

const STEPS = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000]

/**
 * One square per actor; above the limit one per 2, 5, 10 … Each kind that exists keeps at least one square, so that
 * nothing vanishes by rounding.
 */
export function coverageWaffle({ verified, recheck, unasked }: Counts, limit: number): Waffle {
  const total = verified + recheck + unasked
  const per = STEPS.find((step) => total / step <= limit) ?? Math.ceil(total / limit)
  const count = (value: number) => (value === 0 ? 0 : Math.max(1, Math.round(value / per)))
  const fill = (kind: Square, value: number) => Array.from({ length: count(value) }, () => kind)
  return {
    per,
    squares: [...fill('verified', verified), ...fill('recheck', recheck), ...fill('unasked', unasked)],
  }
}
