import { DEFINITIONS } from './definitions.ts'
import { KINDS } from './kinds.ts'
import { PARTITIONS } from './partitions.ts'
import type { ReferenceData } from './reference-data.ts'
import { REGIONS } from './regions.ts'
import { ROLES } from './roles.ts'

/** What the register of the first user city starts with. */
export const STANDARD_REFERENCE: ReferenceData = {
  city: {
    name: 'Kota Probolinggo',
    regionCode: '35.74',
    demonstration: false,
    noun: 'business',
    referenceDate: null,
    firstOn: null,
    timeZone: 'Asia/Jakarta',
    source: null,
  },
  roles: ROLES,
  kinds: KINDS,
  regions: REGIONS,
  partitions: PARTITIONS,
  definitions: DEFINITIONS,
}
