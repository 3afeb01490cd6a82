import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { buildPicture, type CanvasInput } from '#client/network/canvas/build-picture.ts'
import { cameraFitting, toModel, zoomedAt } from '#client/network/canvas/camera.ts'
import { placeCanvasLabels } from '#client/network/canvas/canvas-labels.ts'
import {
  type CanvasPicture,
  kindOf,
  labelOf,
  MARK_RINGS,
  standsFor,
  wordsOf,
} from '#client/network/canvas/canvas-picture.ts'
import { groupSectors } from '#client/network/canvas/grouping.ts'
import { createMarkGrid } from '#client/network/canvas/mark-grid.ts'
import { isInside, outlineOfBox, simplified } from '#client/network/canvas/outline.ts'
import { closedRadius, planPicture } from '#client/network/canvas/picture-plan.ts'
import { planePlaces } from '#client/network/canvas/plane-places.ts'
import { tieBatches } from '#client/network/canvas/tie-batches.ts'
import { indexNetwork, type NetworkIndex } from '#client/network/graph/network-index.ts'
import type { MarkLook } from '#client/network/graph/scene.ts'
import { largeNetwork, networkOf } from './small-network.ts'

const looks = new Map<string, MarkLook>()
const look = (id: string): MarkLook => {
  const known = looks.get(id) ?? { id, name: id, code: 'Xx', group: null, shape: 'circle' }
  looks.set(id, known)
  return known
}
/** With every so-manieth actor in one community, called by its first member. */
function grouped(index: NetworkIndex, communities: number): NetworkIndex {
  const { network } = index
  const community = network.actors.id.map((_, row) => network.actors.id[row % communities]!)
  return { ...index, network: { ...network, actors: { ...network.actors, community } } }
}
function pictureOf(index: NetworkIndex, more: Partial<CanvasInput> = {}): CanvasPicture {
  const grouping = groupSectors(grouped(index, 5))
  return buildPicture({
    index,
    lookOf: (row) => look(index.network.actors.sectorId[row] ?? ''),
    lookOfSector: look,
    passing: { actors: index.present.map(() => 1), ties: index.lines.map(() => 1) },
    plan: planPicture(index, grouping),
    level: 'sector',
    open: new Set(),
    alone: new Set(),
    labelOf: ({ id }) => id,
    ...more,
  })
}
const kinds = (picture: CanvasPicture) =>
  Array.from({ length: picture.marks.count }, (_, mark) => kindOf(picture, mark))
const actorsIn = (picture: CanvasPicture) =>
  Array.from({ length: picture.marks.count }, (_, mark) => standsFor(picture, mark)).reduce(
    (a, b) => a + b,
    0,
  )

const point = fc.record({
  x: fc.double({ min: -500, max: 500, noNaN: true }),
  y: fc.double({ min: -500, max: 500, noNaN: true }),
})

describe('the grid of marks', () => {
  it('finds the same nearest mark as looking at all of them', () => {
    fc.assert(
      fc.property(fc.array(point, { minLength: 1, maxLength: 60 }), point, (marks, at) => {
        const grid = createMarkGrid(
          marks.map(({ x }) => x),
          marks.map(({ y }) => y),
          marks.length,
        )
        const found = grid.nearest(at.x, at.y, 40, () => 0)
        const distances = marks.map(({ x, y }) => Math.hypot(x - at.x, y - at.y))
        const least = Math.min(...distances)
        if (least > 40) expect(found).toBe(-1)
        else expect(distances[found]).toBe(least)
      }),
    )
  })
  it('finds the same marks in a rectangle as looking at all of them', () => {
    fc.assert(
      fc.property(fc.array(point, { maxLength: 60 }), point, point, (marks, a, b) => {
        const extent = {
          left: Math.min(a.x, b.x),
          right: Math.max(a.x, b.x),
          top: Math.min(a.y, b.y),
          bottom: Math.max(a.y, b.y),
        }
        const grid = createMarkGrid(
          marks.map(({ x }) => x),
          marks.map(({ y }) => y),
          marks.length,
        )
        const all = marks.flatMap(({ x, y }, mark) =>
          x >= extent.left && x <= extent.right && y >= extent.top && y <= extent.bottom ? [mark] : [],
        )
        expect(grid.within(extent).sort((x, y) => x - y)).toEqual(all)
      }),
    )
  })
  it('prefers the small mark on top of a large one, and passes over what cannot be picked', () => {
    const grid = createMarkGrid([0, 10, 11], [0, 0, 0], 3)
    expect(grid.nearest(10, 0, 2, (mark) => [40, 3, -1e9][mark]!)).toBe(1)
    expect(grid.nearest(30, 0, 2, (mark) => [40, 3, -1e9][mark]!)).toBe(0)
    expect(grid.nearest(60, 0, 2, (mark) => [40, 3, -1e9][mark]!)).toBe(-1)
  })
})

describe('an outline', () => {
  it('of a box holds what lies in the box', () => {
    const outline = outlineOfBox({ left: -10, right: 20, top: 0, bottom: 5 })
    expect(isInside(outline, 0, 2)).toBe(true)
    expect(isInside(outline, 0, 6)).toBe(false)
    expect(isInside(outline, 21, 2)).toBe(false)
  })
  it('with a bay does not hold the bay', () => {
    const letterU = [0, 0, 30, 0, 30, 30, 20, 30, 20, 10, 10, 10, 10, 30, 0, 30]
    expect(isInside(letterU, 5, 20)).toBe(true)
    expect(isInside(letterU, 15, 20)).toBe(false)
    expect(isInside(letterU, 15, 5)).toBe(true)
  })
  it('keeps its corners when it is simplified', () => {
    const edge = (x: number, y: number, toX: number, toY: number) =>
      Array.from({ length: 10 }, (_, at) => [x + ((toX - x) * at) / 10, y + ((toY - y) * at) / 10]).flat()
    const square = [
      ...edge(0, 0, 100, 0),
      ...edge(100, 0, 100, 100),
      ...edge(100, 100, 0, 100),
      ...edge(0, 100, 0, 0),
    ]
    expect(simplified(square, 4)).toEqual([0, 0, 100, 0, 100, 100, 0, 100])
  })
})

describe('the camera', () => {
  it('keeps what lies under the pointer while zooming', () => {
    fc.assert(
      fc.property(point, fc.double({ min: 0.5, max: 2, noNaN: true }), (at, factor) => {
        const before = { zoom: 2, x: 30, y: -12 }
        const after = zoomedAt(before, factor, at)
        expect(toModel(after, at).x).toBeCloseTo(toModel(before, at).x, 6)
        expect(toModel(after, at).y).toBeCloseTo(toModel(before, at).y, 6)
      }),
    )
  })
  it('shows all of an extent', () => {
    const view = { width: 400, height: 300 }
    const { zoom, x, y } = cameraFitting({ left: -500, right: 300, top: -50, bottom: 250 }, view, 10)
    expect(-500 * zoom + x).toBeGreaterThanOrEqual(9.99)
    expect(300 * zoom + x).toBeLessThanOrEqual(390.01)
    expect(-50 * zoom + y).toBeGreaterThanOrEqual(9.99)
  })
})

describe('batches of ties', () => {
  it('hold every tie once, alike within, the heaviest first', () => {
    const size = 500
    const column = (of: (tie: number) => number) => Array.from({ length: size }, (_, tie) => of(tie))
    const columns = {
      line: Uint8Array.from(column((tie) => tie % 4)),
      cross: Uint8Array.from(column((tie) => (tie >> 2) % 2)),
      faded: new Uint8Array(size),
      width: Float32Array.from(column((tie) => 1 + (tie % 3) / 2)),
      weight: Float32Array.from(column((tie) => 1 + ((tie * 7) % 40))),
    }
    const batches = tieBatches(columns, size)
    expect(batches.flatMap(({ ties }) => [...ties]).sort((a, b) => a - b)).toEqual(column((tie) => tie))
    for (const { ties, width } of batches) {
      expect(new Set([...ties].map((tie) => columns.line[tie])).size).toBe(1)
      expect(new Set([...ties].map((tie) => columns.width[tie]))).toEqual(new Set([width]))
      const classes = [...ties].map((tie) => Math.ceil(Math.log2(columns.weight[tie]!)))
      expect(classes).toEqual(classes.toSorted((a, b) => b - a))
    }
  })
})

describe('the picture of a large network', () => {
  const index = indexNetwork(largeNetwork(1200, 6), null)

  it('begins with sectors, everybody in exactly one mark', () => {
    const picture = pictureOf(index)
    expect(new Set(kinds(picture))).toEqual(new Set(['sector']))
    expect(picture.marks.count).toBe(7)
    expect(actorsIn(picture)).toBe(1200)
  })
  it('opens a sector to its groups and a group to its actors, where they are, and moves nothing else', () => {
    const closed = pictureOf(index)
    const [group] = planPicture(index, groupSectors(grouped(index, 5))).groups.filter(
      ({ kind, sectorId }) => kind === 'group' && sectorId === 's1',
    )
    const open = pictureOf(index, { open: new Set(['s1', group!.id]) })
    expect(actorsIn(open)).toBe(1200)
    expect(kinds(open).filter((kind) => kind === 'actor')).toHaveLength(group!.rows.length)
    for (let mark = 0; mark < closed.marks.count; mark++) {
      const there = Array.from({ length: open.marks.count }, (_, at) => at).find(
        (at) => labelOf(open, at) === labelOf(closed, mark),
      )
      if (labelOf(closed, mark) === 's1') expect(there).toBeUndefined()
      else
        expect([open.marks.x[there!], open.marks.y[there!]]).toEqual([
          closed.marks.x[mark],
          closed.marks.y[mark],
        ])
    }
  })
  it('counts in its bundles all ties that are not inside a mark', () => {
    const picture = pictureOf(index)
    const { a, b } = index.network.ties
    const across = new Set<string>()
    for (const [tie, from] of a.entries()) {
      const [s, t] = [picture.markOf[from]!, picture.markOf[b[tie]!]!]
      if (s !== t) across.add(`${Math.min(s, t)} ${Math.max(s, t)}`)
    }
    expect(picture.ties.count).toBe(across.size)
    expect(picture.ties.batches.every(({ line }) => line === 'bundle')).toBe(true)
  })
  it('draws everybody at the place of the server when all is open', () => {
    const picture = pictureOf(index, { level: 'actor' })
    expect(picture.marks.count).toBe(1200)
    expect(picture.ties.count).toBe(index.size.ties)
    const mark = picture.markOf[77]!
    expect(picture.marks.x[mark]).toBeCloseTo(index.network.actors.x[77]! * 0.42, 3)
  })
  it('names what was opened by itself, nothing that the level opens', () => {
    expect(pictureOf(index, { level: 'group' }).captions).toEqual([])
    const named = pictureOf(index, { open: new Set(['s1']) })
    expect(named.captions.map(({ group }) => named.groups[group]!.id)).toEqual(['s1'])
  })
  it('gives closed marks an area by their members, all in one scale', () => {
    const radius = closedRadius(1000, 400)
    expect(radius(400) / radius(100)).toBeCloseTo(2)
    expect(radius(400)).toBeLessThanOrEqual(40)
  })
  it('draws the ring, the size and the words of a chosen appearance', () => {
    const rings = ['broken', 'half', 'whole', 'double'] as const
    const picture = pictureOf(index, {
      level: 'actor',
      dress: (row) => ({ mark: 'plain', ring: rings[row % 4], r: 7, label: row === 3 ? '' : `No. ${row}` }),
    })
    for (const row of [0, 1, 2, 3]) {
      const mark = picture.markOf[row]!
      expect(MARK_RINGS[picture.marks.ring[mark]!]).toBe(rings[row])
      expect(wordsOf(picture, mark)).toBe(row === 3 ? '' : `No. ${row}`)
      expect(labelOf(picture, mark)).toBe(index.network.actors.name[row])
    }
    const labels = placeCanvasLabels(
      picture,
      { zoom: 1, x: 420, y: 420 },
      { width: 840, height: 840 },
      {
        chosen: -1,
        first: new Set([picture.markOf[3]!]),
        pale: null,
        most: 30,
        widthOf: () => 40,
        taken: [],
      },
    )
    expect(labels.length).toBeGreaterThan(0)
    expect(labels.every(({ text }) => text.startsWith('No. '))).toBe(true)
  })
  it('shows a chosen actor beside its closed sector', () => {
    const picture = pictureOf(index, { alone: new Set([5]) })
    expect(kinds(picture).filter((kind) => kind === 'actor')).toHaveLength(1)
    expect(actorsIn(picture)).toBe(1201)
  })
})

describe('places on the plane', () => {
  const angles = Array.from({ length: 400 }, (_, row) => row * 2.4)
  it('are those of the server where it is well used', () => {
    const far = angles.map((_, row) => 950 * Math.sqrt((row + 1) / 400))
    const x = angles.map((angle, row) => far[row]! * Math.cos(angle))
    const { x: drawn } = planePlaces(
      x,
      angles.map((angle, row) => 0.72 * far[row]! * Math.sin(angle)),
    )
    expect(drawn[123]).toBeCloseTo(x[123]! * 0.42, 3)
  })
  it('spread a crowd that a few press together: in the same directions and the same order from the middle', () => {
    const far = angles.map((_, row) => (row < 396 ? 20 + row / 10 : 1000))
    const x = angles.map((angle, row) => far[row]! * Math.cos(angle))
    const y = angles.map((angle, row) => 0.72 * far[row]! * Math.sin(angle))
    const drawn = planePlaces(x, y)
    const reach = (row: number) => Math.hypot(drawn.x[row]! / 420, drawn.y[row]! / 302.4)
    expect(reach(200)).toBeGreaterThan(0.6)
    for (let row = 1; row < 400; row++) {
      expect(reach(row)).toBeGreaterThan(reach(row - 1))
      expect(Math.atan2(drawn.y[row]!, drawn.x[row]!)).toBeCloseTo(Math.atan2(y[row]!, x[row]!), 4)
    }
  })
})

describe('absence on the canvas', () => {
  const network = networkOf(
    [
      { id: 'a', sector: 'x' },
      { id: 'b', sector: 'y' },
      { id: 'c', sector: 'x' },
      { id: 'd', sector: 'y', standing: 'unasked' },
      { id: 'e', sector: 'z' },
    ],
    [{ ends: ['a', 'b'] }],
  )
  const index = indexNetwork(network, null)
  it('has a mark of its own at every level', () => {
    for (const level of ['sector', 'group'] as const) {
      const picture = pictureOf(index, { level })
      const absent = picture.groups.filter(({ kind }) => kind === 'unlinked' || kind === 'unasked')
      expect(absent.map(({ id }) => id)).toEqual(['x/-unlinked', 'y/-unasked', 'z/-unlinked'])
      expect(kinds(picture).filter((kind) => kind === 'absent')).toHaveLength(3)
    }
    const whole = pictureOf(index, { level: 'actor' })
    expect([...whole.marks.ring].filter((ring) => ring > 0)).toHaveLength(3)
  })
  it('draws the pairs of sectors that nobody joins, with what was to be expected', () => {
    const plan = planPicture(index, null)
    // z has nobody with a tie: its pairs are counted where it has a place; x and y are tied.
    expect(plan.ghosts).toEqual([])
    const tied = networkOf(
      [...'abcdef'].map((id, at) => ({ id, sector: 'xxyyzz'[at]! })),
      [{ ends: ['a', 'b'] }, { ends: ['c', 'd'] }, { ends: ['e', 'f'] }, { ends: ['a', 'c'] }],
    )
    const { ghosts, ghostPairs } = planPicture(indexNetwork(tied, null), null)
    expect(ghosts.map(({ a, b }) => [a, b])).toEqual([
      ['x', 'z'],
      ['y', 'z'],
    ])
    expect(ghostPairs).toBe(2)
    // 2m · n_s n_t / (n (n − 1)) = 8 · 4 / 30
    expect(ghosts[0]!.expected).toBeCloseTo(32 / 30)
  })
})

describe('groups inside sectors', () => {
  it('are the communities that the server found, else kelurahan', () => {
    const index = indexNetwork(largeNetwork(900, 3), null)
    expect(groupSectors(index).by).toBe('region')
    const { by, groups } = groupSectors(grouped(index, 5))
    expect(by).toBe('community')
    expect(new Set(groups.map(({ id }) => id))).toEqual(
      new Set([0, 1, 2, 3, 4].map((row) => `k${index.network.actors.id[row]}`)),
    )
  })
  it('hold every actor of a large sector once, the small ones together', () => {
    const index = indexNetwork(largeNetwork(900, 3), null)
    const grouping = groupSectors(grouped(index, 200))
    for (const sectorId of ['s0', 's1', 's2']) {
      const rows = grouping.groups.filter((group) => group.sectorId === sectorId).flatMap(({ rows }) => rows)
      const members = index.network.actors.sectorId.flatMap((id, row) => (id === sectorId ? [row] : []))
      expect(rows.sort((a, b) => a - b)).toEqual(members)
    }
    expect(grouping.of.filter((group) => group < 0)).toHaveLength(18)
  })
})

describe('labels on the canvas', () => {
  const index = indexNetwork(largeNetwork(400, 4), null)
  const picture = pictureOf(index, { level: 'actor' })
  const view = { width: 900, height: 640 }
  const camera = { zoom: 1, x: 450, y: 320 }
  const wishes = {
    chosen: -1,
    first: new Set<number>(),
    pale: null,
    most: 40,
    widthOf: (text: string) => text.length * 6,
    taken: [],
  }
  const boxes = (labels: readonly { text: string; x: number; y: number }[]) =>
    labels.map(({ text, x, y }) => ({ left: x, right: x + text.length * 6, top: y - 7, bottom: y + 7 }))

  it('never cover each other and stay within the view', () => {
    const placed = boxes(placeCanvasLabels(picture, camera, view, wishes))
    expect(placed.length).toBeGreaterThan(10)
    for (const [at, box] of placed.entries()) {
      expect(box.left).toBeGreaterThanOrEqual(0)
      expect(box.right).toBeLessThanOrEqual(view.width)
      for (const other of placed.slice(at + 1))
        expect(
          box.left < other.right &&
            other.left < box.right &&
            box.top < other.bottom &&
            other.top < box.bottom,
        ).toBe(false)
    }
  })
  it('name the chosen one first, and nobody whom a focus fades', () => {
    const chosen = picture.markOf[200]!
    const pale = new Uint8Array(picture.marks.count).fill(1)
    pale[chosen] = 0
    expect(
      placeCanvasLabels(picture, camera, view, { ...wishes, chosen, pale }).map(({ mark }) => mark),
    ).toEqual([chosen])
  })
})
