import { array, assert, constantFrom, property, string, stringMatching, tuple } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isSimilarName } from '#server/actors/similar-name.ts'
import { createNameIndex } from '#server/imports/matching/name-index.ts'

/** Names that are often a slip or two apart. */
const name = tuple(
  constantFrom('Kopi', 'Kopy', 'Batik', 'Batyk', 'Warung', 'Warng', 'Sanggar', 'Roti'),
  constantFrom('Manis', 'Maniss', 'Mnais', 'Jaya Abadi', 'Jaya Abdi', 'Sari Rasa', 'Sari Rassa', 'X'),
  constantFrom('', ' 1', ' 2', ' Probolinggo', ' Prbolinggo'),
).map((parts) => parts.join(' '))

describe('the index of names', () => {
  it('finds exactly those that are similar', () => {
    assert(
      property(array(name, { maxLength: 40 }), name, (names, asked) => {
        const index = createNameIndex(names, (one) => [one])
        const found = new Set(index.alike(asked))
        const similar = new Set(names.filter((one) => isSimilarName(one, asked)))
        expect(found).toEqual(similar)
      }),
      { numRuns: 300 },
    )
  })

  it('finds a name that was changed by hand, wherever the slip is', () => {
    assert(
      property(
        stringMatching(/^[a-z]{4,9}( [a-z]{4,9}){0,2}$/),
        string({ maxLength: 1, minLength: 1 }),
        (whole, letter) => {
          for (let at = 0; at <= whole.length; at++)
            for (const other of [
              whole.slice(0, at) + letter + whole.slice(at),
              whole.slice(0, at) + whole.slice(at + 1),
            ]) {
              const found = createNameIndex([whole], (one) => [one]).alike(other).length > 0
              expect([whole, other, found]).toEqual([whole, other, isSimilarName(whole, other)])
            }
        },
      ),
      { numRuns: 100 },
    )
  })
})
