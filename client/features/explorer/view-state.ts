import type { DefinitionId } from '#shared/contract/vocabulary.ts'
import { DEFINITION_IDS } from '#shared/contract/vocabulary.ts'
import type { Place } from '../../network/canvas/create-network-canvas.ts'
import { EXCEPT, NO_VALUE, NOTHING, readValue, writeValue } from './address-signs.ts'
import { type AppearanceChange, readAppearance, VARIABLES } from './appearance/appearance.ts'
import type { Choice } from './choice.ts'
import {
  CHOICE_FILTERS,
  type ExplorerFilters,
  FILTER_IDS,
  type FilterId,
  RANGE_FILTERS,
  type RangeFilterId,
  withOrder,
} from './filters.ts'
import { type Pick, readPicks, writePicks } from './focus/selection.ts'
import { readSide, type SideId } from './focus/set-choice.ts'
import { LIST_PARAMS, type ListView, readList, writeList } from './list/list-view.ts'
import { MAP_PARAMS, type MapView, readMap, writeMap } from './map/map-view.ts'
import { MATRIX_PARAMS, type MatrixView, readMatrix, writeMatrix } from './matrix/matrix-view.ts'
import { type RangeChoice, tidyRange } from './range.ts'

/** The four ways to look at one selection; the addresses say `list` for the table. */
export const EXPLORER_TABS = ['graph', 'matrix', 'list', 'map'] as const
export type ExplorerTab = (typeof EXPLORER_TABS)[number]

/** Everything that the explorer shows, as the address keeps it. Null = the page's own default. */
export interface ExplorerView {
  on: string | null
  definition: DefinitionId
  tab: ExplorerTab | null
  filters: ExplorerFilters
  actor: string | null
  /** Degree of the focus around the chosen actor; null = no focus. */
  focus: number | null
  /** Sectors opened in a big network. */
  open: readonly string[]
  q: string
  list: ListView
  matrix: MatrixView
  map: MapView
  /** The earlier of two dates that are compared. */
  compare: string | null
  /** So many quarters side by side. */
  quarters: number | null
  /** Record time: a revision or a day. Null = all that is known now. */
  known: string | null
  /** What is drawn otherwise than usual. */
  look?: AppearanceChange | undefined
  /** What is open everywhere in a big network; null = sectors. */
  detail: 'group' | 'actor' | null
  /** Where the picture of a big network looks; null = at everything. */
  at: Place | null
  /** The other end of a path from the chosen actor. */
  to: string | null
  /** Whether it shows what would break if the chosen actor left. */
  leave: boolean
  /** Two sides, to see who brings them together. */
  between: readonly [SideId, SideId] | null
  /** Who is picked. */
  pick: readonly Pick[]
}

export const MAX_FOCUS = 9
/** As many as the API answers at once. */
export const MAX_QUARTERS = 9

type Search = Readonly<Record<string, unknown>>

/** An address is anybody's: what is no text is none of ours. */
const text = (value: unknown): string =>
  typeof value === 'string'
    ? value
    : typeof value === 'number' || typeof value === 'boolean'
      ? String(value)
      : ''

const list = (value: string) => [...new Set(value.split(',').filter((part) => part !== ''))]

function readChoice(value: string): Choice | undefined {
  if (value === NOTHING) return { mode: 'only', values: [] }
  const mode = value.startsWith(EXCEPT) ? 'except' : 'only'
  const values = list(mode === 'except' ? value.slice(1) : value).map(readValue)
  return values.length === 0 ? undefined : { mode, values }
}

function writeChoice({ mode, values }: Choice): string {
  if (values.length === 0) return NOTHING
  return (mode === 'except' ? EXCEPT : '') + values.map(writeValue).join(',')
}

/** `2-5`, `2-`, `-5`; followed by `!~` where rows without a value are left out. */
function readRange(id: RangeFilterId, value: string): RangeChoice | undefined {
  const match = /^(\d{1,15}(?:\.\d{1,4})?)?-(\d{1,15}(?:\.\d{1,4})?)?(!~)?$/.exec(value)
  if (!match) return undefined
  const end = (digits: string | undefined) => (digits === undefined ? null : Number(digits))
  const [from, to] = [end(match[1]), end(match[2])]
  if (from !== null && to !== null && from > to) return undefined
  if (id === 'intensity' && from === 1 && to === 5) return undefined
  return tidyRange({ from, to, ...(match[3] ? { withoutEmpty: true } : {}) })
}

const writeRange = ({ from, to, withoutEmpty }: RangeChoice): string =>
  `${from ?? ''}-${to ?? ''}${withoutEmpty ? EXCEPT + NO_VALUE : ''}`

function isDate(value: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(value)) return false
  const date = new Date(`${value}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(value)
}

const readIds = (value: string): FilterId[] =>
  list(value).filter((id): id is FilterId => (FILTER_IDS as readonly string[]).includes(id))

function readFilters(search: Search): ExplorerFilters {
  const filters: ExplorerFilters = { paused: [] }
  for (const id of CHOICE_FILTERS) {
    const choice = readChoice(text(search[id]))
    if (choice) filters[id] = choice
  }
  for (const id of RANGE_FILTERS) {
    const range = readRange(id, text(search[id]))
    if (range) filters[id] = range
  }
  filters.paused = readIds(text(search['paused'])).filter((id) => filters[id] !== undefined)
  return withOrder(filters, readIds(text(search['stack'])))
}

function readPlace(value: string): Place | null {
  const match = /^(-?\d{1,5})_(-?\d{1,5})_(\d{1,5})$/.exec(value)
  return match ? { x: Number(match[1]), y: Number(match[2]), span: Math.max(1, Number(match[3])) } : null
}

function readBetween(value: string): ExplorerView['between'] {
  const [a, b] = value.split('~').map(readSide)
  return a && b && a !== b ? [a, b] : null
}

/** Reads an address tolerantly: what it does not understand, it leaves out. */
export function readView(search: Search): ExplorerView {
  const on = text(search['on'])
  const definition = DEFINITION_IDS.find((id) => id === text(search['definition']))
  const tab = text(search['tab'])
  const focus = Number(text(search['focus']))
  const detail = text(search['detail'])
  const actor = text(search['actor']) || null
  const compare = text(search['compare'])
  const quarters = Number(text(search['quarters']))
  const known = text(search['known'])
  const look = readAppearance((variable) => text(search[variable]))
  return {
    on: on === 'all' || isDate(on) ? on : null,
    definition: definition ?? 'official',
    tab: EXPLORER_TABS.find((id) => id === tab) ?? null,
    filters: readFilters(search),
    actor,
    focus: actor !== null && Number.isInteger(focus) && focus >= 1 && focus <= MAX_FOCUS ? focus : null,
    open: list(text(search['open'])).map(readValue),
    q: text(search['q']).slice(0, 200),
    list: readList((name) => text(search[name])),
    matrix: readMatrix((name) => text(search[name])),
    map: readMap((name) => text(search[name])),
    compare: isDate(compare) ? compare : null,
    quarters: Number.isInteger(quarters) && quarters >= 2 && quarters <= MAX_QUARTERS ? quarters : null,
    known: /^\d{1,15}$/.test(known) || isDate(known) ? known : null,
    ...(look ? { look } : {}),
    detail: detail === 'group' || detail === 'actor' ? detail : null,
    at: readPlace(text(search['at'])),
    to: actor !== null && text(search['to']) !== actor ? text(search['to']) || null : null,
    leave: actor !== null && text(search['leave']) === '1',
    between: readBetween(text(search['between'])),
    pick: readPicks(text(search['pick'])),
  }
}

const CANVAS = ['detail', 'at', 'to', 'leave', 'between', 'pick'] as const
/** The parameters of the page's own; `on` and `definition` belong to every page. */
const OWN = [
  ...FILTER_IDS,
  ...VARIABLES,
  'stack',
  'tab',
  'paused',
  'actor',
  'focus',
  'open',
  'q',
  ...LIST_PARAMS,
  ...MATRIX_PARAMS,
  ...MAP_PARAMS,
  'compare',
  'quarters',
  'known',
  ...CANVAS,
] as const
export type ExplorerSearch = Partial<Record<(typeof OWN)[number], string>>
export type ViewSearch = ExplorerSearch & { on?: string; definition?: DefinitionId }

/** The address of a view; defaults are left out. `readView(writeView(view))` is the same view. */
export function writeView(view: ExplorerView): ViewSearch {
  const search: ViewSearch = {}
  if (view.on) search.on = view.on
  if (view.definition !== 'official') search.definition = view.definition
  if (view.tab) search.tab = view.tab
  for (const id of CHOICE_FILTERS) {
    const choice = view.filters[id]
    if (choice) search[id] = writeChoice(choice)
  }
  for (const id of RANGE_FILTERS) {
    const range = view.filters[id]
    if (range) search[id] = writeRange(range)
  }
  if (view.filters.order) search.stack = view.filters.order.join(',')
  if (view.filters.paused.length > 0) search.paused = view.filters.paused.join(',')
  if (view.actor) search.actor = view.actor
  if (view.actor && view.focus) search.focus = String(view.focus)
  if (view.open.length > 0) search.open = view.open.map(writeValue).join(',')
  if (view.q) search.q = view.q
  if (view.detail) search.detail = view.detail
  if (view.at) search.at = [view.at.x, view.at.y, view.at.span].map(Math.round).join('_')
  if (view.actor && view.to) search.to = view.to
  if (view.actor && view.leave) search.leave = '1'
  if (view.between) search.between = view.between.join('~')
  if (view.pick.length > 0) search.pick = writePicks(view.pick)
  if (view.compare) search.compare = view.compare
  if (view.quarters) search.quarters = String(view.quarters)
  if (view.known) search.known = view.known
  for (const variable of VARIABLES) {
    const value = view.look?.[variable]
    if (value) search[variable] = value
  }
  return Object.assign(search, writeList(view.list), writeMatrix(view.matrix), writeMap(view.map))
}
