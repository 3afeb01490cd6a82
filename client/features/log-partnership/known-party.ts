import type { ActorNames, ActorRow } from '#shared/contract/actors.ts'
import type { KnownParty } from './partnership-draft.ts'

/** What of an actor is needed to name it as a party; `inCity` where the answer said so. */
export type PartyCandidate = Pick<ActorRow, 'id' | 'name' | 'role' | 'sectorId' | 'regionCode'> & {
  inCity?: boolean
  leftOn: string | null
}

export const knownPartyOf = (row: Omit<PartyCandidate, 'leftOn'>): KnownParty => ({
  key: row.id,
  type: 'known',
  actorId: row.id,
  name: row.name,
  role: row.role,
  sectorId: row.sectorId,
  regionCode: row.regionCode,
})

/** Everybody of the list that is at hand without a connection and has not left. */
export const candidatesOf = (names: ActorNames): PartyCandidate[] =>
  names.id.flatMap((id, row) =>
    names.left[row]
      ? []
      : {
          id,
          name: names.name[row]!,
          role: names.role[row] ?? null,
          sectorId: names.sectorId[row] ?? null,
          regionCode: names.regionCode[row] ?? null,
          leftOn: null,
        },
  )
