import type { FieldId, SheetKind } from '#shared/contract/import-fields.ts'
import type { DryRun } from '#shared/contract/imports.ts'
import type { RecordChange } from '../../db/changeset-log.ts'
import { typeOf } from '../cells/read-cell.ts'
import { labelOf, type RegisterReading } from '../register-reading.ts'
import { nameOf } from '../row-view.ts'
import { currentValues, type SheetRecord, type SheetRecords } from './current-values.ts'
import { figuresOf } from './figures.ts'
import type { Plan, PlannedChange } from './plan.ts'

const SHOWN = 100

export const ENTITY_OF: Record<SheetKind, string> = {
  actors: 'actor',
  partnerships: 'partnership',
  events: 'event',
  attendance: 'affiliation',
}

/** What the plan would do, in words and in numbers. */
export function dryRunOf(kind: SheetKind, plan: Plan, register: RegisterReading, version: number): DryRun {
  const { snapshot, context } = register
  const valuesOf = (record: SheetRecord) => currentValues(kind, record as SheetRecords[typeof kind], context)
  return {
    version,
    revision: snapshot.revision,
    on: context.today,
    tally: tallyOf(plan),
    changes: plan.changed.slice(0, SHOWN).map((change) => changeView(kind, change, register)),
    additions: plan.added
      .slice(0, SHOWN)
      .map(({ row, record }) => ({ row, name: nameOf(kind, valuesOf(record), register) })),
    figures: figures(kind, plan, register),
  }
}

export const tallyOf = (plan: Plan): DryRun['tally'] => ({
  new: plan.added.length,
  changed: plan.changed.length,
  same: plan.same,
  skipped: plan.skipped,
})

function changeView(
  kind: SheetKind,
  { row, id, before, after, values }: PlannedChange,
  register: RegisterReading,
) {
  const [was, is] = [before, after].map((record) =>
    currentValues(kind, record as SheetRecords[typeof kind], register.context),
  )
  const shown = (field: FieldId, value: string | undefined) =>
    value === undefined ? null : labelOf(register, field, typeOf(field), value)
  const fields = (Object.keys(values) as FieldId[]).filter((field) => was![field] !== is![field])
  return {
    row,
    id,
    name: nameOf(kind, was!, register),
    fields: fields.map((field) => ({
      field,
      before: shown(field, was![field]),
      after: shown(field, is![field]),
    })),
  }
}

/** null where the register is one that has no official network of today. */
function figures(kind: SheetKind, plan: Plan, { snapshot, context }: RegisterReading): DryRun['figures'] {
  const entity = ENTITY_OF[kind]
  const changes: RecordChange[] = [
    ...plan.added.map(({ record }) => ({ entity, id: record.id, before: null, after: record })),
    ...plan.changed.map(({ id, before, after }) => ({ entity, id, before, after })),
  ]
  return figuresOf(snapshot, changes, context.today)
}
