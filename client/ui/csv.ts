export type CsvCell = string | number | boolean | null | undefined

/** A spreadsheet would run a cell that begins like a formula; an apostrophe keeps it text. */
const inert = (text: string) => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text)

const quoted = (cell: CsvCell) => {
  if (cell === null || cell === undefined) return ''
  const text = typeof cell === 'string' ? inert(cell) : String(cell)
  return /[",\r\n;]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** RFC 4180, with a byte-order mark so that spreadsheets read it as UTF-8. */
export const toCsv = (head: readonly string[], rows: readonly (readonly CsvCell[])[]): string =>
  `\uFEFF${[head, ...rows].map((row) => row.map(quoted).join(',')).join('\r\n')}\r\n`

/** Hands a text, or a file already made, to the browser as a download. */
export function saveAs(name: string, text: BlobPart, type = 'text/csv;charset=utf-8'): void {
  const url = URL.createObjectURL(new Blob([text], { type }))
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
}
