import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { countedNetwork } from '#client/features/explorer/counted-network.ts'
import { filterNetwork } from '#client/features/explorer/filter-network.ts'
import { NO_FILTERS } from '#client/features/explorer/filters.ts'
import { readList } from '#client/features/explorer/list/list-view.ts'
import { actorSpots, isWithin } from '#client/features/explorer/map/actor-spots.ts'
import { flowWidth, leastDrawn } from '#client/features/explorer/map/MapFlows.tsx'
import { isLabelled, placeLabels } from '#client/features/explorer/map/place-labels.ts'
import { geographyOf, type Topology } from '#client/features/explorer/map/topology.ts'
import { type MatrixModel, matrixModel, readCell } from '#client/features/explorer/matrix/matrix-model.ts'
import { notablePairs } from '#client/features/explorer/matrix/notable-pairs.ts'
import type { ExplorerModel } from '#client/features/explorer/use-explorer-model.ts'
import { indexNetwork } from '#client/network/graph/network-index.ts'
import { type ActorSpec, networkOf } from './small-network.ts'

const borders = JSON.parse(
  readFileSync(
    join(import.meta.dirname, '../../client/features/explorer/map/boundaries/35.74.topojson'),
    'utf8',
  ),
) as Topology
const district = (code: string) => code.slice(0, 8)
const city = geographyOf(borders, { width: 500, height: 520 }, district)

describe('the borders of the city', () => {
  it('fit the room that there is, with all 29 kelurahan and a point inside each', () => {
    expect(Math.max(city.width / 500, city.height / 520)).toBeCloseTo(1, 6)
    expect(city.places).toHaveLength(29)
    for (const { rings, point } of city.places) expect(isWithin(rings, point)).toBe(true)
  })
  it('part the districts by fewer lines than the kelurahan', () => {
    const lines = (path: string) => path.split('M').length - 1
    expect(lines(city.districtBorders)).toBeGreaterThan(10)
    expect(lines(city.districtBorders)).toBeLessThan(borders.arcs.length)
  })
})

describe('labels on the map', () => {
  const names = new Map(city.places.map(({ code }, k) => [code, k % 2 ? 'Kebonsari Wetan' : 'Jati']))
  const labels = placeLabels(city, (code) => names.get(code)!)
  it('give every place a label inside of it, and most of them their name', () => {
    for (const [k, { x, y }] of labels.entries()) expect(isWithin(city.places[k]!.rings, [x, y])).toBe(true)
    expect(labels.filter(({ lines }) => lines.length > 0).length).toBeGreaterThan(15)
  })
  it('never lie on one another', () => {
    const boxes = labels.map(({ x, y, lines }) => {
      const width = lines.length ? Math.max(...lines.map((line) => line.length)) * 5.6 : 18
      return { x, y, width, height: 13 + 12 * lines.length }
    })
    for (const [i, a] of boxes.entries())
      for (const b of boxes.slice(i + 1))
        expect(
          Math.abs(a.x - b.x) >= (a.width + b.width) / 2 || Math.abs(a.y - b.y) >= (a.height + b.height) / 2,
        ).toBe(true)
  })
})

describe('actors on the map', () => {
  const free = () => false
  it('stand inside their kelurahan, off its border and off each other', () => {
    for (const place of city.places) {
      const spots = actorSpots(place, 5, 3.8, free)
      expect(spots).toHaveLength(5)
      for (const [k, spot] of spots.entries()) {
        expect(isWithin(place.rings, spot)).toBe(true)
        for (const other of spots.slice(0, k))
          expect(Math.hypot(spot[0] - other[0], spot[1] - other[1])).toBeGreaterThan(3)
      }
    }
  })
  it('stay where they are when others come', () => {
    const place = city.places.toSorted((a, b) => b.width * b.height - a.width * a.height)[0]!
    expect(actorSpots(place, 9, 3.8, free).slice(0, 4)).toEqual(actorSpots(place, 4, 3.8, free))
  })
  it('keep off the label where the place has room beside it', () => {
    const labels = placeLabels(city, () => 'Kanigaran')
    const place = city.places.toSorted((a, b) => b.width * b.height - a.width * a.height)[0]!
    const spots = actorSpots(place, 5, 3.8, (spot) => isLabelled(labels, spot, 3.8))
    expect(spots).toHaveLength(5)
    for (const spot of spots) expect(isLabelled(labels, spot, 3.8)).toBe(false)
  })
})

describe('flows', () => {
  it('are twice as wide for twice as many ties, and never wider than ten pixels', () => {
    expect(flowWidth(4, 5)).toBe(2 * flowWidth(2, 5))
    expect(flowWidth(400, 400)).toBe(10)
    expect(flowWidth(200, 400)).toBe(5)
  })
  it('leave out all of the thinnest or none', () => {
    const flow = (ties: number) => ({ a: 'a', b: 'b', ties })
    expect(leastDrawn([flow(3), flow(1)])).toBe(1)
    expect(leastDrawn([...Array(149).fill(flow(2)), ...Array(20).fill(flow(1))])).toBe(2)
  })
})

describe('pairs that stand out', () => {
  const members = (sector: string): ActorSpec[] => [0, 1, 2, 3].map((k) => ({ id: `${sector}${k}`, sector }))
  // Two closed sectors of four, all six ties in each, and none between them: 12 of 28 pairs, 16 of them between.
  const closed = ['b', 'k'].flatMap((s) =>
    [0, 1, 2, 3].flatMap((i) =>
      [0, 1, 2, 3].filter((j) => j > i).map((j) => ({ ends: [`${s}${i}`, `${s}${j}`] as const })),
    ),
  )
  const network = networkOf([...members('b'), ...members('k')], closed)
  const index = indexNetwork(network, null)
  const filtered = filterNetwork(index, NO_FILTERS, {})
  const matrix: MatrixModel = matrixModel({
    // the parts of the page's model that a matrix is made of
    model: { network, index, filtered } as unknown as ExplorerModel,
    counted: countedNetwork(index, filtered),
    view: { by: 'sector', order: 'near', cell: null },
    given: ['b', 'k'],
  })!
  it('are told with what there is and what is expected, whether tested or not', () => {
    expect(readCell(matrix, 0, 1)).toMatchObject({ observed: 0, ghost: true, shade: 1 })
    expect(readCell(matrix, 0, 1).expected).toBeCloseTo((12 * 16) / 28, 12)
    const { fewer, more } = notablePairs(matrix, { state: 'running' })
    expect(fewer.map(({ a, b, q }) => [a, b, q])).toEqual([[0, 1, null]])
    expect(more.map(({ a, b }) => [a, b])).toEqual([
      [0, 0],
      [1, 1],
    ])
  })
  it('come first when they are beyond chance, however small the difference', () => {
    const none = new Float64Array(4).fill(0.5)
    const q = Float64Array.from([0.5, 0.5, 0.5, 0.01])
    const test = { count: 2, p: none, q, tested: 3, method: 'sampled' as const, draws: 9_999 }
    expect(notablePairs(matrix, { state: 'done', test }).more.map(({ a }) => a)).toEqual([1, 0])
  })
})

describe('the table in the address', () => {
  const read = (sort: string, columns: string) => readList((name) => (name === 'sort' ? sort : columns))
  it('sorts by a name, or the other way round, and ignores what it does not know', () => {
    expect(read('-cuts', '').order).toEqual({ by: 'cuts', order: 'desc' })
    expect(read('name', '').order).toEqual({ by: 'name', order: 'asc' })
    expect(read('nonsense', 'sector,nonsense')).toEqual({
      order: { by: 'partners', order: 'desc' },
      columns: ['sector'],
    })
  })
})
