import type { ActorPage, ActorQuery, ActorRecord, ActorRow } from '#shared/contract/actors.ts'
import type { FieldIssue } from '#shared/contract/errors.ts'
import { invalidInput } from '../errors.ts'
import { listed, pageOfRows, sortRows } from '../http/list-page.ts'
import { codeIssue, type WriteContext } from '../reference/write-context.ts'
import { actorLine } from './actor-line.ts'
import type { ActorView } from './actor-view.ts'
import { foldName } from './similar-name.ts'

/** Asks for those without a role, sector or region. */
const NONE = 'none'

/** One page of the register: who was registered by the date, those who left included. */
export function listActors(view: ActorView, codes: WriteContext, query: ActorQuery): ActorPage {
  const issues = checkCodes(codes, query)
  if (issues.length > 0) throw invalidInput(...issues)
  const lines = matching(view, query)
  const sorted = sortRows(lines, query.order, sortValue(query.sort), (line) => `${line.name} ${line.id}`)
  return { ...pageOfRows(sorted, query), revision: view.revision }
}

function checkCodes(codes: WriteContext, query: ActorQuery): FieldIssue[] {
  const check = (field: 'role' | 'sector' | 'region', known: ReadonlySet<string>) =>
    [...(listed(query[field]) ?? [])].flatMap((v) => (v === NONE ? [] : codeIssue(known, field, field, v)))
  return [...check('role', codes.roles), ...check('sector', codes.sectors), ...check('region', codes.regions)]
}

function matching(view: ActorView, query: ActorQuery): ActorRow[] {
  const [roles, sectors, regions] = [listed(query.role), listed(query.sector), listed(query.region)]
  const words = foldName(query.q ?? '')
  const lines: ActorRow[] = []
  for (const actor of view.actors.values()) {
    if (words !== '' && !isNamed(actor, words)) continue
    const line = actorLine(view, actor)
    if (view.on !== 'all' && line.registeredOn !== null && line.registeredOn > view.on) continue
    if (roles && !roles.has(line.role ?? NONE)) continue
    if (sectors && !sectors.has(line.sectorId ?? NONE)) continue
    if (regions && !isIn(line.regionCode, regions)) continue
    if (query.census && line.censusStatus !== query.census) continue
    if (query.standing && line.standing !== query.standing) continue
    lines.push(line)
  }
  return lines
}

const isNamed = (actor: ActorRecord, words: string) =>
  [actor.name, ...actor.aliases].some((name) => foldName(name).includes(words))

/** A district is in the list with all its villages. */
function isIn(code: string | null, regions: ReadonlySet<string>): boolean {
  if (code === null) return regions.has(NONE)
  return [...regions].some((region) => code === region || code.startsWith(`${region}.`))
}

function sortValue(sort: ActorQuery['sort']): (line: ActorRow) => string | number | null {
  switch (sort) {
    case 'sector':
      return (line) => line.sectorId
    case 'region':
      return (line) => line.regionCode
    default:
      return (line) => line[sort]
  }
}
