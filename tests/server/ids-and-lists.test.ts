import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { newId } from '#server/db/new-id.ts'
import { sortRows } from '#server/http/list-page.ts'

describe('ids and lists', () => {
  it('sorts ids by the time of making and makes none twice', () => {
    const ids = Array.from({ length: 1000 }, (_, i) => newId(1_700_000_000_000 + i))
    expect([...ids].sort()).toEqual(ids)
    expect(new Set(ids).size).toBe(1000)
    expect(ids.every((id) => /^[0-9A-HJKMNP-TV-Z]{26}$/.test(id))).toBe(true)
  })
  it('puts rows without a value last, whatever the order', () => {
    const rows = [
      { id: 'a', n: null },
      { id: 'b', n: 2 },
      { id: 'c', n: 10 },
      { id: 'd', n: 2 },
    ]
    const ids = (order: 'asc' | 'desc') => sortRows(rows, order, (r) => r.n).map((r) => r.id)
    expect(ids('asc')).toEqual(['b', 'd', 'c', 'a'])
    expect(ids('desc')).toEqual(['c', 'b', 'd', 'a'])
  })
  it('puts any numbers in order, equal ones as they came', () => {
    const numbers = fc.oneof(
      fc.integer({ min: -3, max: 3 }),
      fc.integer({ min: 0, max: 20_301_231 }),
      fc.maxSafeInteger(),
      fc.double({ noNaN: true, noDefaultInfinity: true }),
    )
    const lists = fc.array(fc.option(numbers), { maxLength: 60 })
    fc.assert(
      fc.property(lists, fc.constantFrom('asc' as const, 'desc' as const), (list, order) => {
        const rows = list.map((n, place) => ({ n, place }))
        const sign = order === 'asc' ? 1 : -1
        const expected = [...rows].sort((x, y) => {
          if (x.n === null || y.n === null) return Number(x.n === null) - Number(y.n === null)
          return sign * (x.n - y.n)
        })
        expect(sortRows(rows, order, ({ n }) => n)).toEqual(expected)
      }),
    )
  })
})
