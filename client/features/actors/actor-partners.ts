import type { PartnershipRow, Party } from '#shared/contract/partnerships.ts'

/** Another actor that partnerships join to this one. */
export interface Partner {
  party: Party
  partnerships: PartnershipRow[]
  /** At least one of them makes a tie of the definition on the date. */
  counts: boolean
  crossSector: boolean
}

const GONE = new Set(['ended', 'declined'])

/** Whether a record joins the two: by an arc where it has arcs, else by being parties of one of at most six. */
function joins(row: PartnershipRow, a: string, b: string): boolean {
  if (row.arcs.length > 0) return row.arcs.some(([x, y]) => (x === a && y === b) || (x === b && y === a))
  return row.parties.length <= 6
}

/** The partners of an actor: counting ones first, then by sector and name; ended partnerships make no partner. */
export function partnersOf(actorId: string, rows: readonly PartnershipRow[]): Partner[] {
  const partners = new Map<string, Partner>()
  const own = rows.flatMap((row) => row.parties).find((party) => party.actorId === actorId)
  for (const row of rows) {
    if (GONE.has(row.standing)) continue
    for (const party of row.parties) {
      if (party.actorId === actorId || !joins(row, actorId, party.actorId)) continue
      const known = partners.get(party.actorId)
      if (known) {
        known.partnerships.push(row)
        known.counts ||= row.counts
      } else
        partners.set(party.actorId, {
          party,
          partnerships: [row],
          counts: row.counts,
          crossSector: own?.sectorId != null && party.sectorId != null && own.sectorId !== party.sectorId,
        })
    }
  }
  return [...partners.values()].sort(
    (a, b) =>
      Number(b.counts) - Number(a.counts) ||
      (a.party.sectorId ?? '~').localeCompare(b.party.sectorId ?? '~') ||
      a.party.name.localeCompare(b.party.name, 'id'),
  )
}
