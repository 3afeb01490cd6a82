import type { Network, NetworkSource } from './derive-network.ts'
import { pairsOf } from './pairs-of.ts'

/** Pairs that would be tied had their partnership not lapsed, as `a b` with a before b. */
export function lapsedPairs(source: NetworkSource, network: Network): Set<string> {
  const lapsed = new Set<string>()
  for (const [id, reading] of network.partnerships) {
    if (reading.notCounting.length !== 1 || reading.notCounting[0] !== 'expired') continue
    for (const [a, b] of pairsOf(source.partnerships.get(id)!, network.definition.rule, source.kinds)) {
      if (!network.registered.has(a) || !network.registered.has(b)) continue
      if (!isTied(network, a, b)) lapsed.add(pairKey(a, b))
    }
  }
  return lapsed
}

export function pairKey(a: string, b: string): string {
  return a < b ? `${a} ${b}` : `${b} ${a}`
}

export function isTied(network: Network, a: string, b: string): boolean {
  const v = network.numberOf.get(a)
  const w = network.numberOf.get(b)
  if (v === undefined || w === undefined) return false
  const { offsets, neighbours } = network.csr
  let low = offsets[v]!
  let high = offsets[v + 1]!
  while (low < high) {
    const middle = (low + high) >> 1
    if (neighbours[middle]! < w) low = middle + 1
    else high = middle
  }
  return low < offsets[v + 1]! && neighbours[low] === w
}

/** Every tie of the network as a key. Ids hold no space, so a key names one pair. */
export function tieKeys(network: Network): Set<string> {
  const keys = new Set<string>()
  const { n, offsets, neighbours } = network.csr
  for (let v = 0; v < n; v++)
    for (let i = offsets[v]!; i < offsets[v + 1]!; i++)
      if (neighbours[i]! > v) keys.add(pairKey(network.ids[v]!, network.ids[neighbours[i]!]!))
  return keys
}

/** Partnership records that make a tie. */
export function countedRecords({ partnerships }: Network): number {
  let count = 0
  for (const { counts } of partnerships.values()) if (counts) count++
  return count
}
