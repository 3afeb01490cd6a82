import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { modularity } from '#shared/analytics/modularity.ts'
import { partitionAgreement } from '#shared/analytics/partition-agreement.ts'
import { expectClose } from './closeness.ts'
import { readOracle } from './oracle-networks.ts'

/** The partition of KM with the highest modularity of all. */
const BEST = ['B1 B2 B3 B4', 'B5', 'K1 K2 K3 C1 C2', 'K4 K5 C3 C4'].map((names) => names.split(' '))

describe('agreement of two partitions', () => {
  it('published: KM, best partition Q 0.5044, adjusted Rand 0.3226 and information 0.5538 with the sectors', () => {
    const { ids, csr, labels } = readOracle('KM')
    const best = Uint16Array.from(ids, (id) => BEST.findIndex((names) => names.includes(id)))
    expectClose(modularity(csr, { count: 4, of: best }).value, 0.5044444444444445, 'modularity')
    const found = partitionAgreement(best, labels.of)
    expectClose(found.adjustedRand.value, 0.32258064516129015, 'adjusted Rand')
    expectClose(found.mutualInformation.value, 0.5537781965487936, 'information')
  })

  it('equals counting pairs, and summing shares; does not depend on names, order or side', () => {
    const rows = fc.array(fc.tuple(fc.nat(5), fc.nat(5)), { minLength: 2, maxLength: 60 })
    fc.assert(
      fc.property(rows, (list) => {
        const a = list.map(([x]) => x)
        const b = list.map(([, y]) => y)
        const found = partitionAgreement(a, b)
        let [both, inA, inB, pairs] = [0, 0, 0, 0]
        for (let v = 0; v < list.length; v++) {
          for (let w = v + 1; w < list.length; w++) {
            pairs++
            if (a[v] === a[w]) inA++
            if (b[v] === b[w]) inB++
            if (a[v] === a[w] && b[v] === b[w]) both++
          }
        }
        const expected = (inA * inB) / pairs
        const most = (inA + inB) / 2
        expectClose(
          found.adjustedRand.value,
          Math.abs(most - expected) < 1e-12 ? null : (both - expected) / (most - expected),
          'Rand',
        )
        const share = (holds: (v: number) => boolean): number =>
          list.filter((_, v) => holds(v)).length / list.length
        const h = (shares: number[]): number =>
          -shares.filter((p) => p > 0).reduce((sum, p) => sum + p * Math.log(p), 0)
        const classes = [0, 1, 2, 3, 4, 5]
        const [ha, hb] = [
          h(classes.map((c) => share((v) => a[v] === c))),
          h(classes.map((c) => share((v) => b[v] === c))),
        ]
        const hab = h(classes.flatMap((c) => classes.map((d) => share((v) => a[v] === c && b[v] === d))))
        const trivial = new Set(a).size === 1 && new Set(b).size === 1
        expectClose(
          found.mutualInformation.value,
          trivial ? null : (2 * (ha + hb - hab)) / (ha + hb),
          'information',
        )
        const turned = partitionAgreement(b.map((y) => 5 - y).reverse(), a.map((x) => 7 * x).reverse())
        expectClose(turned.adjustedRand.value, found.adjustedRand.value, 'turned')
        expectClose(turned.mutualInformation.value, found.mutualInformation.value, 'turned')
      }),
      { numRuns: 300, seed: 20240909 },
    )
  })

  it('is 1 for the same partition under other numbers, and undefined where there is nothing to agree on', () => {
    const same = partitionAgreement([0, 0, 1, 2], [9, 9, 4, 7])
    expect([same.adjustedRand.value, same.mutualInformation.value]).toEqual([1, 1])
    const whole = partitionAgreement([3, 3, 3], [1, 1, 1])
    expect([whole.adjustedRand.reason, whole.mutualInformation.reason]).toEqual([
      'no-contrast',
      'no-contrast',
    ])
    const apart = partitionAgreement([0, 1, 2], [2, 1, 0])
    expect([apart.adjustedRand.reason, apart.mutualInformation.value]).toEqual(['no-contrast', 1])
    const against = partitionAgreement([0, 0, 0], [0, 1, 2])
    expect([against.adjustedRand.value, against.mutualInformation.value]).toEqual([0, 0])
    for (const list of [[], [4]])
      expect(partitionAgreement(list, list).adjustedRand.reason).toBe('fewer-than-two-actors')
    expect(() => partitionAgreement([0], [0, 1])).toThrow(RangeError)
  })
})
