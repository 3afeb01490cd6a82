import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { betweenness } from '#shared/analytics/betweenness.ts'
import { brokerage } from '#shared/analytics/brokerage.ts'
import { closeness } from '#shared/analytics/closeness.ts'
import { averageClustering } from '#shared/analytics/clustering.ts'
import { constraint } from '#shared/analytics/constraint.ts'
import { coreNumbers } from '#shared/analytics/core-number.ts'
import { corePeriphery } from '#shared/analytics/core-periphery.ts'
import { effectiveSize } from '#shared/analytics/effective-size.ts'
import { entryOf } from '#shared/analytics/measured.ts'
import { partnerDiversity } from '#shared/analytics/partner-diversity.ts'
import { robustness } from '#shared/analytics/robustness.ts'
import { arbitraryNetwork, toKernel } from './arbitrary-network.ts'
import { type Adjacency, adjacency, type NaiveNetwork, reachable, tiesOf } from './naive.ts'

const RUNS = { numRuns: 200, seed: 20240909 }
const near = (actual: number | null | undefined, expected: number): void =>
  expect(Math.abs((actual ?? Number.NaN) - expected), `${actual} against ${expected}`).toBeLessThan(1e-9)

function distancesFrom(sets: Adjacency, start: number): Map<number, number> {
  const distance = new Map([[start, 0]])
  for (const [v, d] of distance) {
    for (const w of sets[v] ?? []) if (!distance.has(w)) distance.set(w, d + 1)
  }
  return distance
}

function shortestPaths(sets: Adjacency, from: number, to: number): number[][] {
  const distance = distancesFrom(sets, to)
  const extend = (path: number[]): number[][] => {
    const last = path.at(-1) ?? from
    if (last === to) return [path]
    return [...(sets[last] ?? [])]
      .filter((w) => distance.get(w) === (distance.get(last) ?? 0) - 1)
      .flatMap((w) => extend([...path, w]))
  }
  return distance.has(from) ? extend([from]) : []
}

const partnersOf = (sets: Adjacency, v: number): number[] => [...(sets[v] ?? [])]
const tiesAmong = (sets: Adjacency, actors: number[]): number =>
  tiesOf(sets).filter(([a, b]) => actors.includes(a) && actors.includes(b)).length

function check(holds: (network: NaiveNetwork, sets: Adjacency) => void, maxActors = 10): void {
  fc.assert(
    fc.property(arbitraryNetwork(maxActors), (network) => holds(network, adjacency(network))),
    RUNS,
  )
}

describe('measures of an actor equal their definitions', () => {
  it('betweenness, over all shortest paths', () => {
    check((network, sets) => {
      const wanted = new Array<number>(network.n).fill(0)
      for (let s = 0; s < network.n; s++) {
        for (let t = s + 1; t < network.n; t++) {
          const paths = shortestPaths(sets, s, t)
          for (const path of paths) {
            for (const v of path.slice(1, -1)) wanted[v] = (wanted[v] ?? 0) + 1 / paths.length
          }
        }
      }
      const found = betweenness(toKernel(network).csr)
      for (const [v, value] of wanted.entries()) near(found[v], value)
    }, 8)
  })

  it('closeness and harmonic closeness', () => {
    check((network, sets) => {
      const found = closeness(toKernel(network).csr)
      for (let v = 0; v < network.n; v++) {
        const distances = [...distancesFrom(sets, v).values()].filter((d) => d > 0)
        const total = distances.reduce((a, b) => a + b, 0)
        near(
          found.harmonic[v],
          distances.reduce((a, d) => a + 1 / d, 0),
        )
        near(found.closeness[v], total === 0 ? 0 : distances.length ** 2 / ((network.n - 1) * total))
      }
    })
  })

  it('constraint and effective size, undefined for isolates', () => {
    check((network, sets) => {
      const { csr } = toKernel(network)
      const constraints = constraint(csr)
      const sizes = effectiveSize(csr)
      for (let v = 0; v < network.n; v++) {
        const contacts = partnersOf(sets, v)
        const d = contacts.length
        if (d === 0) {
          expect(entryOf(constraints, v)).toEqual({ value: null, reason: 'no-partner' })
          expect(entryOf(sizes, v).value).toBeNull()
          continue
        }
        const p = (a: number, b: number): number => (sets[a]?.has(b) ? 1 / (sets[a]?.size ?? 1) : 0)
        const sum = contacts.reduce((total, j) => {
          const indirect = contacts.filter((q) => q !== j).reduce((acc, q) => acc + p(v, q) * p(q, j), 0)
          return total + (p(v, j) + indirect) ** 2
        }, 0)
        near(entryOf(constraints, v).value, sum)
        near(entryOf(sizes, v).value, d - (2 * tiesAmong(sets, contacts)) / d)
      }
    })
  })

  it('core numbers, by taking away all below k until none is', () => {
    check((network, sets) => {
      const found = coreNumbers(toKernel(network).csr)
      for (let k = 1; k <= network.n; k++) {
        let left = new Set(sets.keys())
        for (let before = -1; before !== left.size; ) {
          before = left.size
          left = new Set([...left].filter((v) => partnersOf(sets, v).filter((w) => left.has(w)).length >= k))
        }
        for (let v = 0; v < network.n; v++) expect((found[v] ?? 0) >= k).toBe(left.has(v))
      }
    }, 12)
  })

  it('brokerage roles, pair by pair', () => {
    check((network, sets) => {
      const { csr, labels } = toKernel(network)
      const found = brokerage(csr, labels)
      for (let v = 0; v < network.n; v++) {
        const wanted = { coordinator: 0, itinerant: 0, gateRep: 0, liaison: 0 }
        for (const a of partnersOf(sets, v)) {
          for (const b of partnersOf(sets, v)) {
            if (a >= b || sets[a]?.has(b)) continue
            const [A, V, B] = [network.sector[a], network.sector[v], network.sector[b]]
            if (A === V && V === B) wanted.coordinator++
            else if (A === B) wanted.itinerant++
            else if (V === A || V === B) wanted.gateRep++
            else wanted.liaison++
          }
        }
        for (const role of ['coordinator', 'itinerant', 'gateRep', 'liaison'] as const) {
          expect(found[role][v]).toBe(wanted[role])
        }
      }
    })
  })

  it('partner diversity', () => {
    check((network, sets) => {
      const { csr, labels } = toKernel(network)
      const { blau, shannon } = partnerDiversity(csr, labels)
      for (let v = 0; v < network.n; v++) {
        const partners = partnersOf(sets, v)
        if (partners.length === 0) {
          expect(entryOf(blau, v).reason).toBe('no-partner')
          continue
        }
        const shares = [0, 1, 2, 3]
          .map((k) => partners.filter((w) => network.sector[w] === k).length / partners.length)
          .filter((share) => share > 0)
        near(entryOf(blau, v).value, 1 - shares.reduce((a, p) => a + p * p, 0))
        near(entryOf(shannon, v).value, -shares.reduce((a, p) => a + p * Math.log(p), 0))
      }
    })
  })
})

describe('measures of the whole equal their definitions', () => {
  it('clustering', () => {
    check((network, sets) => {
      const local = sets.map((partners) => {
        const d = partners.size
        return d < 2 ? 0 : (2 * tiesAmong(sets, [...partners])) / (d * (d - 1))
      })
      near(averageClustering(toKernel(network).csr).value, local.reduce((a, b) => a + b, 0) / network.n)
    })
  })

  it('robustness, by taking away the actor with most partners again and again', () => {
    check((network, sets) => {
      const left = new Set(sets.keys())
      let sum = 0
      while (left.size > 0) {
        const remaining = (v: number): number => partnersOf(sets, v).filter((w) => left.has(w)).length
        const [leaver = 0] = [...left].sort((a, b) => remaining(b) - remaining(a) || a - b)
        left.delete(leaver)
        const within = sets.map(
          (partners, v) => new Set(left.has(v) ? [...partners].filter((w) => left.has(w)) : []),
        )
        sum += Math.max(0, ...[...left].map((v) => reachable(within, v).size))
      }
      near(robustness(toKernel(network).csr).value, sum / network.n ** 2)
    }, 14)
  })

  it('core and periphery, as the best of all cores', () => {
    check((network, sets) => {
      const found = corePeriphery(toKernel(network).csr)
      if (network.n < 2) {
        expect(found.reason).toBe('fewer-than-two-actors')
        return
      }
      const misfitsOf = (core: number[]): number => {
        const periphery = [...sets.keys()].filter((v) => !core.includes(v))
        return (core.length * (core.length - 1)) / 2 - tiesAmong(sets, core) + tiesAmong(sets, periphery)
      }
      let best = Number.POSITIVE_INFINITY
      for (let mask = 1; mask < 2 ** network.n - 1; mask++) {
        best = Math.min(best, misfitsOf([...sets.keys()].filter((v) => (mask >> v) & 1)))
      }
      expect(found.value?.misfits).toBe(best)
      expect(misfitsOf(found.value?.core ?? [])).toBe(best)
    }, 7)
  })
})
