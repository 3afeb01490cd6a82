import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { buildCsr, type Csr } from '#shared/analytics/csr.ts'
import { type Communities, leiden } from '#shared/analytics/leiden.ts'
import { modularity } from '#shared/analytics/modularity.ts'
import { arbitraryNetwork, toKernel } from './arbitrary-network.ts'
import { readOracle } from './oracle-networks.ts'

function communitiesOf(csr: Csr, seed: number, rounds?: number): Communities {
  const found = leiden(csr, { seed, rounds }).value
  if (!found) throw new Error('no communities')
  return found
}

const toCsr = (n: number, ties: [number, number][]): Csr =>
  buildCsr(
    n,
    ties.map(([a]) => a),
    ties.map(([, b]) => b),
  )

/** `count` cliques of `size`, each tied to the next by one tie. */
function ringOfCliques(count: number, size: number): Csr {
  const ties: [number, number][] = []
  for (let c = 0; c < count; c++) {
    for (let a = 0; a < size; a++) for (let b = a + 1; b < size; b++) ties.push([c * size + a, c * size + b])
    ties.push([c * size, ((c + 1) % count) * size + 1])
  }
  return toCsr(count * size, ties)
}

function qualityOf(csr: Csr, of: ArrayLike<number>): number {
  return modularity(csr, { count: csr.n, of: Uint16Array.from(of) }).value ?? Number.NaN
}

describe('Leiden communities', () => {
  it('are connected, numbered by lowest actor, and as modular as they say', () => {
    fc.assert(
      fc.property(arbitraryNetwork(40), fc.nat(), (network, seed) => {
        const { csr } = toKernel(network)
        if (csr.m === 0) {
          expect(leiden(csr, { seed }).reason).toBe('no-ties')
          return
        }
        const { of, count, modularity: value } = communitiesOf(csr, seed)
        let next = 0
        for (const community of of) {
          expect(community).toBeLessThanOrEqual(next)
          if (community === next) next++
        }
        expect(count).toBe(next)
        expect(value).toBeCloseTo(qualityOf(csr, of), 12)
        for (let c = 0; c < count; c++) {
          const start = of.indexOf(c)
          const met = new Set([start])
          for (const v of met) {
            for (const w of csr.neighbours.subarray(csr.offsets[v], csr.offsets[v + 1]))
              if (of[w] === c) met.add(w)
          }
          expect(met.size).toBe(of.filter((other) => other === c).length)
        }
        expect(communitiesOf(csr, seed)).toEqual({ of, count, modularity: value })
      }),
      { numRuns: 300, seed: 20240909 },
    )
  })

  it('leave no actor and no pair of communities that would gain by moving or merging, once nothing is gained any more', () => {
    fc.assert(
      fc.property(arbitraryNetwork(25), fc.nat(), (network, seed) => {
        const { csr } = toKernel(network)
        if (csr.m === 0) return
        const { of, count, modularity: value } = communitiesOf(csr, seed, 100)
        for (let v = 0; v < csr.n; v++) {
          for (let c = 0; c <= Math.min(count, csr.n - 1); c++) {
            expect(qualityOf(csr, of.with(v, c))).toBeLessThanOrEqual(value + 1e-9)
          }
        }
        for (let a = 0; a < count; a++) {
          for (let b = 0; b < a; b++) {
            expect(
              qualityOf(
                csr,
                of.map((c) => (c === a ? b : c)),
              ),
            ).toBeLessThanOrEqual(value + 1e-9)
          }
        }
      }),
      { numRuns: 60, seed: 20240909 },
    )
  })

  it('find the cliques of a ring of cliques with any seed', () => {
    const csr = ringOfCliques(12, 6)
    for (let seed = 0; seed < 20; seed++) {
      const { of, count } = communitiesOf(csr, seed)
      expect(count).toBe(12)
      expect(Array.from(of)).toEqual(Array.from({ length: 72 }, (_, v) => Math.floor(v / 6)))
    }
  })

  it('reach the optimum of KM, 0.5044, with one of 50 seeds, and never more', () => {
    const { csr } = readOracle('KM')
    const values = Array.from({ length: 50 }, (_, seed) => communitiesOf(csr, seed).modularity)
    expect(Math.max(...values)).toBeCloseTo(0.5044, 4)
  })

  it('put an actor without a partner alone', () => {
    const { of, count } = communitiesOf(toCsr(5, [[1, 2]]), 1)
    expect([Array.from(of), count]).toEqual([[0, 1, 1, 2, 3], 4])
  })
})
