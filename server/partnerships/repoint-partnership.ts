import type { PartnershipRecord } from '#shared/contract/partnerships.ts'

/**
 * The partnership with another actor in the place of one of its parties. Where both are parties already it has one party fewer, and
 * with two of them it is left with one: whoever asks has to look.
 */
export function repointPartnership(record: PartnershipRecord, from: string, to: string): PartnershipRecord {
  const named = (id: string) => (id === from ? to : id)
  const arcs = new Map<string, [string, string]>()
  for (const [giver, receiver] of record.arcs) {
    const arc: [string, string] = [named(giver), named(receiver)]
    if (arc[0] !== arc[1]) arcs.set(arc.join(' '), arc)
  }
  return { ...record, parties: [...new Set(record.parties.map(named))], arcs: [...arcs.values()] }
}
