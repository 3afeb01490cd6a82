import type { ActorRecord, Consent, ConsentChange } from '#shared/contract/actors.ts'
import { CONSENT_PURPOSES, type ConsentPurpose } from '#shared/contract/vocabulary.ts'
import type { ChangesetTx } from '../db/changeset.ts'
import { invalidInput, issue } from '../errors.ts'
import { dateIssue, type WriteContext } from '../reference/write-context.ts'
import { actorStore } from './actor-store.ts'

/** What a person did, as the code of the changeset. */
export const consentAction = ({ value }: ConsentChange): string =>
  value === 'granted' ? 'record-consent' : 'withdraw-consent'

/**
 * Records in the changeset what an actor said about one purpose. It holds at once: the last word counts, so that no word may be
 * put before it. A second word of the same day takes the place of the first. Throws `stale` where the record has moved on.
 */
export async function recordConsent(
  tx: ChangesetTx,
  context: WriteContext,
  id: string,
  { reason: _, ...consent }: ConsentChange,
  expected: number,
): Promise<ActorRecord> {
  const { record } = await tx.expect(actorStore, id, expected)
  const consents = record.consents ?? []
  const issues = dateIssue(context, 'from', consent.from)
  const last = consents.findLast(({ purpose }) => purpose === consent.purpose)
  if (last && consent.from < last.from)
    issues.push(
      issue('from', 'before-last-consent', `The last word on this is of ${last.from}.`, { date: last.from }),
    )
  if (issues.length > 0) throw invalidInput(...issues)
  const others = consents.filter(({ purpose, from }) => purpose !== consent.purpose || from !== consent.from)
  const changed = { ...record, consents: [...others, consent].sort(inOrder) }
  await tx.put(actorStore, changed)
  return changed
}

/** What it consents to: of each purpose the last word counts. */
export const consentedTo = ({ consents = [] }: Pick<ActorRecord, 'consents'>): ConsentPurpose[] =>
  CONSENT_PURPOSES.filter(
    (purpose) => consents.findLast((said) => said.purpose === purpose)?.value === 'granted',
  )

/** As the rows are read: by date, then by purpose. */
export const inOrder = (x: Consent, y: Consent): number => {
  const [a, b] = [`${x.from} ${x.purpose}`, `${y.from} ${y.purpose}`]
  return a < b ? -1 : Number(a > b)
}
