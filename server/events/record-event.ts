import { EventRecord } from '#shared/contract/events.ts'
import { actorStore } from '../actors/actor-store.ts'
import type { ChangesetTx } from '../db/changeset.ts'
import { newId } from '../db/new-id.ts'
import { invalidInput, issue } from '../errors.ts'
import { fieldIssues } from '../field-issues.ts'
import { codeIssue, type WriteContext } from '../reference/write-context.ts'
import { eventStore } from './event-store.ts'

export type NewEvent = Omit<EventRecord, 'id'> & { id?: string }

/** Records an event in the changeset. An event may lie ahead: it is planned. Throws `invalid-input`. */
export async function recordEvent(
  tx: ChangesetTx,
  context: WriteContext,
  input: NewEvent,
): Promise<EventRecord> {
  const parsed = EventRecord.safeParse({ ...input, id: input.id ?? newId() })
  if (!parsed.success) throw invalidInput(...fieldIssues(parsed.error))
  const event = parsed.data
  const issues = codeIssue(context.regions, 'regionCode', 'region', event.regionCode)
  if (event.endsOn !== null && event.endsOn < event.startsOn)
    issues.push(
      issue('endsOn', 'start-after-end', `The start, ${event.startsOn}, is after the end, ${event.endsOn}.`, {
        start: event.startsOn,
        end: event.endsOn,
      }),
    )
  if (event.hostId !== null && !(await tx.find(actorStore, event.hostId)))
    issues.push(
      issue('hostId', 'unknown-actor', `There is no actor "${event.hostId}".`, { value: event.hostId }),
    )
  if (issues.length > 0) throw invalidInput(...issues)
  await tx.put(eventStore, event)
  return event
}
