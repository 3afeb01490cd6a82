/**
 * Cuts a block into its split components along pairs of actors whose exit would part it: bonds (three ties between two actors),
 * triangles, and parts that no pair of actors parts. A cut leaves a virtual tie in both pieces, so they form a tree.
 *
 * Hopcroft & Tarjan 1973, SIAM J Comput 2:135, as corrected by Gutwenger & Mutzel 2001, GD 2000, LNCS 1984:77. Three depth-first
 * searches without recursion: one for how high branches reach back (low points), one that numbers the actors so that all ways back
 * are walked from high to low, and one that stacks ties and candidate pairs and cuts off a component where a pair proves to part
 * the block. O(n + m).
 */
export interface SplitComponents {
  /** ends of all ties: those of the block first, as given, then the virtual ones */
  edgeCount: number
  ends: Uint32Array
  /** ties of component c: edges[offsets[c] .. offsets[c + 1]); a virtual tie lies in exactly two */
  count: number
  offsets: Uint32Array
  edges: Uint32Array
  /** 1 where all ties of the component join the same two actors */
  isBond: Uint8Array
}

/**
 * @param n actors of a biconnected network without repeated ties, 3 or more
 * @param m ties, `ends[2e]` and `ends[2e + 1]`
 */
export function splitComponents(n: number, m: number, ends: Uint32Array): SplitComponents {
  const tree = growTree(n, m, ends)
  const path = numberPaths(tree, orderTies(tree))
  return findComponents(path, ends)
}

/** The first search. Actors by number of discovery, 1 .. n; ties point from parent to child or from an actor back up. */
interface Tree {
  n: number
  m: number
  /** per number: actor, parent, descendants with itself, lowest and second lowest number reached back from its branch */
  actor: Uint32Array
  parent: Uint32Array
  branch: Uint32Array
  low: Uint32Array
  second: Uint32Array
  /** per tie: numbers of its ends, and 1 where it leads to a child */
  source: Uint32Array
  target: Uint32Array
  isTree: Uint8Array
}

function growTree(n: number, m: number, ends: Uint32Array): Tree {
  const starts = new Uint32Array(n + 1)
  for (let i = 0; i < 2 * m; i++) starts[ends[i] + 1]++
  for (let v = 0; v < n; v++) starts[v + 1] += starts[v]
  const ties = new Uint32Array(2 * m)
  const fill = starts.slice(0, n)
  for (let i = 0; i < 2 * m; i++) ties[fill[ends[i]]++] = i >>> 1

  const zeros = (): Uint32Array => new Uint32Array(n + 1)
  const tree: Tree = {
    n,
    m,
    actor: zeros(),
    parent: zeros(),
    branch: zeros(),
    low: zeros(),
    second: zeros(),
    source: new Uint32Array(m),
    target: new Uint32Array(m),
    isTree: new Uint8Array(m),
  }
  const { actor, parent, branch, low, second, source, target, isTree } = tree
  const number = new Uint32Array(n)
  const cursor = starts.slice(0, n)
  let last = 0
  const discover = (v: number, from: number): number => {
    number[v] = ++last
    actor[last] = v
    parent[last] = from
    branch[last] = 1
    low[last] = last
    second[last] = last
    return last
  }
  const reach = (v: number, back: number): void => {
    if (back < low[v]) {
      second[v] = low[v]
      low[v] = back
    } else if (back > low[v] && back < second[v]) second[v] = back
  }
  for (let v = discover(0, 0); v > 0; ) {
    const a = actor[v]
    if (cursor[a] < starts[a + 1]) {
      const e = ties[cursor[a]++]
      if (source[e] !== 0) continue
      const b = ends[2 * e] === a ? ends[2 * e + 1] : ends[2 * e]
      const known = number[b]
      source[e] = v
      if (known === 0) {
        isTree[e] = 1
        target[e] = discover(b, v)
        v = last
      } else {
        target[e] = known
        reach(v, known)
      }
      continue
    }
    const up = parent[v]
    if (up > 0) {
      branch[up] += branch[v]
      reach(up, low[v])
      reach(up, second[v])
    }
    v = up
  }
  return tree
}

/** Ties in the order in which every actor has to walk its own: by how high they lead back, those of two-way branches first. */
function orderTies({ n, m, source, target, isTree, low, second }: Tree): Uint32Array {
  const rank = (e: number): number => {
    if (isTree[e] === 0) return 3 * target[e] + 1
    return second[target[e]] < source[e] ? 3 * low[target[e]] : 3 * low[target[e]] + 2
  }
  const starts = new Uint32Array(3 * n + 4)
  for (let e = 0; e < m; e++) starts[rank(e) + 1]++
  for (let r = 0; r < 3 * n + 3; r++) starts[r + 1] += starts[r]
  const order = new Uint32Array(m)
  for (let e = 0; e < m; e++) order[starts[rank(e)]++] = e
  return order
}

/** The second search. Actors get their final numbers 1 .. n; everything is by them. */
interface Paths extends Tree {
  /** ties of every actor as a list of slots in walking order; a slot holds one tie, at first that of its own number */
  first: Int32Array
  next: Int32Array
  previous: Int32Array
  /** per tie: 1 where a new path begins with it */
  startsPath: Uint8Array
  /** per actor: the ties that lead back to it, from the highest source down, as a list of nodes; node e is of tie e at first */
  highest: Int32Array
  lower: Int32Array
  higher: Int32Array
  highSource: Uint32Array
}

function numberPaths(tree: Tree, order: Uint32Array): Paths {
  const { n, m, actor, parent, branch, low, second, source, target, isTree } = tree
  const first = new Int32Array(n + 1).fill(-1)
  const next = new Int32Array(m).fill(-1)
  for (let x = m - 1; x >= 0; x--) {
    const e = order[x]
    next[e] = first[source[e]]
    first[source[e]] = e
  }

  const renumbered = new Uint32Array(n + 1)
  const cursor = first.slice()
  const startsPath = new Uint8Array(m)
  const arrived: number[] = []
  let free = n
  let isNewPath = true
  renumbered[1] = 1
  for (let v = 1; v > 0; ) {
    const e = cursor[v]
    if (e < 0) {
      free--
      v = parent[v]
      continue
    }
    cursor[v] = next[e]
    if (isNewPath) startsPath[e] = 1
    isNewPath = isTree[e] === 0
    if (isTree[e] === 1) {
      v = target[e]
      renumbered[v] = free - branch[v] + 1
    } else arrived.push(e)
  }

  const byNew = (values: Uint32Array, isNumber: boolean): Uint32Array => {
    const moved = new Uint32Array(n + 1)
    for (let v = 1; v <= n; v++) moved[renumbered[v]] = isNumber ? renumbered[values[v]] : values[v]
    return moved
  }
  const firstByNew = new Int32Array(n + 1)
  for (let v = 1; v <= n; v++) firstByNew[renumbered[v]] = first[v]
  const previous = new Int32Array(m).fill(-1)
  for (let e = 0; e < m; e++) if (next[e] >= 0) previous[next[e]] = e
  const paths: Paths = {
    n,
    m,
    actor: byNew(actor, false),
    parent: byNew(parent, true),
    branch: byNew(branch, false),
    low: byNew(low, true),
    second: byNew(second, true),
    source: source.map((v) => renumbered[v]),
    target: target.map((v) => renumbered[v]),
    isTree,
    first: firstByNew,
    next,
    previous,
    startsPath,
    highest: new Int32Array(n + 1).fill(-1),
    lower: new Int32Array(2 * m).fill(-1),
    higher: new Int32Array(2 * m).fill(-1),
    highSource: new Uint32Array(2 * m),
  }
  for (let x = arrived.length - 1; x >= 0; x--) {
    const e = arrived[x]
    putHighest(paths, paths.target[e], e, paths.source[e])
  }
  return paths
}

function putHighest(
  { highest, lower, higher, highSource }: Paths,
  v: number,
  node: number,
  from: number,
): void {
  highSource[node] = from
  higher[node] = -1
  lower[node] = highest[v]
  if (highest[v] >= 0) higher[highest[v]] = node
  highest[v] = node
}

/** The third search: stacks of ties and of candidate pairs, and the pieces cut off so far. */
interface Cutting extends Paths {
  edgeCount: number
  source: Uint32Array
  target: Uint32Array
  /** per tie: its slot, and its node in the list of those that lead back, -1 where it is in none */
  slot: Int32Array
  node: Int32Array
  /** per slot: its tie */
  held: Int32Array
  /** per actor: ties left, and the tie from its parent */
  degree: Uint32Array
  fromParent: Int32Array
  stacked: number
  stack: Int32Array
  /** candidate pairs (a, b) with the highest number h of the piece that they would part; a = -1 marks the bottom of a path */
  top: number
  pairHigh: Int32Array
  pairA: Int32Array
  pairB: Int32Array
  count: number
  offsets: number[]
  edges: number[]
  isBond: number[]
}

function createCutting(paths: Paths): Cutting {
  const { n, m, source, target, isTree } = paths
  const grown = (values: Uint32Array): Uint32Array => {
    const larger = new Uint32Array(2 * m)
    larger.set(values)
    return larger
  }
  const own = (wanted: (e: number) => boolean): Int32Array =>
    Int32Array.from({ length: 2 * m }, (_, e) => (e < m && wanted(e) ? e : -1))
  const degree = new Uint32Array(n + 1)
  const fromParent = new Int32Array(n + 1).fill(-1)
  for (let e = 0; e < m; e++) {
    degree[source[e]]++
    degree[target[e]]++
    if (isTree[e] === 1) fromParent[target[e]] = e
  }
  return {
    ...paths,
    edgeCount: m,
    source: grown(source),
    target: grown(target),
    slot: own(() => true),
    node: own((e) => isTree[e] === 0),
    held: Int32Array.from({ length: m }, (_, e) => e),
    degree,
    fromParent,
    stacked: 0,
    stack: new Int32Array(2 * m),
    top: 0,
    pairHigh: new Int32Array(2 * m + n + 2),
    pairA: new Int32Array(2 * m + n + 2).fill(-1),
    pairB: new Int32Array(2 * m + n + 2),
    count: 0,
    offsets: [0],
    edges: [],
    isBond: [],
  }
}

function findComponents(paths: Paths, ends: Uint32Array): SplitComponents {
  const cutting = createCutting(paths)
  walkPaths(cutting)
  while (cutting.stacked > 0) cutting.edges.push(popTie(cutting))
  finish(cutting, 0)
  const { edgeCount, actor, source, target, m } = cutting
  const allEnds = new Uint32Array(2 * edgeCount)
  allEnds.set(ends.subarray(0, 2 * m))
  for (let e = m; e < edgeCount; e++) {
    allEnds[2 * e] = actor[source[e]]
    allEnds[2 * e + 1] = actor[target[e]]
  }
  return {
    edgeCount,
    ends: allEnds,
    count: cutting.count,
    offsets: Uint32Array.from(cutting.offsets),
    edges: Uint32Array.from(cutting.edges),
    isBond: Uint8Array.from(cutting.isBond),
  }
}

function walkPaths(cutting: Cutting): void {
  const { n, first, next, held, target, low, branch, startsPath, isTree } = cutting
  // where each actor on the way stands: its slot, the slot after it, the tie first found in it, and ties not walked yet
  const at = new Int32Array(n + 1)
  const after = first.slice()
  const walked = new Int32Array(n + 1)
  const left = new Uint32Array(n + 1)
  for (let v = 1; v <= n; v++) for (let slot = first[v]; slot >= 0; slot = next[slot]) left[v]++
  const way = new Uint32Array(n + 1)
  let depth = 0
  way[0] = 1
  for (;;) {
    const v = way[depth]
    const slot = after[v]
    if (slot >= 0) {
      at[v] = slot
      after[v] = next[slot]
      const e = held[slot]
      walked[v] = e
      const w = target[e]
      if (isTree[e] === 1) {
        if (startsPath[e] === 1) {
          pushPair(cutting, low[w], w + branch[w] - 1, v)
          cutting.pairA[++cutting.top] = -1
        }
        way[++depth] = w
      } else {
        if (startsPath[e] === 1) pushPair(cutting, w, v, v)
        cutting.stack[cutting.stacked++] = e
      }
      continue
    }
    if (depth === 0) return
    const up = way[--depth]
    cutting.stack[cutting.stacked++] = cutting.fromParent[v]
    const w = cutAtPairs(cutting, up, v, at[up])
    cutBranch(cutting, up, w, at[up], left[up])
    if (startsPath[walked[up]] === 1) {
      while (cutting.pairA[cutting.top] !== -1) cutting.top--
      cutting.top--
    }
    dropPassed(cutting, up)
    left[up]--
  }
}

/** Puts a candidate in place of those whose pair lies between its ends: they part less. */
function pushPair(cutting: Cutting, a: number, high: number, b: number): void {
  const { pairHigh, pairA, pairB } = cutting
  let h = high
  let lowest = b
  while (pairA[cutting.top] > a) {
    h = Math.max(h, pairHigh[cutting.top])
    lowest = pairB[cutting.top--]
  }
  cutting.top++
  pairHigh[cutting.top] = h
  pairA[cutting.top] = a
  pairB[cutting.top] = lowest
}

/** Candidates at v that a tie from above the piece reaches past are none. */
function dropPassed(cutting: Cutting, v: number): void {
  const { pairHigh, pairA, pairB } = cutting
  const high = highestInto(cutting, v)
  while (pairA[cutting.top] !== -1 && pairB[cutting.top] !== v && high > pairHigh[cutting.top]) cutting.top--
}

/**
 * Cuts off what pairs (v, b) part, back from the branch of w: an actor with two ties left, or the piece of the uppermost candidate.
 * @returns the child of v that stands for the branch afterwards
 */
function cutAtPairs(cutting: Cutting, v: number, w: number, slot: number): number {
  const { first, held, target, degree, parent, fromParent, pairA, pairB } = cutting
  let child = w
  while (v !== 1) {
    const isPassage = degree[child] === 2 && target[held[first[child]]] > child
    const isCandidate = pairA[cutting.top] === v
    if (!isPassage && !isCandidate) break
    if (isCandidate && parent[pairB[cutting.top]] === v) {
      cutting.top--
      continue
    }
    let { tie, far, parallel } = isPassage ? cutPassage(cutting, v) : cutPiece(cutting, v, slot)
    if (parallel >= 0) tie = cutBond(cutting, tie, parallel, v, far)
    cutting.stack[cutting.stacked++] = tie
    place(cutting, tie, slot)
    degree[v]++
    degree[far]++
    parent[far] = v
    fromParent[far] = tie
    child = far
  }
  return child
}

interface Cut {
  /** the virtual tie from v to `far`, and a tie stacked below that joins the same two, -1 if none */
  tie: number
  far: number
  parallel: number
}

/** A triangle: the last two ties make a path from v over an actor that has no other. */
function cutPassage(cutting: Cutting, v: number): Cut {
  const { source, target, degree, stack } = cutting
  const near = popTie(cutting)
  const beyond = popTie(cutting)
  removeFromWalk(cutting, beyond)
  const far = target[beyond]
  const tie = addTie(cutting, v, far)
  degree[v]--
  degree[far]--
  cutting.edges.push(near, beyond, tie)
  finish(cutting, 0)
  let parallel = -1
  if (cutting.stacked > 0) {
    const below = stack[cutting.stacked - 1]
    if (source[below] === far && target[below] === v) {
      parallel = popTie(cutting)
      removeFromWalk(cutting, parallel)
      removeFromHighest(cutting, parallel)
    }
  }
  return { tie, far, parallel }
}

/** The piece of the uppermost candidate: the stacked ties among its numbers. */
function cutPiece(cutting: Cutting, a: number, slot: number): Cut {
  const { source, target, degree, stack } = cutting
  const high = cutting.pairHigh[cutting.top]
  const b = cutting.pairB[cutting.top--]
  let parallel = -1
  const isInside = (x: number): boolean => a <= x && x <= high
  while (cutting.stacked > 0) {
    const e = stack[cutting.stacked - 1]
    const x = source[e]
    const y = target[e]
    if (!isInside(x) || !isInside(y)) break
    cutting.stacked--
    const joinsPair = (x === a && y === b) || (x === b && y === a)
    if (joinsPair || cutting.slot[e] !== slot) {
      removeFromWalk(cutting, e)
      removeFromHighest(cutting, e)
    }
    if (joinsPair) {
      parallel = e
      continue
    }
    cutting.edges.push(e)
    degree[x]--
    degree[y]--
  }
  const tie = addTie(cutting, a, b)
  cutting.edges.push(tie)
  finish(cutting, 0)
  return { tie, far: b, parallel }
}

/** @returns the virtual tie that stands for both from now on */
function cutBond(cutting: Cutting, virtual: number, parallel: number, v: number, far: number): number {
  const tie = addTie(cutting, v, far)
  cutting.edges.push(parallel, virtual, tie)
  finish(cutting, 1)
  cutting.degree[v]--
  cutting.degree[far]--
  return tie
}

/** Cuts off the branch of w below v if only v and one other actor tie it to the rest, and there is a rest. */
function cutBranch(cutting: Cutting, v: number, w: number, slot: number, left: number): void {
  const { low, second, parent, branch, source, target, degree, node, stack, fromParent, held } = cutting
  const a = low[w]
  if (second[w] < v || a >= v || (parent[v] === 1 && left < 2)) return
  const isInside = (x: number): boolean => w <= x && x < w + branch[w]
  while (cutting.stacked > 0) {
    const e = stack[cutting.stacked - 1]
    if (!isInside(source[e]) && !isInside(target[e])) break
    cutting.stacked--
    cutting.edges.push(e)
    removeFromHighest(cutting, e)
    degree[source[e]]--
    degree[target[e]]--
  }
  let tie = addTie(cutting, v, a)
  cutting.edges.push(tie)
  finish(cutting, 0)
  const below = cutting.stacked > 0 ? stack[cutting.stacked - 1] : -1
  if (
    below >= 0 &&
    ((source[below] === v && target[below] === a) || (source[below] === a && target[below] === v))
  ) {
    cutting.stacked--
    if (cutting.slot[below] !== slot) removeFromWalk(cutting, below)
    const lead = node[below]
    tie = cutBond(cutting, tie, below, v, a)
    node[tie] = lead
  }
  if (a !== parent[v]) {
    stack[cutting.stacked++] = tie
    place(cutting, tie, slot)
    if (node[tie] < 0 && highestInto(cutting, a) < v) {
      node[tie] = tie
      putHighest(cutting, a, tie, v)
    }
    degree[v]++
    degree[a]++
    return
  }
  // the other is the parent: the tie that leads down from it takes the branch in
  unlink(cutting, v, slot)
  const down = fromParent[v]
  const merged = addTie(cutting, a, v)
  cutting.edges.push(tie, merged, down)
  finish(cutting, 1)
  fromParent[v] = merged
  cutting.slot[merged] = cutting.slot[down]
  held[cutting.slot[down]] = merged
}

function finish(cutting: Cutting, isBond: number): void {
  cutting.count++
  cutting.offsets.push(cutting.edges.length)
  cutting.isBond.push(isBond)
}

function popTie(cutting: Cutting): number {
  return cutting.stack[--cutting.stacked]
}

function addTie(cutting: Cutting, from: number, to: number): number {
  const e = cutting.edgeCount++
  cutting.source[e] = from
  cutting.target[e] = to
  return e
}

function place({ slot: slotOf, held }: Cutting, e: number, slot: number): void {
  slotOf[e] = slot
  held[slot] = e
}

function removeFromWalk(cutting: Cutting, e: number): void {
  unlink(cutting, cutting.source[e], cutting.slot[e])
}

function unlink({ first, next, previous }: Cutting, v: number, slot: number): void {
  if (previous[slot] >= 0) next[previous[slot]] = next[slot]
  else first[v] = next[slot]
  if (next[slot] >= 0) previous[next[slot]] = previous[slot]
}

function highestInto({ highest, highSource }: Paths, v: number): number {
  return highest[v] < 0 ? 0 : highSource[highest[v]]
}

function removeFromHighest({ node, highest, lower, higher, target }: Cutting, e: number): void {
  const x = node[e]
  if (x < 0) return
  if (higher[x] >= 0) lower[higher[x]] = lower[x]
  else highest[target[e]] = lower[x]
  if (lower[x] >= 0) higher[lower[x]] = higher[x]
}
