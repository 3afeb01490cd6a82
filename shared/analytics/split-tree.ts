import { type SplitComponents, splitComponents } from './split-components.ts'

/**
 * The split components of a block as a tree, and what is left of the block without each of its actors.
 *
 * Without v a triconnected part stays one block, with everything that hangs on its virtual ties but on those of v itself; a triangle
 * becomes its opposite side; a bond falls apart. A side is a tie, or what hangs on a virtual one: one block, unless that is a triangle
 * again, which is a chain of its other two sides.
 */
export interface SplitTree extends SplitComponents {
  /** actors and ties of the block; ties from `ties` on are virtual */
  actors: number
  ties: number
  /** components from the root on, and per component the virtual tie towards the root, -1 for the root */
  order: Uint32Array
  towardsRoot: Int32Array
  /** per component: its actors, members[memberOffsets[c] .. memberOffsets[c + 1]) */
  memberOffsets: Uint32Array
  members: Uint32Array
  /** room for sums; one row of classes per virtual tie, and per actor */
  scratch: { inner: Float64Array; minus: Float64Array; within: Float64Array; beyond: Float64Array }
}

export function createSplitTree(actors: number, ties: number, ends: Uint32Array, classes: number): SplitTree {
  const split = splitComponents(actors, ties, ends)
  const virtual = split.edgeCount - ties
  return {
    ...split,
    actors,
    ties,
    ...rootComponents(split, ties),
    ...listMembers(split, actors),
    scratch: {
      inner: new Float64Array(virtual * classes),
      minus: new Float64Array(actors * classes),
      within: new Float64Array(virtual),
      beyond: new Float64Array(virtual),
    },
  }
}

function rootComponents(split: SplitComponents, ties: number): Pick<SplitTree, 'order' | 'towardsRoot'> {
  const { count, offsets, edges, edgeCount } = split
  // the two components of a virtual tie
  const sides = new Int32Array(2 * (edgeCount - ties)).fill(-1)
  for (let c = 0; c < count; c++) {
    for (let i = offsets[c]; i < offsets[c + 1]; i++) {
      const at = 2 * (edges[i] - ties)
      if (at >= 0) sides[sides[at] < 0 ? at : at + 1] = c
    }
  }
  const order = new Uint32Array(count)
  const towardsRoot = new Int32Array(count).fill(-1)
  let length = 1
  for (let head = 0; head < length; head++) {
    const c = order[head]
    for (let i = offsets[c]; i < offsets[c + 1]; i++) {
      const e = edges[i]
      if (e < ties || e === towardsRoot[c]) continue
      const at = 2 * (e - ties)
      const other = sides[at] === c ? sides[at + 1] : sides[at]
      towardsRoot[other] = e
      order[length++] = other
    }
  }
  return { order, towardsRoot }
}

function listMembers(split: SplitComponents, actors: number): Pick<SplitTree, 'memberOffsets' | 'members'> {
  const { count, offsets, edges, ends } = split
  const seenIn = new Int32Array(actors).fill(-1)
  const memberOffsets = new Uint32Array(count + 1)
  const members: number[] = []
  for (let c = 0; c < count; c++) {
    for (let i = 2 * offsets[c]; i < 2 * offsets[c + 1]; i++) {
      const v = ends[2 * edges[i >>> 1] + (i & 1)]
      if (seenIn[v] === c) continue
      seenIn[v] = c
      members.push(v)
    }
    memberOffsets[c + 1] = members.length
  }
  return { memberOffsets, members: Uint32Array.from(members) }
}

/**
 * Adds for every actor: sign * (sum of squared class sizes over the blocks that the block becomes without it, less that of the block).
 * @param classOf 0 .. classes - 1 per actor of the block, or -1 for none
 */
export function addBlockChange(
  tree: SplitTree,
  classOf: Int32Array,
  classes: number,
  sign: number,
  into: Float64Array,
): void {
  const total = new Float64Array(classes)
  for (let v = 0; v < tree.actors; v++) if (classOf[v] >= 0) total[classOf[v]]++
  const pass: Pass = { tree, classOf, classes, sign, total, squares: sumOfSquares(total, 0, classes), into }
  for (let i = tree.count - 1; i > 0; i--) gatherInner(pass, tree.order[i])
  for (let i = 0; i < tree.count; i++) gatherBeyond(pass, tree.order[i])
  for (let v = 0; v < tree.actors; v++) into[v] -= sign * pass.squares
  for (let c = 0; c < tree.count; c++) {
    if (tree.isBond[c] === 1) continue
    if (isTriangle(tree, c)) addOppositeSides(pass, c)
    else addTriconnected(pass, c)
  }
}

interface Pass {
  tree: SplitTree
  classOf: Int32Array
  classes: number
  sign: number
  /** per class, and their squares summed up */
  total: Float64Array
  squares: number
  into: Float64Array
}

function isTriangle({ offsets, isBond }: SplitTree, c: number): boolean {
  return isBond[c] === 0 && offsets[c + 1] - offsets[c] === 3
}

/** What hangs on the virtual tie above component c, its ends left aside, by class; and the blocks that it is, ends included. */
function gatherInner({ tree, classOf, classes }: Pass, c: number): void {
  const { ties, ends, offsets, edges, towardsRoot, memberOffsets, members } = tree
  const { inner, within } = tree.scratch
  const up = towardsRoot[c]
  const row = classes * (up - ties)
  inner.fill(0, row, row + classes)
  const x = ends[2 * up]
  const y = ends[2 * up + 1]
  for (let i = memberOffsets[c]; i < memberOffsets[c + 1]; i++) {
    const v = members[i]
    if (v !== x && v !== y && classOf[v] >= 0) inner[row + classOf[v]]++
  }
  let chain = 0
  for (let i = offsets[c]; i < offsets[c + 1]; i++) {
    const e = edges[i]
    if (e === up) continue
    if (e < ties) {
      chain += pairSquares(classOf, ends[2 * e], ends[2 * e + 1])
      continue
    }
    chain += within[e - ties]
    const from = classes * (e - ties)
    for (let k = 0; k < classes; k++) inner[row + k] += inner[from + k]
  }
  if (isTriangle(tree, c)) within[up - ties] = chain
  else {
    // for a moment with both ends
    if (classOf[x] >= 0) inner[row + classOf[x]]++
    if (classOf[y] >= 0) inner[row + classOf[y]]++
    within[up - ties] = sumOfSquares(inner, row, classes)
    if (classOf[x] >= 0) inner[row + classOf[x]]--
    if (classOf[y] >= 0) inner[row + classOf[y]]--
  }
}

/** The blocks that the rest of the block is, seen from each virtual tie below component c, ends included. */
function gatherBeyond({ tree, classOf, classes, total }: Pass, c: number): void {
  const { ties, ends, offsets, edges, towardsRoot } = tree
  const { inner, within, beyond } = tree.scratch
  const up = towardsRoot[c]
  const triangle = isTriangle(tree, c)
  let around = 0
  if (triangle) {
    for (let i = offsets[c]; i < offsets[c + 1]; i++) {
      const e = edges[i]
      if (e < ties) around += pairSquares(classOf, ends[2 * e], ends[2 * e + 1])
      else around += e === up ? beyond[e - ties] : within[e - ties]
    }
  }
  for (let i = offsets[c]; i < offsets[c + 1]; i++) {
    const e = edges[i]
    if (e < ties || e === up) continue
    if (triangle) beyond[e - ties] = around - within[e - ties]
    else {
      let squares = 0
      const row = classes * (e - ties)
      for (let k = 0; k < classes; k++) squares += (total[k] - inner[row + k]) ** 2
      beyond[e - ties] = squares
    }
  }
}

function addOppositeSides({ tree, classOf, sign, into }: Pass, c: number): void {
  const { ties, ends, offsets, edges, towardsRoot, memberOffsets, members } = tree
  const { within, beyond } = tree.scratch
  for (let i = offsets[c]; i < offsets[c + 1]; i++) {
    const e = edges[i]
    const x = ends[2 * e]
    const y = ends[2 * e + 1]
    let opposite = -1
    for (let j = memberOffsets[c]; j < memberOffsets[c + 1]; j++) {
      if (members[j] !== x && members[j] !== y) opposite = members[j]
    }
    if (e < ties) into[opposite] += sign * pairSquares(classOf, x, y)
    else into[opposite] += sign * (e === towardsRoot[c] ? beyond[e - ties] : within[e - ties])
  }
}

function addTriconnected({ tree, classOf, classes, sign, total, squares, into }: Pass, c: number): void {
  const { ties, ends, offsets, edges, towardsRoot, memberOffsets, members } = tree
  const { inner, minus } = tree.scratch
  const hasVirtual = new Set<number>()
  for (let i = offsets[c]; i < offsets[c + 1]; i++) {
    const e = edges[i]
    if (e < ties) continue
    const row = classes * (e - ties)
    const x = ends[2 * e]
    const y = ends[2 * e + 1]
    for (const v of [x, y]) {
      hasVirtual.add(v)
      for (let k = 0; k < classes; k++) {
        const ofEnds = (classOf[x] === k ? 1 : 0) + (classOf[y] === k ? 1 : 0)
        minus[classes * v + k] += e === towardsRoot[c] ? total[k] - ofEnds - inner[row + k] : inner[row + k]
      }
    }
  }
  for (let i = memberOffsets[c]; i < memberOffsets[c + 1]; i++) {
    const v = members[i]
    const own = classOf[v]
    if (!hasVirtual.has(v)) {
      into[v] += sign * (own < 0 ? squares : squares - 2 * total[own] + 1)
      continue
    }
    let left = 0
    for (let k = 0; k < classes; k++) {
      left += (total[k] - minus[classes * v + k] - (own === k ? 1 : 0)) ** 2
      minus[classes * v + k] = 0
    }
    into[v] += sign * left
  }
}

function pairSquares(classOf: Int32Array, x: number, y: number): number {
  if (classOf[x] < 0) return classOf[y] < 0 ? 0 : 1
  if (classOf[y] < 0) return 1
  return classOf[x] === classOf[y] ? 4 : 2
}

function sumOfSquares(values: Float64Array, from: number, length: number): number {
  let sum = 0
  for (let i = from; i < from + length; i++) sum += values[i] * values[i]
  return sum
}
