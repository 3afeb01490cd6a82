import { readNetwork } from '#server/insights/reading.ts'
import { createWorkerPool } from '#server/insights/worker-pool.ts'
import { buildCsr } from '#shared/analytics/csr.ts'
import { busy, type Contestant, interleave, spreadOf, timed } from './interleave.ts'
import type { BenchNetwork } from './network-file.ts'
import { type Bench, inMilliseconds, type Row } from './row.ts'

const QUARTERS = 9
const THREADS = 2

/** P12: the index with band, benchmark and every sector's verdict, as the server reads a date. */
export async function indexChapter({ networkOf, rounds }: Bench): Promise<Row[]> {
  const city = networkOf(300)
  const large = networkOf(10_000)
  const quarters = Array.from({ length: QUARTERS }, (_, i) => asOf(city, (i + 1) / QUARTERS))
  const pool = createWorkerPool(THREADS)
  const figures = 'index, band, benchmark and sector verdicts'
  const lines: { what: string; goal: number; note: string; run: Contestant }[] = [
    {
      what: `${figures} of one date, 300 actors`,
      goal: 100,
      note: 'processor time, 1 thread',
      run: () => busy(() => readNetwork(asOf(city, 1))),
    },
    {
      what: `${figures} of ${QUARTERS} quarters, 300 actors`,
      goal: 500,
      note: `by the clock, ${THREADS} threads, as the server does it`,
      run: () => timed(() => Promise.all(quarters.map((task) => pool.readNetwork(task)))),
    },
    {
      what: `${figures} of ${QUARTERS} quarters, 300 actors, one after the other`,
      goal: 500,
      note: 'processor time, 1 thread',
      run: () => busy(() => quarters.map((task) => readNetwork(task))),
    },
    {
      what: `${figures} of one date, 10,000 actors`,
      goal: 5000,
      note: 'processor time, 1 thread',
      run: () => busy(() => readNetwork(asOf(large, 1))),
    },
  ]
  const seconds = await interleave(Object.fromEntries(lines.map(({ what, run }) => [what, run])), rounds)
  await pool.close()
  return lines.map(({ what, goal, note }) => ({
    ...inMilliseconds(spreadOf(seconds[what]!)),
    target: 'P12',
    what,
    unit: 'ms',
    goal,
    rounds,
    note,
  }))
}

/** The network when only the first share of its ties had begun. */
function asOf({ n, sources, targets, labels }: BenchNetwork, share: number) {
  const ties = Math.round(share * sources.length)
  return {
    csr: buildCsr(n, sources.subarray(0, ties), targets.subarray(0, ties)),
    labels,
    gate: Array.from({ length: labels.count }, () => true),
    seed: 20240909,
    tests: true,
  }
}
