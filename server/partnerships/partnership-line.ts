import type { PartnershipRecord, PartnershipRow, Party } from '#shared/contract/partnerships.ts'
import type { ActorView } from '../actors/actor-view.ts'
import { AppError } from '../errors.ts'
import type { PartnershipView } from './partnership-view.ts'

/** A line of the register: a record and its revision as they are in the view, and how it reads there. */
export const partnershipLine = (view: PartnershipView, record: PartnershipRecord): PartnershipRow => ({
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
  revision: view.partnershipRevision(record.id),
})

function partyOf(view: ActorView, id: string): Party {
  const actor = view.actors.get(id)
  if (!actor) throw new Error(`The register has no actor "${id}", a party of a partnership.`)
  const { role, sectorId, regionCode } = view.actorReading(actor)
  return { actorId: id, name: actor.name, role, sectorId, regionCode }
}

/** A refusal with the partnerships alike as lines of the register, which is how a person compares them. */
export function withPartnershipLines(error: unknown, view: PartnershipView): unknown {
  if (!(error instanceof AppError) || !error.extras.alike?.some(({ entity }) => entity === 'partnership'))
    return error
  const { alike, ...extras } = error.extras
  const found = alike.flatMap(({ id }) => view.partnerships.get(id) ?? [])
  return new AppError(error.code, {
    ...extras,
    duplicates: found.map((record) => partnershipLine(view, record)),
  })
}
