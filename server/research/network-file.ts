import { roleOn } from '../network/as-of.ts'
import type { Network } from '../network/derive-network.ts'
import type { NetworkInput } from './network-input.ts'
import { csvCell } from './write-tables.ts'

/** The network of a date as two files that `analyze`, igraph and networkx read. */

const PER_PIECE = 2_000

/** Every actor in n, also without a partner. */
export function* nodePieces({ network, computed }: NetworkInput): Generator<string> {
  yield 'id,label,sector,role\n'
  const { ids, members, labels, on } = network
  for (let from = 0; from < ids.length; from += PER_PIECE) {
    const to = Math.min(ids.length, from + PER_PIECE)
    let text = ''
    for (let v = from; v < to; v++) {
      const sector = computed.classes[labels.of[v]!]!
      const row = [ids[v]!, members[v]!.name, sector, roleOn(members[v]!, on) ?? '']
      text += `${row.map(csvCell).join(',')}\n`
    }
    yield text
  }
}

/** Every tie once. */
export function* edgePieces({ network }: NetworkInput): Generator<string> {
  yield 'source,target\n'
  const { ids, csr }: Network = network
  let text = ''
  for (let v = 0; v < csr.n; v++) {
    for (let i = csr.offsets[v]!; i < csr.offsets[v + 1]!; i++) {
      const w = csr.neighbours[i]!
      if (w > v) text += `${csvCell(ids[v]!)},${csvCell(ids[w]!)}\n`
    }
    if (text.length > 32_768) {
      yield text
      text = ''
    }
  }
  yield text
}
