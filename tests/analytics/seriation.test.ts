import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mixing } from '#shared/analytics/mixing.ts'
import { mixingDistance, seriate } from '#shared/analytics/seriation.ts'
import { expectClose } from './closeness.ts'
import { readOracle } from './oracle-networks.ts'

/** Distances in (1, 2) from a congruential generator, so that another program can make the same. */
function distances(n: number, seed: bigint): Float64Array {
  const found = new Float64Array(n * n)
  let x = seed
  for (let i = 0; i < n; i++)
    for (let j = i + 1; j < n; j++) {
      x = (1103515245n * x + 12345n) % 2147483648n
      found[i * n + j] = 1 + Number(x) / 2147483648
      found[j * n + i] = found[i * n + j]!
    }
  return found
}

const lengthOf = (order: ArrayLike<number>, distance: Float64Array, n: number) => {
  let length = 0
  for (let i = 1; i < n; i++) length += distance[order[i - 1]! * n + order[i]!]!
  return length
}

/** A tree as nested pairs; every order that turning its branches gives. */
type Tree = number | readonly [Tree, Tree]
const leaves = (tree: Tree): number[] =>
  typeof tree === 'number' ? [tree] : [...leaves(tree[0]), ...leaves(tree[1])]
function turned(tree: Tree): number[][] {
  if (typeof tree === 'number') return [[tree]]
  return turned(tree[0]).flatMap((a) =>
    turned(tree[1]).flatMap((b) => [
      [...a, ...b],
      [...b, ...a],
    ]),
  )
}

/** Average linkage by its definition: the mean over all pairs of leaves. */
function naiveTree(distance: Float64Array, n: number): Tree {
  let trees: Tree[] = Array.from({ length: n }, (_, i) => i)
  const far = (a: Tree, b: Tree) => {
    const pairs = leaves(a).flatMap((i) => leaves(b).map((j) => distance[i * n + j]!))
    return pairs.reduce((sum, one) => sum + one, 0) / pairs.length
  }
  while (trees.length > 1) {
    let [best, a, b] = [Number.POSITIVE_INFINITY, 0, 0]
    for (let i = 0; i < trees.length; i++)
      for (let j = i + 1; j < trees.length; j++)
        if (far(trees[i]!, trees[j]!) < best) [best, a, b] = [far(trees[i]!, trees[j]!), i, j]
    trees = [...trees.filter((_, i) => i !== a && i !== b), [trees[a]!, trees[b]!]]
  }
  return trees[0]!
}

describe('seriation', () => {
  // scipy 1.10.1: the tree of linkage(d, 'average'), all orders its branches can take listed, the shortest of them
  it.each([
    [6, 1n, 6.162793023046106, [1, 4, 2, 0, 3, 5]],
    [12, 2n, 11.940001635812223, [2, 3, 0, 1, 10, 9, 8, 11, 5, 6, 4, 7]],
    [16, 5n, 16.984584091696888, [0, 2, 15, 5, 11, 7, 6, 13, 8, 12, 3, 4, 1, 14, 10, 9]],
  ] as const)('of %i items is the shortest of all on the tree of scipy', (n, seed, length, order) => {
    const distance = distances(n, seed)
    const found = seriate(distance, n)
    expectClose(lengthOf(found, distance, n), length, 'length')
    expect([...found]).toEqual(order)
  })

  // scipy 1.10.1: optimal_leaf_ordering, which is not always the shortest
  it.each([
    [25, 3n, 27.10270084440708],
    [60, 4n, 64.47988738305867],
  ] as const)('of %i items is a permutation, no longer than what scipy finds', (n, seed, length) => {
    const distance = distances(n, seed)
    const found = seriate(distance, n)
    expect(lengthOf(found, distance, n)).toBeLessThanOrEqual(length)
    expect([...found].sort((a, b) => a - b)).toEqual(Array.from({ length: n }, (_, i) => i))
  })

  it('is the shortest order that turning branches can give', () => {
    fc.assert(
      fc.property(fc.integer({ min: 3, max: 8 }), fc.bigInt({ min: 1n, max: 1_000_000n }), (n, seed) => {
        const distance = distances(n, seed)
        const shortest = Math.min(
          ...turned(naiveTree(distance, n)).map((order) => lengthOf(order, distance, n)),
        )
        expectClose(lengthOf(seriate(distance, n), distance, n), shortest, 'length')
      }),
      { numRuns: 40 },
    )
  })

  it('keeps the order given where all are equally far, and says nothing of fewer than three', () => {
    expect([...seriate(new Float64Array(25).fill(1), 5)].sort()).toEqual([0, 1, 2, 3, 4])
    expect([...seriate(new Float64Array(0), 0)]).toEqual([])
    expect([...seriate(new Float64Array(4), 2)]).toEqual([0, 1])
  })

  it('puts the two sectors of KM that meet most side by side, batik at the end', () => {
    const { csr, labels, sectors } = readOracle('KM')
    const order = seriate(mixingDistance(mixing(csr, labels).value!), 3)
    expect([...order].map((k) => sectors[k])).toEqual(['batik', 'kreatif', 'kuliner'])
  })
})
