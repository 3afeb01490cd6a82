import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { LIST_COLUMNS, LIST_DEFAULT } from '#client/features/explorer/list/list-view.ts'
import { MAP_DEFAULT, MAP_LAYERS } from '#client/features/explorer/map/map-view.ts'
import { MATRIX_DEFAULT } from '#client/features/explorer/matrix/matrix-view.ts'
import { comparedDate, quarterSteps, stepOf, steppedDate } from '#client/features/explorer/quarters.ts'
import { type ExplorerView, readView, writeView } from '#client/features/explorer/view-state.ts'

const empty: ExplorerView = {
  on: null,
  definition: 'official',
  tab: null,
  filters: { paused: [] },
  actor: null,
  focus: null,
  open: [],
  q: '',
  list: LIST_DEFAULT,
  matrix: MATRIX_DEFAULT,
  map: MAP_DEFAULT,
  compare: null,
  quarters: null,
  known: null,
  detail: null,
  at: null,
  to: null,
  leave: false,
  between: null,
  pick: [],
}

describe('the address of a view', () => {
  it('is empty for the default view', () => {
    expect(writeView(empty)).toEqual({})
    expect(readView({})).toEqual(empty)
  })
  it('names what differs, in words that can be read', () => {
    const view: ExplorerView = {
      ...empty,
      on: '2026-06-30',
      definition: 'strict',
      filters: {
        sector: { mode: 'except', values: ['batik', ''] },
        role: { mode: 'only', values: ['business'] },
        intensity: { from: 2, to: 5 },
        paused: ['role'],
      },
      actor: 'a1',
      focus: 2,
    }
    expect(writeView(view)).toEqual({
      on: '2026-06-30',
      definition: 'strict',
      sector: '!batik,~',
      role: 'business',
      intensity: '2-5',
      paused: 'role',
      actor: 'a1',
      focus: '2',
    })
  })
  it('names figures by their ends, and the order of the steps where it is one of its own', () => {
    const view: ExplorerView = {
      ...empty,
      filters: {
        sector: { mode: 'only', values: ['batik'] },
        partners: { from: 2, to: null, withoutEmpty: true },
        clustering: { from: null, to: 0.33 },
        paused: [],
        order: ['partners', 'clustering', 'sector'],
      },
    }
    const address = {
      sector: 'batik',
      partners: '2-!~',
      clustering: '-0.33',
      stack: 'partners,clustering,sector',
    }
    expect(writeView(view)).toEqual(address)
    expect(readView(address)).toEqual(view)
    expect(readView({ ...address, stack: 'role,sector,nonsense' }).filters.order).toBeUndefined()
    expect(readView({ partners: '9-2', core: 'x', records: '-', stack: 'core' })).toEqual(empty)
  })
  it('leaves out what it does not understand', () => {
    const search = {
      on: '2026-02-30',
      definition: 'x',
      tab: 9,
      sector: ',,',
      intensity: '5-2',
      paused: 'role,kind',
      focus: 3,
      compare: 'all',
      quarters: 40,
      known: 'kemarin',
      foo: {},
    }
    expect(readView(search)).toEqual(empty)
  })
  it('reads numbers where the router has parsed them', () => {
    expect(readView({ actor: 893313353, focus: 2 })).toMatchObject({ actor: '893313353', focus: 2 })
  })
  it('brings back any view it has written', () => {
    const id = fc.stringMatching(/^[\w.:@-]{1,12}$/)
    const values = fc.uniqueArray(fc.oneof(id, fc.constant('')), { maxLength: 4 })
    const choice = fc.oneof(
      fc.record({ mode: fc.constant('only' as const), values }),
      fc.record({
        mode: fc.constant('except' as const),
        values: fc.uniqueArray(id, { minLength: 1, maxLength: 4 }),
      }),
    )
    const view = fc.record({
      on: fc.constantFrom(null, 'all', '2024-02-29'),
      definition: fc.constantFrom('official' as const, 'helix' as const),
      tab: fc.constantFrom(null, 'list' as const, 'matrix' as const, 'map' as const),
      filters: fc.record(
        {
          sector: choice,
          region: choice,
          line: choice,
          intensity: fc.constant({ from: 2, to: 4 }),
          paused: fc.constant([]),
        },
        { requiredKeys: ['paused'] },
      ),
      actor: id,
      focus: fc.constantFrom(null, 1, 9),
      open: fc.uniqueArray(id, { maxLength: 3 }),
      q: fc.string({ maxLength: 20 }),
      list: fc.record({
        order: fc.record({
          by: fc.constantFrom('name' as const, 'role' as const, 'partners' as const, 'cuts' as const),
          order: fc.constantFrom('asc' as const, 'desc' as const),
        }),
        columns: fc.subarray([...LIST_COLUMNS]),
      }),
      matrix: fc.record({
        by: fc.constantFrom('sector' as const, 'role' as const),
        order: fc.constantFrom('near' as const, 'given' as const),
        cell: fc.option(fc.tuple(fc.oneof(id, fc.constant('')), id)),
      }),
      map: fc.record({
        measure: fc.constantFrom('actors' as const, 'reach' as const, 'partners' as const),
        layers: fc.subarray([...MAP_LAYERS]),
        place: fc.option(id),
      }),
      compare: fc.constantFrom(null, '2024-06-30'),
      quarters: fc.constantFrom(null, 2, 9),
      known: fc.constantFrom(null, '12', '2026-10-05'),
      detail: fc.constantFrom(null, 'group' as const, 'actor' as const),
      at: fc.constantFrom(null, { x: -12, y: 40, span: 300 }),
      to: fc.constantFrom(null, 'another one'),
      leave: fc.boolean(),
      between: fc.constantFrom(null, ['s.tv_radio', 'r.media'] as const, ['pick', 's.batik'] as const),
      pick: fc.uniqueArray(
        fc.oneof(
          fc.record({
            by: fc.constantFrom('actor' as const, 'sector' as const, 'group' as const, 'without' as const),
            id: fc.oneof(id, fc.string({ maxLength: 8 })),
          }),
          fc.record({ by: fc.constant('search' as const), text: fc.string({ maxLength: 8 }) }),
          fc.record({
            by: fc.constant('area' as const),
            outline: fc.constantFrom([0, 0, 10, -5, 7, 9], [-100, 2, 30, 40, 5, 6, 7, 8]),
          }),
        ),
        { maxLength: 4 },
      ),
    })
    fc.assert(
      fc.property(view, (one) => {
        expect(readView(writeView(one))).toEqual(one)
      }),
    )
  })
})

describe('quarters', () => {
  const steps = quarterSteps('2024-09-09', '2026-08-15')
  it('run from the first to the last day of the data, the running one provisional', () => {
    expect(steps).toHaveLength(9)
    expect(steps[0]).toEqual({ year: 2024, quarter: 3, on: '2024-09-30', provisional: false })
    expect(steps.at(-1)).toEqual({ year: 2026, quarter: 3, on: '2026-08-15', provisional: true })
  })
  it('step from a date in the middle to the nearest end of a quarter', () => {
    expect(steppedDate(steps, '2025-02-11', -1)).toBe('2024-12-31')
    expect(steppedDate(steps, '2025-02-11', 1)).toBe('2025-03-31')
    expect(steppedDate(steps, '2026-08-15', 1)).toBeNull()
    expect(steppedDate(steps, '2024-09-30', -1)).toBeNull()
  })
  it('tell which one a date falls into', () => {
    expect(stepOf(steps, '2025-02-11')).toBe(2)
    expect(stepOf(steps, 'all')).toBe(-1)
    expect(stepOf(steps, '2024-06-30')).toBe(-1)
    expect(stepOf(steps, '2026-09-01')).toBe(steps.length - 1)
    expect(stepOf(steps, '2026-10-01')).toBe(-1)
    const centuries = quarterSteps('1900-01-01', '2026-08-15')
    expect(centuries).toHaveLength(60)
    expect(centuries.slice(-2).map(({ on }) => on)).toEqual(['2025-12-31', '2026-08-15'])
    expect(stepOf(centuries, '2025-03-01')).toBe(58)
    expect(stepOf(centuries, '1901-03-01')).toBe(-1)
  })
  it('compare with the end of the quarter before', () => {
    expect(comparedDate('2026-09-30')).toBe('2026-06-30')
    expect(comparedDate('2026-01-01')).toBe('2025-12-31')
    expect(comparedDate('all')).toBeNull()
  })
})
