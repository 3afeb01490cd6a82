import type { Change } from '#shared/contract/changesets.ts'

/** One record of a changeset, as a line says it. */
export interface ChangeSummary {
  entity: Change['entity']
  id: string
  what: 'added' | 'removed' | 'changed'
  /** Its name, where the record has one. */
  name: string | null
  /** The kind of a partnership, which has no name. */
  kind: string | null
  fields: FieldSummary[]
}

/** A field that differs; null where a side is empty. */
export interface FieldSummary {
  field: string
  before: string | null
  after: string | null
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** How a code or a date of a field reads; what is no code reads as itself. */
export type SayValue = (field: string, value: string) => string

/** A dated list says its last value, other lists how their values read in a row. */
function wordOf(value: unknown, say: (value: string) => string): string | null {
  if (value === null || value === undefined || value === '') return null
  if (Array.isArray(value)) {
    const last: unknown = value.at(-1)
    if (isObject(last) && 'value' in last)
      return [wordOf(last['value'], say), wordOf(last['from'], say)].filter(Boolean).join(', ') || null
    return (
      value
        .map((one) => wordOf(one, say))
        .filter(Boolean)
        .join(', ') || null
    )
  }
  if (isObject(value)) {
    const parts = Object.values(value)
      .map((one) => wordOf(one, say))
      .filter(Boolean)
    return parts.length > 0 ? parts.join(', ') : null
  }
  return say(String(value))
}

function fieldsOf(
  before: Record<string, unknown>,
  after: Record<string, unknown>,
  say: SayValue,
): FieldSummary[] {
  const fields = [...new Set([...Object.keys(before), ...Object.keys(after)])]
  return fields
    .filter((field) => field !== 'id' && JSON.stringify(before[field]) !== JSON.stringify(after[field]))
    .map((field) => ({
      field,
      before: wordOf(before[field], (value) => say(field, value)),
      after: wordOf(after[field], (value) => say(field, value)),
    }))
}

export function changeSummary(
  { entity, id, before, after }: Pick<Change, 'entity' | 'id' | 'before' | 'after'>,
  say: SayValue = (_, value) => value,
): ChangeSummary {
  const old = isObject(before) ? before : null
  const now = isObject(after) ? after : null
  const name = (now ?? old)?.['name'] ?? (now ?? old)?.['title']
  const kind = entity === 'partnership' ? (now ?? old)?.['kind'] : null
  return {
    entity,
    id,
    what: old === null ? 'added' : now === null ? 'removed' : 'changed',
    name: typeof name === 'string' ? name : null,
    kind: typeof kind === 'string' ? kind : null,
    fields: old && now ? fieldsOf(old, now, say) : [],
  }
}
