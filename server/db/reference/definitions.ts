import type { Definition, DefinitionRule } from '#shared/contract/reference.ts'
import { COUNTING_KINDS } from './kinds.ts'

const official: DefinitionRule = {
  roles: ['business'],
  inCityOnly: true,
  surveyedOnly: true,
  kinds: [...COUNTING_KINDS],
  minIntensity: 2,
  evidence: ['A', 'B', 'C'],
  statuses: ['active'],
  expiryMonths: 12,
  maxParties: 6,
  coverageGate: 0.6,
  sectorRequired: true,
}

const definition = (
  id: Definition['id'],
  nameId: string,
  nameEn: string,
  rule: DefinitionRule,
): Definition => ({ id, version: 1, nameId, nameEn, rule, partitionId: 'klaster-lokal@1' })

/** What counts as the network, four ways. */
export const DEFINITIONS: readonly Definition[] = [
  definition('official', 'Resmi', 'Official', official),
  definition('strict', 'Ketat', 'Strict', { ...official, evidence: ['A', 'B'] }),
  definition('generous', 'Longgar', 'Generous', {
    ...official,
    minIntensity: 1,
    // "Introduced" is a proposal one step on: it must not drop out between proposal and work.
    statuses: ['active', 'proposed', 'introduced'],
  }),
  definition('helix', 'Heliks', 'Helix', { ...official, roles: null, kinds: null, sectorRequired: false }),
]
