import { buildCsr, type Csr } from '#shared/analytics/csr.ts'
import type { Labels } from '#shared/analytics/labels.ts'
import type { NetworkIndex } from '../../network/graph/network-index.ts'
import type { FilteredNetwork } from './filter-network.ts'

/** The part of the filtered network that counts, ready for the kernels: actors of n and counting ties that pass. */
export interface CountedNetwork {
  /** Rows of the network, ascending, hence by id; actor v of the kernels is rows[v]. */
  rows: readonly number[]
  csr: Csr
}

/** How many of those that pass count: n and m of the selection, the same on every tab. */
export function countCounted(
  { network: { actors, ties } }: NetworkIndex,
  filtered: FilteredNetwork,
): { actors: number; ties: number } {
  const inNetwork = (row: number) =>
    filtered.actors[row] === 1 && (actors.standing[row] === 'linked' || actors.standing[row] === 'unlinked')
  const counted = { actors: 0, ties: 0 }
  for (let row = 0; row < actors.id.length; row++) if (inNetwork(row)) counted.actors++
  for (const [tie, counts] of ties.counts.entries())
    if (counts && filtered.ties[tie] === 1 && inNetwork(ties.a[tie]!) && inNetwork(ties.b[tie]!))
      counted.ties++
  return counted
}

export function countedNetwork(index: NetworkIndex, filtered: FilteredNetwork): CountedNetwork {
  const { actors, ties } = index.network
  const numberOf = new Int32Array(actors.id.length).fill(-1)
  const rows: number[] = []
  for (const [row, standing] of actors.standing.entries()) {
    if (filtered.actors[row] !== 1 || (standing !== 'linked' && standing !== 'unlinked')) continue
    numberOf[row] = rows.length
    rows.push(row)
  }
  const sources: number[] = []
  const targets: number[] = []
  for (let tie = 0; tie < ties.a.length; tie++) {
    if (filtered.ties[tie] !== 1 || !ties.counts[tie]) continue
    const [a, b] = [numberOf[ties.a[tie]!]!, numberOf[ties.b[tie]!]!]
    if (a < 0 || b < 0) continue
    sources.push(a)
    targets.push(b)
  }
  return { rows, csr: buildCsr(rows.length, sources, targets) }
}

/** Classes of the rows, ascending by id with '' ("no value") last; `known` ones are there even when nobody is in them. */
export function classify(
  rows: readonly number[],
  valueAt: (row: number) => string,
  known: readonly string[] = [],
): { ids: readonly string[]; labels: Labels } {
  const values = rows.map(valueAt)
  const ids = [...new Set([...known, ...values])].sort((a, b) =>
    a === b ? 0 : a === '' ? 1 : b === '' ? -1 : a < b ? -1 : 1,
  )
  const place = new Map(ids.map((id, k) => [id, k]))
  return { ids, labels: { count: ids.length, of: Uint16Array.from(values, (value) => place.get(value)!) } }
}
