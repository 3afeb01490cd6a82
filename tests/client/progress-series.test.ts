import { expect, test } from 'vitest'
import { progressSeries } from '#client/features/overview/progress-series.ts'

test('an imported network is followed by year, the register of a city by quarter', () => {
  expect(progressSeries({ defaultOn: 'all' }, 'official')).toEqual({ every: 'year', definition: 'official' })
  expect(progressSeries({ defaultOn: '2026-06-30' }, 'strict').every).toBeUndefined()
})
