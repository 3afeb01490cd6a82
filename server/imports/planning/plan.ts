import type { ActorRecord } from '#shared/contract/actors.ts'
import type { AffiliationRecord, EventRecord } from '#shared/contract/events.ts'
import { type FieldId, fieldsOf, type SheetKind } from '#shared/contract/import-fields.ts'
import type { PartnershipRecord } from '#shared/contract/partnerships.ts'
import { newId } from '../../db/new-id.ts'
import type { WriteContext } from '../../reference/write-context.ts'
import type { CheckedRow, Problem, Values } from '../checked-row.ts'
import { ACTOR_CIRCUMSTANCES, applyActor, emptyActor } from './apply-actor.ts'
import { applyAffiliation, applyEvent } from './apply-event.ts'
import { applyPartnership, newPartnership } from './apply-partnership.ts'
import { currentValues, type SheetRecord, type SheetRecords } from './current-values.ts'

/** What is to become of a row. */
export type RowFate =
  | { as: 'new'; notDuplicateOf: readonly string[] }
  | { as: 'same'; id: string | null; row: number | null; keep: readonly FieldId[] }
  | { as: 'skip' }

export interface PlannedRow {
  row: CheckedRow
  fate: RowFate
}

export interface PlannedChange {
  row: number
  id: string
  before: SheetRecord
  after: SheetRecord
  /** What the row says that the record did not. */
  values: Values
}

/** What the import does to the register. */
export interface Plan {
  added: { row: number; record: SheetRecord; notDuplicateOf: readonly string[] }[]
  changed: PlannedChange[]
  same: number
  skipped: number
  /** Rows that the rules of the register refuse. */
  refused: { row: number; problem: Problem }[]
}

export interface PlanInput<K extends SheetKind> {
  kind: K
  rows: Iterable<PlannedRow>
  records: ReadonlyMap<string, SheetRecords[K]>
  context: WriteContext
  /** Whether the sheet has a column that says who came. */
  asksWhoCame: boolean
}

/** Works out, row by row in their order, which records are new and which change. Nothing is written. */
export function planImport<K extends SheetKind>(input: PlanInput<K>): Plan {
  const plan: Plan = { added: [], changed: [], same: 0, skipped: 0, refused: [] }
  const added = new Map<string, Plan['added'][number]>()
  const changed = new Map<string, PlannedChange>()
  const idOfRow = new Map<number, string>()
  for (const { row, fate } of input.rows) {
    if (fate.as === 'skip') {
      plan.skipped++
      continue
    }
    const id =
      fate.as === 'same' ? (fate.id ?? (fate.row === null ? undefined : idOfRow.get(fate.row))) : undefined
    const present =
      id === undefined
        ? undefined
        : (added.get(id)?.record ?? changed.get(id)?.after ?? input.records.get(id))
    if (id === undefined || present === undefined) {
      const made = newRecord(input, row)
      const entry = {
        row: row.row,
        record: made,
        notDuplicateOf: fate.as === 'new' ? fate.notDuplicateOf : [],
      }
      added.set(made.id, entry)
      plan.added.push(entry)
      idOfRow.set(row.row, made.id)
      continue
    }
    idOfRow.set(row.row, id)
    const said =
      fate.as === 'same' && fate.row !== null
        ? united(input, present as SheetRecords[K], row.values)
        : row.values
    const values = newsOf(input, present as SheetRecords[K], said, fate.as === 'same' ? fate.keep : [])
    const { after, problem } = applied(input, present, values)
    if (problem) plan.refused.push({ row: row.row, problem })
    else if (after === present) plan.same++
    else {
      const entry = added.get(id)
      if (entry) {
        entry.record = after
        plan.same++
      } else note(changed, plan, { row: row.row, id, before: input.records.get(id)!, after, values })
    }
  }
  return plan
}

/** Two rows of one thing: what either lists is in the list. */
function united<K extends SheetKind>(
  { kind, context }: PlanInput<K>,
  record: SheetRecords[K],
  values: Values,
): Values {
  const now = currentValues(kind, record, context)
  const both = { ...values }
  for (const { id, type } of fieldsOf(kind))
    if (type === 'list' && now[id] !== undefined && values[id] !== undefined)
      both[id] = [...new Set([...now[id].split('; '), ...values[id].split('; ')])].join('; ')
  return both
}

function note(changed: Map<string, PlannedChange>, plan: Plan, change: PlannedChange) {
  const earlier = changed.get(change.id)
  if (!earlier) {
    changed.set(change.id, change)
    plan.changed.push(change)
    return
  }
  earlier.after = change.after
  earlier.values = { ...earlier.values, ...change.values }
  plan.same++
}

/** What the values say that the record does not say. An empty cell says nothing; what is to be kept is not heard. */
export function newsOf<K extends SheetKind>(
  { kind, context }: Pick<PlanInput<K>, 'kind' | 'context'>,
  record: SheetRecords[K],
  values: Values,
  keep: readonly FieldId[] = [],
): Values {
  const now = currentValues(kind, record, context)
  const news: Values = {}
  for (const [field, value] of Object.entries(values) as [FieldId, string][])
    if (field !== 'id' && field !== 'eventOn' && value !== now[field] && !keep.includes(field))
      news[field] = value
  if (kind !== 'actors') return news
  // When and how of a consent count with a consent that is new.
  const consents = Object.keys(news).some(
    (field) => field.startsWith('consent') && !ACTOR_CIRCUMSTANCES.has(field as FieldId),
  )
  for (const field of ACTOR_CIRCUMSTANCES) {
    if (!consents) delete news[field]
    else if (values[field] !== undefined) news[field] = values[field]
  }
  return news
}

function newRecord<K extends SheetKind>(
  { kind, context, asksWhoCame }: PlanInput<K>,
  { values }: CheckedRow,
): SheetRecord {
  const id = newId()
  switch (kind) {
    case 'actors':
      return applyActor(context, emptyActor(context, id, values), values)
    case 'partnerships':
      return newPartnership(context, id, values)
    case 'events':
      return applyEvent(id, null, values)
    default:
      return applyAffiliation(id, null, values, asksWhoCame)
  }
}

const PARTIES: readonly FieldId[] = ['partyA', 'partyB', 'otherParties']

function applied<K extends SheetKind>(
  { kind, context, asksWhoCame }: PlanInput<K>,
  present: SheetRecord,
  values: Values,
): { after: SheetRecord; problem?: Problem } {
  if (Object.keys(values).length === 0) return { after: present }
  switch (kind) {
    case 'actors':
      return { after: applyActor(context, present as ActorRecord, values) }
    case 'partnerships': {
      const parties = PARTIES.find((field) => values[field] !== undefined)
      if (parties) return { after: present, problem: { field: parties, code: 'parties-fixed' } }
      const { changed, issues } = applyPartnership(context, present as PartnershipRecord, values)
      const [first] = issues
      if (!first) return { after: changed }
      return {
        after: present,
        problem: { field: fieldOf(first.path), code: 'refused', params: { message: first.code } },
      }
    }
    case 'events':
      return { after: applyEvent(present.id, present as EventRecord, values) }
    default:
      return { after: applyAffiliation(present.id, present as AffiliationRecord, values, asksWhoCame) }
  }
}

/** The column of a field of the contract. */
function fieldOf(path: string): FieldId {
  const name = path.split('.')[1] ?? path.split('.')[0]
  if (name === 'arcs') return 'direction'
  if (name === 'on') return 'confirmedOn'
  return (
    (['kind', 'startedOn', 'endedOn', 'endReason', 'status'] as const).find((field) => field === name) ??
    'status'
  )
}
