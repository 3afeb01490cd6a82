import type { graph as source } from '../id/graph.ts'
import type { Shape } from '../shape.ts'

export const graph = {
  keys: 'Arrow keys: go to a partner. F: focus, + and − or a digit: degree of the focus. Enter: open a sector. Escape: back.',
  canvasKeys:
    'Arrow keys: move to a partner; with Shift: pan. Enter: open a group. Space: select. F: focus, + and − or digits: degree. Escape: back.',
  zoomIn: 'Zoom in',
  zoomOut: 'Zoom out',
  fit: 'Show everything',
  rest: '{count} more',
  opened: '{sector}: {count, plural, one {# actor} other {# actors}}',
  close: 'Close the sector',
  profile: 'Open the profile',
  explore: 'See it in Network',
  partners:
    '{count, plural, =0 {no recorded partner} one {# partner} other {# partners}}, {cross} across sectors',
  partnerCount: '{count, plural, one {# partner} other {# partners}}',
  unlinked: 'no partner',
  standings:
    '{linked, plural, one {# has partners} other {# have partners}}{unlinked, plural, =0 {} other {, # no partner on record}}{unasked, plural, =0 {} other {, # not asked yet}}',
  unasked: 'not asked yet',
  members: 'Actors in {sector}',
  failed: 'The sector could not be loaded yet.',
  loading: 'Loading…',
  withoutSector: 'Without a sector',
} as const satisfies Shape<typeof source>
