import type { Scene, SceneNode } from './scene.ts'

export type Direction = 'left' | 'right' | 'up' | 'down'
const AXIS: Record<Direction, readonly [number, number]> = {
  left: [-1, 0],
  right: [1, 0],
  up: [0, -1],
  down: [0, 1],
}

/** The node to begin with: the one that most ties touch, else the first. Faded nodes are passed over. */
export function firstNode(scene: Scene): SceneNode | null {
  const touched = new Map<string, number>()
  for (const { from, to } of scene.ties)
    for (const key of [from, to]) touched.set(key, (touched.get(key) ?? 0) + 1)
  let best: SceneNode | null = null
  for (const node of scene.nodes)
    if (!node.faded && (!best || (touched.get(node.key) ?? 0) > (touched.get(best.key) ?? 0))) best = node
  return best
}

/**
 * The node that an arrow key leads to: of those joined to `from` within 80° of the direction, the one that lies
 * straightest and nearest; with none there, the same among all nodes within 45°, so that no part is out of reach.
 */
export function nodeTowards(scene: Scene, from: string, direction: Direction): SceneNode | null {
  const start = scene.nodes.find((node) => node.key === from)
  if (!start) return firstNode(scene)
  const joined = new Set<string>()
  for (const tie of scene.ties) {
    if (tie.from === from) joined.add(tie.to)
    if (tie.to === from) joined.add(tie.from)
  }
  const others = scene.nodes.filter((node) => node.key !== from && !node.faded)
  return (
    straightest(
      start,
      others.filter((node) => joined.has(node.key)),
      direction,
      80,
    ) ?? straightest(start, others, direction, 45)
  )
}

function straightest(start: SceneNode, nodes: readonly SceneNode[], direction: Direction, degrees: number) {
  const [ux, uy] = AXIS[direction]
  const limit = Math.cos((degrees * Math.PI) / 180)
  let best: SceneNode | null = null
  let least = Number.POSITIVE_INFINITY
  for (const node of nodes) {
    const [dx, dy] = [node.x - start.x, node.y - start.y]
    const distance = Math.hypot(dx, dy)
    const cosine = distance === 0 ? 0 : (dx * ux + dy * uy) / distance
    if (cosine < limit) continue
    const cost = distance * (2 - cosine)
    if (cost < least) [best, least] = [node, cost]
  }
  return best
}
