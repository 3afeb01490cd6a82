import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { benjaminiHochberg } from '#shared/analytics/benjamini-hochberg.ts'
import { buildCsr } from '#shared/analytics/csr.ts'
import { mixing } from '#shared/analytics/mixing.ts'
import { PAIR_PERMUTATIONS, PAIR_TEST_SECTORS, pairTest } from '#shared/analytics/pair-test.ts'
import { arbitraryNetwork, toKernel } from './arbitrary-network.ts'
import { expectClose } from './closeness.ts'
import { adjacency, type NaiveNetwork, tiesOf } from './naive.ts'
import { readOracle } from './oracle-networks.ts'

/** Every order of the labels, by definition. */
function* orders(labels: readonly number[]): Generator<number[]> {
  if (labels.length === 0) yield []
  for (const [i, label] of labels.entries())
    for (const rest of orders([...labels.slice(0, i), ...labels.slice(i + 1)])) yield [label, ...rest]
}

function naiveP(network: NaiveNetwork, s: number, t: number): number {
  const ties = tiesOf(adjacency(network))
  const count = (of: readonly number[]) =>
    ties.filter(([a, b]) => (of[a] === s && of[b] === t) || (of[a] === t && of[b] === s)).length
  const observed = count(network.sector)
  const found = [...orders(network.sector)].map(count)
  const share = (holds: (ties: number) => boolean) => found.filter(holds).length / found.length
  return Math.min(
    1,
    2 *
      Math.min(
        share((one) => one <= observed),
        share((one) => one >= observed),
      ),
  )
}

describe('the test of a pair of sectors', () => {
  it('is exact on KM: batik-kuliner 194/21021, by enumeration of 252,252 labellings', () => {
    const { csr, labels, sectors } = readOracle('KM')
    const test = pairTest(csr, labels, 1).value!
    expect([test.method, test.draws, test.tested]).toEqual(['exact', 252_252, 5])
    const at = (a: string, b: string) => sectors.indexOf(a) * 3 + sectors.indexOf(b)
    const golden: [string, string, number][] = [
      ['batik', 'kuliner', 194 / 21021],
      ['batik', 'kreatif', 2685 / 14014],
      ['kreatif', 'kuliner', 15269 / 126126],
      ['batik', 'batik', 96 / 1001],
      ['kuliner', 'kuliner', 362 / 1001],
    ]
    for (const [a, b, p] of golden) {
      expectClose(test.p[at(a, b)]!, p, `${a}-${b}`)
      expect(test.p[at(b, a)]).toBe(test.p[at(a, b)])
    }
    expect(test.p[at('kreatif', 'kreatif')], 'less than one tie is expected').toBeNaN()
    expectClose(test.q[at('kuliner', 'batik')]!, (5 * 194) / 21021, 'q over five tested cells')
  })

  it('samples close to the exact value, and the same each time', () => {
    const { csr, labels } = readOracle('KM')
    // six more actors make too many labellings to list
    const wider = buildCsr(
      csr.n + 6,
      [...csr.neighbours],
      [...csr.neighbours].map((_, i) => csr.offsets.findIndex((end) => end > i) - 1),
    )
    const of = Uint16Array.from({ length: wider.n }, (_, v) => labels.of[v] ?? v % 3)
    const one = pairTest(wider, { count: 3, of }, 7).value!
    const again = pairTest(wider, { count: 3, of }, 7).value!
    const other = pairTest(wider, { count: 3, of }, 8).value!
    expect([one.method, one.draws]).toEqual(['sampled', PAIR_PERMUTATIONS])
    expect([...one.p]).toEqual([...again.p])
    expect([...one.p]).not.toEqual([...other.p])
    for (const [cell, p] of one.p.entries())
      if (!Number.isNaN(p)) expect(Math.abs(p - other.p[cell]!)).toBeLessThan(0.04)
  })

  it('agrees with every order of the labels on small networks, and corrects over the tested cells', () => {
    fc.assert(
      fc.property(arbitraryNetwork(6, 3), (network) => {
        const { csr, labels } = toKernel(network, 3)
        const test = pairTest(csr, labels, 1).value
        if (test === null) {
          expect(csr.m).toBe(0)
          return
        }
        const expected = mixing(csr, labels).value!.expected
        const family: number[] = []
        for (let s = 0; s < 3; s++)
          for (let t = s; t < 3; t++) {
            const cell = s * 3 + t
            if (expected[cell]! < 1) expect(test.p[cell]).toBeNaN()
            else {
              expectClose(test.p[cell]!, naiveP(network, s, t), `${s}-${t}`)
              family.push(cell)
            }
          }
        expect(test.tested).toBe(family.length)
        const q = benjaminiHochberg(family.map((cell) => test.p[cell]!))
        for (const [i, cell] of family.entries()) expectClose(test.q[cell]!, q[i]!, 'q')
      }),
      { numRuns: 60 },
    )
  })

  it('is undefined without ties and for more sectors than can be told apart', () => {
    expect(pairTest(buildCsr(3, [], []), { count: 1, of: new Uint16Array(3) }, 1).reason).toBe('no-ties')
    const many = { count: PAIR_TEST_SECTORS + 1, of: new Uint16Array(2) }
    expect(pairTest(buildCsr(2, [0], [1]), many, 1).reason).toBe('too-many-sectors')
  })
})
