import type { FieldIssue } from '#shared/contract/errors.ts'
import type { Kind } from '#shared/contract/reference.ts'
import type { Db } from '../db/schema.ts'
import { issue } from '../errors.ts'
import type { Clock } from '../today.ts'
import { readReference } from './read-reference.ts'

/** What the rules of a write are checked against: the code lists and the day. */
export interface WriteContext {
  today: string
  /** The stored reference date decides what is in the future, and the message says so. */
  todayIsStored: boolean
  roles: ReadonlySet<string>
  kinds: ReadonlyMap<string, Kind>
  regions: ReadonlySet<string>
  officialPartition: string
  /** Sector ids of the official partition. */
  sectors: ReadonlySet<string>
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
    sectors: new Set(official.sectors.map((s) => s.id)),
    maxParties: definitions.find((d) => d.id === 'official')?.rule.maxParties ?? null,
  }
}

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
