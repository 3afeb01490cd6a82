import type { PartnershipRecord } from '#shared/contract/partnerships.ts'
import type { DefinitionRule, Kind } from '#shared/contract/reference.ts'

export type Pair = readonly [string, string]

/**
 * The pairs of actors that a partnership joins, whatever the date: the listed arcs of a directed one, every pair of a small
 * undirected one, and of a large one only the pairs that confirmed each other.
 */
export function pairsOf(
  partnership: PartnershipRecord,
  rule: Pick<DefinitionRule, 'maxParties'>,
  kinds: ReadonlyMap<string, Kind>,
): readonly Pair[] {
  const { parties, arcs } = partnership
  const directed = kinds.get(partnership.kind)?.directed ?? false
  const tooMany = rule.maxParties !== null && parties.length > rule.maxParties
  if (directed || tooMany) return arcs.filter(([a, b]) => a !== b)
  const pairs: Pair[] = []
  for (let i = 0; i < parties.length; i++)
    for (let j = i + 1; j < parties.length; j++)
      if (parties[i] !== parties[j]) pairs.push([parties[i]!, parties[j]!])
  return pairs
}
