import type { Stepwise } from '../unhurried.ts'

/** Small enough to be sorted in a moment. */
const RUN = 1_024

/** Merge sort in steps: as `Array.sort`, stable, without holding the event loop for tens of thousands of rows. */
export function* sortStepwise(
  rows: Uint32Array,
  compare: (a: number, b: number) => number,
): Stepwise<Uint32Array> {
  let sorted = rows.slice()
  for (let from = 0; from < sorted.length; from += RUN) {
    const run = Array.from(sorted.subarray(from, from + RUN)).sort(compare)
    sorted.set(run, from)
    yield
  }
  for (let width = RUN; width < sorted.length; width *= 2) {
    const merged = new Uint32Array(sorted.length)
    for (let low = 0; low < sorted.length; low += 2 * width) {
      const middle = Math.min(low + width, sorted.length)
      const high = Math.min(low + 2 * width, sorted.length)
      let left = low
      let right = middle
      for (let i = low; i < high; i++) {
        const takeLeft = right >= high || (left < middle && compare(sorted[left]!, sorted[right]!) <= 0)
        merged[i] = takeLeft ? sorted[left++]! : sorted[right++]!
        if (i % RUN === 0) yield
      }
    }
    sorted = merged
  }
  return sorted
}
