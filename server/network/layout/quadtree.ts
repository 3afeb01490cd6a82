/**
 * A quadtree over points in flat arrays (Barnes & Hut 1986, Nature 324:446), rebuilt in place for every step: no object per cell.
 * A cell has its four children, its centre of mass and its mass; a child is 0 (none), −(point + 1) or the number of a cell.
 */
export interface Quadtree {
  children: Int32Array
  massX: Float64Array
  massY: Float64Array
  mass: Float64Array
  size: Float64Array
  stack: Int32Array
}

const THETA_SQUARED = 1.2 * 1.2
/** Deeper than this, points at practically one place share a cell. */
const MAX_DEPTH = 24

export function createQuadtree(points: number): Quadtree {
  const cells = 4 * points + 64
  return {
    children: new Int32Array(4 * cells),
    massX: new Float64Array(cells),
    massY: new Float64Array(cells),
    mass: new Float64Array(cells),
    size: new Float64Array(cells),
    stack: new Int32Array(4 * MAX_DEPTH * 4),
  }
}

/** Adds to `force` the push of all other points on each: strength / distance, far cells as one point. O(n log n). */
export function repelFrom(
  tree: Quadtree,
  xy: Float64Array,
  points: readonly number[],
  strength: number,
  force: Float64Array,
): void {
  build(tree, xy, points)
  for (const v of points) repelOne(tree, xy, v, strength, force)
}

function build(tree: Quadtree, xy: Float64Array, points: readonly number[]): void {
  const { children, massX, massY, mass, size } = tree
  let low = Number.POSITIVE_INFINITY
  let high = Number.NEGATIVE_INFINITY
  for (const v of points) {
    low = Math.min(low, xy[2 * v]!, xy[2 * v + 1]!)
    high = Math.max(high, xy[2 * v]!, xy[2 * v + 1]!)
  }
  let cells = 1
  const limit = mass.length - MAX_DEPTH - 1
  const clear = (cell: number, width: number) => {
    children.fill(0, 4 * cell, 4 * cell + 4)
    massX[cell] = 0
    massY[cell] = 0
    mass[cell] = 0
    size[cell] = width
  }
  clear(0, high - low || 1)
  for (const point of points) {
    const x = xy[2 * point]!
    const y = xy[2 * point + 1]!
    let cell = 0
    let left = low
    let top = low
    for (let depth = 0; ; depth++) {
      massX[cell]! += x
      massY[cell]! += y
      mass[cell]!++
      const half = size[cell]! / 2
      const east = x >= left + half ? 1 : 0
      const south = y >= top + half ? 1 : 0
      const slot = 4 * cell + 2 * south + east
      const child = children[slot]!
      if (child === 0) {
        children[slot] = -(point + 1)
        break
      }
      // without room or at one place the point only adds to the mass of its cell
      if (child < 0 && (depth >= MAX_DEPTH || cells >= limit)) break
      left += east * half
      top += south * half
      if (child > 0) {
        cell = child
        continue
      }
      // split: the point that was there moves one level down, then this one follows
      const other = -child - 1
      const next = cells++
      clear(next, half)
      children[slot] = next
      const ox = xy[2 * other]!
      const oy = xy[2 * other + 1]!
      massX[next] = ox
      massY[next] = oy
      mass[next] = 1
      children[4 * next + 2 * (oy >= top + half / 2 ? 1 : 0) + (ox >= left + half / 2 ? 1 : 0)] = child
      cell = next
    }
  }
}

function repelOne(tree: Quadtree, xy: Float64Array, v: number, strength: number, force: Float64Array): void {
  const { children, massX, massY, mass, size, stack } = tree
  const x = xy[2 * v]!
  const y = xy[2 * v + 1]!
  let fx = 0
  let fy = 0
  let depth = 0
  stack[depth++] = 0
  while (depth > 0) {
    const cell = stack[--depth]!
    const dx = x - massX[cell]! / mass[cell]!
    const dy = y - massY[cell]! / mass[cell]!
    const squared = dx * dx + dy * dy
    if (size[cell]! * size[cell]! < THETA_SQUARED * squared) {
      const factor = (strength * mass[cell]!) / (squared + 1)
      fx += dx * factor
      fy += dy * factor
      continue
    }
    for (let slot = 4 * cell; slot < 4 * cell + 4; slot++) {
      const child = children[slot]!
      if (child > 0) stack[depth++] = child
      else if (child < 0 && child !== -(v + 1)) {
        const w = -child - 1
        const ex = x - xy[2 * w]!
        const ey = y - xy[2 * w + 1]!
        const factor = strength / (ex * ex + ey * ey + 1)
        fx += ex * factor
        fy += ey * factor
      }
    }
  }
  force[2 * v]! += fx
  force[2 * v + 1]! += fy
}
