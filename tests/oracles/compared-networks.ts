import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import Papa from 'papaparse'
import { buildCsr, type Csr } from '#shared/analytics/csr.ts'
import type { Labels } from '#shared/analytics/labels.ts'
import { createRandom, type Random } from '#shared/analytics/random.ts'

export interface ComparedNetwork {
  name: string
  csr: Csr
  labels: Labels
}

const folder = resolve(import.meta.dirname, '../../../shared/data/networks')

/** Every research network beside the project, whole, and each of the several networks that one file may hold. */
export function researchNetworks(): ComparedNetwork[] {
  if (!existsSync(folder)) {
    console.info(`No research networks compared: there is no folder ${folder}.`)
    return []
  }
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .flatMap(({ name }) => readFolder(name))
}

type Row = Record<string, string>

function readFolder(name: string): ComparedNetwork[] {
  const rows = (file: string): Row[] =>
    Papa.parse<Row>(readFileSync(resolve(folder, name, file), 'utf8'), { header: true, skipEmptyLines: true })
      .data
  const [nodes, edges] = [rows('nodes.csv'), rows('edges.csv')]
  const parts = [...new Set(nodes.map((row) => row['network'] ?? ''))].filter((part) => part !== '')
  const of = (list: Row[], part: string): Row[] => list.filter((row) => row['network'] === part)
  return [
    toNetwork(name, nodes, edges),
    ...parts.map((part) => toNetwork(`${name} ${part}`, of(nodes, part), of(edges, part))),
  ]
}

function toNetwork(name: string, nodes: Row[], edges: Row[]): ComparedNetwork {
  const ids = [...new Set(nodes.map((row) => row['id'] ?? ''))].sort()
  const place = new Map(ids.map((id, v) => [id, v]))
  const sectorOf = new Map(nodes.map((row) => [row['id'] ?? '', row['category'] ?? '']))
  const sectors = [...new Set(sectorOf.values())].sort()
  const at = (id: string | undefined): number => place.get(id ?? '') ?? Number.NaN
  return {
    name,
    csr: buildCsr(
      ids.length,
      edges.map((row) => at(row['source'])),
      edges.map((row) => at(row['target'])),
    ),
    labels: {
      count: sectors.length,
      of: Uint16Array.from(ids, (id) => sectors.indexOf(sectorOf.get(id) ?? '')),
    },
  }
}

/** Fresh networks: another seed on every run, printed so that a finding can be repeated with ORACLE_SEED. */
export function randomNetworks(count: number, most: number): ComparedNetwork[] {
  const seed = Number(process.env['ORACLE_SEED'] ?? Date.now() % 1_000_000_007)
  console.info(`Random networks of seed ${seed}; repeat with ORACLE_SEED=${seed}.`)
  const random = createRandom(seed)
  return Array.from({ length: count }, (_, i) => {
    // small ones too: each next network may be larger
    const n = Math.max(1, Math.round(most * ((i + 1) / count) ** 2))
    const shape = SHAPES[i % SHAPES.length] ?? uniform
    const ties = shape(n, random)
    return {
      name: `random ${i}: ${shape.name}, n ${n}`,
      csr: buildCsr(
        n,
        ties.map(([a]) => a),
        ties.map(([, b]) => b),
      ),
      labels: { count: 5, of: Uint16Array.from({ length: n }, () => random.below(5)) },
    }
  })
}

type Shape = (n: number, random: Random) => [number, number][]

const uniform: Shape = (n, random) => Array.from({ length: 3 * n }, () => [random.below(n), random.below(n)])

const sparse: Shape = (n, random) =>
  Array.from({ length: Math.ceil(n / 2) }, () => [random.below(n), random.below(n)])

/** Every newcomer takes partners from the ends of earlier ties, so that some get very many. */
const preferential: Shape = (n, random) => {
  const ties: [number, number][] = []
  for (let v = 1; v < n; v++) {
    for (let i = 0; i < 3; i++) {
      const tie = ties[random.below(Math.max(1, ties.length))]
      ties.push([v, tie && random.below(4) > 0 ? (tie[random.below(2)] ?? 0) : random.below(v)])
    }
  }
  return ties
}

const clustered: Shape = (n, random) =>
  Array.from({ length: 4 * n }, () => {
    const v = random.below(n)
    return [v, random.below(10) > 0 ? Math.min(n - 1, v - (v % 12) + random.below(12)) : random.below(n)]
  })

const tree: Shape = (n, random) => Array.from({ length: n - 1 }, (_, v) => [v + 1, random.below(v + 1)])

const SHAPES: Shape[] = [uniform, sparse, preferential, clustered, tree]

export function tiesOf({ n, offsets, neighbours }: Csr): [number, number][] {
  const ties: [number, number][] = []
  for (let v = 0; v < n; v++) {
    for (let i = offsets[v] ?? 0; i < (offsets[v + 1] ?? 0); i++) {
      const w = neighbours[i] ?? 0
      if (w > v) ties.push([v, w])
    }
  }
  return ties
}
