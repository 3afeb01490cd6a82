import type { FieldId } from '#shared/contract/import-fields.ts'
import { typeOf } from '../cells/read-cell.ts'
import { listText } from '../cells/read-list.ts'
import type { RegisterReading } from '../register-reading.ts'

/** A value as it is written into a file: so that a person can read it, and that it is read as the same value again. */
export function cellText(
  { cells, snapshot }: RegisterReading,
  field: FieldId,
  value: string | undefined,
): string {
  if (value === undefined) return ''
  const type = typeOf(field)
  const named = (id: string, name: string | undefined) => {
    if (name === undefined) return id
    const book = type === 'event' ? cells.events : cells.actors
    return book.read(name).value === id ? name : `${name} [${id}]`
  }
  switch (type) {
    case 'actor':
      return named(value, snapshot.actors.get(value)?.name)
    case 'actors':
      return value
        .split('; ')
        .map((id) => named(id, snapshot.actors.get(id)?.name))
        .join('; ')
    case 'event':
      return named(value, snapshot.events.get(value)?.title)
    case 'region': {
      const name = cells.book('region')?.labelOf(value)
      return name ? `${value} ${name}` : value
    }
    case 'list':
      return listText(value.split('; '))
    default:
      return cells.book(type)?.labelOf(value) ?? value
  }
}
