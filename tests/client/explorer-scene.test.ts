import { describe, expect, it } from 'vitest'
import {
  actorScene,
  fitsWhole,
  loosePairsCaption,
  MAX_ELEMENTS,
  type SceneInput,
} from '#client/network/graph/actor-scene.ts'
import { firstNode, nodeTowards } from '#client/network/graph/direction.ts'
import { type GroupSceneInput, groupScene, MAX_OPENED } from '#client/network/graph/group-scene.ts'
import { ALWAYS, type LabelCandidate, placeLabels, REQUIRED } from '#client/network/graph/label-placement.ts'
import {
  indexNetwork,
  loosePairs,
  type NetworkIndex,
  partnerCounts,
  withinDegree,
} from '#client/network/graph/network-index.ts'
import { actorKey, actorRadius, groupKey, type MarkLook, restKey } from '#client/network/graph/scene.ts'
import { largeNetwork, networkOf, smallNetwork } from './small-network.ts'

const look = (id: string): MarkLook => ({ id, name: id, code: 'Xx', group: null, shape: 'circle' })
const everything = (index: NetworkIndex): SceneInput => ({
  index,
  lookOf: (row) => look(index.network.actors.sectorId[row] ?? ''),
  passing: { actors: index.present.map(() => 1), ties: index.lines.map(() => 1) },
})
const grouped = (index: NetworkIndex, more: Partial<GroupSceneInput> = {}): GroupSceneInput => ({
  ...everything(index),
  lookOfSector: look,
  open: new Set(),
  selectedRow: null,
  restLabel: (count) => `${count} lagi`,
  ...more,
})

describe('the picture of a small network', () => {
  const index = indexNetwork(smallNetwork, '2026-06-30')
  const scene = actorScene(everything(index))

  it('draws who a tie touches and leaves the others to the tray', () => {
    expect(scene.nodes.map((node) => node.ref)).toEqual(['b1', 'b2', 'dinas', 'k1', 'k2'])
    expect(scene.ties.map((tie) => tie.line)).toEqual(['active', 'new', 'expired', 'uncounted'])
  })
  it('rings who has no counting partner', () => {
    expect(scene.nodes.filter((node) => node.mark === 'unlinked').map((node) => node.ref)).toEqual(['k2'])
  })
  it('stays where it is while filters fade it', () => {
    const row = index.rowOf.get('b1')!
    const passing = {
      actors: index.present.map((_, at) => (at === row ? 0 : 1)),
      ties: index.lines.map(() => 1),
    }
    const faded = actorScene({ ...everything(index), passing })
    expect(faded.nodes.map(({ x, y }) => [x, y])).toEqual(scene.nodes.map(({ x, y }) => [x, y]))
    expect(faded.nodes.filter((node) => node.faded).map((node) => node.ref)).toEqual(['b1'])
  })
  it('sizes marks by partners', () => {
    expect(actorRadius(1, 9)).toBeCloseTo(5.3)
    expect(actorRadius(9, 9)).toBeCloseTo(8.7)
    expect(actorRadius(400, 400)).toBeCloseTo(12.6)
    expect(actorRadius(1, 400)).toBeLessThan(5.3)
  })
  it('walks from partner to partner', () => {
    const row = index.rowOf.get('b1')!
    const names = (degree: number) =>
      [...withinDegree(index, row, degree)].map((one) => smallNetwork.actors.id[one]).sort()
    expect(names(1)).toEqual(['b1', 'b2', 'dinas'])
    expect(names(2)).toEqual(['b1', 'b2', 'dinas', 'k1'])
    expect(partnerCounts(smallNetwork, index.rowOf.get('b2')!)).toEqual({ total: 2, within: 1, cross: 1 })
  })
})

describe('loose pairs', () => {
  const network = networkOf(
    ['a', 'b', 'c', 'x', 'y'].map((id) => ({ id, sector: 's' })),
    [{ ends: ['a', 'b'] }, { ends: ['b', 'c'] }, { ends: ['x', 'y'] }],
  )
  const index = indexNetwork(network, null)
  it('stand at the right edge under their caption', () => {
    const scene = actorScene(everything(index))
    expect(loosePairs(index)).toEqual([[3, 4]])
    const at = (id: string) => scene.nodes.find((node) => node.ref === id)!
    expect(at('x').x).toBeGreaterThan(Math.max(at('a').x, at('b').x, at('c').x))
    expect(loosePairsCaption(index, scene)).toMatchObject({ count: 1, x: at('y').x })
  })
  it('stay in place when they are all there is', () => {
    const pair = indexNetwork(
      networkOf(
        [
          { id: 'x', x: 3 },
          { id: 'y', x: 9 },
        ],
        [{ ends: ['x', 'y'] }],
      ),
      null,
    )
    expect(actorScene(everything(pair)).nodes[0]!.x).toBeCloseTo(3 * 0.42)
  })
})

describe('the picture of a large network', () => {
  const network = largeNetwork(1000, 5)
  const index = indexNetwork(network, null)
  const closed = groupScene(grouped(index))

  it('is too large to be drawn at once', () => {
    expect(fitsWhole(index)).toBe(false)
    expect(fitsWhole(indexNetwork(smallNetwork, null))).toBe(true)
  })
  it('begins with one mark per sector, those without one together, and counts everybody', () => {
    expect(closed.nodes.map((node) => node.key)).toEqual(['', 's0', 's1', 's2', 's3', 's4'].map(groupKey))
    expect(closed.nodes.reduce((sum, node) => sum + node.count, 0)).toBe(1000)
    expect(closed.left).toEqual({ actors: 0, ties: 0 })
  })
  it('bundles the ties between two sectors and counts those that pass', () => {
    const between = network.ties.a.filter((a, tie) => {
      const sectors = [network.actors.sectorId[a], network.actors.sectorId[network.ties.b[tie]!]]
      return sectors.includes('s0') && sectors.includes('s1')
    }).length
    const bundle = (scene: typeof closed) => scene.ties.find((tie) => tie.key === 'group:s0|group:s1')!
    expect(bundle(closed).count).toBe(between)
    const none = { actors: index.present.map(() => 1), ties: index.lines.map(() => 0) }
    expect(bundle(groupScene(grouped(index, { passing: none })))).toMatchObject({ count: 0, faded: true })
  })
  it('keeps the marks of sectors off each other', () => {
    for (const a of closed.nodes)
      for (const b of closed.nodes)
        if (a.key < b.key) expect(Math.hypot(a.x - b.x, a.y - b.y)).toBeGreaterThan(a.r + b.r + 20)
  })
  it('opens a sector into at most 60 actors and counts the rest, within the size limit', () => {
    const opened = groupScene(grouped(index, { open: new Set(['s0']) }))
    const drawn = opened.nodes.filter((node) => node.kind === 'actor')
    expect(drawn).toHaveLength(MAX_OPENED)
    expect(opened.nodes.find((node) => node.key === restKey('s0'))).toMatchObject({
      label: '140 lagi',
      count: 140,
    })
    expect(opened.left.actors).toBe(140)
    expect(opened.nodes.length + opened.ties.length).toBeLessThanOrEqual(MAX_ELEMENTS)
    expect(opened.nodes.some((node) => node.key === groupKey('s0'))).toBe(false)
  })
  it('says how many ties the size limit keeps out', () => {
    const all = groupScene(grouped(index, { open: new Set(['s0', 's1', 's2', 's3']) }))
    expect(all.nodes.length + all.ties.length).toBeLessThanOrEqual(MAX_ELEMENTS)
    expect(all.left.ties).toBeGreaterThan(0)
  })
  it('draws the chosen actor and its partners although their sectors are closed', () => {
    const row = 500
    const scene = groupScene(grouped(index, { selectedRow: row }))
    const partners = [...withinDegree(index, row, 1)].map((one) => actorKey(network.actors.id[one]!)).sort()
    expect(
      scene.nodes
        .filter((node) => node.kind === 'actor')
        .map((node) => node.key)
        .sort(),
    ).toEqual(partners)
    expect(
      scene.ties.filter((tie) => [tie.from, tie.to].includes(actorKey(network.actors.id[row]!))),
    ).toHaveLength(6)
  })
  it('keeps given places, and shows those without a tie where no tray does', () => {
    const small = indexNetwork(smallNetwork, null)
    const places = new Map(['batik', 'kuliner', 'rupa'].map((id, at) => [id, { x: at * 200, y: 50, r: 20 }]))
    const scene = groupScene(grouped(small, { places, open: new Set(['rupa']), everyone: true }))
    expect(scene.nodes.find((node) => node.key === groupKey('kuliner'))).toMatchObject({
      x: 200,
      y: 50,
      r: 20,
      count: 2,
    })
    const opened = scene.nodes.filter((node) => node.kind === 'actor')
    expect(opened.map(({ ref, mark }) => [ref, mark])).toEqual([
      ['r1', 'unlinked'],
      ['r2', 'unasked'],
    ])
    for (const node of opened) expect(Math.hypot(node.x - 400, node.y - 50)).toBeLessThan(60)
  })
  it('opens a network of 36,000 actors as sectors', () => {
    const huge = indexNetwork(largeNetwork(36_000, 40), null)
    const scene = groupScene(grouped(huge, { open: new Set(['s3']) }))
    expect(scene.nodes.length + scene.ties.length).toBeLessThanOrEqual(MAX_ELEMENTS)
  })
})

describe('arrow keys', () => {
  const network = networkOf(
    [
      { id: 'mid', x: 0, y: 0 },
      { id: 'east', x: 500, y: 60 },
      { id: 'near', x: 100, y: 0 },
      { id: 'north', x: 20, y: -300 },
      { id: 'far', x: -600, y: 10 },
    ],
    [
      { ends: ['mid', 'east'] },
      { ends: ['mid', 'north'] },
      { ends: ['far', 'near'] },
      { ends: ['far', 'east'] },
    ],
  )
  const scene = actorScene(everything(indexNetwork(network, null)))
  const go = (from: string, direction: 'left' | 'right' | 'up' | 'down') =>
    nodeTowards(scene, actorKey(from), direction)?.ref
  it('lead to partners first, and to anybody where no partner lies that way', () => {
    expect(go('mid', 'right')).toBe('east')
    expect(go('mid', 'up')).toBe('north')
    expect(go('mid', 'left')).toBe('far')
    expect(go('north', 'up')).toBeUndefined()
  })
  it('begin where most ties meet', () => {
    expect(firstNode(scene)?.ref).toBe('east')
  })
})

describe('labels', () => {
  const view = { width: 400, height: 200 }
  const at = (key: string, x: number, y: number, priority = 1): LabelCandidate => ({
    key,
    x,
    y,
    r: 6,
    width: 80,
    priority,
  })
  it('are drawn where there is room, on the outer side first', () => {
    const placed = placeLabels([at('l', 150, 50), at('r', 250, 150)], view)
    expect(placed.get('l')).toEqual({ side: 'left', shift: 0 })
    expect(placed.get('r')).toEqual({ side: 'right', shift: 0 })
  })
  it('give way to labels and marks that matter more', () => {
    const ring = Array.from({ length: 24 }, (_, turn) => (turn / 24) * 2 * Math.PI)
    const crowd = ring.flatMap((angle, turn) =>
      [16, 34, 52].map((far) =>
        at(`m${turn}.${far}`, 200 + far * Math.cos(angle), 100 + far * Math.sin(angle)),
      ),
    )
    const middle = at('middle', 200, 100, 3)
    expect(placeLabels([middle, ...crowd], view).has('middle')).toBe(false)
    expect(placeLabels([{ ...middle, priority: REQUIRED }, ...crowd], view).has('middle')).toBe(true)
  })
  it('never cover each other, the one of the chosen mark apart', () => {
    const stack = Array.from({ length: 30 }, (_, place) => at(`s${place}`, 200, 100 + place, REQUIRED))
    const placed = placeLabels(stack, view)
    expect(placed.size).toBeLessThan(30)
    expect(placeLabels([...stack, at('chosen', 200, 110, ALWAYS)], view).has('chosen')).toBe(true)
  })
  it('move a little along the mark before they give up', () => {
    const close = [at('a', 100, 100, 2), at('b', 100, 109, 1)]
    expect([...placeLabels(close, view).keys()].sort()).toEqual(['a', 'b'])
  })
  it('never leave the picture', () => {
    expect(placeLabels([at('edge', 395, 100)], view).get('edge')?.side).toBe('left')
    expect(placeLabels([at('out', 500, 100, REQUIRED)], view).size).toBe(0)
  })
})
