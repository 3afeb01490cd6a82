import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { findByName, indexNames } from '#client/features/search/find-by-name.ts'

const names = [
  ['Batik Tulis Contoh Sekar'],
  ['Warung Contoh Bayuangga', 'Depot Anggur'],
  ['Kopi Contoh Bayuangga'],
  ['Café Contoh Mélati'],
  ['Sanggar Seni Batik Contoh'],
  ['Universitas Contoh'],
]
const index = indexNames(names)
const found = (query: string, limit = 6) => findByName(index, query, limit).best.map((row) => names[row]![0])

describe('finding by name', () => {
  test.each([
    ['batik tulis', 'Batik Tulis Contoh Sekar'],
    ['bayuanga kopi', 'Kopi Contoh Bayuangga'],
    ['Kopu', 'Kopi Contoh Bayuangga'],
    ['pepot anggur', 'Warung Contoh Bayuangga'],
    ['wraung', 'Warung Contoh Bayuangga'],
    ['cafe melati', 'Café Contoh Mélati'],
    ['univrsitas', 'Universitas Contoh'],
    ['depot', 'Warung Contoh Bayuangga'],
    ['se', 'Batik Tulis Contoh Sekar'],
  ])('%s finds %s first', (query, name) => {
    expect(found(query)[0]).toBe(name)
  })

  test('puts the name that begins with it before the one that holds it', () => {
    expect(found('batik')).toEqual(['Batik Tulis Contoh Sekar', 'Sanggar Seni Batik Contoh'])
  })

  test('counts all, names the best, and each once', () => {
    expect(findByName(index, 'contoh', 2).total).toBe(6)
    expect(found('contoh', 2)).toHaveLength(2)
    expect(findByName(index, 'bayuangga', 6).total).toBe(2)
  })

  test('finds nothing for nothing, nor for what is not there', () => {
    expect(found('')).toEqual([])
    expect(found('  ·  ')).toEqual([])
    expect(found('xylophon')).toEqual([])
  })

  test('finds every name by any one word of it, with one letter wrong wherever', () => {
    const word = fc.stringMatching(/^[a-z]{5,10}$/)
    fc.assert(
      fc.property(
        fc.array(fc.tuple(word, word), { minLength: 1, maxLength: 20 }),
        fc.nat(),
        fc.nat(),
        (pairs, pick, slip) => {
          const own = indexNames(pairs.map((pair) => [pair.join(' ')]))
          const row = pick % pairs.length
          const asked = pairs[row]![pick % 2]!
          const at = slip % asked.length
          const wrong = `${asked.slice(0, at)}${asked[at] === 'q' ? 'z' : 'q'}${asked.slice(at + 1)}`
          expect(findByName(own, asked, 100).best).toContain(row)
          expect(findByName(own, wrong, 100).best).toContain(row)
        },
      ),
      { numRuns: 40 },
    )
  })
})
