import type { ActorRecord } from '#shared/contract/actors.ts'
import type { PartnershipRecord } from '#shared/contract/partnerships.ts'
import type { Sight } from './sight.ts'

/** A record without what the asker may not see; null where not even that there is one. */
export function seenActor(sight: Sight, actor: ActorRecord): ActorRecord | null {
  const id = sight.idOf(actor.id)
  const name = sight.nameOf(actor.id, actor.name)
  if (id === null || name === null) return null
  const sees = (field: Parameters<Sight['sees']>[0]) => sight.sees(field, actor.id)
  const { consents, nib, phone, ...record } = actor
  return {
    ...record,
    id,
    name,
    aliases: sees('aliases') ? actor.aliases : [],
    parentId: actor.parentId === null ? null : sight.idOf(actor.parentId),
    website: sees('website') ? actor.website : null,
    yearStarted: sees('activity') ? actor.yearStarted : null,
    kbli: sees('activity') ? actor.kbli : null,
    sizeClass: sees('size') ? actor.sizeClass : null,
    sizeBasis: sees('size') ? actor.sizeBasis : null,
    products: sees('products') ? actor.products : [],
    offers: sees('products') ? actor.offers : [],
    needs: sees('needs') ? actor.needs : [],
    attributes: sees('attributes') ? actor.attributes : {},
    presence: sees('dates') ? actor.presence : [],
    census: sees('dates') ? actor.census : [],
    roles: sees('place') ? actor.roles : [],
    regions: sees('place') ? seenRegions(sight, actor) : [],
    sectors: sees('place') ? actor.sectors : {},
    ...(sees('nib') && nib ? { nib } : {}),
    ...(sees('phone') && phone ? { phone } : {}),
    ...(sees('consents') && consents ? { consents } : {}),
  }
}

/** Where a pseudonym was before would tell more than where it is. */
function seenRegions(sight: Sight, { id, regions }: ActorRecord): ActorRecord['regions'] {
  if (sight.identityOf(id) === 'named') return regions
  const place = sight.regionOf(id, regions.at(-1)?.value ?? null)
  return place === null ? [] : [{ from: null, value: place }]
}

/** As above; nobody sees a partnership with a party that is hidden, and what is said of it depends on all of its parties. */
export function seenPartnership(sight: Sight, record: PartnershipRecord): PartnershipRecord | null {
  const parties = record.parties.map(sight.idOf)
  if (!parties.every((id) => id !== null)) return null
  const sees = (field: Parameters<Sight['sees']>[0]) => record.parties.every((id) => sight.sees(field, id))
  if (!sees('ties')) return null
  return {
    ...record,
    id: sight.partnershipIdOf(record.id, record.parties),
    parties,
    arcs: record.arcs.map(([from, to]) => [sight.idOf(from)!, sight.idOf(to)!]),
    evidenceUrl: sees('notes') ? record.evidenceUrl : null,
    note: sees('notes') ? record.note : null,
    projects: sees('projects') ? record.projects : [],
  }
}
