import type { DefinitionId } from '#shared/contract/vocabulary.ts'
import { DEFINITION_IDS } from '#shared/contract/vocabulary.ts'
import type { Place } from '../../network/canvas/create-network-canvas.ts'
import type { Choice } from './choice.ts'
import { CHOICE_FILTERS, type ExplorerFilters, FILTER_IDS, type IntensityRange } from './filters.ts'
import { type Pick, readPicks, writePicks } from './focus/selection.ts'
import { readSide, type SideId } from './focus/set-choice.ts'

/** Everything that the explorer shows, as the address keeps it. Null = the page's own default. */
export interface ExplorerView {
  on: string | null
  definition: DefinitionId
  tab: 'graph' | 'list' | null
  filters: ExplorerFilters
  actor: string | null
  /** Degree of the focus around the chosen actor; null = no focus. */
  focus: number | null
  /** Sectors opened in a big network. */
  open: readonly string[]
  q: string
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

type Search = Readonly<Record<string, unknown>>

/** `~` stands for "no value", `!` in front for "all but these", `!!` for nothing at all; ids never hold them. */
const EMPTY = '~'
const EXCEPT = '!'
const NOTHING = '!!'

/** Search values arrive parsed: `focus=2` as a number, an all-digit id as one too. */
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
  const values = list(mode === 'except' ? value.slice(1) : value).map((part) => (part === EMPTY ? '' : part))
  return values.length === 0 ? undefined : { mode, values }
}

function writeChoice({ mode, values }: Choice): string {
  if (values.length === 0) return NOTHING
  return (mode === 'except' ? EXCEPT : '') + values.map((value) => (value === '' ? EMPTY : value)).join(',')
}

function readRange(value: string): IntensityRange | undefined {
  const match = /^([1-5])-([1-5])$/.exec(value)
  if (!match) return undefined
  const [from, to] = [Number(match[1]), Number(match[2])]
  return from > to || (from === 1 && to === 5) ? undefined : { from, to }
}

function isDate(value: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(value)) return false
  const date = new Date(`${value}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(value)
}

function readFilters(search: Search): ExplorerFilters {
  const filters: ExplorerFilters = {
    paused: list(text(search['paused'])).filter((id) =>
      (FILTER_IDS as readonly string[]).includes(id),
    ) as never,
  }
  for (const id of CHOICE_FILTERS) {
    const choice = readChoice(text(search[id]))
    if (choice) filters[id] = choice
  }
  const intensity = readRange(text(search['intensity']))
  if (intensity) filters.intensity = intensity
  filters.paused = filters.paused.filter((id) => filters[id] !== undefined)
  return filters
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
  return {
    on: on === 'all' || isDate(on) ? on : null,
    definition: definition ?? 'official',
    tab: tab === 'graph' || tab === 'list' ? tab : null,
    filters: readFilters(search),
    actor,
    focus: actor !== null && Number.isInteger(focus) && focus >= 1 && focus <= MAX_FOCUS ? focus : null,
    open: list(text(search['open'])).map((part) => (part === EMPTY ? '' : part)),
    q: text(search['q']).slice(0, 200),
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
  ...CHOICE_FILTERS,
  'tab',
  'intensity',
  'paused',
  'actor',
  'focus',
  'open',
  'q',
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
  if (view.filters.intensity) search.intensity = `${view.filters.intensity.from}-${view.filters.intensity.to}`
  if (view.filters.paused.length > 0) search.paused = view.filters.paused.join(',')
  if (view.actor) search.actor = view.actor
  if (view.actor && view.focus) search.focus = String(view.focus)
  if (view.open.length > 0) search.open = view.open.map((id) => id || EMPTY).join(',')
  if (view.q) search.q = view.q
  if (view.detail) search.detail = view.detail
  if (view.at) search.at = [view.at.x, view.at.y, view.at.span].map(Math.round).join('_')
  if (view.actor && view.to) search.to = view.to
  if (view.actor && view.leave) search.leave = '1'
  if (view.between) search.between = view.between.join('~')
  if (view.pick.length > 0) search.pick = writePicks(view.pick)
  return search
}
