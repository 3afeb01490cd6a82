import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { articulation } from '#shared/analytics/articulation.ts'
import { buildCsr, type Csr } from '#shared/analytics/csr.ts'
import { goBetweens } from '#shared/analytics/go-betweens.ts'
import { shortestPathsBetween } from '#shared/analytics/shortest-paths-between.ts'
import { withoutActor } from '#shared/analytics/without-actor.ts'

const csrOf = (n: number, ties: readonly (readonly [number, number])[]) =>
  buildCsr(
    n,
    ties.map(([a]) => a),
    ties.map(([, b]) => b),
  )
const random = fc
  .integer({ min: 2, max: 9 })
  .chain((n) =>
    fc
      .array(fc.tuple(fc.nat({ max: n - 1 }), fc.nat({ max: n - 1 })), { maxLength: 16 })
      .map((ties) => csrOf(n, ties)),
  )
const partners = ({ offsets, neighbours }: Csr, v: number) => [
  ...neighbours.subarray(offsets[v], offsets[v + 1]),
]

/** Every simple chain from s to t, by trying them all. */
function allChains(csr: Csr, s: number, t: number, so: readonly number[] = [s]): number[][] {
  if (s === t) return [[...so]]
  return partners(csr, s).flatMap((w) => (so.includes(w) ? [] : allChains(csr, w, t, [...so, w])))
}

describe('shortest chains between two actors', () => {
  it('are those found by trying all chains', () => {
    fc.assert(
      fc.property(random, (csr) => {
        const [s, t] = [0, csr.n - 1]
        const chains = allChains(csr, s, t)
        const least = Math.min(...chains.map((chain) => chain.length))
        const shortest = chains.filter((chain) => chain.length === least)
        const found = shortestPathsBetween(csr, s, t)
        expect(found.length).toBe(chains.length === 0 ? -1 : least - 1)
        expect(found.count).toBe(shortest.length)
        expect([...found.through]).toEqual(
          Array.from({ length: csr.n }, (_, v) => shortest.filter((chain) => chain.includes(v)).length),
        )
      }),
    )
  })
  it('of a square are two; to itself one of length 0; to nobody none', () => {
    const square = csrOf(5, [
      [0, 1],
      [1, 2],
      [2, 3],
      [3, 0],
    ])
    expect(shortestPathsBetween(square, 0, 2)).toMatchObject({ length: 2, count: 2 })
    expect(shortestPathsBetween(square, 1, 1)).toMatchObject({ length: 0, count: 1 })
    expect(shortestPathsBetween(square, 0, 4)).toMatchObject({ length: -1, count: 0 })
  })
})

describe('a network without one actor', () => {
  it('loses the pairs that the articulation measure says, and falls into pieces of the others', () => {
    fc.assert(
      fc.property(random, (csr) => {
        const lost = new Map(articulation(csr).points.map(({ actor, pairsLost }) => [actor, pairsLost]))
        for (let v = 0; v < csr.n; v++) {
          const { pieces, pairsCut } = withoutActor(csr, v)
          expect(pairsCut).toBe(lost.get(v) ?? 0)
          expect(pieces.flat()).not.toContain(v)
          for (const piece of pieces)
            for (const u of piece)
              for (const w of partners(csr, u)) expect(w === v || piece.includes(w)).toBe(true)
        }
      }),
    )
  })
  it('a star without its middle is all alone; an isolate breaks nothing', () => {
    const star = csrOf(5, [
      [0, 1],
      [0, 2],
      [0, 3],
    ])
    expect(withoutActor(star, 0)).toEqual({ pieces: [[1], [2], [3]], pairsCut: 3 })
    expect(withoutActor(star, 4)).toEqual({ pieces: [], pairsCut: 0 })
  })
})

describe('go-betweens of two sets', () => {
  it('bring together the pairs found by looking at every pair', () => {
    const sets = fc.array(fc.integer({ min: 0, max: 1 }), { minLength: 9, maxLength: 9 })
    fc.assert(
      fc.property(random, sets, sets, (csr, a, b) => {
        const found = goBetweens(csr, a, b)
        const tied = (x: number, y: number) => partners(csr, x).includes(y)
        const direct: [number, number][] = []
        const pairs = new Float64Array(csr.n)
        for (let x = 0; x < csr.n; x++)
          for (let y = x + 1; y < csr.n; y++) {
            if (!((a[x] && b[y]) || (a[y] && b[x]))) continue
            if (tied(x, y)) direct.push([x, y])
            else for (let v = 0; v < csr.n; v++) if (tied(v, x) && tied(v, y)) pairs[v]!++
          }
        expect([...found.pairs]).toEqual([...pairs])
        expect(found.direct).toEqual(direct)
      }),
    )
  })
  it('one actor between two batik and one media brings two pairs together', () => {
    const csr = csrOf(5, [
      [0, 1],
      [0, 2],
      [0, 3],
      [1, 4],
    ])
    const found = goBetweens(csr, [0, 1, 1, 0, 0], [0, 0, 0, 1, 0])
    expect([...found.pairs]).toEqual([2, 0, 0, 0, 0])
    expect([found.inA[0], found.inB[0]]).toEqual([2, 1])
  })
})
