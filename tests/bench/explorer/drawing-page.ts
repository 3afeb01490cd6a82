import cytoscape from 'cytoscape'
import { UndirectedGraph } from 'graphology'
import Sigma from 'sigma'
import { buildPicture } from '#client/network/canvas/build-picture.ts'
import { createNetworkCanvas } from '#client/network/canvas/create-network-canvas.ts'
import { NO_EMPHASIS } from '#client/network/canvas/emphasis.ts'
import { planPicture } from '#client/network/canvas/picture-plan.ts'
import { indexNetwork } from '#client/network/graph/network-index.ts'
import { actorRadius, type MarkLook, PICTURE_SCALE } from '#client/network/graph/scene.ts'
import type { ActorNetwork } from '#shared/contract/network.ts'

/** Runs in the browser: the same network drawn by three, each into an empty element of the same size. */
interface Drawn {
  /** One step of moving about: to the side, and nearer or farther. */
  step: (turn: number) => void
  /** Whether all ties are on the picture. */
  isComplete: () => boolean
  end: () => void
}

const GROUPS = ['kuliner', 'kriya', 'fesyen', 'desain', 'layar', 'panggung', 'rupa', 'digital'] as const
const COLOURS = ['#009e73', '#0072b2', '#cc79a7', '#56b4e9', '#f0e442', '#d55e00', '#6b4a2b', '#2b2b2b']
const sectorOf = (id: string | null) => Number((id ?? 's0').slice(1))
const colourOf = (id: string | null) => COLOURS[sectorOf(id) % COLOURS.length]!
const side = (turn: number) => (turn % 20 < 10 ? 6 : -6)
const nearer = (turn: number) => (turn % 20 < 10 ? 1.03 : 1 / 1.03)

function drawOurs(network: ActorNetwork, element: HTMLElement): Drawn {
  const index = indexNetwork(network, null)
  const looks = new Map<string, MarkLook>()
  const lookOfSector = (id: string): MarkLook => {
    const known = looks.get(id)
    if (known) return known
    const look: MarkLook = {
      id,
      name: id,
      code: id,
      group: GROUPS[sectorOf(id) % GROUPS.length]!,
      shape: 'circle',
    }
    looks.set(id, look)
    return look
  }
  const plan = planPicture(index, null)
  const picture = buildPicture({
    index,
    plan,
    lookOf: (row) => lookOfSector(network.actors.sectorId[row] ?? ''),
    lookOfSector,
    passing: {
      actors: new Uint8Array(index.present.length).fill(1),
      ties: new Uint8Array(index.lines.length).fill(1),
    },
    level: 'actor',
    open: new Set(),
    alone: new Set(),
    labelOf: ({ id }) => id,
  })
  const canvas = createNetworkCanvas(element, {
    mode: () => 'move',
    place: null,
    onTap: () => {},
    onHold: () => {},
    onOutline: () => {},
    onPlace: () => {},
  })
  canvas.show({ picture, emphasis: NO_EMPHASIS, chosen: -1, extent: plan.extent })
  return {
    step(turn) {
      canvas.panBy(side(turn), side(turn))
      canvas.zoomBy(nearer(turn))
    },
    isComplete: canvas.isComplete,
    end: canvas.end,
  }
}

function drawSigma({ actors, ties }: ActorNetwork, element: HTMLElement): Drawn {
  const graph = new UndirectedGraph()
  const most = Math.max(...actors.degree)
  for (const [row, id] of actors.id.entries())
    graph.addNode(id, {
      x: actors.x[row]!,
      y: -actors.y[row]!,
      size: actorRadius(actors.degree[row]!, most) / 2,
      label: actors.name[row]!,
      color: colourOf(actors.sectorId[row]!),
    })
  for (const [tie, a] of ties.a.entries())
    graph.addEdge(actors.id[a]!, actors.id[ties.b[tie]!]!, { size: 0.5, color: '#7d7488' })
  const sigma = new Sigma(graph, element)
  const camera = sigma.getCamera()
  return {
    step(turn) {
      const { x, y, ratio, angle } = camera.getState()
      camera.setState({
        x: x - side(turn) / 1000,
        y: y + side(turn) / 1000,
        ratio: ratio / nearer(turn),
        angle,
      })
    },
    isComplete: () => true,
    end: () => sigma.kill(),
  }
}

function drawCytoscape({ actors, ties }: ActorNetwork, element: HTMLElement): Drawn {
  const most = Math.max(...actors.degree)
  const cy = cytoscape({
    container: element,
    layout: { name: 'preset', fit: true, padding: 28 },
    autoungrabify: true,
    elements: {
      nodes: actors.id.map((id, row) => ({
        data: {
          id,
          label: actors.name[row]!,
          fill: colourOf(actors.sectorId[row]!),
          r: actorRadius(actors.degree[row]!, most),
        },
        position: { x: actors.x[row]! * PICTURE_SCALE, y: actors.y[row]! * PICTURE_SCALE },
      })),
      edges: ties.a.map((a, tie) => ({
        data: { id: `t${tie}`, source: actors.id[a]!, target: actors.id[ties.b[tie]!]! },
      })),
    },
    style: [
      {
        selector: 'node',
        style: {
          width: 'data(r)',
          height: 'data(r)',
          'background-color': 'data(fill)',
          label: 'data(label)',
          'font-size': 11,
          'min-zoomed-font-size': 9,
        },
      },
      { selector: 'edge', style: { 'curve-style': 'haystack', width: 0.5, 'line-color': '#7d7488' } },
    ],
  })
  return {
    step(turn) {
      cy.panBy({ x: side(turn), y: side(turn) })
      cy.zoom({
        level: cy.zoom() * nearer(turn),
        renderedPosition: { x: cy.width() / 2, y: cy.height() / 2 },
      })
    },
    isComplete: () => true,
    end: () => cy.destroy(),
  }
}

const DRAWERS = { ours: drawOurs, sigma: drawSigma, cytoscape: drawCytoscape } as const
export type Drawer = keyof typeof DRAWERS

const frame = () => new Promise<number>((done) => requestAnimationFrame(done))
const task = () =>
  new Promise<void>((done) => {
    const channel = new MessageChannel()
    channel.port1.onmessage = () => done()
    channel.port2.postMessage(null)
  })

/** Waits until what was asked of the canvases is really there: reading one pixel makes the browser finish. */
function flush(element: HTMLElement): void {
  for (const canvas of element.querySelectorAll('canvas')) {
    if (canvas.width === 0) continue
    const gl = canvas.getContext('webgl2') ?? canvas.getContext('webgl')
    if (gl) gl.readPixels(0, 0, 1, 1, gl.RGBA, gl.UNSIGNED_BYTE, new Uint8Array(4))
    else canvas.getContext('2d')?.getImageData(0, 0, 1, 1)
  }
}

let now: { element: HTMLElement; drawn: Drawn } | null = null

/** ms by the clock from columns in memory to the first frame, and to all ties. */
async function draw(drawer: Drawer): Promise<{ first: number; complete: number }> {
  const network = (window as unknown as { network: ActorNetwork }).network
  const element = document.createElement('div')
  element.style.cssText = 'position:relative;width:830px;height:600px'
  document.body.append(element)
  const started = performance.now()
  const drawn = DRAWERS[drawer](network, element)
  now = { element, drawn }
  await frame()
  await task()
  flush(element)
  const first = performance.now() - started
  while (!drawn.isComplete()) await frame()
  flush(element)
  return { first, complete: performance.now() - started }
}

/** Moves the picture about for so many frames; ms by the clock. */
async function move(frames: number): Promise<number> {
  const started = performance.now()
  for (let turn = 0; turn < frames; turn++) {
    now?.drawn.step(turn)
    await frame()
  }
  if (now) flush(now.element)
  return performance.now() - started
}

function clear(): void {
  now?.drawn.end()
  now?.element.remove()
  now = null
  ;(window as unknown as { gc?: () => void }).gc?.()
}

export interface DrawingPage {
  draw: typeof draw
  move: typeof move
  clear: typeof clear
}

Object.assign(window, { draw, move, clear } satisfies DrawingPage)
