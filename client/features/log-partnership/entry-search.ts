import { textParam, withoutGaps } from '#client/ui/search-params.ts'

/** Whom the entry begins with, or which of the outbox is to be changed. */
export interface EntrySearch {
  actor?: string
  with?: string
  entry?: string
}

export const readEntrySearch = (raw: Record<string, unknown>): EntrySearch =>
  withoutGaps<EntrySearch>({
    actor: textParam(raw['actor']),
    with: textParam(raw['with']),
    entry: textParam(raw['entry']),
  })
