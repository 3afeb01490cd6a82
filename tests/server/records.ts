import type { ActorRecord } from '#shared/contract/actors.ts'
import type { PartnershipRecord } from '#shared/contract/partnerships.ts'

/** A business that always was there. */
export const actor = (id: string, more: Partial<ActorRecord> = {}): ActorRecord => ({
  id,
  name: `Usaha Contoh ${id}`,
  aliases: [],
  inCity: true,
  parentId: null,
  website: null,
  yearStarted: null,
  sizeClass: null,
  sizeBasis: null,
  kbli: null,
  products: [],
  needs: [],
  offers: [],
  attributes: {},
  presence: [{ from: null, value: 'present' }],
  roles: [{ from: null, value: 'business' }],
  regions: [],
  census: [{ from: null, value: 'complete' }],
  sectors: { 'klaster-lokal@1': [{ from: null, value: 'kuliner' }] },
  ...more,
})

/** A partnership of undirected kind that always was going on. */
export const partnership = (
  id: string,
  parties: string[],
  more: Partial<PartnershipRecord> = {},
): PartnershipRecord => ({
  id,
  kind: 'co_production',
  intensity: 2,
  evidence: 'B',
  evidenceUrl: null,
  note: null,
  parties,
  arcs: [],
  startedOn: null,
  endedOn: null,
  endReason: null,
  statuses: [{ from: null, value: 'active' }],
  confirmations: [],
  weight: null,
  projects: [],
  recordedOn: null,
  ...more,
})
