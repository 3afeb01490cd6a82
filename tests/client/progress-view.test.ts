import { describe, expect, it } from 'vitest'
import {
  chartEvents,
  chartRows,
  chartTop,
  chooseLabels,
  dateX,
  periodX,
  progressFinding,
  spread,
} from '#client/features/overview/progress-view.ts'
import type { Progress, ProgressPoint } from '#shared/contract/insights.ts'

const LAST_DAY = ['03-31', '06-30', '09-30', '12-31']

const point = (
  year: number,
  quarter: number | null,
  value: number | null,
  over: Partial<ProgressPoint> = {},
  benchmark: number | null = 60,
): ProgressPoint => ({
  period: {
    year,
    quarter,
    on: `${year}-${quarter === null ? '12-31' : LAST_DAY[quarter - 1]}`,
    provisional: false,
  },
  index: {
    value,
    reason: value === null ? 'one-sector' : null,
    label: null,
    pillars: null,
    band: {
      low: value === null ? null : value - 9,
      high: value === null ? null : value + 9,
      se: 5,
      reason: null,
    },
    benchmark: { value: benchmark, reason: null, exact: false, draws: 999, standardError: 0.1 },
    small: false,
  },
  n: 100,
  m: 120,
  newTies: 0,
  endedTies: 0,
  change: null,
  levels: [],
  ...over,
})

const progress = (points: ProgressPoint[], events: Progress['events'] = []): Progress => ({
  revision: 1,
  definition: 'official',
  every: 'quarter',
  points,
  events,
  target: null,
})

describe('the axis of time', () => {
  it('puts the last day of a quarter on the quarter and a date between two of them', () => {
    expect(dateX('2026-09-30', 'quarter')).toBeCloseTo(periodX({ year: 2026, quarter: 3 }))
    expect(dateX('2026-08-15', 'quarter')).toBeCloseTo(periodX({ year: 2026, quarter: 3 }) - 0.5, 1)
    expect(dateX('2025-12-31', 'year')).toBe(2025)
    expect(dateX('2025-07-01', 'year')).toBeCloseTo(2024.5, 2)
  })
})

describe('the rows of the chart', () => {
  it('leave out a band that is not known whole', () => {
    const [first, second] = chartRows([point(2026, 1, 40), point(2026, 2, null)])
    expect(first!.band).toEqual([31, 49])
    expect(second).toMatchObject({ index: null, band: null })
  })

  it('have air above everything drawn, up to 100', () => {
    const rows = chartRows([point(2026, 1, 50)])
    expect(chartTop(rows, 55, false)).toBe(75)
    expect(chartTop(rows, 55, true)).toBe(75)
    expect(chartTop(rows, 98, false)).toBe(100)
    expect(chartTop([], null, false)).toBe(25)
  })
})

describe('the events', () => {
  const moved = (sameCohort: number, composition: number, entered = 9) => ({
    change: { sameCohort, composition, entered, left: 0 },
  })

  it('mark newcomers where they turned the index, or moved it far', () => {
    const points = [
      point(2025, 1, 30, moved(3.5, -5.4)),
      point(2025, 2, 31, moved(1.2, -1.5)),
      point(2025, 3, 40, moved(9, -1.5)),
      point(2025, 4, 41, moved(0.4, -0.6)),
      point(2026, 1, 50, moved(9, -6, 0)),
    ]
    expect(chartEvents(progress(points)).map(({ on }) => on)).toEqual(['2025-03-31', '2025-06-30'])
  })

  it('stand in the order of time, dated ones among them', () => {
    const events = chartEvents(
      progress(
        [point(2025, 1, 30, moved(3.5, -5.4))],
        [
          { id: 'b', title: 'Pameran', type: 'exhibition', on: '2025-05-02' },
          { id: 'a', title: 'Sekolah', type: 'school', on: '2024-09-09' },
        ],
      ),
    )
    expect(events.map(({ title }) => title)).toEqual(['Sekolah', '', 'Pameran'])
  })

  it('are labelled by weight, none on another, all inside the picture', () => {
    const chosen = chooseLabels(
      [
        { key: 'light', at: 110, half: 60, weight: 1 },
        { key: 'heavy', at: 60, half: 60, weight: 5 },
        { key: 'edge', at: 395, half: 50, weight: 2 },
      ],
      0,
      400,
    )
    expect([...chosen.keys()].sort()).toEqual(['edge', 'heavy'])
    expect(chosen.get('edge')).toBe(350)
  })
})

describe('the labels at the end of the lines', () => {
  it('keep their place where there is room, and else make room in their order', () => {
    expect(
      spread(
        [
          { top: 10, height: 13 },
          { top: 60, height: 13 },
        ],
        0,
        100,
      ),
    ).toEqual([10, 60])
    const crowded = spread(
      [
        { top: 50, height: 26 },
        { top: 55, height: 13 },
        { top: 52, height: 13 },
      ],
      0,
      100,
    )
    // 52 px of labels from 52 on would end at 104: all of them give way by 4.
    expect(crowded).toEqual([74, 61, 48])
  })

  it('stay above the lower edge', () => {
    const [first, second] = spread(
      [
        { top: 90, height: 13 },
        { top: 95, height: 13 },
      ],
      0,
      100,
    )
    expect(second).toBe(87)
    expect(first).toBe(74)
  })
})

describe('the finding of the chart', () => {
  const points = [point(2024, 3, 5, {}, 6), point(2024, 4, 8), point(2025, 3, 32, {}, 30), point(2026, 3, 51)]

  it('says from where to where, in how long, against the benchmark', () => {
    expect(progressFinding(points, undefined)).toEqual({
      id: 'span',
      first: 5,
      last: 51,
      span: { unit: 'years', count: 2 },
      against: 'below',
    })
  })

  it('ends on the date that the page shows', () => {
    expect(progressFinding(points, '2025-09-30')).toMatchObject({
      last: 32,
      span: { unit: 'years', count: 1 },
      against: 'above',
    })
    expect(progressFinding(points, '2024-12-31')).toMatchObject({ span: { unit: 'quarters', count: 1 } })
  })

  it('does not speak of a course where there is one figure, or none', () => {
    expect(progressFinding([points[0]!], undefined)).toMatchObject({ id: 'one', last: 5 })
    expect(progressFinding([point(2024, 3, null)], undefined)).toEqual({ id: 'none' })
    expect(progressFinding(points, '2020-01-01')).toEqual({ id: 'none' })
  })

  it('calls a difference that rounding hides level', () => {
    const level = [point(2020, null, 10), point(2021, null, 64.8, {}, 65.2)]
    expect(progressFinding(level, undefined)).toMatchObject({
      against: 'level',
      span: { unit: 'years', count: 1 },
    })
  })
})
