import { betweenness } from '#shared/analytics/betweenness.ts'
import { localClustering } from '#shared/analytics/clustering.ts'
import { coreNumbers } from '#shared/analytics/core-number.ts'
import { buildCsr, type Csr } from '#shared/analytics/csr.ts'
import type { NetworkIndex } from '../../../network/graph/network-index.ts'
import { type ComputedMeasure, isCounted } from './measures.ts'

/** Betweenness takes n × m steps: beyond so many actors the page would stand still for it. */
export const MOST_FOR_BETWEENNESS = 2000

/**
 * A figure that the network does not carry, over all that counts on the date, whatever the filters: so it agrees with
 * the research page and does not move while filtering. Null where the network is too large for it.
 */
export function computeMeasure(index: NetworkIndex, id: ComputedMeasure): Float64Array | null {
  const { rows, csr } = countedPart(index)
  if (id === 'betweenness' && csr.n > MOST_FOR_BETWEENNESS) return null
  const values = valuesOf(csr, id)
  const column = new Float64Array(index.present.length).fill(Number.NaN)
  for (const [v, row] of rows.entries()) column[row] = values[v]!
  return column
}

function valuesOf(csr: Csr, id: ComputedMeasure): ArrayLike<number> {
  if (id === 'core') return coreNumbers(csr)
  if (id === 'betweenness') return betweenness(csr)
  const { values, defined } = localClustering(csr)
  return values.map((value, v) => (defined[v] ? value : Number.NaN))
}

/** Rows come sorted by id, which is the order that the kernels ask for. */
function countedPart(index: NetworkIndex): { rows: readonly number[]; csr: Csr } {
  const { actors, ties } = index.network
  const rows: number[] = []
  const place = new Int32Array(actors.id.length).fill(-1)
  for (let row = 0; row < actors.id.length; row++) if (isCounted(index, row)) place[row] = rows.push(row) - 1
  const sources: number[] = []
  const targets: number[] = []
  for (let tie = 0; tie < ties.a.length; tie++) {
    const [a, b] = [place[ties.a[tie]!]!, place[ties.b[tie]!]!]
    if (!ties.counts[tie] || a < 0 || b < 0) continue
    sources.push(a)
    targets.push(b)
  }
  return { rows, csr: buildCsr(rows.length, sources, targets) }
}
