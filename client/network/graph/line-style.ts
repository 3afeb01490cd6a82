import type { TieChange } from '#shared/analytics/network-change.ts'
import type { GraphTheme } from './graph-theme.ts'
import type { LineClass } from './network-index.ts'

/** A line of one date, what became of a tie between two, or many ties drawn as one. */
export type DrawnLine = LineClass | TieChange | 'bundle'

export interface LineStyle {
  colour: keyof Pick<GraphTheme, 'tie' | 'tieStrong' | 'expired'>
  /** px at zoom 1; empty = drawn through. */
  dash: readonly number[]
  /** Within a sector, and between two. */
  opacity: { within: number; cross: number }
  /** px at zoom 1, by whether it stays within a sector. That of a bundle is by its ties. */
  width: { within: number; cross: number }
  /** Says by a sign as well what became of it, so that neither colour nor dash stands alone. */
  sign: string | null
}

const same = (value: number) => ({ within: value, cross: value })

const strong = (width: number, dash: readonly number[] = [], sign: string | null = null): LineStyle => ({
  colour: 'tieStrong',
  dash,
  opacity: same(1),
  width: same(width),
  sign,
})
const past = (width: number, dash: readonly number[], sign: string | null = null): LineStyle => ({
  ...strong(width, dash, sign),
  colour: 'expired',
})

/** How every line is drawn: on the screen, by either canvas, in legends and in pictures that are taken away. */
export const LINE_STYLE: Readonly<Record<DrawnLine, LineStyle>> = {
  active: {
    colour: 'tie',
    dash: [],
    opacity: { within: 0.62, cross: 0.85 },
    width: { within: 1, cross: 1.2 },
    sign: null,
  },
  new: strong(2.2),
  expired: past(1.1, [4, 3]),
  uncounted: past(1, [1.5, 3]),
  // Kept ties stand back, so that what changed is read first.
  kept: { colour: 'tie', dash: [], opacity: same(0.45), width: same(0.8), sign: null },
  added: strong(2.6, [], '+'),
  reactivated: strong(2.6, [11, 4], '↻'),
  ended: past(6, [1.2, 3], '−'),
  lapsed: past(1.6, [4, 3], '?'),
  bundle: { colour: 'tie', dash: [], opacity: same(0.5), width: same(1), sign: null },
}
