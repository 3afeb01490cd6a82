import { describe, expect, test } from 'vitest'
import {
  HALF_HEIGHT,
  HALF_WIDTH,
  type LayoutTask,
  layOut,
  minimumGap,
} from '#server/network/layout/lay-out.ts'
import { placeNew } from '#server/network/layout/place-new.ts'
import { createRandom } from '#shared/analytics/random.ts'

/** Sectors with most ties inside; the last fifth of the actors has no tie. */
function blockNetwork(n: number, sectors: number, ties: number, seed: number): LayoutTask {
  const random = createRandom(seed)
  const linked = Math.floor(0.8 * n)
  const ends: number[] = []
  while (ends.length < 2 * ties) {
    const a = random.below(linked)
    const b = random.below(10) < 7 ? (a + sectors * random.below(linked)) % linked : random.below(linked)
    if (a !== b) ends.push(a, b)
  }
  return {
    n,
    ties: Uint32Array.from(ends),
    angles: Float64Array.from({ length: n }, (_, v) => (360 / sectors) * (v % sectors)),
  }
}

function nearest(xy: Float32Array): number {
  let least = Number.POSITIVE_INFINITY
  for (let v = 0; v < xy.length; v += 2)
    for (let w = v + 2; w < xy.length; w += 2)
      least = Math.min(least, Math.hypot(xy[v]! - xy[w]!, xy[v + 1]! - xy[w + 1]!))
  return least
}

describe.each([
  ['a city', blockNetwork(135, 13, 190, 1)],
  ['a large network, with far groups taken as one', blockNetwork(900, 12, 2700, 2)],
])('%s', (_, task) => {
  const xy = layOut(task)

  test('is laid out alike on every run', () => {
    expect(Buffer.from(layOut(task).buffer).equals(Buffer.from(xy.buffer))).toBe(true)
  })

  test('gives everybody a place, inside the picture and its rim', () => {
    expect(xy).toHaveLength(2 * task.n)
    for (let v = 0; v < task.n; v++) {
      expect(Math.abs(xy[2 * v]!)).toBeLessThan(1.35 * HALF_WIDTH)
      expect(Math.abs(xy[2 * v + 1]!)).toBeLessThan(1.35 * HALF_HEIGHT)
    }
  })

  test('lets no two marks touch', () => {
    expect(nearest(xy)).toBeGreaterThan(0.98 * minimumGap(task.n))
  })

  test('puts partners nearer to each other than strangers', () => {
    const distance = (v: number, w: number) =>
      Math.hypot(xy[2 * v]! - xy[2 * w]!, xy[2 * v + 1]! - xy[2 * w + 1]!)
    let partners = 0
    for (let e = 0; e < task.ties.length; e += 2) partners += distance(task.ties[e]!, task.ties[e + 1]!)
    partners /= task.ties.length / 2
    const linked = Math.floor(0.8 * task.n)
    let strangers = 0
    for (let v = 0; v < linked; v++) strangers += distance(v, (v + 7) % linked) / linked
    expect(partners).toBeLessThan(0.8 * strangers)
  })

  test('keeps those without a partner on the rim, towards their sector', () => {
    for (let v = Math.floor(0.8 * task.n); v < task.n; v++) {
      const [x, y] = [xy[2 * v]! / HALF_WIDTH, xy[2 * v + 1]! / HALF_HEIGHT]
      expect(Math.hypot(x, y)).toBeGreaterThan(0.9)
      const angle = (task.angles[v]! * Math.PI) / 180
      expect(x * Math.sin(angle) - y * Math.cos(angle)).toBeGreaterThan(0.6)
    }
  })
})

test('nobody and one actor alone are laid out too', () => {
  expect(layOut({ n: 0, ties: new Uint32Array(), angles: new Float64Array() })).toHaveLength(0)
  expect([...layOut({ n: 1, ties: new Uint32Array(), angles: Float64Array.of(90) })]).toEqual([HALF_WIDTH, 0])
})

test('actors all at one place are parted', () => {
  const n = 12
  const ties = Uint32Array.from({ length: 2 * n }, (_, i) => (i % 2 === 0 ? i / 2 : (i + 1) / 2) % n)
  expect(nearest(layOut({ n, ties, angles: new Float64Array(n).fill(Number.NaN) }))).toBeGreaterThan(50)
})

describe('a newcomer', () => {
  const partners = [
    { x: 0, y: 0 },
    { x: 200, y: 0 },
  ]

  test('comes into the midst of its partners', () => {
    expect(placeNew(partners, 0, partners, 50)).toEqual({ x: 100, y: 0 })
  })

  test('takes the nearest free place', () => {
    const taken = [...partners, { x: 100, y: 0 }]
    const point = placeNew(partners, 0, taken, 50)
    const distances = taken.map(({ x, y }) => Math.hypot(x - point.x, y - point.y))
    expect(Math.min(...distances)).toBeGreaterThanOrEqual(50)
    expect(Math.hypot(point.x - 100, point.y)).toBeLessThan(120)
  })

  test('without a partner stands on the rim of its sector', () => {
    expect(placeNew([], 90, [], 50)).toEqual({ x: HALF_WIDTH, y: 0 })
  })
})
