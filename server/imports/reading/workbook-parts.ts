import { IMPORT_LIMITS } from '#shared/contract/import-fields.ts'
import { Refusal } from './refusal.ts'
import { unpack, type ZipEntry } from './zip-entries.ts'

/** What the reader of workbooks does not tell of a sheet. */
export interface SheetPart {
  name: string
  hidden: boolean
  merges: { row: number; column: number; rows: number; columns: number }[]
  /** Formulas that came to nothing. */
  errors: { row: number; column: number; text: string }[]
}

export interface WorkbookParts {
  sheets: SheetPart[]
  from1904: boolean
}

const attribute = (tag: string, name: string): string | undefined =>
  new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1]

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }
const unescaped = (text: string) =>
  text.replace(/&(?:#x([\da-f]+)|#(\d+)|(\w+));/gi, (whole, hex, decimal, name) => {
    if (hex) return String.fromCodePoint(Number.parseInt(hex, 16))
    if (decimal) return String.fromCodePoint(Number(decimal))
    return ENTITIES[name] ?? whole
  })

/** Unpacks every part once, so that no part is larger than it claims, and reads what is needed beside the cells. */
export function workbookParts(bytes: Buffer, entries: readonly ZipEntry[]): WorkbookParts {
  const texts = new Map<string, string>()
  for (const entry of entries) {
    const content = unpack(bytes, entry)
    if (/\.(xml|rels)$/i.test(entry.name)) texts.set(entry.name, content.toString('utf8'))
  }
  const workbook = texts.get('xl/workbook.xml') ?? ''
  const targets = new Map(
    [...(texts.get('xl/_rels/workbook.xml.rels') ?? '').matchAll(/<Relationship\b[^>]*>/g)].map(([tag]) => [
      attribute(tag, 'Id'),
      attribute(tag, 'Target')?.replace(/^\/?(xl\/)?/, 'xl/'),
    ]),
  )
  const sheets = [...workbook.matchAll(/<(?:\w+:)?sheet\b[^>]*>/g)].map(([tag]): SheetPart => {
    const content = texts.get(targets.get(attribute(tag, 'r:id')) ?? '') ?? ''
    checkExtent(content)
    return {
      name: unescaped(attribute(tag, 'name') ?? ''),
      hidden: /\bstate="(hidden|veryHidden)"/.test(tag),
      merges: mergesIn(content),
      errors: errorsIn(content),
    }
  })
  return { sheets, from1904: /\bdate1904="(1|true)"/.test(workbook) }
}

/** A cell far out would make the reader fill everything up to it. */
function checkExtent(content: string) {
  for (const match of content.matchAll(/<c\b[^>]*?\br="([A-Z]+)(\d+)"[^>]*?(\/?)>/g)) {
    if (match[3] === '/') continue
    if (Number(match[2]) > IMPORT_LIMITS.rows + 1000)
      throw new Refusal('too-many-rows', { rows: IMPORT_LIMITS.rows })
    if (columnIndex(match[1]!) >= IMPORT_LIMITS.columns)
      throw new Refusal('too-many-columns', { columns: IMPORT_LIMITS.columns })
  }
}

function columnIndex(letters: string): number {
  let index = 0
  for (const letter of letters) index = index * 26 + letter.charCodeAt(0) - 64
  return index - 1
}

function place(reference: string): { row: number; column: number } | null {
  const match = /^([A-Z]+)(\d+)$/.exec(reference)
  return match ? { row: Number(match[2]) - 1, column: columnIndex(match[1]!) } : null
}

function mergesIn(content: string): SheetPart['merges'] {
  return [...content.matchAll(/<mergeCell\b[^>]*\bref="([A-Z]+\d+):([A-Z]+\d+)"/g)].flatMap((match) => {
    const [from, to] = [place(match[1]!), place(match[2]!)]
    if (!from || !to) return []
    return [{ ...from, rows: to.row - from.row + 1, columns: to.column - from.column + 1 }]
  })
}

function errorsIn(content: string): SheetPart['errors'] {
  return [...content.matchAll(/<c\b([^>]*\bt="e"[^>]*)>([\s\S]*?)<\/c>/g)].flatMap((match) => {
    const at = place(attribute(match[1]!, 'r') ?? '')
    const text = /<v>([^<]*)<\/v>/.exec(match[2]!)?.[1]
    return at && text ? [{ ...at, text: unescaped(text) }] : []
  })
}
