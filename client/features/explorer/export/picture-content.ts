import type { TieChange } from '#shared/analytics/network-change.ts'
import type { GraphTheme } from '../../../network/graph/graph-theme.ts'
import type { LineClass } from '../../../network/graph/network-index.ts'
import type { MarkLook } from '../../../network/graph/scene.ts'
import type { LegendBlock } from '../appearance/use-legend.ts'
import type { MeasureText } from './svg-text.ts'

export interface Frame {
  width: number
  height: number
}

/** The picture itself, without what stands around it. */
export interface PictureBody {
  /** How high it would like to be at a width, px. */
  heightAt: (width: number) => number
  /** Parts of an SVG that fill the frame. */
  draw: (frame: Frame) => string
}

/** The column beside the picture: what marks and lines say. */
export interface LegendColumn {
  blocks: readonly LegendBlock[]
  /** Whether an entry passes the filters. */
  entryOn: (block: LegendBlock, key: string) => boolean
  lines: {
    title: string
    entries: readonly { line: LineClass | TieChange; name: string; count: number; on: boolean }[]
  }
  /** Titles of what nobody is in. */
  absentTitle: (names: readonly string[]) => string
}

/** Everything that a picture carries with it, so that it can be understood wherever it ends up. */
export interface PictureContent {
  title: string
  subtitle: string
  body: PictureBody
  /** Null where the picture has its own. */
  legend: LegendColumn | null
  /** Who is beside the picture: without a partner, not asked yet. */
  beside: readonly {
    words: string
    marks: readonly { look: MarkLook; mark: 'unlinked' | 'unasked' | 'plain'; faded: boolean }[]
  }[]
  /** What the marks mean, what filters leave, what is missing. */
  notes: readonly string[]
  source: string
  theme: GraphTheme
  /** Two letters on every mark, where there is no colour to tell classes by. */
  coded: boolean
  measure: MeasureText
}
