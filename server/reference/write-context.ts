import type { FieldIssue } from '#shared/contract/errors.ts'
import type { Kind } from '#shared/contract/reference.ts'
import type { Db } from '../db/schema.ts'
import { issue } from '../errors.ts'
import type { Clock } from '../today.ts'
import { readReference } from './read-reference.ts'

/** What the rules of a write are checked against: the code lists and the day. */
type Places = ReadonlyMap<string, number>

export interface WriteContext {
  today: string
  /** The stored reference date decides what is in the future, and the message says so. */
  todayIsStored: boolean
  roles: ReadonlySet<string>
  kinds: ReadonlyMap<string, Kind>
  regions: ReadonlySet<string>
  officialPartition: string
  /** Where a code stands when a list is put in order: sectors and regions by name, roles as in their list. */
  order: { roles: Places; kinds: Places; regions: Places; sectors: Places }
  /** Sector ids of the official partition. */
  sectors: ReadonlySet<string>
  /** Those among them that nobody is put into any more. */
  retiredSectors: ReadonlySet<string>
  /**
   * Of the official definition: an undirected partnership of more parties joins only the pairs that confirmed each other, its arcs;
   * null where every partnership joins all.
   */
  maxParties: number | null
}

export async function readWriteContext(db: Db, clock?: Clock): Promise<WriteContext> {
  const { city, roles, kinds, regions, partitions, definitions } = await readReference(db, clock)
  const official = partitions.find((p) => p.official)
  if (!official) throw new Error('The database has no official partition.')
  return {
    today: city.today,
    todayIsStored: city.referenceDate !== null,
    roles: new Set(roles.map((r) => r.id)),
    kinds: new Map(kinds.map((k) => [k.id, k])),
    regions: new Set(regions.map((r) => r.code)),
    officialPartition: official.id,
    order: {
      roles: places(roles.map((r) => r.id)),
      kinds: places(byName(kinds, (k) => k.nameId).map((k) => k.id)),
      regions: places(byName(regions, (r) => r.name).map((r) => r.code)),
      sectors: places(byName(official.sectors, (s) => s.nameId).map((s) => s.id)),
    },
    sectors: new Set(official.sectors.map((s) => s.id)),
    retiredSectors: new Set(official.sectors.filter((s) => s.retired).map((s) => s.id)),
    maxParties: definitions.find((d) => d.id === 'official')?.rule.maxParties ?? null,
  }
}

const places = (ids: readonly string[]): Places => new Map(ids.map((id, place) => [id, place]))
const collator = new Intl.Collator('id', { numeric: true })
const byName = <T>(items: readonly T[], nameOf: (item: T) => string): T[] =>
  [...items].sort((a, b) => collator.compare(nameOf(a), nameOf(b)))

/** Before it, a date is a slip of the hand: no partnership that goes on is so old. */
const EARLIEST = '1900-01-01'

/** The issue of a date that has not come yet, or is older than any can be; none for another. */
export function dateIssue(
  { today, todayIsStored }: WriteContext,
  path: string,
  date: string | null | undefined,
): FieldIssue[] {
  if (!date) return []
  if (date < EARLIEST) return [issue(path, 'too-early', `${date} is before ${EARLIEST}.`, { date: EARLIEST })]
  if (date <= today) return []
  const what = todayIsStored ? `the reference date of this register, ${today}` : `today, ${today}`
  return [issue(path, 'later-than-today', `${date} is later than ${what}.`, { today, date })]
}

/** The issue of a code that is in no list; none where it is, or where there is no value. */
export function codeIssue(
  known: ReadonlySet<string> | ReadonlyMap<string, unknown>,
  path: string,
  what: string,
  value: string | null | undefined,
): FieldIssue[] {
  if (value === null || value === undefined || known.has(value)) return []
  return [issue(path, `unknown-${what}`, `There is no ${what} "${value}".`, { value })]
}

/** The issue of a sector that is in no list, or that nobody is put into any more. */
export function sectorIssue(
  { sectors, retiredSectors }: WriteContext,
  path: string,
  value: string | null | undefined,
): FieldIssue[] {
  if (value && retiredSectors.has(value))
    return [issue(path, 'retired-sector', `The sector "${value}" is no longer used.`, { value })]
  return codeIssue(sectors, path, 'sector', value)
}
