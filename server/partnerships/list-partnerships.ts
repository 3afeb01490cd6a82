import type { FieldIssue } from '#shared/contract/errors.ts'
import type { PartnershipPage, PartnershipQuery, PartnershipRecord } from '#shared/contract/partnerships.ts'
import { EVIDENCE_GRADES } from '#shared/contract/vocabulary.ts'
import { foldName } from '../actors/similar-name.ts'
import type { Db } from '../db/schema.ts'
import { invalidInput, issue } from '../errors.ts'
import { listed, pageOfRows, sortRows } from '../http/list-page.ts'
import { codeIssue, type WriteContext } from '../reference/write-context.ts'
import { type PartnershipLine, partnershipLine, withPartnershipRevisions } from './partnership-line.ts'
import type { PartnershipView } from './partnership-view.ts'

const EVIDENCE: ReadonlySet<string> = new Set(EVIDENCE_GRADES)

/** One page of the register; what had not begun by the date only where it is asked for. */
export async function listPartnerships(
  db: Db,
  view: PartnershipView,
  codes: WriteContext,
  query: PartnershipQuery,
): Promise<PartnershipPage> {
  const issues = checkFilters(view, codes, query)
  if (issues.length > 0) throw invalidInput(...issues)
  const sorted = sortRows(
    matching(view, query),
    query.order,
    (line) => line[query.sort],
    (line) => line.id,
  )
  const { rows, ...page } = pageOfRows(sorted, query)
  return { rows: await withPartnershipRevisions(db, rows), ...page, revision: view.revision }
}

function checkFilters(view: PartnershipView, codes: WriteContext, query: PartnershipQuery): FieldIssue[] {
  const check = (
    field: 'kind' | 'sector' | 'evidence',
    known: ReadonlySet<string> | ReadonlyMap<string, unknown>,
  ) => [...(listed(query[field]) ?? [])].flatMap((value) => codeIssue(known, field, field, value))
  const issues = [
    ...check('kind', codes.kinds),
    ...check('sector', codes.sectors),
    ...check('evidence', EVIDENCE),
  ]
  if (query.actor !== undefined && !view.actors.has(query.actor))
    issues.push(
      issue('actor', 'unknown-actor', `There is no actor "${query.actor}".`, { value: query.actor }),
    )
  return issues
}

function matching(view: PartnershipView, query: PartnershipQuery): PartnershipLine[] {
  const [kinds, grades, sectors] = [listed(query.kind), listed(query.evidence), listed(query.sector)]
  const words = foldName(query.q ?? '')
  const lines: PartnershipLine[] = []
  for (const record of view.partnerships.values()) {
    // What the record alone decides comes first: a line costs more.
    if (query.actor !== undefined && !record.parties.includes(query.actor)) continue
    if (kinds && !kinds.has(record.kind)) continue
    if (grades && !grades.has(record.evidence)) continue
    if (words !== '' && !isFound(view, record, words)) continue
    const line = partnershipLine(view, record)
    if (query.standing ? line.standing !== query.standing : line.standing === 'future') continue
    if (query.cross && String(line.crossSector) !== query.cross) continue
    if (query.counts && String(line.counts) !== query.counts) continue
    if (sectors && !line.parties.some((party) => party.sectorId !== null && sectors.has(party.sectorId)))
      continue
    lines.push(line)
  }
  return lines
}

/** By the names of its parties, its note or its projects. */
function isFound(view: PartnershipView, record: PartnershipRecord, words: string): boolean {
  const names = record.parties.flatMap((id) => {
    const actor = view.actors.get(id)
    return actor ? [actor.name, ...actor.aliases] : []
  })
  return [...names, record.note ?? '', ...record.projects].some((text) => foldName(text).includes(words))
}
