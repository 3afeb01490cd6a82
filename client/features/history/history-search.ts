import { choiceParam, pageParam, textParam, withoutGaps } from '#client/ui/search-params.ts'
import { ENTITY_TYPES, type EntityType } from '#shared/contract/vocabulary.ts'

/** What the address of the history holds: all of it, or the changes of one record. */
export interface HistorySearch {
  entity?: EntityType
  id?: string
  page?: number
}

export function readHistorySearch(raw: Record<string, unknown>): HistorySearch {
  const entity = choiceParam(ENTITY_TYPES, raw['entity'])
  const id = textParam(raw['id'])
  return withoutGaps<HistorySearch>({
    ...(entity && id ? { entity, id } : {}),
    page: pageParam(raw['page']),
  })
}
