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
})
