import { describe, expect, it } from 'vitest'
import { createRandom, shuffle } from '#shared/analytics/random.ts'

describe('the source of chance', () => {
  it('is part of the contract: these draws never change', () => {
    const random = createRandom(20240909, 1)
    expect(Array.from({ length: 4 }, () => random.uint32())).toMatchInlineSnapshot(`
      [
        805160107,
        1778779450,
        940068334,
        1825397376,
      ]
    `)
    const places = Uint16Array.from({ length: 10 }, (_, i) => i)
    shuffle(places, createRandom(1))
    expect(Array.from(places)).toMatchInlineSnapshot(`
      [
        6,
        9,
        1,
        8,
        5,
        2,
        3,
        7,
        4,
        0,
      ]
    `)
  })

  it('gives every stream draws of its own', () => {
    const draws = [0, 1, 2, 3, 4].map((stream) => createRandom(7, stream).uint32())
    expect(new Set(draws).size).toBe(5)
  })

  it('shuffles to every order equally often', () => {
    const random = createRandom(3)
    const times = new Map<string, number>()
    for (let i = 0; i < 24_000; i++) {
      const order = Uint16Array.from([0, 1, 2, 3])
      shuffle(order, random)
      times.set(order.join(''), (times.get(order.join('')) ?? 0) + 1)
    }
    expect(times.size).toBe(24)
    // chi-square with 23 degrees of freedom: 49.7 is passed once in a thousand
    const chiSquare = [...times.values()].reduce((sum, count) => sum + (count - 1000) ** 2 / 1000, 0)
    expect(chiSquare).toBeLessThan(49.7)
  })

  it('stays below its bound and reaches every value', () => {
    const random = createRandom(11)
    const seen = new Set<number>()
    for (let i = 0; i < 2000; i++) seen.add(random.below(17))
    expect([...seen].sort((a, b) => a - b)).toEqual(Array.from({ length: 17 }, (_, i) => i))
    for (let i = 0; i < 1000; i++) expect(random.below(2 ** 21)).toBeLessThan(2 ** 21)
    expect(random.below(1)).toBe(0)
  })
})
