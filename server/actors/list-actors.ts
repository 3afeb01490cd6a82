import type { ActorPage, ActorQuery, ActorRecord } from '#shared/contract/actors.ts'
import type { FieldIssue } from '#shared/contract/errors.ts'
import { ACTOR_STANDINGS, CENSUS_STATUSES, SIZE_CLASSES } from '#shared/contract/vocabulary.ts'
import { invalidInput } from '../errors.ts'
import { keptFor } from '../http/kept-for.ts'
import { dayKey, listed, pageOfRows, sortRows } from '../http/list-page.ts'
import { codeIssue, type WriteContext } from '../reference/write-context.ts'
import { actorLine } from './actor-line.ts'
import type { ActorReading, ActorView } from './actor-view.ts'
import { inNameOrder, isNamed, nearlyNamed } from './known-names.ts'
import { consentedTo } from './record-consent.ts'
import { foldName } from './similar-name.ts'

/** Asks for those without a role, sector or region. */
const NONE = 'none'

/** A record and how it reads; the line is made for the page that is sent alone. */
interface Match {
  actor: ActorRecord
  reading: ActorReading
}

/** One page of the register: who was registered by the date, those who left included. */
export function listActors(view: ActorView, codes: WriteContext, query: ActorQuery): ActorPage {
  const { page: _, pageSize: __, ...asked } = query
  const key = JSON.stringify([view.revision, view.on, asked])
  const { sorted, near } = keptFor(view.actors, key, () => {
    const { found, near } = search(view, codes, query)
    return { sorted: inOrder(found, codes, query), near }
  })
  const { rows, ...page } = pageOfRows(sorted, query)
  return { rows: rows.map(({ actor }) => actorLine(view, actor)), ...page, near, revision: view.revision }
}

function inOrder(found: Match[], codes: WriteContext, { sort, order }: ActorQuery): Match[] {
  const by = sortValue(sort, codes)
  // they come by name
  if (by) return sortRows(found, order, by)
  return order === 'asc' ? found : found.reverse()
}

/** All of the register that a query is about, whatever its page. */
export const actorsMatching = (view: ActorView, codes: WriteContext, query: ActorQuery): ActorRecord[] =>
  search(view, codes, query).found.map(({ actor }) => actor)

function search(view: ActorView, codes: WriteContext, query: ActorQuery): { found: Match[]; near: boolean } {
  const issues = checkCodes(codes, query)
  if (issues.length > 0) throw invalidInput(...issues)
  const words = foldName(query.q ?? '')
  if (words === '') return { found: matching(view, query, () => true), near: false }
  const found = matching(view, query, (actor) => isNamed(actor, words))
  if (found.length > 0) return { found, near: false }
  const nearly = matching(view, query, nearlyNamed(words))
  return { found: nearly, near: nearly.length > 0 }
}

function checkCodes(codes: WriteContext, query: ActorQuery): FieldIssue[] {
  const check = (field: 'role' | 'sector' | 'region', known: ReadonlySet<string>) =>
    [...(listed(query[field]) ?? [])].flatMap((v) => (v === NONE ? [] : codeIssue(known, field, field, v)))
  return [...check('role', codes.roles), ...check('sector', codes.sectors), ...check('region', codes.regions)]
}

function matching(view: ActorView, query: ActorQuery, isMeant: (actor: ActorRecord) => boolean): Match[] {
  const [roles, sectors, regions] = [listed(query.role), listed(query.sector), listed(query.region)]
  const matches: Match[] = []
  for (const actor of inNameOrder(view.actors)) {
    if (!isMeant(actor)) continue
    const reading = view.actorReading(actor)
    if (view.on !== 'all' && reading.registeredOn !== null && reading.registeredOn > view.on) continue
    if (roles && !roles.has(reading.role ?? NONE)) continue
    if (sectors && !sectors.has(reading.sectorId ?? NONE)) continue
    if (regions && !isIn(reading.regionCode, regions)) continue
    if (query.census && reading.censusStatus !== query.census) continue
    if (query.standing && reading.standing !== query.standing) continue
    if (query.consent && !hasConsent(actor, query.consent)) continue
    matches.push({ actor, reading })
  }
  return matches
}

function hasConsent(actor: ActorRecord, asked: NonNullable<ActorQuery['consent']>): boolean {
  const given = consentedTo(actor)
  return asked === 'none' ? given.length === 0 : given.includes(asked)
}

/** A district is in the list with all its villages. */
function isIn(code: string | null, regions: ReadonlySet<string>): boolean {
  if (code === null) return regions.has(NONE)
  return [...regions].some((region) => code === region || code.startsWith(`${region}.`))
}

/** By the place in its list where a value is one of few, null where there is none; undefined for names. */
function sortValue(
  sort: ActorQuery['sort'],
  { order }: WriteContext,
): ((match: Match) => number | null) | undefined {
  const place = (known: readonly string[], value: string | null) =>
    value === null ? null : known.indexOf(value)
  switch (sort) {
    case 'name':
      return undefined
    case 'sector':
      return ({ reading }) => placeOf(order.sectors, reading.sectorId)
    case 'region':
      return ({ reading }) => placeOf(order.regions, reading.regionCode)
    case 'role':
      return ({ reading }) => placeOf(order.roles, reading.role)
    case 'size':
      return ({ actor }) => place(SIZE_CLASSES, actor.sizeClass)
    case 'census':
      return ({ reading }) => place(CENSUS_STATUSES, reading.censusStatus)
    case 'standing':
      return ({ reading }) => place(ACTOR_STANDINGS, reading.standing)
    case 'consents':
      return ({ actor }) => consentedTo(actor).length || null
    case 'partners':
    case 'crossPartners':
      return ({ reading }) => reading[sort]
    default:
      return ({ reading }) => dayKey(reading[sort])
  }
}

const placeOf = (places: ReadonlyMap<string, number>, value: string | null) =>
  value === null ? null : (places.get(value) ?? null)
