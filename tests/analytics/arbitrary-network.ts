import fc from 'fast-check'
import { buildCsr, type Csr } from '#shared/analytics/csr.ts'
import type { Labels } from '#shared/analytics/labels.ts'
import type { NaiveNetwork } from './naive.ts'

/** Random small networks: any ties (with repeats and self-ties), sectors that may be empty or small. */
export function arbitraryNetwork(maxActors: number, maxSectors = 4): fc.Arbitrary<NaiveNetwork> {
  return fc.integer({ min: 1, max: maxActors }).chain((n) => {
    const actor = fc.integer({ min: 0, max: n - 1 })
    return fc.record({
      n: fc.constant(n),
      ties: fc.array(fc.tuple(actor, actor), { maxLength: 2 * n }),
      sector: fc.array(fc.integer({ min: 0, max: maxSectors - 1 }), { minLength: n, maxLength: n }),
    })
  })
}

export function toKernel(network: NaiveNetwork, sectorCount = 4): { csr: Csr; labels: Labels } {
  return {
    csr: buildCsr(
      network.n,
      network.ties.map(([a]) => a),
      network.ties.map(([, b]) => b),
    ),
    labels: { count: sectorCount, of: Uint16Array.from(network.sector) },
  }
}

/** The same network with actors renumbered: actor v becomes order[v]. */
export function renumber(network: NaiveNetwork, order: readonly number[]): NaiveNetwork {
  const sector: number[] = []
  for (const [v, k] of network.sector.entries()) sector[order[v] ?? v] = k
  return {
    n: network.n,
    ties: network.ties.map(([a, b]) => [order[a] ?? a, order[b] ?? b]),
    sector,
  }
}
