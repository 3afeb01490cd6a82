import type { FieldIssue } from '#shared/contract/errors.ts'
import type { PartnershipPage, PartnershipQuery, PartnershipRecord } from '#shared/contract/partnerships.ts'
import { EVIDENCE_GRADES } from '#shared/contract/vocabulary.ts'
import { foldName } from '../actors/similar-name.ts'
import { invalidInput, issue } from '../errors.ts'
import { listed, pageOfRows, sortRows } from '../http/list-page.ts'
import { codeIssue, type WriteContext } from '../reference/write-context.ts'
import { partnershipLine } from './partnership-line.ts'
import type { PartnershipReading, PartnershipView } from './partnership-view.ts'

const EVIDENCE: ReadonlySet<string> = new Set(EVIDENCE_GRADES)

/** One page of the register; what had not begun by the date only where it is asked for. */
export function listPartnerships(
  view: PartnershipView,
  codes: WriteContext,
  query: PartnershipQuery,
): PartnershipPage {
  const issues = checkFilters(view, codes, query)
  if (issues.length > 0) throw invalidInput(...issues)
  const sorted = sortRows(
    matching(view, query),
    query.order,
    sortValue(query.sort),
    ({ record }) => record.id,
  )
  const { rows, ...page } = pageOfRows(sorted, query)
  return {
    rows: rows.map(({ record }) => partnershipLine(view, record)),
    ...page,
    counted: view.counted,
    revision: view.revision,
  }
}

/** A record and how it reads; the line with its parties is made for the page that is sent alone. */
interface Match {
  record: PartnershipRecord
  reading: PartnershipReading
}

function sortValue(sort: PartnershipQuery['sort']): (match: Match) => string | number | null {
  if (sort === 'lastConfirmedOn') return ({ reading }) => reading.lastConfirmedOn
  return ({ record }) => record[sort]
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

function matching(view: PartnershipView, query: PartnershipQuery): Match[] {
  const [kinds, grades, sectors] = [listed(query.kind), listed(query.evidence), listed(query.sector)]
  const words = foldName(query.q ?? '')
  const found = words === '' ? undefined : finder(view, words)
  const matches: Match[] = []
  for (const record of view.partnerships.values()) {
    if (query.actor !== undefined && !record.parties.includes(query.actor)) continue
    if (kinds && !kinds.has(record.kind)) continue
    if (grades && !grades.has(record.evidence)) continue
    if (found && !found(record)) continue
    if (sectors && !record.parties.some((id) => isOfSector(view, id, sectors))) continue
    const reading = view.partnershipReading(record)
    if (query.standing ? reading.standing !== query.standing : reading.standing === 'future') continue
    if (query.cross && String(reading.crossSector) !== query.cross) continue
    if (query.counts && String(reading.counts) !== query.counts) continue
    matches.push({ record, reading })
  }
  return matches
}

function isOfSector(view: PartnershipView, actorId: string, sectors: ReadonlySet<string>): boolean {
  const actor = view.actors.get(actorId)
  const sectorId = actor && view.actorReading(actor).sectorId
  return sectorId !== undefined && sectorId !== null && sectors.has(sectorId)
}

/** Finds by the names of the parties, the note or the projects; each name is read once. */
function finder(view: PartnershipView, words: string): (record: PartnershipRecord) => boolean {
  const named = new Set<string>()
  for (const actor of view.actors.values())
    if ([actor.name, ...actor.aliases].some((name) => foldName(name).includes(words))) named.add(actor.id)
  return ({ parties, note, projects }) =>
    parties.some((id) => named.has(id)) ||
    [note ?? '', ...projects].some((text) => foldName(text).includes(words))
}
