import type { FieldId } from '#shared/contract/import-fields.ts'
import type { ImportDecisions } from '#shared/contract/imports.ts'
import { invalidInput, issue } from '../errors.ts'
import type { Match } from './matching/matcher.ts'
import type { StoredDecision, Work } from './work.ts'

interface Decidable {
  row: number
  matches: readonly Match[]
  isOpen: boolean
}

/** The work with what somebody decided about rows that may repeat something. */
export function decide(work: Work, asked: ImportDecisions, rows: readonly Decidable[]): Work {
  const decisions = { ...work.decisions }
  for (const row of chosen(asked, rows)) {
    if (asked.as === null) delete decisions[row.row]
    else decisions[row.row] = decisionOf(asked, row)
  }
  return { ...work, decisions }
}

function chosen({ rows: asked }: ImportDecisions, rows: readonly Decidable[]): Decidable[] {
  if (!Array.isArray(asked))
    return rows.filter(
      ({ matches, isOpen }) => matches[0]?.by === asked.by && (isOpen || asked.openOnly === false),
    )
  const byNumber = new Map(rows.map((row) => [row.row, row]))
  return asked.map((number) => {
    const row = byNumber.get(number)
    if (!row)
      throw invalidInput(issue('rows', 'unknown-row', 'The table has no such row.', { value: number }))
    return row
  })
}

/** Of what was found by its name the name stays as it is. */
export const usuallyKept = ({ by }: Match): FieldId[] => (by === 'id' || by === 'nib' ? [] : ['name'])

function decisionOf(asked: ImportDecisions, { row, matches }: Decidable): StoredDecision {
  if (asked.as !== 'same') return { as: asked.as!, id: null, row: null, keep: [] }
  const named = asked.id !== undefined || asked.row !== undefined
  const match = named
    ? matches.find(({ known }) => (asked.id !== undefined ? known.id === asked.id : known.row === asked.row))
    : matches[0]
  if (!match) throw invalidInput(issue('as', 'no-match', 'The row repeats no such record.', { value: row }))
  return { as: 'same', id: match.known.id, row: match.known.row, keep: asked.keep ?? usuallyKept(match) }
}
