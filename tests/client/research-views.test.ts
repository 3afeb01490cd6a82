import { describe, expect, it } from 'vitest'
import {
  digitsFor,
  isSampled,
  reasonAt,
  reasonsOf,
  samplingAt,
} from '#client/features/research/measure-text.ts'
import { binsOf, testRows, verdictOf } from '#client/features/research/null-model-view.ts'
import { otherShown, readResearchSearch, shownRows } from '#client/features/research/research-search.ts'
import { decimalsOf, roundTicks } from '#client/features/research/round-ticks.ts'
import { namingColumns, rowName } from '#client/features/research/row-name.ts'
import { endsOf, movesOf, sharedScale, stretches } from '#client/features/research/series-view.ts'
import { stringifySearch } from '#client/routes/view-search.ts'
import type { NullModelResult, ResearchColumn } from '#shared/contract/research.ts'

const column = (changes: Partial<ResearchColumn>): ResearchColumn => ({
  key: 'constraint',
  measure: 'actors.constraint',
  values: [],
  reason: null,
  reasons: null,
  sampling: null,
  samplings: null,
  ...changes,
})

describe('the address of the research page', () => {
  it('keeps what it understands and drops the rest', () => {
    expect(
      readResearchSearch({
        show: 'test',
        on: '2026-06-30',
        definition: 'strict',
        measure: 'network.ei',
        model: 'rewiring',
        draws: '4999',
        seed: '0',
        run: '1',
        page: '1',
        columns: 'degree;drop',
        every: 'month',
      }),
    ).toEqual({
      show: 'test',
      on: '2026-06-30',
      definition: 'strict',
      measure: 'network.ei',
      model: 'rewiring',
      draws: 4999,
      seed: 0,
      run: '1',
    })
    expect(readResearchSearch({ show: 'x', on: 'kemarin', draws: '5', seed: '', run: 'yes' })).toEqual({})
  })

  it('reads back what it wrote', () => {
    const search = readResearchSearch({
      show: 'actors',
      columns: 'degree,ei',
      q: 'kopi susu',
      sort: 'degree',
    })
    expect(
      readResearchSearch(Object.fromEntries(new URLSearchParams(stringifySearch({ ...search })))),
    ).toEqual(search)
  })

  it('keeps the network and the language when another table is looked at, and nothing else', () => {
    const search = readResearchSearch({ show: 'actors', on: 'all', sort: 'ei', run: '1', code: 'r-igraph' })
    expect(otherShown(search, 'sectors')).toEqual({ show: 'sectors', on: 'all', code: 'r-igraph' })
    expect(otherShown(search, 'network')).toEqual({ on: 'all', code: 'r-igraph' })
  })

  it('asks for highest first unless told otherwise', () => {
    expect(shownRows({ sort: 'degree' }, 'actors')).toMatchObject({ sort: 'degree', order: 'desc' })
    expect(shownRows({ sort: 'name', order: 'asc' }, 'actors')).toMatchObject({ order: 'asc' })
    expect(shownRows({}, 'actors')).toMatchObject({ sort: undefined, order: undefined })
  })
})

describe('a column of figures', () => {
  it('shows about four digits of its largest value, all rows alike', () => {
    expect(digitsFor('count', [3, 12])).toBe(0)
    expect(digitsFor('count', [2.5294])).toBe(2)
    expect(digitsFor('score', [123.4, 0.5])).toBe(1)
    expect(digitsFor('score', [12.3])).toBe(2)
    expect(digitsFor('share', [0.0252])).toBe(5)
    expect(digitsFor('share', [0, null])).toBe(4)
    expect(digitsFor('share', [0.000000001])).toBe(9)
    expect(digitsFor('points', [51.234])).toBe(2)
  })

  it('tells why each of its gaps is one: for the row, else for all', () => {
    const shared = column({ values: [0.5, null, null], reason: 'no-partner' })
    expect([0, 1, 2].map((row) => reasonAt(shared, row))).toEqual([null, 'no-partner', 'no-partner'])
    expect(reasonsOf(shared)).toEqual(['no-partner'])
    const mixed = column({ values: [null, null], reasons: ['one-sector', 'no-ties'] })
    expect(reasonsOf(mixed)).toEqual(['one-sector', 'no-ties'])
  })

  it('tells exact values from drawn ones row by row', () => {
    const exact = { method: 'exact', draws: 165 } as const
    const drawn = { method: 'sampled', draws: 9999 } as const
    const mixed = column({ values: [0.1, 0.2], samplings: [exact, drawn] })
    expect([samplingAt(mixed, 0), samplingAt(mixed, 1)]).toEqual([exact, drawn])
    expect([isSampled(mixed), isSampled(column({ sampling: exact })), isSampled(column({}))]).toEqual([
      true,
      false,
      false,
    ])
  })

  it('is named without the id that a name stands for', () => {
    const naming = (key: string, value: string) => column({ key, measure: null, values: [value] })
    const figures = {
      table: 'actors' as const,
      columns: [naming('id', 'a-1'), naming('name', 'Kopi Contoh'), naming('sector', 'kuliner')],
    }
    expect(namingColumns(figures).map(({ key }) => key)).toEqual(['name', 'sector'])
    expect(rowName(figures, 0, (id) => id)).toBe('Kopi Contoh')
  })
})

const result = (changes: Partial<NullModelResult>): NullModelResult => ({
  revision: 7,
  on: '2026-09-30',
  definition: 'official',
  definitionVersion: 1,
  partitionId: 'p',
  seed: 1,
  generator: 'g',
  measure: 'network.ei',
  sectorId: null,
  model: 'labels',
  observed: -0.2,
  reason: null,
  draws: 999,
  defined: 999,
  mean: 0.4,
  sd: 0.1,
  z: -6,
  p: { lower: 0.001, upper: 1, twoSided: 0.002 },
  pError: 0.0014,
  histogram: { edges: [-0.2, 0.1, 0.4, 0.7], counts: [1, 499, 499] },
  quantiles: { p025: 0.2, p50: 0.4, p975: 0.6 },
  ...changes,
})

describe('what a test may say', () => {
  it('names the side on which the observed value is unusual', () => {
    expect(verdictOf(result({})).id).toBe('lower')
    expect(verdictOf(result({ observed: 0.9 })).id).toBe('higher')
  })

  it('says inside, not equal, above the threshold', () => {
    expect(verdictOf(result({ p: { lower: 0.3, upper: 0.7, twoSided: 0.6 }, pError: 0.015 })).id).toBe(
      'inside',
    )
  })

  it('does not decide where the error of drawing reaches the threshold', () => {
    expect(verdictOf(result({ p: { lower: 0.022, upper: 1, twoSided: 0.044 }, pError: 0.0065 })).id).toBe(
      'borderline',
    )
  })

  it('does not judge where no value could have been unusual', () => {
    expect(
      verdictOf(result({ draws: 19, defined: 19, p: { lower: 0.05, upper: 1, twoSided: 0.1 } })).id,
    ).toBe('too-few')
  })

  it('tells what is undefined and what cannot vary', () => {
    expect(verdictOf(result({ observed: null, reason: 'no-ties', p: null }))).toEqual({
      id: 'undefined',
      reason: 'no-ties',
    })
    expect(verdictOf(result({ p: null, mean: null, defined: 0 })).id).toBe('never-defined')
    expect(verdictOf(result({ observed: 0.4, sd: 0 })).id).toBe('constant')
  })

  it('marks the bin that holds the observed value, the last one closed', () => {
    expect(binsOf(result({})).map(({ holds }) => holds)).toEqual([true, false, false])
    expect(binsOf(result({ observed: 0.4 })).map(({ holds }) => holds)).toEqual([false, false, true])
    expect(binsOf(result({ observed: 0.7 })).map(({ holds }) => holds)).toEqual([false, false, true])
    expect(binsOf(result({ histogram: null }))).toEqual([])
  })

  it('goes into a file with its revision, definition and seed beside every bin', () => {
    const { head, rows } = testRows(result({}))
    expect(rows).toHaveLength(3)
    for (const row of rows) {
      expect(row).toHaveLength(head.length)
      expect(row[head.indexOf('revision')]).toBe(7)
      expect(row[head.indexOf('definition')]).toBe('official')
      expect(row[head.indexOf('seed')]).toBe(1)
    }
  })
})

describe('a series', () => {
  const line = (...values: (number | null)[]) => ({ sectorId: 's', values, reasons: values.map(() => null) })

  it('compares the first and the last value there is', () => {
    expect(endsOf(line(null, 1, null, 3, null))).toEqual({ first: 1, last: 3, start: 1, end: 3 })
    expect(endsOf(line(null, 1, null))).toBeNull()
    expect(endsOf(line(null))).toBeNull()
  })

  it('counts which sectors rose, fell or stayed, leaving out those with nothing to compare', () => {
    expect(movesOf([line(1, 2), line(2, 1), line(1, 1), line(null, 1)])).toEqual({
      higher: 1,
      lower: 1,
      same: 1,
    })
  })

  it('shares one scale that always includes zero', () => {
    expect(sharedScale([line(2, 3), line(null, 5)])).toEqual({ low: 0, high: 5 })
    expect(sharedScale([line(-1, -2)])).toEqual({ low: -2, high: 0 })
    expect(sharedScale([line(null)])).toEqual({ low: 0, high: 1 })
  })

  it('leaves a gap where a value is missing', () => {
    const same = (value: number) => value
    expect(stretches([1, 2, null, 4], same, same)).toEqual([
      [
        [0, 1],
        [1, 2],
      ],
      [[3, 4]],
    ])
  })
})

describe('an axis', () => {
  it('has round ticks around everything drawn', () => {
    expect(roundTicks(0, 0.0262, 4)).toEqual([0, 0.01, 0.02, 0.03])
    expect(roundTicks(0.2571, 0.9, 8)).toEqual([0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9])
    expect(roundTicks(-3, 12, 4)).toEqual([-5, 0, 5, 10, 15])
    expect(roundTicks(7, 7, 4)).toEqual([6, 8])
    expect(decimalsOf(roundTicks(0.2571, 0.9, 8))).toBe(1)
  })
})
