import { type FieldId, fieldsOf, type SheetKind } from '#shared/contract/import-fields.ts'
import type { Kind } from '#shared/contract/reference.ts'
import type { CheckedRow, Problem, Values } from '../checked-row.ts'
import type { Cell } from '../reading/table.ts'
import type { CellContext } from './cell-context.ts'
import type { CellReading } from './cell-reading.ts'
import { type RowHints, readCell, typeOf } from './read-cell.ts'

/** Before it, a date is a slip of the hand. */
const EARLIEST = '1900-01-01'
/** Dates that may lie ahead: an event is planned, a membership runs on. */
const MAY_LIE_AHEAD: ReadonlySet<FieldId> = new Set(['startsOn', 'endsOn', 'eventOn', 'to'])

export interface RowRules {
  kind: SheetKind
  /** Those that have a column or a constant. */
  fields: readonly FieldId[]
  kinds: ReadonlyMap<string, Kind>
  context: CellContext
  /** Readings of cells that were read before, by field and text: lists repeat themselves. */
  read(field: FieldId, cell: Cell, hints: RowHints): CellReading
}

/** Reads a row cell by cell, and then as a whole. */
export function checkRow(rules: RowRules, row: number, cellOf: (field: FieldId) => Cell): CheckedRow {
  const values: Values = {}
  const problems: Problem[] = []
  const read = (field: FieldId, hints: RowHints) => {
    const { value, issue, choices } = rules.read(field, cellOf(field), hints)
    if (value !== null) values[field] = value
    if (issue) problems.push({ field, ...issue, ...(choices ? { choices } : {}) })
  }
  for (const field of rules.fields) if (!LATER.has(field)) read(field, {})
  const hints: RowHints = {
    kbliVersion: values.kbliVersion ?? null,
    ...(values.eventOn ? { eventOn: values.eventOn } : {}),
  }
  for (const field of rules.fields) if (LATER.has(field)) read(field, hints)
  const has = (field: FieldId) => problems.some((problem) => problem.field === field)
  const add = (problem: Problem) => {
    if (!has(problem.field)) problems.push(problem)
  }
  for (const { id, required } of fieldsOf(rules.kind))
    if (required && values[id] === undefined) add({ field: id, code: 'missing' })
  checkDates(rules, values, add)
  CHECKS[rules.kind](values, rules, add)
  return { row, values, problems }
}

/** Read once the rest of the row is known. */
const LATER: ReadonlySet<FieldId> = new Set(['kbli', 'event'])

type Add = (problem: Problem) => void

function checkDates({ fields, context }: RowRules, values: Values, add: Add) {
  for (const field of fields) {
    const date = values[field]
    if (date === undefined || typeOf(field) !== 'date') continue
    if (date < EARLIEST) add({ field, code: 'too-early', params: { date: EARLIEST } })
    else if (!MAY_LIE_AHEAD.has(field) && date > context.today)
      add({ field, code: 'later-than-today', params: { today: context.today } })
  }
}

const CHECKS: Record<SheetKind, (values: Values, rules: RowRules, add: Add) => void> = {
  actors(values) {
    // An address only helps where no column says the kelurahan.
    if (values.region === undefined && values.address !== undefined) values.region = values.address
    delete values.address
  },
  partnerships(values, { kinds }, add) {
    checkParties(values, add)
    checkCourse(values, add)
    checkDirection(values, kinds, add)
  },
  events(values, _, add) {
    checkOrder(values, 'startsOn', 'endsOn', add)
  },
  attendance(values, { context }, add) {
    if (values.event === undefined && values.forum === undefined) add({ field: 'event', code: 'missing' })
    if (values.event !== undefined && values.forum !== undefined)
      add({ field: 'forum', code: 'refused', params: { message: 'event-and-forum' } })
    if (values.forum !== undefined && values.forum === values.actor)
      add({ field: 'forum', code: 'same-party' })
    checkOrder(values, 'from', 'to', add)
    const startsOn = values.event === undefined ? null : context.events.byId(values.event)?.detail
    if (startsOn && startsOn > context.today && values.attended === 'true')
      add({ field: 'attended', code: 'later-than-today', params: { today: context.today } })
  },
}

function checkOrder(values: Values, from: FieldId, to: FieldId, add: Add) {
  const [start, end] = [values[from], values[to]]
  if (start !== undefined && end !== undefined && start > end)
    add({ field: to, code: 'start-after-end', params: { start, end } })
}

function checkParties(values: Values, add: Add) {
  const { partyA, partyB, otherParties } = values
  if (partyA !== undefined && partyA === partyB) add({ field: 'partyB', code: 'same-party' })
  const others = otherParties?.split('; ') ?? []
  if (others.some((id, i) => id === partyA || id === partyB || others.indexOf(id) !== i))
    add({ field: 'otherParties', code: 'same-party' })
}

const WITHOUT_START: ReadonlySet<string | undefined> = new Set(['proposed', 'introduced', 'declined'])

/** Work has a start, and only what began ends. */
function checkCourse(values: Values, add: Add) {
  const { status, startedOn, endedOn } = values
  if (startedOn === undefined && !WITHOUT_START.has(status)) add({ field: 'startedOn', code: 'missing' })
  if (status === 'ended' && endedOn === undefined) add({ field: 'endedOn', code: 'missing' })
  if (endedOn !== undefined && status !== undefined && status !== 'ended')
    add({ field: 'status', code: 'refused', params: { message: 'end-without-ended' } })
  if (values.endReason !== undefined && endedOn === undefined) add({ field: 'endedOn', code: 'missing' })
  checkOrder(values, 'startedOn', 'endedOn', add)
  checkOrder(values, 'startedOn', 'confirmedOn', add)
}

/** Words such as "memasok" are of the kind; places are of the parties. */
function checkDirection(values: Values, kinds: ReadonlyMap<string, Kind>, add: Add) {
  const kind = kinds.get(values.kind ?? '')
  if (!kind) return
  const said = values.direction
  if (said === undefined) {
    if (kind.directed) add({ field: 'direction', code: 'direction-missing' })
    return
  }
  const arcs = arcsOf(said, kind)
  const parties = 2 + (values.otherParties?.split('; ').length ?? 0)
  const fits = arcs?.every(
    ([from, to]) => from !== to && from <= parties && to <= parties && from > 0 && to > 0,
  )
  if (!arcs || !fits || (!kind.directed && parties <= 2)) {
    delete values.direction
    add({ field: 'direction', code: 'direction-not-fitting' })
    return
  }
  const joined = new Set(arcs.flat())
  if (kind.directed && joined.size < parties) add({ field: 'direction', code: 'direction-missing' })
  values.direction = arcs.map(([from, to]) => `${from}>${to}`).join('; ')
}

function arcsOf(said: string, kind: Kind): [number, number][] | null {
  const plain = said.trim().toLowerCase()
  if ([kind.forwardId, kind.forwardEn].some((word) => word?.toLowerCase() === plain)) return [[1, 2]]
  if ([kind.backwardId, kind.backwardEn].some((word) => word?.toLowerCase() === plain)) return [[2, 1]]
  const arcs = said.split('; ').map((arc) => /^(\d{1,2})>(\d{1,2})$/.exec(arc))
  if (arcs.some((arc) => arc === null)) return null
  return arcs.map((arc) => [Number(arc![1]), Number(arc![2])])
}

/** A reader of cells that remembers what it has read where only the text counts. */
export function rememberingReader(context: CellContext): RowRules['read'] {
  const known = new Map<string, CellReading>()
  return (field, cell, hints) => {
    if (
      typeof cell !== 'string' ||
      typeOf(field) === 'text' ||
      Object.keys(hints).length > 1 ||
      hints.kbliVersion
    )
      return readCell(field, cell, context, hints)
    const key = `${field}\u0000${cell}`
    let reading = known.get(key)
    if (!reading) {
      reading = readCell(field, cell, context, hints)
      if (known.size < 200_000) known.set(key, reading)
    }
    return reading
  }
}
