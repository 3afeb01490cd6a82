import { IMPORT_LIMITS } from '#shared/contract/import-fields.ts'
import { fileType } from './file-type.ts'
import { readText } from './read-text.ts'
import { readWorkbook } from './read-workbook.ts'
import { Refusal } from './refusal.ts'
import { isBlank, type SpreadsheetFile } from './table.ts'

/** Reads a spreadsheet of whatever kind. Throws a `Refusal` where it cannot be read. */
export async function readSpreadsheet(bytes: Buffer, name: string): Promise<SpreadsheetFile> {
  if (bytes.length > IMPORT_LIMITS.bytes)
    throw new Refusal('too-large', { megabytes: IMPORT_LIMITS.bytes / 1024 / 1024 })
  const found = fileType(bytes)
  const file = found.type === 'xlsx' ? await readWorkbook(bytes, found.entries) : readText(bytes, name)
  if (!file.sheets.some(({ rows }) => rows.some((row) => row.some((cell) => !isBlank(cell)))))
    throw new Refusal('no-table')
  return file
}
