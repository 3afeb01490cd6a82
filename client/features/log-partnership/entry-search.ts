import { textParam, withoutGaps } from '#client/ui/search-params.ts'

/** Whom the entry begins with. */
export interface EntrySearch {
  actor?: string
  with?: string
}

export const readEntrySearch = (raw: Record<string, unknown>): EntrySearch =>
  withoutGaps<EntrySearch>({ actor: textParam(raw['actor']), with: textParam(raw['with']) })
