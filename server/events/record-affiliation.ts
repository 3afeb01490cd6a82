import { AffiliationRecord } from '#shared/contract/events.ts'
import { actorStore } from '../actors/actor-store.ts'
import type { ChangesetTx } from '../db/changeset.ts'
import { newId } from '../db/new-id.ts'
import { invalidInput, issue } from '../errors.ts'
import { fieldIssues } from '../field-issues.ts'
import type { WriteContext } from '../reference/write-context.ts'
import { affiliationStore } from './affiliation-store.ts'
import { eventStore } from './event-store.ts'

export type NewAffiliation = Omit<AffiliationRecord, 'id'> & { id?: string }

/** Records in the changeset that an actor is bound to an event or a forum: exposure, never a tie. Throws `invalid-input`. */
export async function recordAffiliation(
  tx: ChangesetTx,
  { today }: WriteContext,
  input: NewAffiliation,
): Promise<AffiliationRecord> {
  const parsed = AffiliationRecord.safeParse({ ...input, id: input.id ?? newId() })
  if (!parsed.success) throw invalidInput(...fieldIssues(parsed.error))
  const affiliation = parsed.data
  const issues = [...(await unknownEnds(tx, affiliation)), ...wrongDates(affiliation, today)]
  if (issues.length > 0) throw invalidInput(...issues)
  await tx.put(affiliationStore, affiliation)
  return affiliation
}

async function unknownEnds(tx: ChangesetTx, { actorId, target }: AffiliationRecord) {
  const issues = []
  if (!(await tx.find(actorStore, actorId)))
    issues.push(issue('actorId', 'unknown-actor', `There is no actor "${actorId}".`, { value: actorId }))
  const known =
    target.type === 'event' ? await tx.find(eventStore, target.id) : await tx.find(actorStore, target.id)
  if (!known)
    issues.push(
      issue('target.id', `unknown-${target.type}`, `There is no ${target.type} "${target.id}".`, {
        value: target.id,
      }),
    )
  if (target.type === 'forum' && target.id === actorId)
    issues.push(issue('target.id', 'same-party', 'A forum is no member of itself.'))
  return issues
}

function wrongDates({ from, to, attended }: AffiliationRecord, today: string) {
  const issues = []
  if (from !== null && to !== null && from > to)
    issues.push(
      issue('to', 'start-after-end', `The start, ${from}, is after the end, ${to}.`, {
        start: from,
        end: to,
      }),
    )
  if (attended && from !== null && from > today)
    issues.push(
      issue('attended', 'later-than-today', `Nobody has attended on ${from} yet.`, { today, date: from }),
    )
  return issues
}
