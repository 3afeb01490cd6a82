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

/** An entry that the person saved and the server has not confirmed yet. */
export interface OutboxEntry {
  /** Also its idempotency key. */
  id: string
  draft: PartnershipDraft
  /** ISO date and time. */
  savedAt: string
  state: EntryState
  refusal: Refusal | null
  answer: LoggedPartnership | null
}

/** Still to be sent, by itself. */
export const isOpen = ({ state }: OutboxEntry) => state === 'waiting' || state === 'sign-in'

export const newEntry = (id: string, draft: PartnershipDraft, now = new Date()): OutboxEntry => ({
  id,
  draft,
  savedAt: now.toISOString(),
  state: 'waiting',
  refusal: null,
  answer: null,
})
