import { z } from 'zod'
import { id, isoDate, revision } from './fields.ts'
import { AFFILIATION_ROLES, EVENT_TYPES } from './vocabulary.ts'

export const EventRecord = z
  .object({
    id,
    title: z.string().trim().min(1).max(200),
    type: z.enum(EVENT_TYPES),
    startsOn: isoDate,
    endsOn: isoDate.nullable(),
    hostId: id.nullable(),
    regionCode: z.string().nullable(),
  })
  .meta({ id: 'EventRecord' })
export type EventRecord = z.infer<typeof EventRecord>

/** Exposure, never a tie: an actor with an event, or with a forum (an actor that others are members of). */
export const AffiliationRecord = z
  .object({
    id,
    actorId: id,
    target: z.object({ type: z.enum(['event', 'forum']), id }),
    role: z.enum(AFFILIATION_ROLES),
    from: isoDate.nullable(),
    to: isoDate.nullable(),
    invited: z.boolean(),
    registered: z.boolean(),
    attended: z.boolean(),
  })
  .meta({ id: 'AffiliationRecord' })
export type AffiliationRecord = z.infer<typeof AffiliationRecord>

/** `GET /api/events`: all of them, latest first. `title` is null where it is not public: staff wrote it for themselves. */
export const EventList = z
  .object({ rows: z.array(EventRecord.extend({ title: EventRecord.shape.title.nullable() })), revision })
  .meta({ id: 'EventList' })
export type EventList = z.infer<typeof EventList>
