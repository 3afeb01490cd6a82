import type { AffiliationRecord, EventRecord } from '#shared/contract/events.ts'
import type { Values } from '../checked-row.ts'

/** The event as the row says it; a new one where there is none. */
export const applyEvent = (id: string, event: EventRecord | null, values: Values): EventRecord => ({
  id,
  title: values.title ?? event!.title,
  // the readers give none but the codes of their lists
  type: (values.eventType ?? event!.type) as EventRecord['type'],
  startsOn: values.startsOn ?? event!.startsOn,
  endsOn: values.endsOn ?? event?.endsOn ?? null,
  hostId: values.host ?? event?.hostId ?? null,
  regionCode: values.region ?? event?.regionCode ?? null,
})

/** Who was where, as the row says it. A list of who came that does not say so in a column says it by being one. */
export function applyAffiliation(
  id: string,
  affiliation: AffiliationRecord | null,
  values: Values,
  asksWhoCame: boolean,
): AffiliationRecord {
  const target =
    values.forum !== undefined
      ? ({ type: 'forum', id: values.forum } as const)
      : values.event !== undefined
        ? ({ type: 'event', id: values.event } as const)
        : affiliation!.target
  const isEvent = target.type === 'event'
  const flag = (field: 'invited' | 'registered' | 'attended', otherwise: boolean) =>
    values[field] === undefined ? (affiliation?.[field] ?? otherwise) : values[field] === 'true'
  return {
    id,
    actorId: values.actor ?? affiliation!.actorId,
    target,
    role: (values.attendanceRole ??
      affiliation?.role ??
      (isEvent ? 'participant' : 'member')) as AffiliationRecord['role'],
    from: values.from ?? affiliation?.from ?? null,
    to: values.to ?? affiliation?.to ?? null,
    invited: flag('invited', false),
    registered: flag('registered', false),
    attended: flag('attended', isEvent && !asksWhoCame),
  }
}
