import { benchOneTie } from './one-tie.ts'
import type { Bench, Row } from './row.ts'

const CHANGES = 4_000

/** P5: one tie, and every figure that follows it. */
export async function oneTieChapter({ rounds }: Bench): Promise<Row[]> {
  const found = benchOneTie(100_000, rounds, CHANGES)
  const figures = 'degree, components, mixing, E-I, reach, triangles, k-core, J, S, H'
  const one = (what: string, seconds: number, goal: number): Row => ({
    least: 1000 * seconds,
    median: 1000 * seconds,
    most: 1000 * seconds,
    target: 'P5',
    what: `one tie added or removed, 100,000 actors: ${what}`,
    unit: 'ms',
    goal,
    rounds,
    note: `processor time; ${figures}; ${(rounds * CHANGES).toLocaleString('en')} changes`,
  })
  return [
    one('median', found.median, 0.1),
    one('99th percentile', found.p99, 2),
    {
      ...found.ratio,
      target: 'P5',
      what: 'one tie added or removed, 100,000 actors: mean / all computed anew',
      unit: 'ratio',
      goal: 1 / 500,
      rounds,
      note: `slowest of all ${(1000 * found.most).toFixed(1)} ms`,
    },
  ]
}
