import type { BlockSearch } from './block-search.ts'
import type { Csr } from './csr.ts'
import type { Labels } from './labels.ts'
import { addBlockChange, createSplitTree } from './split-tree.ts'

/**
 * By how much the ordered cross-sector pairs within components, and within blocks, change when an actor leaves: for every actor.
 *
 * Its component falls into the pieces that hang below it in the block-cut tree and what is above (Harary 1969, Graph Theory); of blocks
 * only its own change, and what becomes of them is read off their split components (`split-tree`). All figures are sums of squared
 * set sizes, of everybody less by sector, so they are whole and exact. O((n + m) K) in place of n searches.
 */
export interface PairChanges {
  joined: Float64Array
  whole: Float64Array
}

/** Sectors whose sums are kept at a time. */
const CLASSES = 64

/** @param search components and blocks of the network */
export function pairChanges(csr: Csr, labels: Labels, search: BlockSearch): PairChanges {
  const changes = { joined: new Float64Array(csr.n), whole: new Float64Array(csr.n) }
  const number = new Int32Array(labels.count)
  const classOf = new Int32Array(csr.n)
  const tree = createBlockTree(csr.n, search)
  for (let c = 0; c < search.componentCount; c++) {
    const members = search.componentMembers.subarray(
      search.componentOffsets[c],
      search.componentOffsets[c + 1],
    )
    inPasses(members, labels.of, number, classOf, (classes, sign) => {
      addComponentChange(tree, search, c, members, classOf, classes, sign, changes.joined)
    })
  }
  const local = new Uint32Array(csr.n)
  for (let b = 0; b < search.blockCount; b++) {
    const members = search.blockMembers.subarray(search.blockOffsets[b], search.blockOffsets[b + 1])
    if (members.length === 2) {
      if (labels.of[members[0]] !== labels.of[members[1]]) for (const v of members) changes.whole[v] -= 2
      continue
    }
    const ends = tiesOfBlock(csr, search, members, local)
    const split = createSplitTree(members.length, ends.length / 2, ends, CLASSES)
    const change = new Float64Array(members.length)
    const classHere = new Int32Array(members.length)
    inPasses(members, labels.of, number, classOf, (classes, sign) => {
      for (let i = 0; i < members.length; i++) classHere[i] = classOf[members[i]]
      addBlockChange(split, classHere, classes, sign, change)
    })
    for (let i = 0; i < members.length; i++) changes.whole[members[i]] += change[i]
  }
  return changes
}

/** One pass with everybody in one class counts for, passes with the sectors that occur, some at a time, count against. */
function inPasses(
  members: Uint32Array,
  of: Uint16Array,
  number: Int32Array,
  classOf: Int32Array,
  pass: (classes: number, sign: number) => void,
): void {
  for (const v of members) classOf[v] = 0
  pass(1, 1)
  let count = 0
  for (const v of members) number[of[v]] = -1
  for (const v of members) if (number[of[v]] < 0) number[of[v]] = count++
  for (let from = 0; from < count; from += CLASSES) {
    const classes = Math.min(CLASSES, count - from)
    for (const v of members) {
      const k = number[of[v]] - from
      classOf[v] = k >= 0 && k < classes ? k : -1
    }
    pass(classes, -1)
  }
}

/** The blocks of every component, deepest first, and a row for each actor that something hangs below. */
interface BlockTree {
  firstBlock: Uint32Array
  rowOf: Int32Array
  below: Float64Array
  pieces: Float64Array
}

function createBlockTree(n: number, search: BlockSearch): BlockTree {
  const { componentCount, componentOffsets, componentMembers, blockCount, blockOffsets, blockMembers } =
    search
  const componentOf = new Uint32Array(n)
  for (let c = 0; c < componentCount; c++) {
    for (let i = componentOffsets[c]; i < componentOffsets[c + 1]; i++) componentOf[componentMembers[i]] = c
  }
  const firstBlock = new Uint32Array(componentCount + 1)
  const rowOf = new Int32Array(n).fill(-1)
  let rows = 0
  for (let b = 0; b < blockCount; b++) {
    const top = blockMembers[blockOffsets[b + 1] - 1]
    firstBlock[componentOf[top] + 1]++
    if (rowOf[top] < 0) rowOf[top] = rows++
  }
  for (let c = 0; c < componentCount; c++) firstBlock[c + 1] += firstBlock[c]
  return { firstBlock, rowOf, below: new Float64Array(rows * CLASSES), pieces: new Float64Array(rows) }
}

function addComponentChange(
  { firstBlock, rowOf, below, pieces }: BlockTree,
  { blockOffsets, blockMembers }: BlockSearch,
  c: number,
  members: Uint32Array,
  classOf: Int32Array,
  classes: number,
  sign: number,
  into: Float64Array,
): void {
  const total = new Float64Array(classes)
  for (const v of members) if (classOf[v] >= 0) total[classOf[v]]++
  let squares = 0
  for (let k = 0; k < classes; k++) squares += total[k] * total[k]
  for (const v of members) {
    if (rowOf[v] < 0) continue
    pieces[rowOf[v]] = 0
    below.fill(0, CLASSES * rowOf[v], CLASSES * (rowOf[v] + 1))
  }
  // the search closed a block after all that hang below it
  const branch = new Float64Array(classes)
  for (let b = firstBlock[c]; b < firstBlock[c + 1]; b++) {
    const last = blockOffsets[b + 1] - 1
    branch.fill(0)
    for (let i = blockOffsets[b]; i < last; i++) {
      const v = blockMembers[i]
      if (classOf[v] >= 0) branch[classOf[v]]++
      if (rowOf[v] < 0) continue
      for (let k = 0; k < classes; k++) branch[k] += below[CLASSES * rowOf[v] + k]
    }
    const row = rowOf[blockMembers[last]]
    for (let k = 0; k < classes; k++) {
      pieces[row] += branch[k] * branch[k]
      below[CLASSES * row + k] += branch[k]
    }
  }
  for (const v of members) {
    const own = classOf[v]
    const row = rowOf[v]
    let left = 0
    if (row < 0) left = own < 0 ? squares : squares - 2 * total[own] + 1
    else {
      left = pieces[row]
      for (let k = 0; k < classes; k++) {
        left += (total[k] - below[CLASSES * row + k] - (own === k ? 1 : 0)) ** 2
      }
    }
    into[v] += sign * (left - squares)
  }
}

/** Ends of the ties of a block as places among its members: from each member but the top all that lead back towards the root. */
function tiesOfBlock(
  { offsets, neighbours }: Csr,
  { discovery }: BlockSearch,
  members: Uint32Array,
  local: Uint32Array,
): Uint32Array {
  for (let i = 0; i < members.length; i++) local[members[i]] = i
  const ends: number[] = []
  for (let i = 0; i < members.length - 1; i++) {
    const v = members[i]
    for (let j = offsets[v]; j < offsets[v + 1]; j++) {
      if (discovery[neighbours[j]] < discovery[v]) ends.push(i, local[neighbours[j]])
    }
  }
  return Uint32Array.from(ends)
}
