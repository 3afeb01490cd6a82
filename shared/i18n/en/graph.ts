import type { graph as source } from '../id/graph.ts'
import type { Shape } from '../shape.ts'

export const graph = {
  keys: 'Arrow keys: go to a partner. F: focus, + and − or a digit: degree of the focus. Enter: open a sector. Escape: back.',
  zoomIn: 'Zoom in',
  zoomOut: 'Zoom out',
  fit: 'Show everything',
  rest: '{count} more',
  withoutSector: 'Without a sector',
} as const satisfies Shape<typeof source>
