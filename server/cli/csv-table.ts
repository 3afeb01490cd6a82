import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import Papa from 'papaparse'
import { CommandError } from './command-error.ts'

/** A CSV file read whole: columns by name, rows as arrays of trimmed text. Row 1 of the file is the header. */
export interface CsvTable {
  /** file name, for messages */
  name: string
  columns: string[]
  rows: string[][]
  /** Rows that are not well-formed, to be reported beside the other row errors. */
  malformed: { row: number; message: string }[]
}

/** Number of a row as a spreadsheet shows it. */
export const rowNumber = (index: number) => index + 2

/** Reads a comma, semicolon or tab separated file in UTF-8, with or without a byte order mark. */
export function readCsv(path: string): CsvTable {
  const name = basename(path)
  const text = readText(path)
  const rows: string[][] = []
  const malformed: CsvTable['malformed'] = []
  let columns: string[] | null = null
  Papa.parse<string[]>(text, {
    skipEmptyLines: 'greedy',
    delimitersToGuess: [',', ';', '\t', '|'],
    step: ({ data, errors }) => {
      const cells = data.map((cell) => cell.trim())
      if (columns === null) {
        columns = cells
        return
      }
      rows.push(cells)
      const row = rowNumber(rows.length - 1)
      // A file of one column has no separator to be found; that is no error of a row.
      const [error] = errors.filter(({ code }) => code !== 'UndetectableDelimiter')
      if (error) malformed.push({ row, message: error.message })
      else if (cells.length !== columns.length)
        malformed.push({ row, message: `has ${cells.length} cells where the header has ${columns.length}` })
    },
  })
  if (columns === null) throw new CommandError(`${name} is empty: it needs a header row.`)
  return { name, columns: checkedColumns(name, columns), rows, malformed }
}

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8').replace(/^\uFEFF/, '')
  } catch (error) {
    const missing = error instanceof Error && 'code' in error && error.code === 'ENOENT'
    throw new CommandError(missing ? `There is no file ${path}.` : `The file ${path} cannot be read.`)
  }
}

function checkedColumns(name: string, columns: string[]): string[] {
  const twice = columns.find((column, i) => column !== '' && columns.indexOf(column) !== i)
  if (twice !== undefined) throw new CommandError(`${name} has two columns called "${twice}".`)
  return columns
}

/** Position of a column, by the first of its names that the file has; -1 where it has none. */
export const findColumn = (table: CsvTable, ...names: string[]): number =>
  names.map((name) => table.columns.indexOf(name)).find((index) => index >= 0) ?? -1

/** As `findColumn`, or one sentence that says which columns there are. */
export function requireColumn(table: CsvTable, ...names: string[]): number {
  const index = findColumn(table, ...names)
  if (index >= 0) return index
  const wanted = names.map((name) => `"${name}"`).join(' or ')
  throw new CommandError(`${table.name} has no column ${wanted}; it has: ${table.columns.join(', ')}.`)
}
