import { describe, expect, it } from 'vitest'
import { parseDate } from '#client/features/explorer/time/parse-date.ts'
import { createFormat } from '#client/ui/format.ts'

describe('a written day', () => {
  it.each([
    ['30 Sep 2026', '2026-09-30'],
    ['30 september 2026', '2026-09-30'],
    ['Sep 30, 2026', '2026-09-30'],
    ['1-agt-2026', null],
    ['1 Agustus 2026', '2026-08-01'],
    ['1 Aug 2026', '2026-08-01'],
    ['17 Mei 2025', '2025-05-17'],
    ['30/9/2026', '2026-09-30'],
    ['30.09.2026', '2026-09-30'],
    ['2026-09-30', '2026-09-30'],
    [' 2026-9-3 ', '2026-09-03'],
  ])('reads %s', (written, day) => {
    expect(parseDate(written)).toBe(day)
  })

  it.each(['', '31 Sep 2026', '2026-02-30', '9/30/2026', '30 Xyz 2026', 'September', '30 Sep 26'])(
    'does not guess at "%s"',
    (written) => {
      expect(parseDate(written)).toBeNull()
    },
  )

  it.each(['id', 'en'])('reads back every month as the page writes it (%s)', (locale) => {
    const format = createFormat(locale)
    for (let month = 1; month <= 12; month++) {
      const day = `2026-${String(month).padStart(2, '0')}-09`
      expect(parseDate(format.shortDate(day))).toBe(day)
      expect(parseDate(format.date(day))).toBe(day)
    }
  })
})
