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
 * Those partnerships between the same parties that go on, or went on after the start. Pauses and lapsed ones are in:
 * they are taken up again, not logged anew.
 */
export function duplicatesIn(
  records: Iterable<PartnershipRecord>,
  { parties, kind, startedOn }: DuplicateQuestion,
  today: string,
): PartnershipRecord[] {
  const wanted = [...new Set(parties)]
  return [...records].filter(
    (record) =>
      (kind === undefined || record.kind === kind) &&
      hasParties(record, wanted) &&
      runsAfter(record, startedOn, today),
  )
}

/** As `duplicatesIn`, of what the changeset sees. */
export async function findDuplicates(
  db: Db,
  question: DuplicateQuestion,
  today: string,
): Promise<PartnershipRecord[]> {
  const [first] = question.parties
  if (first === undefined) return []
  const rows = await db
    .selectFrom('partnership_party')
    .select('partnership_id')
    .where('actor_id', '=', first)
    .execute()
  const stored = await partnershipStore.read(
    db,
    rows.map((row) => row.partnership_id),
  )
  return duplicatesIn(
    [...stored.values()].map(({ record }) => record),
    question,
    today,
  )
}

const hasParties = (record: PartnershipRecord, wanted: readonly string[]) =>
  record.parties.length === wanted.length && wanted.every((id) => record.parties.includes(id))

function runsAfter(record: PartnershipRecord, startedOn: string | null, today: string): boolean {
  if (valueOn(record.statuses, today) === 'declined') return false
  return record.endedOn === null || startedOn === null || record.endedOn > startedOn
}
