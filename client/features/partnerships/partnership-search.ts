import { choiceParam, pageParam, textParam, withoutGaps } from '#client/ui/search-params.ts'
import type { PartnershipQuery } from '#shared/contract/partnerships.ts'
import {
  DEFINITION_IDS,
  type DefinitionId,
  EVIDENCE_GRADES,
  type EvidenceGrade,
  STANDINGS,
  type Standing,
} from '#shared/contract/vocabulary.ts'

/** Kept beside the contract's own list: that module carries the validator, this one is in the first load. */
export const SORTS = [
  'startedOn',
  'endedOn',
  'lastConfirmedOn',
  'expiresOn',
  'parties',
  'kind',
  'standing',
  'intensity',
  'evidence',
  'counts',
] as const
export type PartnershipSort = (typeof SORTS)[number]

/** What the address of the list holds; a default is left out. */
export interface PartnershipSearch {
  q?: string
  actor?: string
  kind?: string
  standing?: Standing
  evidence?: EvidenceGrade
  sector?: string
  cross?: 'true' | 'false'
  counts?: 'true' | 'false'
  on?: string
  definition?: DefinitionId
  sort?: PartnershipSort
  order?: 'asc' | 'desc'
  page?: number
  /** Columns shown, where they are not the usual ones. */
  columns?: string
}

/** Reads the address; what it does not understand is dropped, never an error. */
export function readPartnershipSearch(raw: Record<string, unknown>): PartnershipSearch {
  return withoutGaps<PartnershipSearch>({
    q: textParam(raw['q']),
    actor: textParam(raw['actor']),
    kind: textParam(raw['kind']),
    standing: choiceParam(STANDINGS, raw['standing']),
    evidence: choiceParam(EVIDENCE_GRADES, raw['evidence']),
    sector: textParam(raw['sector']),
    cross: choiceParam(['true', 'false'], raw['cross']),
    counts: choiceParam(['true', 'false'], raw['counts']),
    on: textParam(raw['on']),
    definition: choiceParam(DEFINITION_IDS, raw['definition']),
    sort: choiceParam(SORTS, raw['sort']),
    order: choiceParam(['asc', 'desc'], raw['order']),
    page: pageParam(raw['page']),
    columns: textParam(raw['columns']),
  })
}

/** What the list is of, whatever its order and page: as many rows are picked at once. */
export const filtersOf = ({
  q,
  actor,
  kind,
  standing,
  evidence,
  sector,
  cross,
  counts,
  on,
  definition,
}: PartnershipSearch): Partial<Pick<PartnershipQuery, (typeof FILTERS)[number] | 'on' | 'definition'>> =>
  withoutGaps({ q, actor, kind, standing, evidence, sector, cross, counts, on, definition })

export const PAGE_SIZE = 50

export const toPartnershipQuery = ({
  columns: _,
  ...search
}: PartnershipSearch): Partial<PartnershipQuery> => ({
  ...search,
  page: search.page ?? 1,
  pageSize: PAGE_SIZE,
})

const FILTERS = ['q', 'actor', 'kind', 'standing', 'evidence', 'sector', 'cross', 'counts'] as const

export const isFiltered = (search: PartnershipSearch) => FILTERS.some((name) => search[name] !== undefined)

/** How many filters narrow the list, the search box aside. */
export const countFilters = (search: PartnershipSearch) =>
  FILTERS.filter((name) => name !== 'q' && search[name] !== undefined).length

/** Takes every filter out of the address. */
export const NO_FILTERS: Partial<PartnershipSearch> = Object.fromEntries(
  FILTERS.map((name) => [name, undefined]),
)
