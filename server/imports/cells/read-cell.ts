import { type CellType, type FieldId, fieldsOf, SHEET_KINDS } from '#shared/contract/import-fields.ts'
import { hasUnreadableLetters } from '../reading/decode-text.ts'
import { type Cell, textOf } from '../reading/table.ts'
import type { CellContext } from './cell-context.ts'
import { type CellReading, NOTHING, says, wrong } from './cell-reading.ts'
import { fromSerial, readDate } from './read-date.ts'
import { readKbli, readNib, readPhone } from './read-digits.ts'
import { normalList } from './read-list.ts'
import { readNumber, storedNumber } from './read-number.ts'
import { regionInAddress } from './regions.ts'

const TYPES = new Map<FieldId, CellType>(
  SHEET_KINDS.flatMap((kind) => fieldsOf(kind).map(({ id, type }) => [id, type])),
)

export const typeOf = (field: FieldId): CellType => TYPES.get(field)!

/** Written where there is nothing to write. */
const EMPTY = /^(null|nil|none|nan|n\/a|#n\/a|na|-+|–|—|\.+|_+|tidak ada|tdk ada|belum ada|kosong)$/i

/** What else of the row a cell is read with. */
export interface RowHints {
  kbliVersion?: string | null
  /** Tells events of one title apart. */
  eventOn?: string | null
}

const LONGEST: Partial<Record<FieldId, number>> = { note: 2000, title: 200, name: 200 }

/** What a cell of a field says. Never guesses: what may be read in two ways is asked. */
export function readCell(
  field: FieldId,
  cell: Cell,
  context: CellContext,
  hints: RowHints = {},
): CellReading {
  // the mark that keeps Excel from computing a text
  const text = textOf(cell).replace(/^'(?=[=+\-@])/, '')
  const type = typeOf(field)
  const kind = cell !== null && typeof cell === 'object' ? cell.kind : 'text'
  if (kind === 'error') return wrong('formula-error', { text })
  if (text === '' || (EMPTY.test(text) && type !== 'yes-no' && type !== 'consent')) return NOTHING
  if (hasUnreadableLetters(text)) return wrong('unreadable-letters')
  const book = context.book(type)
  if (book && type !== 'region') return book.read(plainInteger(text, kind))
  switch (type) {
    case 'region':
      return book!.read(text)
    case 'address':
      return regionInAddress(text, context.book('region')!)
    case 'text':
      return readText(text, LONGEST[field] ?? 200)
    case 'list':
      return readList(text)
    case 'date':
      return readDateCell(field, text, kind, context)
    case 'integer':
      return readInteger(text, kind, 1, 5)
    case 'year':
      return readYear(text, kind, context)
    case 'nib':
      return readNib(plainInteger(text, kind), kind === 'number')
    case 'phone':
      return readPhone(plainInteger(text, kind), kind === 'number')
    case 'kbli':
      return readKbli(plainInteger(text, kind), hints.kbliVersion ?? null)
    case 'url':
      return readUrl(text)
    case 'id':
      return /^[\w.:@-]{1,64}$/u.test(text) ? says(text) : wrong('unknown-record')
    case 'actor':
      return context.actors.read(text)
    case 'actors':
      return readActors(text, context)
    case 'event':
      return context.events.read(
        text,
        ({ detail }) => hints.eventOn === undefined || detail === hints.eventOn,
      )
    case 'direction':
      return readDirection(text)
    default:
      throw new Error(`Nothing reads cells of the type ${type}.`)
  }
}

/** `2020.0` and `3.2E+2` are how Excel may store a whole number; too many digits are left as they are. */
function plainInteger(text: string, kind: string): string {
  if (kind !== 'number' || /^\d+$/.test(text)) return text
  const number = storedNumber(text)
  // A file writes 12 digits and more in full; rounded by an exponent they are another number.
  const isExact =
    number !== null &&
    Number.isInteger(number) &&
    Math.abs(number) < 1e15 &&
    mantissaDigits(text) >= digitsOf(number)
  return isExact ? String(number) : text
}

const digitsOf = (number: number) => String(Math.abs(number)).replace(/0+$/, '').length
const mantissaDigits = (text: string) => text.split(/e/i)[0]!.replace(/\D/g, '').replace(/0+$/, '').length

function readText(text: string, max: number): CellReading {
  return text.length > max ? wrong('too-long', { max }) : says(text)
}

function readList(text: string): CellReading {
  const list = normalList(text)
  if (list.length === 0) return NOTHING
  if (list.length > 50) return wrong('too-long', { max: 50 })
  if (list.some((item) => item.length > 200)) return wrong('too-long', { max: 200 })
  return says(list.join('; '))
}

function readDateCell(
  field: FieldId,
  text: string,
  kind: string,
  { today, from1904, monthFirst }: CellContext,
): CellReading {
  if (kind === 'date') return says(text)
  if (kind === 'number') return fromSerial(Number(text), { from1904 })
  if (kind === 'boolean') return wrong('not-a-date')
  return readDate(text, { today, monthFirst: monthFirst.has(field), from1904 })
}

function readInteger(text: string, kind: string, min: number, max: number): CellReading {
  const number = kind === 'number' ? storedNumber(text) : readNumber(text)
  if (number === null || !Number.isInteger(number)) return wrong('not-a-number')
  return number < min || number > max ? wrong('out-of-range', { min, max }) : says(String(number))
}

const FIRST_YEAR = 1800

function readYear(text: string, kind: string, context: CellContext): CellReading {
  const last = Number(context.today.slice(0, 4))
  const year = /^(?:th|thn|tahun)?\.? ?(\d{4})(?:\.0)?$/i.exec(text)?.[1]
  const said =
    year ??
    (kind === 'number' ? undefined : readDateCell('registeredOn', text, kind, context).value?.slice(0, 4))
  if (said === undefined) return wrong('not-a-number')
  return Number(said) < FIRST_YEAR || Number(said) > last
    ? wrong('out-of-range', { min: FIRST_YEAR, max: last })
    : says(said)
}

function readUrl(text: string): CellReading {
  const whole = /^https?:\/\//i.test(text)
    ? text
    : /^[\w-]+(\.[\w-]+)+([/?#]\S*)?$/.test(text)
      ? `https://${text}`
      : null
  if (whole === null || /\s/.test(whole) || !URL.canParse(whole)) return wrong('not-a-url')
  return whole.length > 500 ? wrong('too-long', { max: 500 }) : says(whole)
}

function readActors(text: string, context: CellContext): CellReading {
  const ids: string[] = []
  for (const part of text.split(/[;\n]/)) {
    if (part.trim() === '') continue
    const actor = context.actors.read(part.trim())
    if (actor.value === null) return actor
    ids.push(actor.value)
  }
  return ids.length === 0 ? NOTHING : says(ids.join('; '))
}

/** From which party to which, by their places: `1>2`. Words of a kind, such as "memasok", are read with the row. */
function readDirection(text: string): CellReading {
  const places = text
    .toUpperCase()
    .replace(/\s/g, '')
    .replace(/->|→|KE/g, '>')
    .replace(/<-|←/g, '<')
    .replaceAll('A', '1')
    .replaceAll('B', '2')
  const arcs = places.split(/[;,]/).filter((arc) => arc !== '')
  const read = arcs.map((arc) => /^(\d{1,2})([<>]|<>)(\d{1,2})$/.exec(arc))
  if (arcs.length === 0 || read.some((match) => match === null)) return says(text)
  return says(
    read
      .flatMap((match) => {
        const [, from, sign, to] = match as unknown as [string, string, string, string]
        return [
          ...(sign.includes('>') ? [`${from}>${to}`] : []),
          ...(sign.includes('<') ? [`${to}>${from}`] : []),
        ]
      })
      .join('; '),
  )
}
