import { addMonths } from '#client/ui/add-months.ts'
import type { PartnershipRecord } from '#shared/contract/partnerships.ts'
import type { Status } from '#shared/contract/vocabulary.ts'

/** One dated thing that happened to a partnership, oldest first. */
export type TimelineEntry =
  | { type: 'recorded' | 'started' | 'confirmed' | 'lapsed'; on: string }
  | { type: 'status'; on: string; status: Status }
  | { type: 'ended'; on: string; endReason: PartnershipRecord['endReason'] }

const RANK: Record<TimelineEntry['type'], number> = {
  recorded: 0,
  started: 1,
  confirmed: 2,
  status: 3,
  lapsed: 4,
  ended: 5,
}

/** Days on which an unconfirmed partnership stopped counting, up to `until`. */
function lapses(record: PartnershipRecord, expiryMonths: number, until: string): string[] {
  const proofs = [record.startedOn, ...record.confirmations]
    .filter((day): day is string => day !== null)
    .sort()
  const stop = record.endedOn !== null && record.endedOn < until ? record.endedOn : until
  return proofs.flatMap((day, position) => {
    const lapsed = addMonths(day, expiryMonths)
    const next = proofs[position + 1] ?? stop
    return lapsed < next && lapsed < stop ? [lapsed] : []
  })
}

/** The life of the partnership from its record. `expiryMonths` null: it never lapses. */
export function partnershipTimeline(
  record: PartnershipRecord,
  expiryMonths: number | null,
  today: string,
): TimelineEntry[] {
  const entries: TimelineEntry[] = []
  const proposed = record.statuses.some(
    ({ from, value }) => value === 'proposed' && from === record.recordedOn,
  )
  if (record.recordedOn && !proposed) entries.push({ type: 'recorded', on: record.recordedOn })
  if (record.startedOn) entries.push({ type: 'started', on: record.startedOn })
  for (const on of record.confirmations) if (on !== record.startedOn) entries.push({ type: 'confirmed', on })
  for (const { from, value } of record.statuses) {
    const opening = value === 'active' && (from === null || from === record.startedOn)
    const closing = value === 'ended' && record.endedOn !== null
    if (from !== null && !opening && !closing) entries.push({ type: 'status', on: from, status: value })
  }
  if (expiryMonths !== null)
    for (const on of lapses(record, expiryMonths, today)) entries.push({ type: 'lapsed', on })
  if (record.endedOn) entries.push({ type: 'ended', on: record.endedOn, endReason: record.endReason })
  return entries.sort((a, b) => (a.on === b.on ? RANK[a.type] - RANK[b.type] : a.on < b.on ? -1 : 1))
}
