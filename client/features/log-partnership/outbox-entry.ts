import type { FieldIssue } from '#shared/contract/errors.ts'
import type { LoggedPartnership, PartnershipRow } from '#shared/contract/partnerships.ts'
import type { PartnershipDraft } from './partnership-draft.ts'

/**
 * `waiting` for a signal; `sign-in`: for somebody to sign in; `refused`: for a person to decide; `editing`: it stands in the
 * form; `sent`: on record, until its effect has been seen; `discarded`: taken away, until that has been seen.
 */
export type EntryState = 'waiting' | 'sign-in' | 'refused' | 'editing' | 'sent' | 'discarded'

/** Why the server did not take an entry. */
export interface Refusal {
  code: string
  issues: readonly FieldIssue[]
  /** Records on the server that it meets. */
  duplicates: readonly PartnershipRow[]
}

export interface EntryAuthor {
  id: string
  name: string
}

/** An entry that the person saved and the server has not confirmed yet. */
export interface OutboxEntry {
  /** Also its idempotency key. */
  id: string
  draft: PartnershipDraft
  /** ISO date and time. */
  savedAt: string
  /** Who saved it, as far as the device knew; the record is to have no other author. */
  author: EntryAuthor | null
  state: EntryState
  refusal: Refusal | null
  answer: LoggedPartnership | null
}

/** Still to be sent, by itself. */
export const isOpen = ({ state }: OutboxEntry) => state === 'waiting' || state === 'sign-in'

/**
 * Whether whoever reads may see, send, change or discard it: on a shared phone nobody acts in another's name. Nobody signed in,
 * or not known who, owns only what has no author.
 */
export const isOf = (
  { author }: Pick<OutboxEntry, 'author'>,
  reader: Pick<EntryAuthor, 'id'> | null | undefined,
): boolean => !author || author.id === reader?.id

/** Those of the reader, and of others those that still wait: what became of the rest is for their authors to see. */
export const listedFor = <E extends Pick<OutboxEntry, 'author'> & { state: EntryState }>(
  entries: readonly E[],
  reader: Pick<EntryAuthor, 'id'> | null | undefined,
): E[] =>
  entries.filter((entry) => isOf(entry, reader) || (entry.state !== 'sent' && entry.state !== 'discarded'))

export const newEntry = (
  { id, draft, author }: Pick<OutboxEntry, 'id' | 'draft' | 'author'>,
  now = new Date(),
): OutboxEntry => ({
  id,
  draft,
  savedAt: now.toISOString(),
  author,
  state: 'waiting',
  refusal: null,
  answer: null,
})
