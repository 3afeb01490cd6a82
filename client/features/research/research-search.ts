import { choiceParam, pageParam, textParam, withoutGaps } from '#client/ui/search-params.ts'
import type { ResearchTable } from '#shared/contract/research.ts'
import { DEFINITION_IDS, type DefinitionId } from '#shared/contract/vocabulary.ts'

/** Tables of their own kind, offered by name beside the three main ones. */
export const OTHER_TABLES = [
  'sector-pairs',
  'places',
  'role-pairs',
  'ties',
  'degrees',
  'quarters',
  'survival',
  'cohorts',
  'cohort-curves',
  'actor-pairs',
] as const satisfies readonly ResearchTable[]

/** What the page shows: one of the tables, a measure over time, or a test against chance. */
export const SHOWN = ['network', 'sectors', 'actors', ...OTHER_TABLES, 'series', 'test'] as const
export type Shown = (typeof SHOWN)[number]

const MODELS = ['labels', 'rewiring'] as const
const LANGUAGES = ['r-igraph', 'python-igraph', 'python-networkx'] as const
const ORDERS = ['asc', 'desc'] as const

/** The whole state of the page, as its address holds it; a default is left out. */
export interface ResearchSearch {
  show?: Shown
  on?: string
  definition?: DefinitionId
  partition?: string
  /** Keys of the columns, comma separated; without it those shown at first. */
  columns?: string
  q?: string
  sort?: string
  order?: (typeof ORDERS)[number]
  page?: number
  /** The measure of the series or of the test. */
  measure?: string
  sector?: string
  every?: 'year'
  model?: (typeof MODELS)[number]
  draws?: number
  seed?: number
  /** What takes long was asked for: a pasted link asks for it too. */
  run?: '1'
  /** Which program to write code for, and of which measure. */
  code?: (typeof LANGUAGES)[number]
  of?: string
}

const wholeParam = (value: unknown, from: number, to: number): number | undefined => {
  const number = value === undefined || value === '' ? Number.NaN : Number(value)
  return Number.isInteger(number) && number >= from && number <= to ? number : undefined
}

const isoDate = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/
const keys = /^[\w.,-]+$/

const matching = (pattern: RegExp, value: unknown): string | undefined => {
  const text = textParam(value)
  return text !== undefined && pattern.test(text) ? text : undefined
}

export const MAX_DRAWS = 9_999
export const MIN_DRAWS = 19
export const DEFAULT_DRAWS = 999

/** Reads the address; what it does not understand is dropped, never an error. */
export function readResearchSearch(raw: Readonly<Record<string, unknown>>): ResearchSearch {
  const on = textParam(raw['on'])
  return withoutGaps<ResearchSearch>({
    show: choiceParam(SHOWN, raw['show']),
    on: on === 'all' ? on : matching(isoDate, on),
    definition: choiceParam(DEFINITION_IDS, raw['definition']),
    partition: textParam(raw['partition']),
    columns: matching(keys, raw['columns']),
    q: textParam(raw['q'])?.slice(0, 100),
    sort: matching(/^[\w.-]+$/, raw['sort']),
    order: choiceParam(ORDERS, raw['order']),
    page: pageParam(raw['page']),
    measure: matching(keys, raw['measure']),
    sector: textParam(raw['sector']),
    every: choiceParam(['year'], raw['every']),
    model: choiceParam(MODELS, raw['model']),
    draws: wholeParam(raw['draws'], MIN_DRAWS, MAX_DRAWS),
    seed: wholeParam(raw['seed'], 0, Number.MAX_SAFE_INTEGER),
    run: choiceParam(['1'], raw['run']),
    code: choiceParam(LANGUAGES, raw['code']),
    of: matching(keys, raw['of']),
  })
}

/** Another table, measure or test: what belonged to the one before goes. The network asked about stays. */
export const otherShown = (search: ResearchSearch, show: Shown): ResearchSearch =>
  withoutGaps<ResearchSearch>({
    show: show === 'network' ? undefined : show,
    on: search.on,
    definition: search.definition,
    partition: search.partition,
    code: search.code,
  })

export const PAGE_SIZE = 50

/** Which network: the same in every question. */
export const networkOf = ({ on, definition, partition }: ResearchSearch) => ({ on, definition, partition })

/** The rows and columns that the page shows, all of the rows: what a download holds. */
export const shownRows = (search: ResearchSearch, table: ResearchTable) => ({
  ...networkOf(search),
  table,
  columns: search.columns,
  search: search.q,
  sort: search.sort,
  order: search.sort === undefined ? undefined : (search.order ?? 'desc'),
})
