import type { ActorRow } from '#shared/contract/actors.ts'
import type { KnownParty } from './partnership-draft.ts'

export const knownPartyOf = (row: ActorRow): KnownParty => ({
  key: row.id,
  type: 'known',
  actorId: row.id,
  name: row.name,
  role: row.role,
  sectorId: row.sectorId,
  regionCode: row.regionCode,
})
