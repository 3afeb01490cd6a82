import { expect, it } from 'vitest'
import { COMMUNITY_RULE, communities } from '#shared/analytics/communities.ts'
import { buildCsr } from '#shared/analytics/csr.ts'
import { leiden } from '#shared/analytics/leiden.ts'
import { toKernel } from './arbitrary-network.ts'
import { seededNetworks } from './seeded-networks.ts'

/** The best of several searches by Leiden. */

it('are the most modular of fifty searches, the same on every run', () => {
  for (const network of seededNetworks().filter((_, i) => i % 6 === 1)) {
    const { csr } = toKernel(network)
    const found = communities(csr, 5)
    if (csr.m === 0) {
      expect(found.reason).toBe('no-ties')
      continue
    }
    const searches = Array.from({ length: 50 }, (_, i) => leiden(csr, { seed: 5 + i }).value?.modularity ?? 0)
    expect(Math.abs((found.value?.modularity ?? 0) - Math.max(...searches))).toBeLessThan(1e-11)
    expect([found.value?.method, found.value?.draws]).toEqual(['sampled', 50])
    expect(communities(csr, 5)).toEqual(found)
  }
})

it('above 2,000 actors are those of one search', () => {
  const n = COMMUNITY_RULE.actors + 1
  const csr = buildCsr(
    n,
    Array.from({ length: n }, (_, v) => v),
    Array.from({ length: n }, (_, v) => (v * 7 + 3) % n),
  )
  const found = communities(csr, 5).value
  expect(found?.draws).toBe(1)
  expect(found?.of).toEqual(leiden(csr, { seed: 5 }).value?.of)
})
