import writeXlsxFile, { type SheetData } from 'write-excel-file/node'

export interface WrittenSheet {
  name: string
  headers: readonly { text: string; required?: boolean; width?: number }[]
  rows: readonly (readonly (string | null)[])[]
  /** Choices for the cells of a column below the header: a range of another sheet, such as `Kode!$A$2:$A$9`. */
  choices?: readonly { column: number; range: string }[]
}

type Feature = NonNullable<NonNullable<Parameters<typeof writeXlsxFile>[1]>['features']>[number]

const HEADER = { fontWeight: 'bold' as const, backgroundColor: '#e7e2d8' }
const REQUIRED = { ...HEADER, backgroundColor: '#f3d9b1' }
/** Text, so that Excel neither rounds a NIB nor makes a date of anything. */
const TEXT = '@'
/** As many rows as are offered choices. */
const CHOICE_ROWS = 2_000

/** An Excel workbook of texts: what goes in as text comes out as it was. */
export async function workbook(sheets: readonly WrittenSheet[]): Promise<Buffer> {
  const written = sheets.map(({ name, headers, rows }) => ({
    sheet: name,
    data: [
      headers.map(({ text, required }) => ({ value: text, type: String, ...(required ? REQUIRED : HEADER) })),
      ...rows.map((row) => row.map((value) => (value === null || value === '' ? null : textCell(value)))),
    ] as SheetData,
    columns: headers.map(({ width = 18 }) => ({ width })),
    stickyRowsCount: 1,
  }))
  return writeXlsxFile(written, { features: [choiceLists(sheets)] }).toBuffer()
}

const textCell = (value: string) => ({ value, type: String, format: TEXT })

const escaped = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')

/** Excel calls them data validations; they stand after the cells and merged cells, before margins and drawings. */
function choiceLists(sheets: readonly WrittenSheet[]): Feature {
  return {
    files: {
      transform: {
        'xl/worksheets/sheet{id}.xml': {
          transform(content, _, { sheetIndex }) {
            const choices = sheets[sheetIndex]?.choices ?? []
            if (choices.length === 0) return content
            const lists = choices.map(({ column, range }) => {
              const letter = columnLetters(column)
              return `<dataValidation type="list" allowBlank="1" showErrorMessage="0" sqref="${letter}2:${letter}${CHOICE_ROWS}"><formula1>${escaped(range)}</formula1></dataValidation>`
            })
            const block = `<dataValidations count="${lists.length}">${lists.join('')}</dataValidations>`
            return content.replace(
              /(<\/sheetData>(?:<mergeCells[\s\S]*?<\/mergeCells>)?(?:<conditionalFormatting[\s\S]*<\/conditionalFormatting>)?)/,
              (cells) => cells + block,
            )
          },
        },
      },
    },
  } as Feature
}

function columnLetters(index: number): string {
  return index < 26
    ? String.fromCharCode(65 + index)
    : columnLetters(Math.floor(index / 26) - 1) + columnLetters(index % 26)
}
