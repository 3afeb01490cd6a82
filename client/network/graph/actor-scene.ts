import { LINE_STYLE } from './line-style.ts'
import { drawnTies, loosePairs, type NetworkIndex } from './network-index.ts'
import {
  actorKey,
  actorRadius,
  type MarkLook,
  PICTURE_SCALE,
  type Scene,
  type SceneNode,
  type SceneTie,
  tieKey,
} from './scene.ts'

/** The most elements that are drawn at once; beyond, sectors are opened on demand. */
export const MAX_ELEMENTS = 500

/** Name, size and ring of an actor's mark, where they are not the usual ones. */
export type Dress = Partial<Pick<SceneNode, 'label' | 'r' | 'mark' | 'ring'>>

/** What the picture needs beside the network: how rows look and which of them are faded. */
export interface SceneInput {
  index: NetworkIndex
  lookOf: (row: number) => MarkLook
  /** What a chosen appearance draws otherwise. */
  dress?: ((row: number) => Dress) | undefined
  /** 1 = passes the filters, per actor row and tie row. */
  passing: { actors: ArrayLike<number>; ties: ArrayLike<number> }
}

/** Whether every actor with a tie, and every tie, can be drawn at once. */
export function fitsWhole({ offsets, size, present }: NetworkIndex): boolean {
  let drawn = 0
  for (let row = 0; row < present.length; row++) if (offsets[row + 1]! > offsets[row]!) drawn++
  return drawn + size.ties <= MAX_ELEMENTS
}

export function actorNode(input: SceneInput, row: number): SceneNode {
  const { actors } = input.index.network
  const id = actors.id[row]!
  const standing = actors.standing[row]
  return {
    key: actorKey(id),
    kind: 'actor',
    ref: id,
    label: actors.name[row]!,
    look: input.lookOf(row),
    x: actors.x[row]! * PICTURE_SCALE,
    y: actors.y[row]! * PICTURE_SCALE,
    r: actorRadius(actors.degree[row]!, input.index.most),
    count: 1,
    mark: standing === 'unlinked' ? 'unlinked' : standing === 'unasked' ? 'unasked' : 'plain',
    faded: input.passing.actors[row] === 0,
    ...input.dress?.(row),
  }
}

export function actorTie(input: SceneInput, tie: number): SceneTie {
  const { actors, ties } = input.index.network
  const [a, b] = [ties.a[tie]!, ties.b[tie]!]
  const line = input.index.lines[tie]!
  const cross = actors.sectorId[a] !== actors.sectorId[b]
  const [from, to] = [actorKey(actors.id[a]!), actorKey(actors.id[b]!)]
  return {
    key: tieKey(from, to),
    from,
    to,
    line,
    cross,
    width: LINE_STYLE[line].width[cross ? 'cross' : 'within'],
    count: ties.partnerships[tie]!,
    faded: input.passing.ties[tie] === 0,
  }
}

/** Every actor that a tie touches, at the place the server gave it; those without one are in the tray. */
export function actorScene(input: SceneInput): Scene {
  const { index } = input
  const nodes: SceneNode[] = []
  for (let row = 0; row < index.present.length; row++)
    if (drawnTies(index, row) > 0) nodes.push(actorNode(input, row))
  const ties: SceneTie[] = []
  for (let tie = 0; tie < index.lines.length; tie++)
    if (index.lines[tie] !== null) ties.push(actorTie(input, tie))
  return { nodes: besidesLoosePairs(index, nodes), ties, left: { actors: 0, ties: 0 } }
}

const PAIR_GAP = { edge: 64, column: 58, across: 24, down: 18, row: 44 }

/** Sets pairs that hang on nobody else down the right edge, where they are read as what they are. */
function besidesLoosePairs(index: NetworkIndex, nodes: readonly SceneNode[]): SceneNode[] {
  const pairs = loosePairs(index).map(([a, b]) => [index.network.actors.id[a]!, index.network.actors.id[b]!])
  const loose = new Set(pairs.flat())
  const main = nodes.filter((node) => !loose.has(node.ref))
  if (pairs.length === 0 || main.length === 0) return [...nodes]
  const right = Math.max(...main.map((node) => node.x)) + PAIR_GAP.edge
  const bottom = Math.max(...main.map((node) => node.y))
  const top = Math.min(...main.map((node) => node.y))
  const perColumn = Math.max(3, Math.floor((bottom - top) / PAIR_GAP.row))
  const spot = new Map<string, { x: number; y: number }>()
  pairs.forEach(([a, b], position) => {
    const x = right + Math.floor(position / perColumn) * PAIR_GAP.column
    const inColumn = Math.min(perColumn, pairs.length - Math.floor(position / perColumn) * perColumn)
    const y = bottom - (inColumn - 1 - (position % perColumn)) * PAIR_GAP.row - PAIR_GAP.down
    spot.set(a!, { x, y })
    spot.set(b!, { x: x + PAIR_GAP.across, y: y + PAIR_GAP.down })
  })
  return nodes.map((node) => ({ ...node, ...spot.get(node.ref) }))
}

/** Where the caption over the loose pairs goes: above the topmost of them. Null where there are none. */
export function loosePairsCaption(
  index: NetworkIndex,
  scene: Scene,
): { x: number; y: number; count: number } | null {
  const ids = new Set(
    loosePairs(index).flatMap(([a, b]) => [index.network.actors.id[a]!, index.network.actors.id[b]!]),
  )
  const nodes = scene.nodes.filter((node) => node.kind === 'actor' && ids.has(node.ref))
  if (nodes.length === 0) return null
  return {
    x: Math.max(...nodes.map((node) => node.x)),
    y: Math.min(...nodes.map((node) => node.y)) - 18,
    count: nodes.length / 2,
  }
}
