import { choiceParam, pageParam, textParam, withoutGaps } from '#client/ui/search-params.ts'
import type { ActorQuery } from '#shared/contract/actors.ts'
import {
  ACTOR_STANDINGS,
  type ActorStanding,
  CENSUS_STATUSES,
  type CensusStatus,
  CONSENT_PURPOSES,
  DEFINITION_IDS,
  type DefinitionId,
} from '#shared/contract/vocabulary.ts'

/** Kept beside the contract's own list: that module carries the validator, this one is in the first load. */
export const SORTS = [
  'name',
  'sector',
  'role',
  'region',
  'size',
  'census',
  'standing',
  'partners',
  'crossPartners',
  'lastVerifiedOn',
  'registeredOn',
  'consents',
] as const
export type ActorSort = (typeof SORTS)[number]

/** A purpose, or those who consented to nothing. */
export const CONSENT_CHOICES = [...CONSENT_PURPOSES, 'none'] as const

/** What the address of the register holds; a default is left out. */
export interface ActorSearch {
  q?: string
  role?: string
  sector?: string
  region?: string
  census?: CensusStatus
  standing?: ActorStanding
  consent?: (typeof CONSENT_CHOICES)[number]
  on?: string
  definition?: DefinitionId
  sort?: ActorSort
  order?: 'asc' | 'desc'
  page?: number
  /** Columns shown, where they are not the usual ones. */
  columns?: string
  /** The form for a new actor is open. */
  add?: true
}

/** Reads the address; what it does not understand is dropped, never an error. */
export function readActorSearch(raw: Record<string, unknown>): ActorSearch {
  return withoutGaps<ActorSearch>({
    q: textParam(raw['q']),
    role: textParam(raw['role']),
    sector: textParam(raw['sector']),
    region: textParam(raw['region']),
    census: choiceParam(CENSUS_STATUSES, raw['census']),
    standing: choiceParam(ACTOR_STANDINGS, raw['standing']),
    consent: choiceParam(CONSENT_CHOICES, raw['consent']),
    on: textParam(raw['on']),
    definition: choiceParam(DEFINITION_IDS, raw['definition']),
    sort: choiceParam(SORTS, raw['sort']),
    order: choiceParam(['asc', 'desc'], raw['order']),
    page: pageParam(raw['page']),
    columns: textParam(raw['columns']),
    add: String(raw['add']) === 'true' ? true : undefined,
  })
}

/** What the list is of, whatever its order and page: as many rows are picked at once. */
export const filtersOf = ({
  q,
  role,
  sector,
  region,
  census,
  standing,
  consent,
  on,
  definition,
}: ActorSearch): Partial<Pick<ActorQuery, (typeof FILTERS)[number] | 'on' | 'definition'>> =>
  withoutGaps({ q, role, sector, region, census, standing, consent, on, definition })

export const PAGE_SIZE = 50

export const toActorQuery = ({ add: _, columns: __, ...search }: ActorSearch): Partial<ActorQuery> => ({
  ...search,
  page: search.page ?? 1,
  pageSize: PAGE_SIZE,
})

const FILTERS = ['q', 'role', 'sector', 'region', 'census', 'standing', 'consent'] as const

export const isFiltered = (search: ActorSearch) => FILTERS.some((name) => search[name] !== undefined)

/** How many filters narrow the list, the search box aside. */
export const countFilters = (search: ActorSearch) =>
  FILTERS.filter((name) => name !== 'q' && search[name] !== undefined).length

/** Takes every filter out of the address. */
export const NO_FILTERS: Partial<ActorSearch> = Object.fromEntries(FILTERS.map((name) => [name, undefined]))
