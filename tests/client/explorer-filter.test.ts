import { describe, expect, it } from 'vitest'
import { computeMeasure } from '#client/features/explorer/appearance/compute-measure.ts'
import { carriedColumn } from '#client/features/explorer/appearance/measures.ts'
import { keeps, onlyThese, switched } from '#client/features/explorer/choice.ts'
import { filterNetwork, histogramOf } from '#client/features/explorer/filter-network.ts'
import {
  type ExplorerFilters,
  moved,
  NO_FILTERS,
  stackOf,
  withFilter,
  withPaused,
} from '#client/features/explorer/filters.ts'
import { binsBetween, inRange } from '#client/features/explorer/range.ts'
import { trayMembers, trayRows } from '#client/features/explorer/tray.ts'
import { indexNetwork } from '#client/network/graph/network-index.ts'
import { largeNetwork, networkOf, smallNetwork } from './small-network.ts'

const index = indexNetwork(smallNetwork, '2026-06-30')
const apply = (filters: Partial<ExplorerFilters>) => filterNetwork(index, { ...NO_FILTERS, ...filters })
const passing = (filters: Partial<ExplorerFilters>) =>
  smallNetwork.actors.id.filter((_, row) => apply(filters).actors[row] === 1)
const batik = { mode: 'only', values: ['batik'] } as const

describe('choosing values', () => {
  const universe = ['a', 'b', '']
  it('leaves one out, and back in, without a trace', () => {
    const without = switched(undefined, ['b'], false, universe)
    expect(universe.filter((value) => keeps(without, value))).toEqual(['a', ''])
    expect(switched(without, ['b'], true, universe)).toBeUndefined()
  })
  it('keeps only what is asked for, and lets everything in when asked again', () => {
    const only = onlyThese(undefined, ['a'], universe)
    expect(only).toEqual({ mode: 'only', values: ['a'] })
    expect(onlyThese(only, ['a'], universe)).toBeUndefined()
    expect(onlyThese(switched(undefined, ['b', ''], false, universe), ['a'], universe)).toBeUndefined()
  })
  it('adds to what is kept until nothing is left out', () => {
    const two = switched(onlyThese(undefined, ['a'], universe), ['b'], true, universe)
    expect(two).toEqual({ mode: 'only', values: ['a', 'b'] })
    expect(switched(two, [''], true, universe)).toBeUndefined()
  })
  it('can keep nothing at all', () => {
    const none = switched(onlyThese(undefined, ['a'], universe), ['a'], false, universe)
    expect(universe.some((value) => keeps(none, value))).toBe(false)
  })
})

describe('the network behind the picture', () => {
  it('draws what is there on the date and leaves out what ended', () => {
    expect(index.lines).toEqual(['active', 'new', 'expired', 'uncounted', null])
    expect(index.size).toEqual({ actors: 7, ties: 4 })
  })
  it('takes in actors outside the population only where a drawn tie touches them', () => {
    expect(smallNetwork.actors.id.filter((_, row) => !index.present[row])).toEqual(['media'])
  })
  it('calls nothing new without a date to compare with', () => {
    expect(indexNetwork(smallNetwork, null).lines[1]).toBe('active')
  })
})

describe('filtering', () => {
  it('counts everything when nothing is set', () => {
    expect(apply({})).toMatchObject({ shown: { actors: 7, ties: 4 }, total: { actors: 7, ties: 4 } })
  })
  it('keeps actors by their own attributes and ties by both ends', () => {
    expect(passing({ sector: batik })).toEqual(['b1', 'b2'])
    expect(apply({ sector: batik }).shown).toEqual({ actors: 2, ties: 1 })
  })
  it('keeps "no value" until it is switched off', () => {
    expect(passing({ region: { mode: 'except', values: ['35.74.01.1001'] } })).toContain('k2')
    expect(passing({ region: { mode: 'except', values: [''] } })).toEqual(['b1', 'b2', 'k1', 'r1'])
  })
  it('does not take an actor out for losing its ties', () => {
    const result = apply({ kind: { mode: 'only', values: ['co_branding'] } })
    expect(result.shown).toEqual({ actors: 7, ties: 1 })
  })
  it('keeps a tie when one of its kinds is kept', () => {
    expect(apply({ kind: { mode: 'except', values: ['supply', 'mou_pks'] } }).shown.ties).toBe(1)
  })
  it('filters by status, line and intensity', () => {
    expect(apply({ status: { mode: 'only', values: ['expired'] } }).shown.ties).toBe(1)
    expect(apply({ line: { mode: 'except', values: ['new', 'uncounted'] } }).shown.ties).toBe(2)
    expect(apply({ intensity: { from: 3, to: 5 } }).shown.ties).toBe(2)
  })
  it('counts after each step, in order', () => {
    const result = apply({
      sector: { mode: 'except', values: ['rupa'] },
      line: { mode: 'only', values: ['active', 'new'] },
    })
    expect(result.steps.get('sector')).toEqual({ actors: 5, ties: 4 })
    expect(result.steps.get('line')).toEqual({ actors: 5, ties: 2 })
    expect(result.steps.has('role')).toBe(false)
  })
  it('keeps the count of an entry that is switched off', () => {
    const result = apply({ sector: { mode: 'except', values: ['batik'] } })
    expect(result.facets.sector.get('batik')).toBe(2)
    expect(result.facets.role.get('business')).toBe(4)
    expect(result.facets.sector.get('')).toBe(1)
  })
  it('lets a paused step change nothing', () => {
    const set = withFilter(NO_FILTERS, 'sector', batik)
    const paused = filterNetwork(index, withPaused(set, 'sector', true))
    expect(paused.shown.actors).toBe(7)
    expect(paused.steps.get('sector')).toEqual({ actors: 7, ties: 4 })
    expect(
      filterNetwork(index, withPaused(withPaused(set, 'sector', true), 'sector', false)).shown.actors,
    ).toBe(2)
  })
})

describe('the stack', () => {
  const both = withFilter(
    withFilter(NO_FILTERS, 'line', { mode: 'only', values: ['active', 'new'] }),
    'sector',
    { mode: 'except', values: ['rupa'] },
  )
  it('counts in the order in which the steps were set, and in any other it is put in', () => {
    expect(stackOf(both)).toEqual(['line', 'sector'])
    expect([...filterNetwork(index, both).steps]).toEqual([
      ['line', { actors: 7, ties: 2 }],
      ['sector', { actors: 5, ties: 2 }],
    ])
    const other = moved(both, 'sector', -1)
    expect([...filterNetwork(index, other).steps]).toEqual([
      ['sector', { actors: 5, ties: 4 }],
      ['line', { actors: 5, ties: 2 }],
    ])
    expect(other.order).toBeUndefined()
  })
  it('stays as it is at either end, and forgets a step that is taken away', () => {
    expect(moved(both, 'line', -1)).toBe(both)
    expect(stackOf(withFilter(both, 'line', undefined))).toEqual(['sector'])
    expect(withFilter(both, 'line', undefined).order).toBeUndefined()
  })
})

describe('filtering by a figure', () => {
  const partners = carriedColumn(index, 'partners')
  const having = (range: ExplorerFilters['partners']) => {
    const { actors } = filterNetwork(index, { ...NO_FILTERS, partners: range }, { partners })
    return smallNetwork.actors.id.filter((_, row) => actors[row] === 1)
  }
  it('keeps those without a figure until it is told not to: nobody has asked them', () => {
    expect(having({ from: 1, to: null })).toEqual(['b1', 'b2', 'dinas', 'k1', 'r2'])
    expect(having({ from: 1, to: null, withoutEmpty: true })).toEqual(['b1', 'b2', 'k1'])
    expect(having({ from: 0, to: 0, withoutEmpty: true })).toEqual(['k2', 'r1'])
  })
  it('lets everybody pass while the figure is being computed', () => {
    const waiting = filterNetwork(index, { ...NO_FILTERS, core: { from: 3, to: null } })
    expect(waiting.shown).toEqual({ actors: 7, ties: 4 })
  })
  it('shows how many would pass were this one filter off', () => {
    const bins = binsBetween(0, 2, 0)
    const filters = {
      ...NO_FILTERS,
      partners: { from: 2, to: null },
      sector: { mode: 'only', values: ['batik', 'rupa'] },
    } as const
    const filtered = filterNetwork(index, filters, { partners })
    expect(filtered.shown.actors).toBe(2)
    expect(histogramOf(filtered, 'partners', partners, bins)).toEqual({ counts: [1, 1, 1], empty: 1 })
  })
  it('computes over all that counts, so that filters never move a figure', () => {
    const core = computeMeasure(index, 'core')!
    const of = (id: string) => core[smallNetwork.actors.id.indexOf(id)]
    expect([of('b1'), of('b2'), of('k1'), of('k2'), of('r1')]).toEqual([1, 1, 1, 0, 0])
    expect(of('r2')).toBeNaN()
    expect(of('dinas')).toBeNaN()
    const between = computeMeasure(index, 'betweenness')!
    expect(between[smallNetwork.actors.id.indexOf('b2')]).toBe(1)
    const clustering = computeMeasure(index, 'clustering')!
    expect(clustering[smallNetwork.actors.id.indexOf('b2')]).toBe(0)
    expect(clustering[smallNetwork.actors.id.indexOf('b1')]).toBeNaN()
  })
  it('does not compute betweenness where the page would stand still', () => {
    const large = indexNetwork(largeNetwork(2101, 7), null)
    expect(computeMeasure(large, 'betweenness')).toBeNull()
    expect(computeMeasure(large, 'core')).not.toBeNull()
  })
})

describe('bins', () => {
  it('are one per number while they are few', () => {
    expect(binsBetween(1, 5, 0)).toHaveLength(5)
  })
  it('leave no number out and belong to one each', () => {
    for (const [most, digits] of [
      [14, 0],
      [371, 0],
      [52_000, 0],
      [1, 2],
      [0.34, 2],
    ] as const) {
      const bins = binsBetween(0, most, digits)
      expect(bins.length).toBeLessThanOrEqual(40)
      const step = 10 ** -digits
      bins.slice(1).forEach((bin, at) => {
        expect(bin.from).toBeCloseTo(bins[at]!.to + step, 9)
      })
      expect(bins.at(-1)!.to).toBe(most)
    }
  })
  it('reads a value as it is written', () => {
    expect(inRange({ from: 0.34, to: null }, 1 / 3, 2)).toBe(false)
    expect(inRange({ from: 0.33, to: 0.33 }, 1 / 3, 2)).toBe(true)
  })
})

describe('the tray', () => {
  it('names who has no partner and who was not asked, whatever the filters', () => {
    const rows = trayRows(trayMembers(index, ['kuliner', 'rupa']), apply({ sector: batik }))
    expect(rows.map(({ id, items }) => [id, items.map((item) => item.id)])).toEqual([
      ['unlinked', ['k2', 'r1']],
      ['unasked', ['r2']],
    ])
    expect(rows[0]).toMatchObject({ passing: 0 })
    expect(rows[0]!.items.every((item) => item.filteredOut)).toBe(true)
    expect(trayRows(trayMembers(index, []), apply({}))[0]!.passing).toBe(2)
  })
  it('counts per sector in the order of the sectors', () => {
    const [unlinked] = trayRows(trayMembers(index, ['rupa', 'kuliner']), apply({}))
    expect(unlinked!.bySector).toEqual([
      { sectorId: 'rupa', count: 1 },
      { sectorId: 'kuliner', count: 1 },
    ])
  })
  it('keeps an empty row in its place, and shows businesses without a sector only when there are any', () => {
    const all = networkOf([{ id: 'x', sector: null, standing: 'unclassified' }], [])
    const empty = indexNetwork(all, null)
    expect(trayRows(trayMembers(empty, []), filterNetwork(empty, NO_FILTERS)).map(({ id }) => id)).toEqual([
      'unlinked',
      'unasked',
      'unclassified',
    ])
  })
})
