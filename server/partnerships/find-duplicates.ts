import type { PartnershipRecord } from '#shared/contract/partnerships.ts'
import type { Db } from '../db/schema.ts'
import { valueOn } from '../reference/dated.ts'
import { partnershipStore } from './partnership-store.ts'

export interface DuplicateQuestion {
  parties: readonly string[]
  /** Only of this kind; of any when absent. */
  kind?: string | undefined
  /** From when on the two would run side by side; null = always. */
  startedOn: string | null
}

/**
 * Partnerships on record between the same parties that go on, or went on after the start. Pauses and lapsed ones are in:
 * they are taken up again, not logged anew.
 */
export async function findDuplicates(
  db: Db,
  { parties, kind, startedOn }: DuplicateQuestion,
  today: string,
): Promise<PartnershipRecord[]> {
  const wanted = [...new Set(parties)]
  const [first] = wanted
  if (first === undefined) return []
  let query = db
    .selectFrom('partnership_party')
    .innerJoin('partnership', 'partnership.id', 'partnership_party.partnership_id')
    .select('partnership.id')
    .where('partnership_party.actor_id', '=', first)
  if (kind !== undefined) query = query.where('partnership.kind', '=', kind)
  const ids = (await query.execute()).map((row) => row.id)
  const records = [...(await partnershipStore.read(db, ids)).values()].map((stored) => stored.record)
  return records.filter((r) => hasParties(r, wanted) && runsAfter(r, startedOn, today))
}

const hasParties = (record: PartnershipRecord, wanted: readonly string[]) =>
  record.parties.length === wanted.length && wanted.every((id) => record.parties.includes(id))

function runsAfter(record: PartnershipRecord, startedOn: string | null, today: string): boolean {
  if (valueOn(record.statuses, today) === 'declined') return false
  return record.endedOn === null || startedOn === null || record.endedOn > startedOn
}
