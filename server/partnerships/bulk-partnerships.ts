import type { BulkOutcome, PartnershipBulk, PartnershipBulkChange } from '#shared/contract/bulk.ts'
import type { FieldIssue } from '#shared/contract/errors.ts'
import type { PartnershipRecord } from '#shared/contract/partnerships.ts'
import type { ChangesetTx } from '../db/changeset.ts'
import { lastRevision } from '../db/entity-store.ts'
import { invalidInput, issue } from '../errors.ts'
import { type BulkPlan, checkCounted, planBulk } from '../reference/bulk-plan.ts'
import { valueOn } from '../reference/dated.ts'
import { dateIssue, type WriteContext } from '../reference/write-context.ts'
import { applyPatch, checkPatch } from './change-partnership.ts'
import { partnershipsMatching } from './list-partnerships.ts'
import { partnershipStore } from './partnership-store.ts'
import type { PartnershipView } from './partnership-view.ts'

/** What the change would do to the selection, by the register as it is in the view. */
export function countPartnershipBulk(
  view: PartnershipView,
  context: WriteContext,
  { selection, change }: PartnershipBulk,
): BulkOutcome {
  checkChange(context, change)
  const records = idsOf(view, context, selection).flatMap((id) => view.partnerships.get(id) ?? [])
  return { revision: view.revision, ...plan(context, records, change).outcome }
}

/** Changes the selection in the changeset. Throws `stale` where that would not be what was counted. */
export async function changePartnerships(
  tx: ChangesetTx,
  view: PartnershipView,
  context: WriteContext,
  { selection, change, counted }: PartnershipBulk,
): Promise<BulkPlan<PartnershipRecord>['outcome']> {
  checkChange(context, change)
  const stored = [...(await tx.findMany(partnershipStore, idsOf(view, context, selection))).values()]
  const planned = plan(
    context,
    stored.map(({ record }) => record),
    change,
  )
  checkCounted(counted, planned, lastRevision(stored))
  await tx.putAll(partnershipStore, planned.changed)
  return planned.outcome
}

function idsOf(
  view: PartnershipView,
  context: WriteContext,
  selection: PartnershipBulk['selection'],
): string[] {
  if ('ids' in selection) return [...new Set(selection.ids)]
  const query = { ...selection.matching, sort: 'startedOn', order: 'desc', page: 1, pageSize: 1 } as const
  return partnershipsMatching(view, context, query).map(({ id }) => id)
}

/** A date that is wrong whatever the record. */
function checkChange(context: WriteContext, change: PartnershipBulkChange) {
  const issues =
    change.mode === 'confirm' ? dateIssue(context, 'on', change.on) : dateIssue(context, 'from', change.from)
  if (issues.length > 0) throw invalidInput(...issues)
}

const plan = (context: WriteContext, records: readonly PartnershipRecord[], change: PartnershipBulkChange) =>
  planBulk(records, (record) => {
    const issues = [...checkPatch(context, record, change), ...reopens(record, change)]
    return issues.length > 0 ? { issues } : { changed: applyPatch(context, record, change) }
  })

/** What ended begins again one by one: in a list somebody means the paused ones. */
function reopens(record: PartnershipRecord, change: PartnershipBulkChange): FieldIssue[] {
  if (change.mode !== 'from' || change.changes.status !== 'active') return []
  if (valueOn(record.statuses, change.from) !== 'ended') return []
  const params = { from: 'ended', to: 'active' }
  return [issue('changes.status', 'status-not-reachable', 'What has ended is reopened by itself.', params)]
}
