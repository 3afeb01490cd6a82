import { describe, expect, test } from 'vitest'
import { components } from '#shared/analytics/components.ts'
import { coreNumbers } from '#shared/analytics/core-number.ts'
import { buildCsr } from '#shared/analytics/csr.ts'
import { degrees } from '#shared/analytics/degree.ts'
import { ei } from '#shared/analytics/ei.ts'
import { induce } from '#shared/analytics/induce.ts'
import { integrationIndex } from '#shared/analytics/integration-index.ts'
import {
  addActor,
  addTie,
  changeSector,
  dropActor,
  dropTie,
  type LiveNetwork,
  liveEi,
  liveNetwork,
  liveShares,
} from '#shared/analytics/live/live-network.ts'
import { csrOf } from '#shared/analytics/live/live-rows.ts'
import { mixing } from '#shared/analytics/mixing.ts'
import { createRandom, type Random } from '#shared/analytics/random.ts'
import { trianglesPerActor } from '#shared/analytics/triangles.ts'
import { blockModel } from '../bench/block-model.ts'

const presentIn = (live: LiveNetwork): number[] =>
  Array.from({ length: live.rows.n }, (_, v) => v).filter((v) => live.present[v] === 1)

/** The same partition with numbers by first actor. */
function numberedByFirst(of: readonly number[]): number[] {
  const numbers = new Map<number, number>()
  return of.map((c) => {
    if (!numbers.has(c)) numbers.set(c, numbers.size)
    return numbers.get(c) ?? 0
  })
}

/** Everything that is kept, of those who are there. */
function kept(live: LiveNetwork) {
  const here = presentIn(live)
  const shares = liveShares(live)
  return {
    m: live.rows.m,
    degree: here.map((v) => live.rows.lengths[v]),
    isolates: live.isolates,
    core: here.map((v) => live.cores.core[v]),
    triangles: here.map((v) => live.triangles.at[v]),
    triangleTotal: live.triangles.total,
    component: numberedByFirst(here.map((v) => live.components.of[v]!)),
    components: live.components.count,
    largest: live.components.largest,
    outside: here.map((v) => live.sectors.outside[v]),
    reached: [...live.sectors.reached],
    mixing: [...live.sectors.mixing],
    ties: [live.sectors.internal, live.sectors.external],
    ei: liveEi(live),
    joined: live.components.joined,
    shares: shares.value ?? shares.reason,
  }
}

/** The same by the kernels, each from nothing. */
function computed(live: LiveNetwork): ReturnType<typeof kept> {
  const here = presentIn(live)
  const { csr, labels } = induce(csrOf(live.rows), { count: live.sectors.count, of: live.sectors.of }, here)
  const parts = components(csr)
  const triangles = [...trianglesPerActor(csr)]
  const outside = here.map((_, v) => {
    const row = csr.neighbours.subarray(csr.offsets[v], csr.offsets[v + 1])
    return row.filter((w) => labels.of[w] !== labels.of[v]).length
  })
  const reached = Array.from({ length: labels.count }, () => 0)
  for (const [v, count] of outside.entries()) if (count > 0) reached[labels.of[v]!]!++
  const matrix = mixing(csr, labels).value?.observed ?? new Uint32Array(labels.count ** 2)
  const external = outside.reduce((sum, count) => sum + count, 0) / 2
  const tallies = Array.from({ length: parts.count }, () => Array.from({ length: labels.count }, () => 0))
  for (const [v, c] of parts.of.entries()) tallies[c]![labels.of[v]!]!++
  const squares = (values: Iterable<number>) => [...values].reduce((sum, value) => sum + value ** 2, 0)
  const index = integrationIndex(csr, labels)
  return {
    m: csr.m,
    degree: [...degrees(csr)],
    isolates: parts.isolates,
    core: [...coreNumbers(csr)],
    triangles,
    triangleTotal: triangles.reduce((sum, count) => sum + count, 0) / 3,
    component: [...parts.of],
    components: parts.count,
    largest: parts.largest,
    outside,
    reached,
    mixing: [...matrix],
    ties: [csr.m - external, external],
    ei: ei(csr, labels),
    joined: squares(parts.sizes) - tallies.reduce((sum, tally) => sum + squares(tally), 0),
    shares: index.value ? { J: index.value.J, S: index.value.S, H: index.value.H } : index.reason,
  }
}

interface Course {
  actors: number
  sectors: number
  steps: number
  /** of ten changes of a tie, so many add one */
  adding: number
  /** compared after so many steps */
  every: number
}

/** Changes of every kind in random order; ties are taken from a list so that removals meet ones that are there. */
function wander(live: LiveNetwork, random: Random, { sectors, adding }: Course, ties: [number, number][]) {
  const here = presentIn(live)
  const somebody = () => here[random.below(here.length)] ?? 0
  const kind = here.length < 3 ? 0 : random.below(40)
  if (kind === 0) {
    addActor(live, random.below(sectors))
  } else if (kind === 1) {
    const leaving = somebody()
    dropActor(live, leaving)
    for (let i = ties.length - 1; i >= 0; i--) if (ties[i]?.includes(leaving)) ties.splice(i, 1)
  } else if (kind < 5) {
    changeSector(live, somebody(), random.below(sectors))
  } else if (random.below(10) < adding || ties.length === 0) {
    const [a, b] = [somebody(), somebody()]
    if (addTie(live, a, b)) ties.push([a, b])
  } else {
    const [[a, b]] = ties.splice(random.below(ties.length), 1) as [[number, number]]
    expect(dropTie(live, b, a)).toBe(true)
  }
}

const COURSES: [string, Course][] = [
  ['many small parts', { actors: 30, sectors: 4, steps: 2500, adding: 4, every: 1 }],
  ['parts that join and fall apart', { actors: 40, sectors: 3, steps: 2500, adding: 5, every: 1 }],
  ['a dense network', { actors: 24, sectors: 5, steps: 2500, adding: 7, every: 1 }],
  ['one sector', { actors: 12, sectors: 1, steps: 1000, adding: 6, every: 1 }],
  ['from nobody', { actors: 0, sectors: 3, steps: 1500, adding: 6, every: 1 }],
  [
    'larger parts, with members kept by sector',
    { actors: 150, sectors: 6, steps: 3000, adding: 5, every: 3 },
  ],
]

describe.each(COURSES)('a network that changes: %s', (_, course) => {
  test.each([1, 2])('has after every change what the kernels compute (seed %i)', (seed) => {
    const random = createRandom(seed, course.actors)
    const empty = buildCsr(course.actors, [], [])
    const of = Uint16Array.from({ length: course.actors }, () => random.below(course.sectors))
    const live = liveNetwork(empty, { count: course.sectors, of })
    const ties: [number, number][] = []
    for (let step = 1; step <= course.steps; step++) {
      wander(live, random, course, ties)
      if (step % course.every === 0) expect(kept(live)).toEqual(computed(live))
    }
    expect(live.rows.m).toBe(ties.length)
  })
})

describe('a network of 2,000 actors', () => {
  const { csr, labels, ties } = blockModel(2000)

  test('starts from what is there', () => {
    const live = liveNetwork(csr, labels)
    expect(kept(live)).toEqual(computed(live))
    expect(csrOf(live.rows)).toEqual(csr)
  })

  test('follows thousands of changes', () => {
    const live = liveNetwork(csr, labels)
    const random = createRandom(5)
    const left = ties.slice()
    const course = { actors: 2000, sectors: labels.count, steps: 4000, adding: 3, every: 400 }
    for (let step = 1; step <= course.steps; step++) {
      wander(live, random, course, left)
      if (step % course.every === 0) expect(kept(live)).toEqual(computed(live))
    }
  })

  test('goes to another date and back as a batch of changes', () => {
    const live = liveNetwork(csr, labels)
    const before = kept(live)
    const ended = ties.filter((_, i) => i % 3 === 0)
    for (const [a, b] of ended) dropTie(live, a, b)
    expect(kept(live)).toEqual(computed(live))
    for (const [a, b] of ended) addTie(live, a, b)
    expect(kept(live)).toEqual({ ...before, component: before.component })
  })

  test('is taken apart to the last tie and put together again', () => {
    const live = liveNetwork(csr, labels)
    for (const [a, b] of ties) dropTie(live, a, b)
    expect(live.rows.m).toBe(0)
    expect(kept(live)).toEqual(computed(live))
    for (const [a, b] of ties) addTie(live, a, b)
    expect(kept(live)).toEqual(kept(liveNetwork(csr, labels)))
  })
})

test('a chain cut in the middle is two', () => {
  const n = 1000
  const chain = Array.from({ length: n - 1 }, (_, v) => v)
  const csr = buildCsr(
    n,
    chain,
    chain.map((v) => v + 1),
  )
  const live = liveNetwork(csr, { count: 2, of: Uint16Array.from({ length: n }, (_, v) => v % 2) })
  dropTie(live, 499, 500)
  expect([live.components.count, live.components.largest]).toEqual([2, 500])
  expect(kept(live)).toEqual(computed(live))
})

test('refuses a tie with oneself, a second tie, and to remove what is not there', () => {
  const live = liveNetwork(buildCsr(3, [0], [1]), { count: 1, of: new Uint16Array(3) })
  expect([addTie(live, 0, 0), addTie(live, 1, 0), dropTie(live, 1, 2), dropTie(live, 2, 2)]).toEqual([
    false,
    false,
    false,
    false,
  ])
  expect(live.rows.m).toBe(1)
})
