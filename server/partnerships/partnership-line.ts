import type { PartnershipRecord, PartnershipRow, Party } from '#shared/contract/partnerships.ts'
import type { ActorView } from '../actors/actor-view.ts'
import type { Db } from '../db/schema.ts'
import type { PartnershipView } from './partnership-view.ts'

export type PartnershipLine = Omit<PartnershipRow, 'revision'>

export const partnershipLine = (view: PartnershipView, record: PartnershipRecord): PartnershipLine => ({
  id: record.id,
  kind: record.kind,
  parties: record.parties.map((id) => partyOf(view, id)),
  arcs: record.arcs,
  intensity: record.intensity,
  evidence: record.evidence,
  startedOn: record.startedOn,
  endedOn: record.endedOn,
  endReason: record.endReason,
  ...view.partnershipReading(record),
})

function partyOf(view: ActorView, id: string): Party {
  const actor = view.actors.get(id)
  if (!actor) throw new Error(`The register has no actor "${id}", a party of a partnership.`)
  const { role, sectorId, regionCode } = view.actorReading(actor)
  return { actorId: id, name: actor.name, role, sectorId, regionCode }
}

/** The revision of each record, for the page that is sent. */
export async function withPartnershipRevisions(
  db: Db,
  lines: readonly PartnershipLine[],
): Promise<PartnershipRow[]> {
  if (lines.length === 0) return []
  const ids = lines.map((line) => line.id)
  const rows = await db.selectFrom('partnership').select(['id', 'revision']).where('id', 'in', ids).execute()
  const revisions = new Map(rows.map((row) => [row.id, row.revision]))
  return lines.map((line) => ({ ...line, revision: revisions.get(line.id) ?? 0 }))
}
