import { type FieldId, fieldsOf } from '#shared/contract/import-fields.ts'
import type { Import } from '#shared/contract/imports.ts'

/** The fields of the table: what names a row, then what is wrong somewhere, then the rest as in the file. */
export function shownFields(one: Import): readonly FieldId[] {
  const fields = one.kind ? fieldsOf(one.kind) : []
  const known = new Set(fields.map(({ id }) => id))
  const inFile = one.columns.flatMap(({ field }) => (field && known.has(field) ? [field] : []))
  const naming = fields.filter(({ id, required }) => required && inFile.includes(id)).map(({ id }) => id)
  const wrong = one.issues.flatMap(({ field }) => (field && known.has(field) ? [field] : []))
  return [...new Set([...naming.slice(0, 1), ...wrong, ...naming, ...inFile])]
}

/** What a row is called among people. */
export function rowName(
  one: Pick<Import, 'kind'>,
  cells: Readonly<Partial<Record<FieldId, { text: string; label: string | null }>>>,
): string {
  const say = (field: FieldId) => cells[field]?.label ?? cells[field]?.text ?? ''
  switch (one.kind) {
    case 'actors':
      return say('name')
    case 'partnerships':
      return [say('partyA'), say('partyB')].filter(Boolean).join(' – ')
    case 'events':
      return say('title')
    case 'attendance':
      return [say('actor'), say('event') || say('forum')].filter(Boolean).join(' – ')
    case null:
      return ''
  }
}
