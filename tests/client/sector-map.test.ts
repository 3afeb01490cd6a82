import { describe, expect, it } from 'vitest'
import { type Box, boxesOverlap } from '#client/network/map-labels.ts'
import {
  layOutSectorMap,
  type MapPair,
  type MapSector,
  PHONE_FRAME,
  WIDE_FRAME,
} from '#client/network/sector-map-layout.ts'
import { shapePath, shapeReach } from '#client/network/sector-shape.ts'

const sector = (id: string, angle: number, over: Partial<MapSector> = {}): MapSector => ({
  id,
  label: `Sektor ${id}`,
  count: '3 dari 9',
  level: 'integrated',
  shape: 'circle',
  angle,
  rho: 1,
  n: 9,
  ...over,
})

const ring = (count: number, over: (i: number) => Partial<MapSector> = () => ({})) =>
  Array.from({ length: count }, (_, i) => sector(`s${i}`, (360 * i) / count, over(i)))

const allPairs = (sectors: readonly MapSector[], observed: (i: number, j: number) => number): MapPair[] =>
  sectors.flatMap((a, i) =>
    sectors.slice(i + 1).map((b, k) => ({ a: a.id, b: b.id, observed: observed(i, i + 1 + k), expected: 1 })),
  )

/** Distance from the centre with the stretch of the ellipse taken out. */
const distance = (node: { x: number; y: number }) =>
  Math.hypot((node.x - WIDE_FRAME.cx) / WIDE_FRAME.fx, (node.y - WIDE_FRAME.cy) / WIDE_FRAME.fy)

describe('the sector map', () => {
  it('draws a sector the farther out the less it is linked, and never moves it round', () => {
    const at = (rho: number | null) =>
      layOutSectorMap([sector('a', 60, { rho })], [], null, WIDE_FRAME).nodes[0]!
    const [apart, half, whole] = [at(0), at(0.5), at(1.3)]
    expect(distance(apart)).toBeGreaterThan(distance(half))
    expect(distance(half)).toBeGreaterThan(distance(whole))
    expect(distance(at(4))).toBeCloseTo(distance(whole), 0)
    expect(distance(at(null))).toBeCloseTo(distance(apart), 0)
    for (const node of [apart, half, whole]) {
      const dx = (node.x - WIDE_FRAME.cx) / WIDE_FRAME.fx
      const dy = (WIDE_FRAME.cy - node.y) / WIDE_FRAME.fy
      expect((Math.atan2(dx, dy) * 180) / Math.PI).toBeCloseTo(60, 0)
    }
  })

  it('puts the contour of a share where a sector of that share stands', () => {
    const layout = layOutSectorMap([sector('a', 0, { rho: 0.5 })], [], null, WIDE_FRAME)
    const half = layout.contours.find(({ at }) => at === 0.5)!
    expect(WIDE_FRAME.cy - layout.nodes[0]!.y).toBeCloseTo(half.ry, 0)
  })

  it('keeps every mark and label of thirteen mixed sectors inside the picture', () => {
    const sectors = ring(13, (i) => ({
      rho: (i % 5) * 0.3,
      n: 2 + ((i * 7) % 35),
      level: i % 5 ? 'weak' : 'isolated',
    }))
    for (const frame of [WIDE_FRAME, PHONE_FRAME]) {
      const { nodes } = layOutSectorMap(sectors, [], null, frame)
      for (const node of nodes) {
        expect(node.x - node.ring).toBeGreaterThanOrEqual(0)
        expect(node.x + node.ring).toBeLessThanOrEqual(frame.width)
        expect(node.y - node.ring).toBeGreaterThanOrEqual(0)
        expect(node.y + node.ring).toBeLessThanOrEqual(frame.height)
      }
    }
  })

  it('never lets two labels touch, and labels the isolated before anybody else', () => {
    const sectors = ring(40, (i) => ({ n: 1 + i, level: i === 7 ? 'isolated' : 'integrated' }))
    const { nodes } = layOutSectorMap(
      sectors,
      allPairs(sectors, () => 1),
      null,
      WIDE_FRAME,
    )
    const boxes: Box[] = nodes.flatMap(({ place }) => (place ? [place.box] : []))
    for (const [i, a] of boxes.entries())
      for (const b of boxes.slice(i + 1)) expect(boxesOverlap(a, b, -1)).toBe(false)
    expect(nodes.find(({ id }) => id === 's7')?.place).not.toBeNull()
    expect(boxes.length).toBeLessThan(20)
  })

  it('draws of a crowd the isolated and the largest, none on another, and keeps the rest for a list', () => {
    const crowd = ring(68, (i) => ({
      n: 113 - i,
      rho: i === 67 ? 0 : 1,
      level: i === 67 ? 'isolated' : 'integrated',
    }))
    for (const [frame, count] of [
      [WIDE_FRAME, 20],
      [PHONE_FRAME, 14],
    ] as const) {
      const { nodes, left } = layOutSectorMap(crowd, [], null, frame)
      expect(nodes.map(({ id }) => id)).toEqual([...crowd.slice(0, count - 1).map(({ id }) => id), 's67'])
      expect(nodes.length + left.length).toBe(68)
      for (const [i, a] of nodes.entries())
        for (const b of nodes.slice(i + 1))
          expect(Math.hypot(a.x - b.x, a.y - b.y), `${a.id} ${b.id}`).toBeGreaterThan(a.r + b.r)
    }
  })

  it('labels only isolated sectors on the phone', () => {
    const sectors = ring(6, (i) => ({ level: i === 2 ? 'isolated' : 'weak' }))
    const { nodes } = layOutSectorMap(sectors, [], null, PHONE_FRAME)
    expect(nodes.filter(({ place }) => place !== null).map(({ id }) => id)).toEqual(['s2'])
  })

  it('tells ties, missing ties, and missing ties that were to be expected apart; the widest gap lies on top', () => {
    const sectors = ring(4)
    const pairs: MapPair[] = [
      { a: 's0', b: 's1', observed: 3, expected: 1 },
      { a: 's0', b: 's2', observed: 0, expected: 0.4 },
      { a: 's0', b: 's3', observed: 0, expected: 2 },
      { a: 's1', b: 's3', observed: 0, expected: 9 },
      { a: 's1', b: 'gone', observed: 5, expected: 9 },
    ]
    const { lines, most } = layOutSectorMap(sectors, pairs, pairs[3]!, WIDE_FRAME)
    expect(lines.map(({ kind }) => kind)).toEqual(['ghost', 'ghost-expected', 'tie', 'ghost-widest'])
    expect(lines[2]!.width).toBeCloseTo(0.8 + 3 * 0.62)
    expect(most).toBe(5)
  })

  it('leads to the widest gap without running through a mark, or leaves the note to the caption', () => {
    const sectors = ring(9, (i) => ({ rho: i % 3 ? 1 : 0.2, n: 10 + i }))
    const widest: MapPair = { a: 's0', b: 's4', observed: 0, expected: 6 }
    const { leader, nodes } = layOutSectorMap(sectors, [widest], widest, WIDE_FRAME)
    if (!leader) throw new Error('nine sectors leave a corner free')
    for (const node of nodes) {
      const dx = leader.to.x - leader.from.x
      const dy = leader.to.y - leader.from.y
      const t = ((node.x - leader.from.x) * dx + (node.y - leader.from.y) * dy) / (dx * dx + dy * dy)
      const along = Math.min(1, Math.max(0, t))
      const away = Math.hypot(leader.from.x + along * dx - node.x, leader.from.y + along * dy - node.y)
      expect(away).toBeGreaterThan(node.ring)
    }
    expect(layOutSectorMap(sectors, [widest], widest, PHONE_FRAME).leader).toBeNull()
  })

  it('shrinks all marks together, so that area keeps saying the number', () => {
    const { nodes } = layOutSectorMap(
      [sector('a', 0, { n: 400 }), sector('b', 180, { n: 100 })],
      [],
      null,
      WIDE_FRAME,
    )
    expect(nodes[0]!.r / nodes[1]!.r).toBeCloseTo(2, 1)
    expect(nodes[0]!.r).toBeLessThanOrEqual(WIDE_FRAME.largest)
  })

  it('gives the same picture for the same input', () => {
    const sectors = ring(11, (i) => ({ rho: i / 8 }))
    const pairs = allPairs(sectors, (i, j) => (i * j) % 4)
    expect(layOutSectorMap(sectors, pairs, null, WIDE_FRAME)).toEqual(
      layOutSectorMap(sectors, pairs, null, WIDE_FRAME),
    )
  })
})

describe('the shapes', () => {
  it('have the area of a circle of the same radius', () => {
    const areaOf = (path: string) => {
      const points = path
        .slice(1, -1)
        .split('L')
        .map((point) => point.split(' ').map(Number) as [number, number])
      const twice = points.reduce((sum, [x, y], i) => {
        const [nx, ny] = points[(i + 1) % points.length]!
        return sum + x * ny - nx * y
      }, 0)
      return Math.abs(twice) / 2
    }
    for (const shape of ['square', 'diamond', 'triangle', 'hexagon'] as const) {
      const path = shapePath(shape, 0, 0, 100)
      expect(areaOf(path!) / (Math.PI * 100 ** 2)).toBeCloseTo(1, 2)
      expect(shapeReach(shape, 100)).toBeGreaterThan(100)
    }
    expect(shapePath('circle', 0, 0, 100)).toBeNull()
  })
})
