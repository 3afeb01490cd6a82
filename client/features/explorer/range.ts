/** Which numbers of one measure are kept. An open end is null; rows without a value are kept unless said otherwise. */
export interface RangeChoice {
  from: number | null
  to: number | null
  withoutEmpty?: true
}

/** From and to belong to it. */
export interface Bin {
  from: number
  to: number
}

const UNIT_BINS = 15
const GROWTH = 1.4

/** Figures are filtered and drawn as they are written: whole, or to so many decimals. */
export function rounded(value: number, digits: number): number {
  const scale = 10 ** digits
  return Math.round(value * scale) / scale
}

/** NaN stands for "no value". */
export function inRange(range: RangeChoice, value: number, digits: number): boolean {
  if (Number.isNaN(value)) return range.withoutEmpty !== true
  const written = rounded(value, digits)
  return (range.from === null || written >= range.from) && (range.to === null || written <= range.to)
}

/**
 * The bars of a histogram from `least` to `most`, without gaps at so many decimals: one per number while they are few,
 * else wider and wider, since most networks have few actors with much.
 */
export function binsBetween(least: number, most: number, digits: number): readonly Bin[] {
  const scale = 10 ** digits
  const [first, last] = [Math.floor(least * scale), Math.ceil(most * scale)]
  const bins: Bin[] = []
  const even = digits > 0
  for (let from = first; from <= last; ) {
    const wide = last - first < UNIT_BINS ? 1 : widthAt(from - first, even ? scale / 10 : 0)
    const to = Math.min(last, from + wide - 1)
    bins.push({ from: from / scale, to: to / scale })
    from = to + 1
  }
  return bins
}

/** Of shares: nothing alone, then tenths. Of counts: single ones at first, then each wider than the one before. */
function widthAt(offset: number, tenth: number): number {
  if (tenth > 0) return offset === 0 ? 1 : tenth
  return offset < 5 ? 1 : Math.max(2, Math.round(offset * (GROWTH - 1)))
}

/** Number of the bin that a written value falls into; −1 where there is none. */
export const binOf = (bins: readonly Bin[], written: number): number =>
  bins.findIndex(({ from, to }) => written >= from && written <= to)

/** Nothing left out is no choice at all. */
export function tidyRange(range: RangeChoice): RangeChoice | undefined {
  return range.from === null && range.to === null && !range.withoutEmpty ? undefined : range
}
