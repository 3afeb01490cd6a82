import Papa from 'papaparse'
import { fieldsOf, type SheetKind } from '#shared/contract/import-fields.ts'
import { currentValues, type SheetRecord, type SheetRecords } from '../planning/current-values.ts'
import { columnName } from '../recognising/column-names.ts'
import type { RegisterReading } from '../register-reading.ts'
import { cellText } from './cell-text.ts'
import { sheetName } from './template.ts'
import { workbook } from './workbook.ts'

export interface ExportTask {
  kind: SheetKind
  format: 'xlsx' | 'csv'
  language: 'id' | 'en'
}

/** A whole register as a file that can be brought in again, and then changes nothing. */
export async function exportRegister(
  register: RegisterReading,
  { kind, format, language }: ExportTask,
): Promise<Buffer> {
  const fields = fieldsOf(kind).filter(({ notKept }) => !notKept)
  const headers = fields.map(({ id }) => columnName(kind, id, language))
  const records = [...register.records(kind).values()] as SheetRecord[]
  const rows = records.map((record) => {
    const values = currentValues(kind, record as SheetRecords[typeof kind], register.context)
    return fields.map(({ id }) => cellText(register, id, values[id]))
  })
  if (format === 'xlsx')
    return workbook([{ name: sheetName(kind, language), headers: headers.map((text) => ({ text })), rows }])
  // Excel takes a semicolon for what parts cells where a comma is the decimal sign, and needs the mark to see UTF-8.
  const text = Papa.unparse(
    { fields: headers, data: rows.map((row) => row.map(harmless)) },
    { delimiter: ';' },
  )
  return Buffer.from(`\ufeff${text}\r\n`, 'utf8')
}

/** Excel would compute a text that begins so; the mark before it is taken off again when it is read. */
const harmless = (text: string) => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text)
