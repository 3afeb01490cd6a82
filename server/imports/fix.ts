import type { FieldId } from '#shared/contract/import-fields.ts'
import type { ImportFixes } from '#shared/contract/imports.ts'
import { invalidInput, issue } from '../errors.ts'
import type { SheetCells } from './check-sheet.ts'
import type { Problem } from './checked-row.ts'
import { textOf } from './reading/table.ts'
import type { Work } from './work.ts'

interface FixOptions {
  cells: SheetCells
  rows: readonly number[]
  /** Changed as rows are left out and taken in again. */
  skipped: Set<number>
  problemsOf(row: number): readonly Problem[]
  isField(field: FieldId): boolean
}

/** Changes the texts of the work, one after the other. Answers which rows are to be looked at again. */
export function applyFixes(work: Work, fixes: ImportFixes['fixes'], options: FixOptions): Set<number> {
  const touched = new Set<number>()
  const known = new Set(options.rows)
  const write = (field: FieldId, row: number, text: string) => {
    const byRow = work.texts[field] ?? {}
    byRow[row] = text
    work.texts[field] = byRow
    touched.add(row)
  }
  checkFixes(fixes, known, options)
  for (const fix of fixes)
    switch (fix.fix) {
      case 'cell':
        write(fix.field, fix.row, fix.text)
        break
      case 'replace':
        replaceAll(work, fix.field, fix.from, fix.text, options, touched)
        break
      case 'clear-problems':
        for (const row of options.rows)
          if (
            options
              .problemsOf(row)
              .some(({ field, code }) => field === fix.field && (!fix.code || fix.code === code))
          )
            write(fix.field, row, '')
        break
      case 'restore':
        restore(work, fix.row, fix.field, touched)
        break
      case 'skip':
        for (const row of fix.rows) {
          if (fix.skip) options.skipped.add(row)
          else options.skipped.delete(row)
          touched.add(row)
        }
        break
      case 'skip-problems':
        for (const row of options.rows) {
          const isMeant = options
            .problemsOf(row)
            .some(
              ({ field, code }) => (!fix.field || fix.field === field) && (!fix.code || fix.code === code),
            )
          if (!isMeant || options.skipped.has(row)) continue
          options.skipped.add(row)
          touched.add(row)
        }
    }
  return new Set([...touched].filter((row) => known.has(row)))
}

/** All of them before the first is done: they are done together or not at all. */
function checkFixes(fixes: ImportFixes['fixes'], known: ReadonlySet<number>, { isField }: FixOptions) {
  const issues = fixes.flatMap((fix, i) => {
    const rows = fix.fix === 'skip' ? fix.rows : 'row' in fix && fix.row !== undefined ? [fix.row] : []
    const field = 'field' in fix ? fix.field : undefined
    const wrong = rows
      .filter((row) => !known.has(row))
      .slice(0, 1)
      .map((value) => issue(`fixes.${i}.row`, 'unknown-row', 'The table has no such row.', { value }))
    if (field !== undefined && !isField(field))
      wrong.push(
        issue(`fixes.${i}.field`, 'unknown-field', 'The sheet has no such column.', { value: field }),
      )
    return wrong
  })
  if (issues.length > 0) throw invalidInput(...issues)
}

/** The text as it is shown, whatever blanks are in it. */
function replaceAll(
  work: Work,
  field: FieldId,
  from: string,
  text: string,
  { cells, rows }: FixOptions,
  touched: Set<number>,
) {
  const wanted = textOf(from)
  const byRow = { ...work.texts[field] }
  for (const row of rows) {
    if (textOf(byRow[row] ?? cells.raw(field, row)) !== wanted) continue
    byRow[row] = text
    touched.add(row)
  }
  work.texts[field] = byRow
}

function restore(work: Work, row: number | undefined, only: FieldId | undefined, touched: Set<number>) {
  for (const [name, byRow] of Object.entries(work.texts)) {
    const field = name as FieldId
    if (only !== undefined && field !== only) continue
    const kept = Object.entries(byRow).filter(([key]) => row !== undefined && Number(key) !== row)
    for (const key of Object.keys(byRow))
      if (row === undefined || Number(key) === row) touched.add(Number(key))
    if (kept.length > 0) work.texts[field] = Object.fromEntries(kept)
    else delete work.texts[field]
  }
}
