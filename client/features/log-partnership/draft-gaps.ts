import type { FieldIssue } from '#shared/contract/errors.ts'
import type { Kind } from '#shared/contract/reference.ts'
import type { PartnershipDraft } from './partnership-draft.ts'

/** The six fields, in reading order, and the direction under the second. */
export const DRAFT_FIELDS = [
  'parties',
  'kind',
  'direction',
  'intensity',
  'evidence',
  'startedOn',
  'attachment',
  'note',
] as const
export type DraftField = (typeof DRAFT_FIELDS)[number]

export type GapCode =
  | 'too-few-parties'
  | 'kind-missing'
  | 'direction-missing'
  | 'date-missing'
  | 'date-invalid'
  | 'date-in-future'
  | 'url-invalid'
  | 'note-too-long'
  | 'new-actor-unnamed'
  | 'actor-exists'
  | 'refused'

/** What is missing or wrong in one field. */
export interface Gap {
  field: DraftField
  code: GapCode
  /** Position of the party that it concerns. */
  party?: number
  /** `refused`: what the server said. */
  issue?: FieldIssue
  /** `actor-exists`: who is in the register under a name like this. */
  existing?: { id: string; name: string }
}

const ISO_DATE = /^\d{4}-\d{2}-\d{2}$/

function dateGap(value: string, today: string): GapCode | null {
  if (value === '') return 'date-missing'
  if (!ISO_DATE.test(value) || Number.isNaN(Date.parse(value))) return 'date-invalid'
  return value > today ? 'date-in-future' : null
}

function isWebAddress(value: string): boolean {
  try {
    const { protocol, hostname } = new URL(value)
    return (protocol === 'https:' || protocol === 'http:') && hostname.includes('.')
  } catch {
    return false
  }
}

/** Everything that keeps the draft from being saved, first field first. */
export function findGaps(draft: PartnershipDraft, kind: Kind | undefined, today: string): Gap[] {
  const gaps: Gap[] = []
  if (draft.parties.length < 2) gaps.push({ field: 'parties', code: 'too-few-parties' })
  draft.parties.forEach((party, at) => {
    if (party.name.trim() === '') gaps.push({ field: 'parties', code: 'new-actor-unnamed', party: at })
  })
  if (!kind) gaps.push({ field: 'kind', code: 'kind-missing' })
  if (kind?.directed && draft.parties.length >= 2 && !draft.direction)
    gaps.push({ field: 'direction', code: 'direction-missing' })
  const date = draft.proposed ? null : dateGap(draft.startedOn, today)
  if (date) gaps.push({ field: 'startedOn', code: date })
  const url = draft.evidenceUrl.trim()
  if (url !== '' && !isWebAddress(url)) gaps.push({ field: 'attachment', code: 'url-invalid' })
  if (draft.note.length > 2000) gaps.push({ field: 'note', code: 'note-too-long' })
  return gaps
}

const FIELD_OF_PATH: Record<string, DraftField> = {
  parties: 'parties',
  arcs: 'direction',
  kind: 'kind',
  intensity: 'intensity',
  evidence: 'evidence',
  evidenceUrl: 'attachment',
  file: 'attachment',
  files: 'attachment',
  notDuplicateOf: 'parties',
  note: 'note',
  startedOn: 'startedOn',
  status: 'startedOn',
}

/** The server's issues on the fields they belong to, first field first; what fits no field stands under the first. */
export function gapsFromIssues(issues: readonly FieldIssue[]): Gap[] {
  const gaps = issues.map((issue): Gap => {
    const [head = '', position] = issue.path.split('.')
    const field = FIELD_OF_PATH[head] ?? 'parties'
    const party = head === 'parties' && /^\d+$/.test(position ?? '') ? Number(position) : undefined
    const place = party === undefined ? {} : { party }
    const { id, name } = issue.params ?? {}
    if (issue.code === 'likely-duplicate' && field === 'parties' && id !== undefined && name !== undefined)
      return { field, code: 'actor-exists', existing: { id: String(id), name: String(name) }, ...place }
    return { field, code: 'refused', issue, ...place }
  })
  return gaps.sort((a, b) => DRAFT_FIELDS.indexOf(a.field) - DRAFT_FIELDS.indexOf(b.field))
}
