import { choiceParam, pageParam, textParam, withoutGaps } from '#client/ui/search-params.ts'
import { ENTITY_TYPES, type EntityType } from '#shared/contract/vocabulary.ts'

/** What the address of the history holds: all of it, or the changes of one record. */
export interface HistorySearch {
  entity?: EntityType
  id?: string
  /** One changeset alone. */
  revision?: number
  page?: number
}

export function readHistorySearch(raw: Record<string, unknown>): HistorySearch {
  const entity = choiceParam(ENTITY_TYPES, raw['entity'])
  const id = textParam(raw['id'])
  return withoutGaps<HistorySearch>({
    ...(entity && id ? { entity, id } : {}),
    revision: revisionParam(raw['revision']),
    page: pageParam(raw['page']),
  })
}

const revisionParam = (value: unknown): number | undefined => {
  const number = Number(value)
  return Number.isInteger(number) && number > 0 ? number : undefined
}
