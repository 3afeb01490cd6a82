/** What Excel knows of a cell that is no text. */
export interface TypedCell {
  kind: 'number' | 'date' | 'boolean' | 'error'
  /** A number as the file writes it, a date as ISO, `true` / `false`, the error as Excel shows it. */
  text: string
}

/** Text as it stands, untrimmed; null where there is nothing. */
export type Cell = string | TypedCell | null

export interface Sheet {
  name: string
  hidden: boolean
  /** `rows[0]` is row 1 of the spreadsheet; a row may be shorter than another. */
  rows: Cell[][]
  columns: number
}

export interface SpreadsheetFile {
  sheets: Sheet[]
  /** How text was read; null for Excel. */
  encoding: string | null
  delimiter: string | null
  /** Serial days count from 1904, as in old files of the Mac. */
  from1904: boolean
}

/** A cell as a person would read it aloud: without blanks around it, one space for any number of them. */
export function textOf(cell: Cell | undefined): string {
  if (cell === null || cell === undefined) return ''
  const text = typeof cell === 'string' ? cell : cell.text
  return text.replace(/[\s\u00a0\u200b\ufeff]+/gu, ' ').trim()
}

export const isBlank = (cell: Cell | undefined): boolean => textOf(cell) === ''

/** A, B, …, Z, AA, … */
export function columnLetter(index: number): string {
  let letters = ''
  for (let rest = index; rest >= 0; rest = Math.floor(rest / 26) - 1)
    letters = String.fromCharCode(65 + (rest % 26)) + letters
  return letters
}
