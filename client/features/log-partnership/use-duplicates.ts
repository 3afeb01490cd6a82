import { useQueries } from '@tanstack/react-query'
import { partnershipsQuery } from '#client/api/partnerships.ts'
import type { PartnershipRow } from '#shared/contract/partnerships.ts'
import { likelyDuplicates } from './likely-duplicates.ts'
import type { PartnershipDraft } from './partnership-draft.ts'

/** Parties that are looked up; every pair of at most so many has one of them. */
const LOOKED_UP = 5

/** What is on record already between the parties named so far, looked up as soon as there are two. */
export function useDuplicates(draft: PartnershipDraft): PartnershipRow[] {
  const known = draft.parties.flatMap((party) => (party.type === 'known' ? [party.actorId] : []))
  const asked = known.length < 2 ? [] : known.slice(0, -1).slice(0, LOOKED_UP)
  const answers = useQueries({
    queries: asked.map((actor) => ({ ...partnershipsQuery({ actor, pageSize: 200 }), retry: false })),
  })
  const rows = new Map(
    answers.flatMap(({ data, isPlaceholderData }) =>
      data && !isPlaceholderData ? data.rows.map((row) => [row.id, row] as const) : [],
    ),
  )
  return likelyDuplicates(draft, [...rows.values()])
}
