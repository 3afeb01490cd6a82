import type { ActorRecord } from '#shared/contract/actors.ts'
import type { AffiliationRecord, EventRecord } from '#shared/contract/events.ts'
import type { SheetKind } from '#shared/contract/import-fields.ts'
import type { PartnershipRecord } from '#shared/contract/partnerships.ts'
import type { ConsentPurpose } from '#shared/contract/vocabulary.ts'
import { valueOn } from '../../reference/dated.ts'
import { listText, normalList } from '../cells/read-list.ts'
import type { Values } from '../checked-row.ts'
import { textOf } from '../reading/table.ts'

/** The records that the sheets are about. */
export interface SheetRecords {
  actors: ActorRecord
  partnerships: PartnershipRecord
  events: EventRecord
  attendance: AffiliationRecord
}
export type SheetRecord = SheetRecords[SheetKind]

export interface ReadingDay {
  today: string
  officialPartition: string
}

/** What a record says, field by field, as a row says it that was exported from it and read again. */
export function currentValues<K extends SheetKind>(
  kind: K,
  record: SheetRecords[K],
  day: ReadingDay,
): Values {
  const values = VALUES_OF[kind](record, day)
  for (const [field, value] of Object.entries(values))
    if (value === undefined || value === '') delete values[field as keyof Values]
  return values
}

type Loose = { [F in keyof Values]: Values[F] | undefined }

const VALUES_OF: { [K in SheetKind]: (record: SheetRecords[K], day: ReadingDay) => Values } = {
  actors: (actor, day) => actorValues(actor, day) as Values,
  partnerships: (partnership, day) => partnershipValues(partnership, day) as Values,
  events: (event) =>
    ({
      id: event.id,
      title: flat(event.title),
      eventType: event.type,
      startsOn: event.startsOn,
      endsOn: event.endsOn ?? undefined,
      host: event.hostId ?? undefined,
      region: event.regionCode ?? undefined,
    }) as Values,
  attendance: (affiliation) =>
    ({
      id: affiliation.id,
      event: affiliation.target.type === 'event' ? affiliation.target.id : undefined,
      forum: affiliation.target.type === 'forum' ? affiliation.target.id : undefined,
      actor: affiliation.actorId,
      attendanceRole: affiliation.role,
      invited: String(affiliation.invited),
      registered: String(affiliation.registered),
      attended: String(affiliation.attended),
      from: affiliation.from ?? undefined,
      to: affiliation.to ?? undefined,
    }) as Values,
}

/** As a cell is read: one blank for any number of them. */
const flat = (text: string) => textOf(text)

const listOf = (list: readonly string[]) => normalList(listText(list)).join('; ')

export const lastConsent = ({ consents }: ActorRecord, purpose: ConsentPurpose) =>
  consents?.findLast((consent) => consent.purpose === purpose)

function actorValues(actor: ActorRecord, { today, officialPartition }: ReadingDay): Loose {
  const consents = (actor.consents ?? []).toSorted((a, b) => (a.from < b.from ? -1 : 1))
  return {
    id: actor.id,
    name: flat(actor.name),
    role: valueOn(actor.roles, today) ?? undefined,
    sector: valueOn(actor.sectors[officialPartition] ?? [], today) ?? undefined,
    region: valueOn(actor.regions, today) ?? undefined,
    nib: actor.nib,
    phone: actor.phone,
    website: actor.website ?? undefined,
    kbli: actor.kbli?.code,
    kbliVersion: actor.kbli?.version,
    sizeClass: actor.sizeClass ?? undefined,
    sizeBasis: actor.sizeBasis ?? undefined,
    yearStarted: actor.yearStarted === null ? undefined : String(actor.yearStarted),
    aliases: listOf(actor.aliases),
    products: listOf(actor.products),
    needs: listOf(actor.needs),
    offers: listOf(actor.offers),
    inCity: String(actor.inCity),
    registeredOn: actor.presence.find(({ value }) => value === 'present')?.from ?? undefined,
    census: valueOn(actor.census, today),
    censusOn: actor.census.findLast(({ from }) => from !== null && from <= today)?.from ?? undefined,
    consentDisplay: lastConsent(actor, 'display')?.value,
    consentContact: lastConsent(actor, 'contact')?.value,
    consentRecommendation: lastConsent(actor, 'recommendation')?.value,
    consentResearch: lastConsent(actor, 'research')?.value,
    consentOn: consents.at(-1)?.from,
    consentChannel: consents.at(-1)?.channel,
  }
}

function partnershipValues(record: PartnershipRecord, { today }: ReadingDay): Loose {
  const place = (id: string) => record.parties.indexOf(id) + 1
  return {
    id: record.id,
    partyA: record.parties[0],
    partyB: record.parties[1],
    otherParties: record.parties.slice(2).join('; '),
    kind: record.kind,
    direction: record.arcs.map(([from, to]) => `${place(from)}>${place(to)}`).join('; '),
    intensity: String(record.intensity),
    status: valueOn(record.statuses, today) ?? record.statuses.at(-1)?.value,
    startedOn: record.startedOn ?? undefined,
    endedOn: record.endedOn ?? undefined,
    endReason: record.endReason ?? undefined,
    evidence: record.evidence,
    evidenceUrl: record.evidenceUrl ?? undefined,
    confirmedOn: record.confirmations.at(-1),
    note: record.note === null ? undefined : flat(record.note),
  }
}
