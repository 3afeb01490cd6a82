import type { ActorRecord } from '#shared/contract/actors.ts'
import type { FieldIssue } from '#shared/contract/errors.ts'
import type { PartnershipPage, PartnershipQuery, PartnershipRecord } from '#shared/contract/partnerships.ts'
import { EVIDENCE_GRADES, STANDINGS } from '#shared/contract/vocabulary.ts'
import { isNamed, nameRanks, nearlyNamed } from '../actors/known-names.ts'
import { foldName } from '../actors/similar-name.ts'
import { invalidInput, issue } from '../errors.ts'
import { keptFor } from '../http/kept-for.ts'
import { dayKey, listed, pageOfRows, sortRows } from '../http/list-page.ts'
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
  const { page: _, pageSize: __, ...asked } = query
  const key = JSON.stringify([view.revision, view.on, asked])
  const { sorted, near } = keptFor(view.partnerships, key, () => {
    const { found, near } = search(view, codes, query)
    return { sorted: sortRows(found, query.order, sortValue(view, codes, query.sort)), near }
  })
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
  const named = (isMeant: (actor: ActorRecord) => boolean) => {
    const ids = new Set<string>()
    for (const actor of view.actors.values()) if (isMeant(actor)) ids.add(actor.id)
    return ({ parties }: PartnershipRecord) => parties.some((id) => ids.has(id))
  }
  const exactly = named((actor) => isNamed(actor, words))
  const found = matching(view, query, (record) => exactly(record) || isNoted(record, words))
  if (found.length > 0) return { found, near: false }
  const nearly = matching(view, query, named(nearlyNamed(words)))
  return { found: nearly, near: nearly.length > 0 }
}

/** A record and what the network says of it; all else is read for what is shown or asked for. */
interface Match {
  record: PartnershipRecord
  standing: PartnershipReading['standing']
  counts: boolean
}

function sortValue(
  view: PartnershipView,
  { order }: WriteContext,
  sort: PartnershipQuery['sort'],
): (match: Match) => number | null {
  switch (sort) {
    case 'parties':
      return byParties(nameRanks(view.actors))
    case 'kind':
      return ({ record }) => order.kinds.get(record.kind) ?? null
    case 'standing':
      return ({ standing }) => STANDINGS.indexOf(standing)
    case 'counts':
      return ({ counts }) => Number(!counts)
    case 'lastConfirmedOn':
    case 'expiresOn':
      return ({ record }) => dayKey(view.partnershipDay(record, sort))
    case 'intensity':
      return ({ record }) => record.intensity
    case 'evidence':
      return ({ record }) => EVIDENCE_GRADES.indexOf(record.evidence)
    default:
      return ({ record }) => dayKey(record[sort])
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
  for (const match of allRead(view, query)) {
    const { record, standing, counts } = match
    if (query.actor !== undefined && !record.parties.includes(query.actor)) continue
    if (kinds && !kinds.has(record.kind)) continue
    if (grades && !grades.has(record.evidence)) continue
    if (found && !found(record)) continue
    if (sectors && !record.parties.some((id) => isOfSector(view, id, sectors))) continue
    if (query.standing ? standing !== query.standing : standing === 'future') continue
    if (query.counts && String(counts) !== query.counts) continue
    if (query.cross && String(isCrossSector(view, record)) !== query.cross) continue
    matches.push(match)
  }
  return matches
}

/** Every record as it stands in the network of the question; read once for all lists of it. */
const allRead = (view: PartnershipView, { definition }: PartnershipQuery): readonly Match[] =>
  keptFor(view.partnerships, `all ${view.revision} ${view.on} ${definition}`, () =>
    Array.from(view.partnerships.values(), (record) => {
      const { standing, counts } = view.partnershipStanding(record)
      return { record, standing, counts }
    }),
  )

function isCrossSector(view: PartnershipView, { parties }: PartnershipRecord): boolean {
  let first: string | null = null
  for (const id of parties) {
    const actor = view.actors.get(id)
    const sector = actor ? view.actorReading(actor).sectorId : null
    if (sector === null) continue
    if (first !== null && sector !== first) return true
    first = sector
  }
  return false
}

function isOfSector(view: PartnershipView, actorId: string, sectors: ReadonlySet<string>): boolean {
  const actor = view.actors.get(actorId)
  const sectorId = actor && view.actorReading(actor).sectorId
  return sectorId !== undefined && sectorId !== null && sectors.has(sectorId)
}

const isNoted = ({ note, projects }: PartnershipRecord, words: string) =>
  (note !== null && foldName(note).includes(words)) || projects.some((text) => foldName(text).includes(words))

/** By the name of the first party, then of the second. */
const byParties =
  (ranks: ReadonlyMap<string, number>) =>
  ({ record: { parties } }: Match): number =>
    (ranks.get(parties[0]!) ?? 0) * ranks.size + (ranks.get(parties[1]!) ?? 0)
