import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isolates } from '#shared/analytics/isolates.ts'
import { PLACE_MEASURES, placeProfile, placeValue } from '#shared/analytics/place-profile.ts'
import { sectorReach } from '#shared/analytics/sector-reach.ts'
import { arbitraryNetwork, toKernel } from './arbitrary-network.ts'
import { adjacency } from './naive.ts'
import { EXPECTED, ORACLE_NAMES, readOracle } from './oracle-networks.ts'

describe('the profile of places', () => {
  it.each(ORACLE_NAMES)('read on the sectors of %s as places gives the reference figures', (name) => {
    const { csr, labels, sectors } = readOracle(name)
    const profile = placeProfile(csr, labels, labels)
    for (const [k, sector] of sectors.entries()) {
      const expected = EXPECTED[name].sectors[sector]!
      expect(profile.actors[k]).toBe(expected.n)
      expect(profile.reached[k]).toBe(expected.reached)
      expect(profile.tieEnds[k]).toBe(2 * expected.I + expected.E)
      expect(placeValue(profile, 'reach', k).value).toBeCloseTo(expected.a, 12)
    }
    expect(profile.isolates.reduce((sum, one) => sum + one, 0)).toBe(EXPECTED[name].isolates.length)
  })

  it('adds up to the whole network, and counts each place by definition', () => {
    fc.assert(
      fc.property(arbitraryNetwork(20), fc.integer({ min: 1, max: 5 }), (network, places) => {
        const { csr, labels } = toKernel(network)
        const of = Uint16Array.from({ length: csr.n }, (_, v) => (v * 7) % places)
        const profile = placeProfile(csr, labels, { count: places, of })
        const sum = (part: Uint32Array) => part.reduce((total, one) => total + one, 0)
        expect(sum(profile.tieEnds)).toBe(2 * csr.m)
        expect(sum(profile.isolates)).toBe(isolates(csr).length)
        expect(sum(profile.reached)).toBe(
          sectorReach(csr, labels).reduce((total, sector) => total + sector.reached, 0),
        )
        const sets = adjacency(network)
        for (let place = 0; place < places; place++) {
          const here = [...sets.keys()].filter((v) => of[v] === place)
          const reached = here.filter((v) =>
            [...sets[v]!].some((w) => network.sector[w] !== network.sector[v]),
          )
          expect(profile.reached[place]).toBe(reached.length)
          expect(profile.actors[place]).toBe(here.length)
        }
      }),
    )
  })

  it('has no share where there is nobody', () => {
    const { csr, labels } = readOracle('KM')
    const nowhere = { count: 2, of: new Uint16Array(csr.n) }
    const profile = placeProfile(csr, labels, nowhere)
    expect(PLACE_MEASURES.map((measure) => placeValue(profile, measure, 1).value)).toEqual([
      0,
      null,
      null,
      null,
    ])
    expect(placeValue(profile, 'isolates', 1).reason).toBe('no-actors')
  })
})
