/** A side of a comparison: runs once and says how many seconds that took. */
export type Contestant = () => number | Promise<number>

export interface Spread {
  least: number
  median: number
  most: number
}

/**
 * Seconds of every contestant in every round. They take turns within a round, so that what else the machine does meets all alike,
 * and each has one run before that does not count.
 * @param warm whether to run each once before; not for what takes minutes
 */
export async function interleave<Name extends string>(
  contestants: Record<Name, Contestant>,
  rounds: number,
  warm = true,
): Promise<Record<Name, number[]>> {
  const names = Object.keys(contestants) as Name[]
  const seconds = Object.fromEntries(names.map((name) => [name, [] as number[]])) as Record<Name, number[]>
  for (let round = warm ? -1 : 0; round < rounds; round++)
    for (const name of names) {
      const took = await contestants[name]()
      if (round >= 0) seconds[name].push(took)
    }
  return seconds
}

/** Seconds that a synchronous or asynchronous work takes. */
export async function timed(work: () => unknown): Promise<number> {
  const started = performance.now()
  await work()
  return (performance.now() - started) / 1000
}

/** Round by round ours over theirs. */
export function ratios(ours: readonly number[], theirs: readonly number[]): Spread {
  return spreadOf(ours.map((seconds, round) => seconds / theirs[round]!))
}

export function spreadOf(values: readonly number[]): Spread {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted.length >> 1
  const median = sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2
  return { least: sorted[0]!, median, most: sorted.at(-1)! }
}
