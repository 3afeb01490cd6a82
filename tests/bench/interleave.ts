/** A side of a comparison: runs once and says how many seconds that took. */
export type Contestant = () => number | Promise<number>

export interface Spread {
  least: number
  median: number
  most: number
}

/**
 * Seconds of every contestant in every round. They take turns within a round, so that what else the machine does meets all alike,
 * and each has runs before that do not count: an engine that compiles while it runs needs a few.
 * @param warm how many; none for what takes minutes
 */
export async function interleave<Name extends string>(
  contestants: Record<Name, Contestant>,
  rounds: number,
  warm = 1,
): Promise<Record<Name, number[]>> {
  const names = Object.keys(contestants) as Name[]
  const seconds = Object.fromEntries(names.map((name) => [name, [] as number[]])) as Record<Name, number[]>
  for (let round = -warm; round < rounds; round++)
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

/**
 * Seconds of the processor that a synchronous work on one thread takes: on a machine that others use too, the clock tells of them.
 * The engine's own threads, which compile and collect, are counted in.
 */
export function busy(work: () => unknown): number {
  const before = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1e6
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
