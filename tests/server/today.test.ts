import { describe, expect, it } from 'vitest'
import { dayIn, todayOf } from '#server/today.ts'

describe('today', () => {
  it('is the day in the city', () => {
    expect(dayIn('Asia/Jakarta', new Date('2026-06-14T17:00:00Z'))).toBe('2026-06-15')
    expect(dayIn('Asia/Jakarta', new Date('2026-06-14T16:59:59Z'))).toBe('2026-06-14')
    const city = { referenceDate: '2026-03-31', timeZone: 'Asia/Jakarta' }
    expect(todayOf(city, () => new Date('2026-06-14T17:00:00Z'))).toBe('2026-03-31')
  })
})
