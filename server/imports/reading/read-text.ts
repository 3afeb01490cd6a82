import Papa from 'papaparse'
import { IMPORT_LIMITS } from '#shared/contract/import-fields.ts'
import { decodeText } from './decode-text.ts'
import { Refusal } from './refusal.ts'
import type { SpreadsheetFile } from './table.ts'

const DELIMITERS = [';', ',', '\t', '|'] as const
/** Also a line of nothing but what parts cells. */
const NOTHING = /^[;,|\s]*$/
const LOOKED_AT = 200

/** Reads separated text of any usual encoding, delimiter and line ending. Throws a refusal where that is impossible. */
export function readText(bytes: Buffer, name: string): SpreadsheetFile {
  const { text: decoded, encoding } = decodeText(bytes)
  // Windows programs write CR CR LF where they translate line ends twice.
  const text = decoded.replace(/^\ufeff/, '').replace(/\r+\n|\r/g, '\n')
  const hint = /^"?sep=(.)"?\n/i.exec(text)
  const delimiter = hint?.[1] ?? guessDelimiter(text)
  const rows: string[][] = []
  let columns = 0
  Papa.parse<string[]>(text, {
    delimiter: delimiter ?? '\u001f',
    newline: '\n',
    step: ({ data, errors }, parser) => {
      // The rest of the file would be one cell.
      if (errors.some(({ code }) => code === 'MissingQuotes'))
        throw new Refusal('damaged', { row: rows.length + 1 })
      const filled = data.findLastIndex((cell) => !NOTHING.test(cell)) + 1
      columns = Math.max(columns, filled)
      rows.push(data.slice(0, filled))
      if (rows.length > IMPORT_LIMITS.rows + 1000) parser.abort()
    },
  })
  if (hint) rows[0] = []
  while (rows.at(-1)?.length === 0) rows.pop()
  if (rows.length > IMPORT_LIMITS.rows + 1000)
    throw new Refusal('too-many-rows', { rows: IMPORT_LIMITS.rows })
  if (columns > IMPORT_LIMITS.columns)
    throw new Refusal('too-many-columns', { columns: IMPORT_LIMITS.columns })
  return {
    sheets: [{ name: name.replace(/\.\w+$/, ''), hidden: false, rows, columns }],
    encoding,
    delimiter,
    from1904: false,
  }
}

/** The delimiter that gives most rows the same number of cells, two or more; null where none does. */
function guessDelimiter(text: string): string | null {
  let best: { delimiter: string; score: number } | null = null
  for (const delimiter of DELIMITERS) {
    const { data } = Papa.parse<string[]>(text.slice(0, 500_000), {
      delimiter,
      newline: '\n',
      preview: LOOKED_AT,
      skipEmptyLines: 'greedy',
    })
    const counts = new Map<number, number>()
    for (const row of data) if (row.length > 1) counts.set(row.length, (counts.get(row.length) ?? 0) + 1)
    for (const [cells, rows] of counts) {
      const score = rows * Math.min(cells, 12)
      if (!best || score > best.score) best = { delimiter, score }
    }
  }
  return best?.delimiter ?? null
}
