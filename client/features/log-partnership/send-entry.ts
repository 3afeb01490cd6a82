import { ApiError } from '#client/api/http.ts'
import { logPartnership } from '#client/api/partnerships.ts'
import type { LoggedPartnership } from '#shared/contract/partnerships.ts'
import { type PartnershipDraft, toNewPartnership } from './partnership-draft.ts'

/**
 * Sends an entry once. "Not a duplicate" is only said of records that the person has seen (`known`): when an answer was
 * lost on the way, sending again meets the record of the first time instead of writing a second one.
 * @throws {ApiError} with code `conflict` where another record is in the way
 */
export async function sendEntry(
  draft: PartnershipDraft,
  known: ReadonlySet<string>,
): Promise<LoggedPartnership> {
  try {
    return await logPartnership(toNewPartnership(draft, false))
  } catch (error) {
    const ids = duplicatesOf(error)
    if (ids.length === 0 || ids.some((id) => !known.has(id))) throw error
    return await logPartnership(toNewPartnership(draft, true))
  }
}

/** Ids of the partnerships in the way; none where a new actor is what seems to be there already. */
export function duplicatesOf(error: unknown): string[] {
  if (!(error instanceof ApiError) || error.code !== 'conflict') return []
  if (error.issues.some(({ code }) => code === 'likely-duplicate')) return []
  return (error.problem?.duplicates ?? []).flatMap((record) =>
    typeof record === 'object' && record !== null && 'id' in record ? [String(record.id)] : [],
  )
}
