import type { PartnershipPage, PartnershipRecord, PartnershipRow } from '#shared/contract/partnerships.ts'
import type { ActorView } from '../actors/actor-view.ts'

/** What of a register line depends on the date and the definition. */
export type PartnershipReading = Pick<
  PartnershipRow,
  'standing' | 'lastConfirmedOn' | 'expiresOn' | 'crossSector' | 'counts' | 'notCounting'
>

/** The register as it reads on a date under a definition, all of one revision; put together from the network. */
export interface PartnershipView extends ActorView {
  partnerships: ReadonlyMap<string, PartnershipRecord>
  counted: PartnershipPage['counted']
  /** What of it costs nothing to say. */
  partnershipStanding(partnership: PartnershipRecord): Pick<PartnershipReading, 'standing' | 'counts'>
  partnershipDay(partnership: PartnershipRecord, which: 'lastConfirmedOn' | 'expiresOn'): string | null
  partnershipReading(partnership: PartnershipRecord): PartnershipReading
  partnershipRevision(id: string): number
}
