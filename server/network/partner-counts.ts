import type { Network } from './derive-network.ts'

export interface PartnerCounts {
  partners: Uint32Array
  /** partners of another class */
  cross: Uint32Array
}

const counted = new WeakMap<Network, PartnerCounts>()

/** Of every actor in n, by number; counted once per network. */
export function partnerCounts(network: Network): PartnerCounts {
  let counts = counted.get(network)
  if (!counts) {
    counts = countPartners(network)
    counted.set(network, counts)
  }
  return counts
}

function countPartners(network: Network): PartnerCounts {
  const { n, offsets, neighbours } = network.csr
  const { of } = network.labels
  const partners = new Uint32Array(n)
  const cross = new Uint32Array(n)
  for (let v = 0; v < n; v++) {
    partners[v] = offsets[v + 1]! - offsets[v]!
    for (let i = offsets[v]!; i < offsets[v + 1]!; i++) if (of[neighbours[i]!] !== of[v]) cross[v]!++
  }
  return { partners, cross }
}

/** Actors in n without a partner. */
export function countUnlinked(network: Network): number {
  return partnerCounts(network).partners.reduce((count, partners) => count + (partners === 0 ? 1 : 0), 0)
}
