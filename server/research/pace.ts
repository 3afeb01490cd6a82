import type { MetricId } from '#shared/analytics/catalog.ts'
import { METRIC_IDS } from '#shared/analytics/catalog.ts'

/**
 * How far a task in another thread is, in memory shared with it: the thread writes, whoever asks reads, and one word tells the
 * thread to stop. Nothing is sent, so a busy thread is heard and reached at any time.
 */
const PLACE = { stop: 0, done: 1, total: 2, step: 3, steps: 4, metric: 5 } as const
const WORDS = 6

export const createPace = (): Int32Array => new Int32Array(new SharedArrayBuffer(4 * WORDS))

export interface Progress {
  done: number
  total: number
  step: number
  steps: number
  metric: MetricId | null
}

export function readPace(pace: Int32Array): Progress {
  const at = (place: keyof typeof PLACE) => Atomics.load(pace, PLACE[place])
  return {
    done: at('done'),
    total: at('total'),
    step: at('step'),
    steps: at('steps'),
    metric: METRIC_IDS[at('metric') - 1] ?? null,
  }
}

export const askToStop = (pace: Int32Array): void => void Atomics.store(pace, PLACE.stop, 1)

/** Thrown inside the thread when nobody waits any more. */
export class Stopped extends Error {
  override readonly name = 'Stopped'
  constructor() {
    super('Nobody waits for it any more.')
  }
}

export function report(pace: Int32Array, done: number, total: number): void {
  Atomics.store(pace, PLACE.done, done)
  Atomics.store(pace, PLACE.total, total)
  if (Atomics.load(pace, PLACE.stop) === 1) throw new Stopped()
}

/** From one of several threads at once: so much more is done. Throws where it was stopped. */
export function advance(pace: Int32Array, more: number): void {
  Atomics.add(pace, PLACE.done, more)
  if (Atomics.load(pace, PLACE.stop) === 1) throw new Stopped()
}

export function reportStep(pace: Int32Array, metric: MetricId | null, step: number, steps: number): void {
  Atomics.store(pace, PLACE.metric, metric === null ? 0 : METRIC_IDS.indexOf(metric) + 1)
  Atomics.store(pace, PLACE.step, step)
  Atomics.store(pace, PLACE.steps, steps)
  report(pace, 0, 0)
}
