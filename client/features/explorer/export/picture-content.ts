import type { PlaneBox } from '../../../network/graph/create-graph.ts'
import type { GraphCaption } from '../../../network/graph/graph-picture.ts'
import type { GraphTheme } from '../../../network/graph/graph-theme.ts'
import type { LineClass } from '../../../network/graph/network-index.ts'
import type { MarkLook, Scene } from '../../../network/graph/scene.ts'
import type { LegendBlock } from '../appearance/use-legend.ts'
import type { MeasureText } from './svg-text.ts'

/** Everything that a picture carries with it, so that it can be understood wherever it ends up. */
export interface PictureContent {
  title: string
  subtitle: string
  scene: Scene
  captions: readonly GraphCaption[]
  chosen: string | null
  kept: ReadonlySet<string> | null
  /** Part of the plane to draw; null = all that is in the scene. */
  box: PlaneBox | null
  legend: readonly LegendBlock[]
  /** Whether an entry of the legend passes the filters. */
  entryOn: (block: LegendBlock, key: string) => boolean
  lines: { title: string; entries: readonly { line: LineClass; name: string; count: number; on: boolean }[] }
  /** Titles of what nobody is in. */
  absentTitle: (names: readonly string[]) => string
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
