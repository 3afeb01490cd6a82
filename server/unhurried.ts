import { setImmediate } from 'node:timers/promises'

/**
 * Work in steps, written as a generator that yields between them: done at once where somebody waits for the value, or in slices
 * between which other requests get their turn.
 */
export type Stepwise<T> = Generator<void, T, void>

/** How long one slice may keep the event loop, in milliseconds. */
const SLICE_MS = 6

export function atOnce<T>(work: Stepwise<T>): T {
  for (;;) {
    const step = work.next()
    if (step.done) return step.value
  }
}

export async function unhurried<T>(work: Stepwise<T>): Promise<T> {
  let since = performance.now()
  for (;;) {
    const step = work.next()
    if (step.done) return step.value
    if (performance.now() - since < SLICE_MS) continue
    await setImmediate()
    since = performance.now()
  }
}
