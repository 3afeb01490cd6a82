import type { PartnershipRow } from '#shared/contract/partnerships.ts'
import type { PartnershipDraft } from './partnership-draft.ts'

const CLOSED = new Set(['ended', 'declined'])

/**
 * Partnerships on record that the draft may be repeating: at least two of its parties together, not closed, and the
 * same kind or no kind chosen yet. Broad on purpose; a person decides.
 */
export function likelyDuplicates(draft: PartnershipDraft, rows: readonly PartnershipRow[]): PartnershipRow[] {
  const known = new Set(draft.parties.flatMap((party) => (party.type === 'known' ? [party.actorId] : [])))
  if (known.size < 2) return []
  return rows.filter(
    (row) =>
      !CLOSED.has(row.standing) &&
      (draft.kind === null || row.kind === draft.kind) &&
      row.parties.filter((party) => known.has(party.actorId)).length >= 2,
  )
}
