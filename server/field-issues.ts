import type { z } from 'zod'
import type { FieldIssue } from '#shared/contract/errors.ts'

/** What the validator found, field by field. An unknown key is the fault of that key, not of the object around it. */
export function fieldIssues(error: z.core.$ZodError): FieldIssue[] {
  return error.issues.flatMap((found) => issuesOf(found, []))
}

function issuesOf(found: z.core.$ZodIssue, above: readonly PropertyKey[]): FieldIssue[] {
  const path = [...above, ...found.path]
  switch (found.code) {
    case 'unrecognized_keys':
      return found.keys.map((key) => field([...path, key], 'unknown-field', `There is no field "${key}".`))
    case 'invalid_union':
      return unionIssues(found, path)
    default:
      return [field(path, codeOf(found), found.message)]
  }
}

/** Of the shapes a value may have, the one with the fewest faults was meant. */
function unionIssues(found: z.core.$ZodIssueInvalidUnion, path: PropertyKey[]): FieldIssue[] {
  const alternatives = found.errors
    .map((issues) => issues.flatMap((one) => issuesOf(one, path)))
    .filter((issues) => issues.length > 0)
    .sort((a, b) => a.length - b.length)
  return alternatives[0] ?? [field(path, 'not-allowed', found.message)]
}

const field = (path: readonly PropertyKey[], code: string, message: string): FieldIssue => ({
  path: path.map(String).join('.'),
  code,
  message,
})

function codeOf(found: z.core.$ZodIssue): string {
  switch (found.code) {
    case 'invalid_type':
      return found.input === undefined && found.message.includes('undefined') ? 'missing' : 'wrong-type'
    case 'too_small':
      return 'too-small'
    case 'too_big':
      return 'too-big'
    case 'invalid_format':
      return found.format === 'date'
        ? 'not-a-date'
        : found.format === 'url'
          ? 'not-an-address'
          : 'wrong-format'
    default:
      return 'not-allowed'
  }
}
