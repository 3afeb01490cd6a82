import { DEFINITIONS } from '#server/db/reference/definitions.ts'
import { KINDS } from '#server/db/reference/kinds.ts'
import type { NetworkSource } from '#server/network/derive-network.ts'
import type { ActorRecord } from '#shared/contract/actors.ts'
import type { PartnershipRecord } from '#shared/contract/partnerships.ts'
import type { Definition, DefinitionRule, Kind, Partition } from '#shared/contract/reference.ts'

/** Short records for tests: a business in the city, surveyed, there from the beginning, unless said otherwise. */

export const PARTITION_ID = 'test@1'

export function business(
  id: string,
  sector: string | null,
  more: Partial<ActorRecord> & { census?: ActorRecord['census'] } = {},
): ActorRecord {
  return {
    id,
    name: `Contoh ${id}`,
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
    census: [{ from: '2025-01-15', value: 'complete' }],
    sectors: sector === null ? {} : { [PARTITION_ID]: [{ from: null, value: sector }] },
    ...more,
  }
}

/** Active since 2025-01-15, undirected, of a kind that counts, unless said otherwise. */
export function partnership(
  id: string,
  parties: string[],
  more: Partial<PartnershipRecord> = {},
): PartnershipRecord {
  const startedOn = more.startedOn === undefined ? '2025-01-15' : more.startedOn
  return {
    id,
    kind: 'co_production',
    intensity: 3,
    evidence: 'B',
    evidenceUrl: null,
    note: null,
    parties,
    arcs: [],
    startedOn,
    endedOn: null,
    endReason: null,
    statuses: [{ from: startedOn, value: 'active' }],
    confirmations: [],
    weight: null,
    projects: [],
    recordedOn: null,
    ...more,
  }
}

export function partition(...sectors: string[]): Partition {
  return {
    id: PARTITION_ID,
    nameId: 'Uji',
    nameEn: 'Test',
    version: 1,
    official: true,
    sectors: sectors.map((id, position) => ({
      id,
      nameId: id,
      nameEn: id,
      shortId: id,
      shortEn: id,
      code: id.slice(0, 2),
      group: null,
      shape: 'circle',
      position,
      angle: (360 * position) / sectors.length,
      retired: false,
    })),
  }
}

export const kinds: ReadonlyMap<string, Kind> = new Map(KINDS.map((kind) => [kind.id, kind]))

export function definition(id: Definition['id'], rule: Partial<DefinitionRule> = {}): Definition {
  const standard = DEFINITIONS.find((candidate) => candidate.id === id)!
  return { ...standard, partitionId: PARTITION_ID, rule: { ...standard.rule, ...rule } }
}

export function source(actors: ActorRecord[], partnerships: PartnershipRecord[]): NetworkSource {
  return {
    actors: new Map(actors.map((actor) => [actor.id, actor])),
    partnerships: new Map(partnerships.map((record) => [record.id, record])),
    kinds,
  }
}
