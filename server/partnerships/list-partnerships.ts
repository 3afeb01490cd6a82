import type { FieldIssue } from '#shared/contract/errors.ts'
import type { PartnershipPage, PartnershipQuery, PartnershipRecord } from '#shared/contract/partnerships.ts'
import { EVIDENCE_GRADES, STANDINGS } from '#shared/contract/vocabulary.ts'
import { isNamed, isNearlyNamed, namesOfActor } from '../actors/known-names.ts'
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
  const { found, near } = search(view, codes, query)
  const sorted = sortRows(found, query.order, sortValue(view, codes, query.sort), ({ record }) => record.id)
  const { rows, ...page } = pageOfRows(sorted, query)
  return {
    rows: rows.map(({ record }) => partnershipLine(view, record)),
    ...page,
    near,
    counted: view.counted,
    revision: view.revision,
  }
}

/** All of the register that a query is about, whatever its page. */
export const partnershipsMatching = (
  view: PartnershipView,
  codes: WriteContext,
  query: PartnershipQuery,
): PartnershipRecord[] => search(view, codes, query).found.map(({ record }) => record)

function search(view: PartnershipView, codes: WriteContext, query: PartnershipQuery) {
  const issues = checkFilters(view, codes, query)
  if (issues.length > 0) throw invalidInput(...issues)
  const words = foldName(query.q ?? '')
  if (words === '') return { found: matching(view, query, undefined), near: false }
  const found = matching(view, query, finder(view, words))
  if (found.length > 0) return { found, near: false }
  const parts = words.split(' ')
  const nearly = matching(view, query, ({ parties }) =>
    parties.some((id) => isNearlyNamed(view.actors.get(id)!, parts)),
  )
  return { found: nearly, near: nearly.length > 0 }
}

/** A record and how it reads; the line with its parties is made for the page that is sent alone. */
interface Match {
  record: PartnershipRecord
  reading: PartnershipReading
}

function sortValue(
  view: PartnershipView,
  { order }: WriteContext,
  sort: PartnershipQuery['sort'],
): (match: Match) => string | number | null {
  switch (sort) {
    case 'parties':
      return ({ record }) => record.parties.map((id) => namesOfActor(view.actors.get(id)!).key).join(' | ')
    case 'kind':
      return ({ record }) => order.kinds.get(record.kind) ?? null
    case 'standing':
      return ({ reading }) => STANDINGS.indexOf(reading.standing)
    case 'counts':
      return ({ reading }) => Number(!reading.counts)
    case 'lastConfirmedOn':
    case 'expiresOn':
      return ({ reading }) => reading[sort]
    default:
      return ({ record }) => record[sort]
  }
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

function matching(
  view: PartnershipView,
  query: PartnershipQuery,
  found: ((record: PartnershipRecord) => boolean) | undefined,
): Match[] {
  const [kinds, grades, sectors] = [listed(query.kind), listed(query.evidence), listed(query.sector)]
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
  for (const actor of view.actors.values()) if (isNamed(actor, words)) named.add(actor.id)
  return ({ parties, note, projects }) =>
    parties.some((id) => named.has(id)) ||
    [note ?? '', ...projects].some((text) => foldName(text).includes(words))
}
