import { describe, expect, it } from 'vitest'
import { correctOn, setFrom, valueOn } from '#server/reference/dated.ts'

describe('dated values', () => {
  const rows = [
    { from: null, value: 'a' },
    { from: '2026-03-01', value: 'b' },
  ]
  it('hold from their date until the next', () => {
    expect(['2020-01-01', '2026-02-28', '2026-03-01'].map((on) => valueOn(rows, on))).toEqual(['a', 'a', 'b'])
    expect(valueOn([{ from: '2026-03-01', value: 'b' }], '2026-02-28')).toBeUndefined()
  })
  it('became so: a row more, or another value on the same day', () => {
    expect(setFrom(rows, '2026-01-01', 'c').map((r) => r.value)).toEqual(['a', 'c', 'b'])
    expect(setFrom(rows, '2026-03-01', 'c')).toEqual([rows[0], { from: '2026-03-01', value: 'c' }])
  })
  it('always were so: the row that holds has another value', () => {
    expect(correctOn(rows, '2026-04-01', 'c')).toEqual([rows[0], { from: '2026-03-01', value: 'c' }])
    expect(correctOn(rows, '2026-01-01', 'c')).toEqual([{ from: null, value: 'c' }, rows[1]])
    expect(correctOn([rows[1]!], '2026-01-01', 'c')).toEqual([{ from: null, value: 'c' }, rows[1]])
  })
})
