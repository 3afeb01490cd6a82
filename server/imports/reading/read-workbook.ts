// This one unpacks the archive at once; the one for Node streams it, and takes an entry for done when it was written, not read.
import readXlsxFile from 'read-excel-file/universal'
import { Refusal } from './refusal.ts'
import type { Cell, Sheet, SpreadsheetFile } from './table.ts'
import { type SheetPart, workbookParts } from './workbook-parts.ts'
import type { ZipEntry } from './zip-entries.ts'

/** What stands for a number, so that its digits stay as the file writes them. */
class WrittenNumber {
  readonly text: string
  constructor(text: string) {
    this.text = text
  }
}

/** Reads every sheet of a workbook. Throws a refusal where it is damaged or too large. */
export async function readWorkbook(bytes: Buffer, entries: readonly ZipEntry[]): Promise<SpreadsheetFile> {
  const parts = workbookParts(bytes, entries)
  const read = await cellsOf(bytes)
  const sheets = read.map(({ sheet, data }, i): Sheet => {
    const part = parts.sheets.find(({ name }) => name === sheet) ?? parts.sheets[i]
    const rows = data.map((row) => trimmed(row.map(cellOf)))
    if (part) addParts(rows, part)
    return { name: sheet, hidden: part?.hidden ?? false, rows, columns: widest(rows) }
  })
  return { sheets, encoding: null, delimiter: null, from1904: parts.from1904 }
}

async function cellsOf(bytes: Buffer): Promise<{ sheet: string; data: unknown[][] }[]> {
  try {
    const options = { trim: false, parseNumber: (text: string) => new WrittenNumber(text) }
    // the types of the reader know numbers alone
    return (await readXlsxFile(new Uint8Array(bytes).buffer, options as never)) as {
      sheet: string
      data: unknown[][]
    }[]
  } catch (error) {
    if (error instanceof Error && /memory|allocation/i.test(error.message)) throw error
    throw new Refusal('damaged')
  }
}

function cellOf(value: unknown): Cell {
  if (value === null || value === undefined || value === '') return null
  if (typeof value === 'string') return value
  if (value instanceof WrittenNumber) return { kind: 'number', text: value.text }
  if (value instanceof Date)
    return Number.isNaN(value.getTime())
      ? { kind: 'error', text: '#VALUE!' }
      : { kind: 'date', text: value.toISOString().slice(0, 10) }
  return { kind: typeof value === 'boolean' ? 'boolean' : 'number', text: String(value) }
}

const trimmed = (row: Cell[]): Cell[] => row.slice(0, row.findLastIndex((cell) => cell !== null) + 1)

function widest(rows: readonly Cell[][]): number {
  let columns = 0
  for (const row of rows) columns = Math.max(columns, row.length)
  return columns
}

/** Puts errors where the reader saw nothing, and the words of a merged heading over every column that it spans. */
function addParts(rows: Cell[][], { merges, errors }: SheetPart) {
  for (const { row, column, text } of errors) {
    while (rows.length <= row) rows.push([])
    put(rows[row]!, column, { kind: 'error', text })
  }
  for (const merge of merges) {
    const cell = rows[merge.row]?.[merge.column] ?? null
    // A merged title is one line over the whole table: repeated it would look like a row.
    if (cell === null || merge.columns > 12 || merge.rows > 1000) continue
    for (let r = 0; r < merge.rows; r++)
      for (let c = 0; c < merge.columns; c++) {
        const target = rows[merge.row + r]
        if (target && (target[merge.column + c] ?? null) === null) put(target, merge.column + c, cell)
      }
  }
}

function put(row: Cell[], column: number, cell: Cell) {
  while (row.length <= column) row.push(null)
  row[column] = cell
}
