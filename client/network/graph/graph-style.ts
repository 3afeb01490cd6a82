import type { EdgeSingular, NodeSingular, StylesheetStyle } from 'cytoscape'
import type { SectorShape } from '#shared/contract/vocabulary.ts'
import type { GraphTheme } from './graph-theme.ts'
import type { LabelSide } from './label-placement.ts'
import { LINE_STYLE } from './line-style.ts'
import { IMAGE_MARGIN } from './mark-image.ts'

/** Width and height of a mark whose area is that of a circle of radius 1. */
const EXTENT: Record<SectorShape, readonly [number, number]> = {
  circle: [2, 2],
  square: [1.772, 1.772],
  diamond: [2.507, 2.507],
  triangle: [2.694, 2.333],
  hexagon: [2.2, 1.905],
}

export const CANVAS_SHAPE = {
  circle: 'ellipse',
  square: 'rectangle',
  diamond: 'diamond',
  triangle: 'triangle',
  hexagon: 'hexagon',
} as const satisfies Record<SectorShape, string>

export const LABEL_SIZE = 11.5

const HORIZONTAL = { right: 'right', left: 'left', below: 'center', above: 'center' } as const
const VERTICAL = { right: 'center', left: 'center', below: 'bottom', above: 'top' } as const
const OUTWARD = { right: [1, 0], left: [-1, 0], below: [0, 1], above: [0, -1] } as const
const side = (node: NodeSingular) => node.data('labelSide') as LabelSide

/**
 * The look of the graph. `grow` turns pixels at zoom 1 into model units at the present zoom, so that marks and lines
 * grow slower than distances; `text` keeps labels at their size on screen.
 */
export function graphStyle(theme: GraphTheme, grow: () => number, text: () => number): StylesheetStyle[] {
  const extent = (axis: 0 | 1) => (node: NodeSingular) =>
    node.data('r') * EXTENT[node.data('shape') as SectorShape][axis] * grow()
  const imageSize = (node: NodeSingular) => `${2 * (node.data('r') + IMAGE_MARGIN) * grow()}px`
  // Labels begin outside the rings that a mark may have.
  const beside = (node: NodeSingular) =>
    (node.data('r') + node.data('rings')) * grow() - extent(0)(node) / 2 + 3 * text()
  const shifted = (node: NodeSingular, axis: 0 | 1) =>
    OUTWARD[side(node)][axis] === 0 ? node.data('labelShift') * text() : 0
  return [
    {
      selector: 'node',
      style: {
        width: extent(0),
        height: extent(1),
        shape: 'data(canvasShape)' as 'ellipse',
        'background-color': 'data(fill)',
        'border-color': 'data(outline)',
        'border-width': () => 1 * grow(),
        'font-family': theme.font,
        'font-size': () => LABEL_SIZE * text(),
        color: theme.ink,
        'text-outline-color': theme.paper,
        'text-outline-width': () => 1.75 * text(),
        'text-events': 'no',
        'overlay-opacity': 0,
        'bounds-expansion': 12,
        'z-index': 2,
      },
    },
    {
      selector: 'node[image]',
      style: {
        'background-image': 'data(image)',
        'background-clip': 'none',
        'background-image-containment': 'over',
        'background-fit': 'none',
        'background-width': imageSize,
        'background-height': imageSize,
      } as StylesheetStyle['style'],
    },
    { selector: 'node.unasked', style: { 'background-opacity': 0, 'border-width': 0 } },
    { selector: 'node.beneath', style: { 'background-opacity': 0, 'border-width': 0 } },
    { selector: 'node.rest', style: { 'border-style': 'dashed', 'background-color': theme.paper } },
    { selector: 'node.group', style: { 'font-weight': 600, 'z-index': 3 } },
    {
      selector: 'node.caption',
      style: {
        width: 1,
        height: 1,
        'background-opacity': 0,
        'border-width': 0,
        label: 'data(label)',
        // Far out there is no room for it beside the marks.
        'text-opacity': () => (text() > 1.5 ? 0 : 1),
        color: theme.ink3,
        'text-halign': 'left',
        'text-valign': 'center',
        events: 'no',
      },
    },
    {
      selector: 'node[labelSide]',
      style: {
        label: 'data(label)',
        'text-halign': (node: NodeSingular) => HORIZONTAL[side(node)],
        'text-valign': (node: NodeSingular) => VERTICAL[side(node)],
        'text-margin-x': (node: NodeSingular) => OUTWARD[side(node)][0] * beside(node) + shifted(node, 0),
        'text-margin-y': (node: NodeSingular) => OUTWARD[side(node)][1] * beside(node) + shifted(node, 1),
      },
    },
    { selector: 'node.chosen', style: { 'font-weight': 600, 'font-size': () => 13 * text(), 'z-index': 9 } },
    {
      selector: 'edge',
      style: {
        'curve-style': 'haystack',
        'haystack-radius': 0,
        width: (edge: EdgeSingular) => edge.data('width') * grow(),
        'overlay-opacity': 0,
        events: 'no',
        'z-index': 1,
      },
    },
    // Not over a mark that lies beneath.
    {
      selector: 'edge.clipped',
      style: { 'curve-style': 'straight', 'target-distance-from-node': 1, 'source-distance-from-node': 1 },
    },
    ...lineStyles(theme, grow, text),
    {
      selector: 'edge.chosen',
      style: {
        'line-color': theme.grape,
        width: (edge: EdgeSingular) => Math.max(2.4, edge.data('width')) * grow(),
        opacity: 1,
        'z-index': 5,
      },
    },
    { selector: '.faded', style: { opacity: 0.1, events: 'no' } },
    { selector: 'edge.faded', style: { opacity: 0.1 } },
  ]
}

/** Every line as the table says, those between two sectors a little stronger, with its sign where it has one. */
function lineStyles(theme: GraphTheme, grow: () => number, text: () => number): StylesheetStyle[] {
  return Object.entries(LINE_STYLE).flatMap(([line, { colour, dash, opacity, sign }]): StylesheetStyle[] => [
    {
      selector: `edge.${line}`,
      style: {
        'line-color': theme[colour],
        opacity: opacity.within,
        ...(dash.length > 0
          ? { 'line-style': 'dashed', 'line-dash-pattern': dash.map((length) => length * grow()) }
          : {}),
        ...(sign
          ? {
              label: sign,
              'font-size': () => 12 * text(),
              'font-weight': 600,
              'font-family': theme.font,
              color: theme.ink,
              'text-outline-color': theme.paper,
              'text-outline-opacity': 1,
              'text-outline-width': () => 2.5 * text(),
            }
          : {}),
      },
    },
    { selector: `edge.${line}.cross`, style: { opacity: opacity.cross } },
  ])
}
