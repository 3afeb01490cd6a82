import type { FieldId, SheetKind } from '#shared/contract/import-fields.ts'
import type { ImportCell, ImportMatch, ImportRow } from '#shared/contract/imports.ts'
import { typeOf } from './cells/read-cell.ts'
import type { SheetCells } from './check-sheet.ts'
import type { CheckedRow, Values } from './checked-row.ts'
import type { Match } from './matching/matcher.ts'
import { newsOf } from './planning/plan.ts'
import { textOf } from './reading/table.ts'
import { labelOf, type RegisterReading } from './register-reading.ts'
import type { StoredDecision } from './work.ts'

interface RowParts {
  kind: SheetKind
  cells: SheetCells
  register: RegisterReading
  checked: CheckedRow
  matches: readonly Match[]
  skipped: boolean
  decision: StoredDecision | null
  proposed: StoredDecision | null
}

/** A row as the page shows it. */
export function rowView(parts: RowParts): ImportRow {
  const { checked, cells, decision, proposed } = parts
  const fields = new Set([...cells.fields, ...checked.problems.map(({ field }) => field)])
  const said = decision ?? proposed
  return {
    row: checked.row,
    cells: Object.fromEntries([...fields].map((field) => [field, cellView(parts, field)])),
    skipped: parts.skipped,
    matches: parts.matches.map((match) => matchView(parts, match)),
    decision: said && { ...said, proposed: decision === null },
  }
}

function cellView({ register, cells, checked }: RowParts, field: FieldId): ImportCell {
  // the kelurahan that an address names is that of the row
  const value = checked.values[field] ?? null
  const problem = checked.problems.find((one) => one.field === field)
  const label = value === null ? null : labelOf(register, field, typeOf(field), value)
  return {
    raw: textOf(cells.raw(field, checked.row)),
    text: textOf(cells.cell(field, checked.row)),
    value,
    label: label === value ? null : label,
    issue: problem ? { code: problem.code, ...(problem.params ? { params: problem.params } : {}) } : null,
    ...(problem?.choices ? { choices: problem.choices } : {}),
  }
}

function matchView({ kind, register, checked }: RowParts, { known, by }: Match): ImportMatch {
  const shown = (field: FieldId, value: string | undefined) =>
    value === undefined ? null : labelOf(register, field, typeOf(field), value)
  return {
    id: known.id,
    row: known.row,
    name: nameOf(kind, known.values, register),
    region: known.values.region ?? null,
    by,
    differs: Object.entries(differences(kind, register, checked, known)).map(([field, ours]) => ({
      field: field as FieldId,
      theirs: shown(field as FieldId, known.values[field as FieldId]),
      ours: shown(field as FieldId, ours) ?? '',
    })),
  }
}

function differences(
  kind: SheetKind,
  register: RegisterReading,
  { values }: CheckedRow,
  known: Match['known'],
): Values {
  const record = known.id === null ? undefined : register.records(kind).get(known.id)
  if (record) return newsOf({ kind, context: register.context }, record, values)
  return Object.fromEntries(
    Object.entries(values).filter(([field, value]) => known.values[field as FieldId] !== value),
  )
}

/** What a record is called in one line. */
export function nameOf(kind: SheetKind, values: Values, { snapshot }: RegisterReading): string {
  const actor = (id: string | undefined) => (id === undefined ? '' : (snapshot.actors.get(id)?.name ?? id))
  if (kind === 'partnerships') return [actor(values.partyA), actor(values.partyB)].join(' – ')
  if (kind !== 'attendance') return values.name ?? values.title ?? ''
  const place = values.event === undefined ? actor(values.forum) : snapshot.events.get(values.event)?.title
  return `${actor(values.actor)} – ${place ?? ''}`
}
