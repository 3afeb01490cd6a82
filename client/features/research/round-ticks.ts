/** Round numbers from at most `low` to at least `high`, about so many. */
export function roundTicks(low: number, high: number, about: number): number[] {
  const span = high > low ? high - low : Math.abs(high) || 1
  const rough = span / about
  const power = 10 ** Math.floor(Math.log10(rough))
  const step = [1, 2, 5, 10].map((times) => times * power).find((size) => size >= rough) ?? rough
  const first = Math.floor(low / step + 1e-9)
  const last = Math.max(first + 1, Math.ceil(high / step - 1e-9))
  // Counted in steps and cut to their decimals, so that no tick reads 0.30000000000000004.
  const decimals = Math.max(0, -Math.floor(Math.log10(step)) + 1)
  return Array.from({ length: last - first + 1 }, (_, at) => Number(((first + at) * step).toFixed(decimals)))
}

/** Decimals that tell the ticks of an axis apart. */
export const decimalsOf = (ticks: readonly number[]): number =>
  Math.max(...ticks.map((tick) => String(tick).split('.')[1]?.length ?? 0))
