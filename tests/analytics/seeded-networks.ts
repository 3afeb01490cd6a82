import { createRandom, type Random } from '#shared/analytics/random.ts'
import type { NaiveNetwork } from './naive.ts'

/**
 * 240 networks of up to 60 actors in 4 sectors, the same on every run: isolates only, sparse (many parts), trees, several parts,
 * hubs, dense, and one sector. Rows repeat ties, turn them round and contain self-ties.
 */
export function seededNetworks(seed = 20240909): NaiveNetwork[] {
  const random = createRandom(seed)
  return Array.from({ length: 240 }, (_, i) => {
    const shape = SHAPES[i % SHAPES.length] ?? isolatesOnly
    const n = i < 3 * SHAPES.length ? Math.floor(i / SHAPES.length) : 2 + random.below(59)
    const ties = n === 0 ? [] : shape(n, random)
    const rows = ties.flatMap(([a, b]): [number, number][] =>
      random.below(5) === 0
        ? [
            [b, a],
            [a, b],
            [a, a],
          ]
        : [[a, b]],
    )
    const sectors = random.below(8) === 0 ? 1 : 4
    return { n, ties: rows, sector: Array.from({ length: n }, () => random.below(sectors)) }
  })
}

type Shape = (n: number, random: Random) => [number, number][]

const isolatesOnly: Shape = () => []

const scattered =
  (tiesPerActor: number): Shape =>
  (n, random) =>
    Array.from({ length: Math.round(tiesPerActor * n) }, () => [random.below(n), random.below(n)])

const tree: Shape = (n, random) => Array.from({ length: n - 1 }, (_, v) => [v + 1, random.below(v + 1)])

const parts: Shape = (n, random) => {
  const size = Math.max(1, Math.floor(n / 3))
  return Array.from({ length: 2 * n }, () => {
    const start = random.below(n)
    const end = Math.min(n, (Math.floor(start / size) + 1) * size)
    return [start, start + random.below(end - start)]
  })
}

const hubs: Shape = (n, random) =>
  Array.from({ length: 2 * n }, () => [random.below(Math.ceil(n / 8)), random.below(n)])

const dense: Shape = (n, random) => {
  const ties: [number, number][] = []
  for (let a = 0; a < n; a++) for (let b = a + 1; b < n; b++) if (random.below(3) > 0) ties.push([a, b])
  return ties
}

const SHAPES: Shape[] = [
  isolatesOnly,
  scattered(0.5),
  scattered(1),
  scattered(1.5),
  tree,
  parts,
  hubs,
  dense,
  scattered(3),
]
