import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { layOut } from '#server/network/layout/lay-out.ts'
import type { ActorNetwork } from '#shared/contract/network.ts'
import type { BenchNetwork } from '../network-file.ts'

const idOf = (row: number) => `a${String(row).padStart(6, '0')}`
const nameOf = (row: number) => `Organisation ${row}`

/** A model network as the server sends it, laid out as the server does. */
export function actorsOf({ n, ties, csr, labels }: BenchNetwork): ActorNetwork {
  const ends = new Uint32Array(2 * ties.length)
  for (const [i, tie] of ties.entries()) ends.set(tie, 2 * i)
  const xy = layOut({
    n,
    ties: ends,
    angles: Float64Array.from(labels.of, (sector) => (360 / labels.count) * sector),
  })
  const rows = Array.from({ length: n }, (_, row) => row)
  const degree = rows.map((row) => csr.offsets[row + 1]! - csr.offsets[row]!)
  const cross = rows.map((row) =>
    csr.neighbours
      .subarray(csr.offsets[row]!, csr.offsets[row + 1]!)
      .reduce((sum, other) => sum + Number(labels.of[other] !== labels.of[row]), 0),
  )
  return {
    revision: 1,
    on: '2026-09-30',
    definition: 'official',
    level: 'actor',
    partitionId: 'model',
    actors: {
      id: rows.map(idOf),
      name: rows.map(nameOf),
      role: rows.map(() => 'business'),
      sectorId: rows.map((row) => `s${labels.of[row]}`),
      regionCode: rows.map(() => null),
      standing: degree.map((partners) => (partners > 0 ? 'linked' : 'unlinked')),
      census: rows.map(() => 'complete'),
      degree,
      crossDegree: cross,
      cutPairs: rows.map(() => 0),
      x: rows.map((row) => xy[2 * row]!),
      y: rows.map((row) => xy[2 * row + 1]!),
    },
    ties: {
      a: ties.map(([a, b]) => Math.min(a, b)),
      b: ties.map(([a, b]) => Math.max(a, b)),
      standing: ties.map(() => 'active'),
      counts: ties.map(() => true),
      kind: ties.map(() => [0]),
      intensity: ties.map(() => 2),
      partnerships: ties.map(() => 1),
      since: ties.map(() => null),
      first: ties.map(() => null),
      lapsed: ties.map(() => false),
    },
    kinds: ['supply'],
    absent: { partitionId: 'model', sectorIds: [] },
    counts: {
      n,
      m: ties.length,
      records: ties.length,
      unlinked: degree.filter((partners) => partners === 0).length,
      unasked: 0,
      unclassified: 0,
      expired: 0,
    },
  }
}

/** The same as files to import; its ties begin in the course of two years. */
export function writeFiles({ n, ties, labels }: BenchNetwork, folder: string): void {
  mkdirSync(folder, { recursive: true })
  const nodes = Array.from({ length: n }, (_, row) => `${idOf(row)},${nameOf(row)},s${labels.of[row]}`)
  const edges = ties.map(
    ([a, b], tie) =>
      `${idOf(a)},${idOf(b)},202${4 + (tie % 2)}-${String(1 + (tie % 12)).padStart(2, '0')}-01`,
  )
  writeFileSync(join(folder, 'nodes.csv'), ['id,label,branch', ...nodes].join('\n'))
  writeFileSync(join(folder, 'edges.csv'), ['source,target,date', ...edges].join('\n'))
}
