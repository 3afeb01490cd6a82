import { roleOn } from '../network/as-of.ts'
import type { Network } from '../network/derive-network.ts'
import type { Sight } from '../visibility/sight.ts'
import type { NetworkInput } from './network-input.ts'
import { csvCell } from './write-tables.ts'

/** The network of a date as two files that `analyze`, igraph and networkx read. */

const PER_PIECE = 2_000

/** Every actor in n, also without a partner. */
export function* nodePieces({ network, computed }: NetworkInput, sight: Sight): Generator<string> {
  yield 'id,label,sector,role\n'
  const { members, labels, on } = network
  const { shown, order } = shownIds(network, sight)
  for (let from = 0; from < order.length; from += PER_PIECE) {
    let text = ''
    for (const v of order.slice(from, from + PER_PIECE)) {
      const sector = computed.classes[labels.of[v]!]!
      const actor = members[v]!
      const row = [shown[v]!, sight.nameOf(actor.id, actor.name), sector, roleOn(actor, on) ?? '']
      text += `${row.map(csvCell).join(',')}\n`
    }
    yield text
  }
}

/** Every tie once. */
export function* edgePieces({ network }: NetworkInput, sight: Sight): Generator<string> {
  yield 'source,target\n'
  const { csr } = network
  const { shown, order } = shownIds(network, sight)
  const place = new Uint32Array(csr.n)
  for (const [at, v] of order.entries()) place[v] = at
  let text = ''
  for (const v of order) {
    const later = Array.from(csr.neighbours.subarray(csr.offsets[v]!, csr.offsets[v + 1]!))
      .filter((w) => shown[w] !== null && place[w]! > place[v]!)
      .sort((a, b) => place[a]! - place[b]!)
    for (const w of later) text += `${csvCell(shown[v]!)},${csvCell(shown[w]!)}\n`
    if (text.length > 32_768) {
      yield text
      text = ''
    }
  }
  yield text
}

/** Ids as they are shown, and who is shown in their order: that of the real ones would tell who is who. */
function shownIds({ ids }: Network, sight: Sight): { shown: (string | null)[]; order: number[] } {
  const shown = ids.map(sight.idOf)
  const order = shown.flatMap((id, v) => (id === null ? [] : [v]))
  if (!sight.whole) order.sort((a, b) => (shown[a]! < shown[b]! ? -1 : 1))
  return { shown, order }
}
