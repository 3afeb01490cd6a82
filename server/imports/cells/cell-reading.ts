import type { CellIssueCode } from '#shared/contract/import-fields.ts'

export interface Choice {
  value: string
  label: string
}

/** What a cell says: a plain value, nothing, or why it cannot be told. */
export interface CellReading {
  /** An ISO date, a code, digits, an id, text; null where there is nothing or it cannot be read. */
  value: string | null
  issue: { code: CellIssueCode; params?: Record<string, string | number> } | null
  /** What may be meant. */
  choices?: Choice[]
}

export const NOTHING: CellReading = { value: null, issue: null }

export const says = (value: string): CellReading => ({ value, issue: null })

export function wrong(
  code: CellIssueCode,
  params?: Record<string, string | number>,
  choices?: Choice[],
): CellReading {
  return {
    value: null,
    issue: params ? { code, params } : { code },
    ...(choices && choices.length > 0 ? { choices } : {}),
  }
}
