import type { Core, ElementDefinition } from 'cytoscape'
import { type GraphPicture, ringRoom, shortened } from './graph-picture.ts'
import { CANVAS_SHAPE } from './graph-style.ts'
import type { GraphTheme } from './graph-theme.ts'
import { markImage } from './mark-image.ts'
import type { SceneNode } from './scene.ts'

/** Code letters only where they can be read. */
const CODE_FROM = 8.5

/** Adds, changes and removes what differs; moves what has a new place. */
export function drawPicture(cy: Core, picture: GraphPicture, theme: GraphTheme, animate: boolean): void {
  const { scene, captions, chosen, kept, marked } = picture
  const wanted = new Set<string>()
  const fades = (key: string, faded: boolean) => faded || (kept !== null && !kept.has(key))
  cy.batch(() => {
    for (const node of scene.nodes) {
      wanted.add(node.key)
      const isChosen = node.key === chosen
      const isPicked = marked?.has(node.key) ?? false
      const data = nodeData(node, theme, isChosen, isPicked)
      const classes = [
        node.kind,
        node.mark,
        isChosen ? 'chosen' : '',
        node.beneath ? 'beneath' : '',
        fades(node.key, node.faded) ? 'faded' : '',
      ]
      put(
        cy,
        { group: 'nodes', data, position: { x: node.x, y: node.y }, classes },
        animate ? theme.duration : 0,
      )
    }
    for (const { key, x, y, text } of captions) {
      wanted.add(key)
      put(
        cy,
        {
          group: 'nodes',
          data: { ...CAPTION, id: key, label: text },
          position: { x, y },
          classes: ['caption'],
        },
        0,
      )
    }
    const beneath = new Set(scene.nodes.filter((node) => node.beneath).map(({ key }) => key))
    for (const tie of scene.ties) {
      wanted.add(tie.key)
      const own = tie.from === chosen || tie.to === chosen
      const faded = tie.faded || (kept !== null && !(kept.has(tie.from) && kept.has(tie.to)))
      const classes = [
        tie.line,
        tie.cross ? 'cross' : '',
        (own || marked?.has(tie.key)) && !faded ? 'chosen' : '',
        beneath.has(tie.from) || beneath.has(tie.to) ? 'clipped' : '',
        faded ? 'faded' : '',
      ]
      const data = { id: tie.key, source: tie.from, target: tie.to, width: tie.width }
      put(cy, { group: 'edges', data, classes }, 0)
    }
    cy.elements()
      .filter((element) => !wanted.has(element.id()))
      .remove()
  })
}

const CAPTION = { r: 1, shape: 'circle', canvasShape: 'ellipse', fill: 'transparent', outline: 'transparent' }

function nodeData(
  node: SceneNode,
  theme: GraphTheme,
  chosen: boolean,
  picked: boolean,
): Record<string, unknown> {
  const colour = node.look.group ?? 'none'
  const unasked = node.mark === 'unasked'
  const image = markImage(
    {
      r: node.r,
      colour,
      code: node.kind === 'group' && !node.beneath && node.r >= CODE_FROM ? node.look.code : null,
      ring: node.mark === 'unlinked' ? 'unlinked' : (node.ring ?? 'none'),
      chosen,
      picked,
      unasked,
    },
    theme,
  )
  return {
    id: node.key,
    label: shortened(node.label),
    r: node.r,
    shape: node.look.shape,
    canvasShape: CANVAS_SHAPE[node.look.shape],
    fill: theme.fill[colour],
    outline: theme.line[colour],
    image: image ?? undefined,
    rings: ringRoom(node, chosen || picked),
  }
}

type Put = ElementDefinition & { classes: string[] }

function put(cy: Core, { classes, ...element }: Put, duration: number): void {
  const known = cy.getElementById(element.data.id!)
  const names = classes.filter(Boolean)
  if (known.empty()) {
    cy.add({ ...element, classes: names })
    return
  }
  if (!('image' in element.data) || element.data['image'] === undefined) known.removeData('image')
  known.data(element.data)
  known.classes(names)
  if (!element.position) return
  const before = known.position()
  if (Math.hypot(before.x - element.position.x, before.y - element.position.y) < 0.5) return
  known.stop()
  if (duration > 0) known.animate({ position: element.position, duration, easing: 'ease-out' })
  else known.position(element.position)
}
