import type { ActorRecord } from '#shared/contract/actors.ts'
import type { ActorBulk, ActorBulkChange, BulkOutcome } from '#shared/contract/bulk.ts'
import type { Partition } from '#shared/contract/reference.ts'
import type { ChangesetTx } from '../db/changeset.ts'
import { lastRevision } from '../db/entity-store.ts'
import { invalidInput, issue } from '../errors.ts'
import { type BulkPlan, type BulkStep, checkCounted, planBulk } from '../reference/bulk-plan.ts'
import { correctOn, valueOn } from '../reference/dated.ts'
import { suggestSector } from '../reference/suggest-sector.ts'
import { dateIssue, type WriteContext } from '../reference/write-context.ts'
import { actorStore } from './actor-store.ts'
import type { ActorView } from './actor-view.ts'
import { checkCodes, checkTurn, correct, turn } from './change-actor.ts'
import { actorsMatching } from './list-actors.ts'

/** What a person did to many actors, as the code of the changeset. */
export function actorBulkAction(change: ActorBulkChange): string {
  if (change.mode === 'suggestion') return 'accept-sectors'
  const fields = Object.keys(change.changes)
  if (fields.length === 1 && fields[0] === 'censusStatus' && change.mode === 'from') return 'verify-actor'
  return change.mode === 'correct' ? 'correct-actor' : 'change-actor'
}

export interface BulkContext extends WriteContext {
  partitions: readonly Partition[]
}

/** What the change would do to the selection, by the register as it is in the view. */
export function countActorBulk(
  view: ActorView,
  context: BulkContext,
  { selection, change }: ActorBulk,
): BulkOutcome {
  checkChange(context, change)
  const records = idsOf(view, context, selection).flatMap((id) => view.actors.get(id) ?? [])
  return { revision: view.revision, ...plan(context, records, change).outcome }
}

/** Changes the selection in the changeset. Throws `stale` where that would not be what was counted. */
export async function changeActors(
  tx: ChangesetTx,
  view: ActorView,
  context: BulkContext,
  { selection, change, counted }: ActorBulk,
): Promise<BulkPlan<ActorRecord>['outcome']> {
  checkChange(context, change)
  const stored = [...(await tx.findMany(actorStore, idsOf(view, context, selection))).values()]
  const planned = plan(
    context,
    stored.map(({ record }) => record),
    change,
  )
  checkCounted(counted, planned, lastRevision(stored))
  await tx.putAll(actorStore, planned.changed)
  return planned.outcome
}

function idsOf(view: ActorView, context: WriteContext, selection: ActorBulk['selection']): string[] {
  if ('ids' in selection) return [...new Set(selection.ids)]
  const query = { ...selection.matching, sort: 'name', order: 'asc', page: 1, pageSize: 1 } as const
  return actorsMatching(view, context, query).map(({ id }) => id)
}

/** What is wrong with the change whatever the record. */
function checkChange(context: WriteContext, change: ActorBulkChange) {
  if (change.mode === 'suggestion') return
  const issues = checkCodes(context, change)
  if (change.mode === 'from') issues.push(...dateIssue(context, 'from', change.from))
  if (issues.length > 0) throw invalidInput(...issues)
}

const plan = (context: BulkContext, records: readonly ActorRecord[], change: ActorBulkChange) =>
  planBulk(records, (record) => stepOf(context, record, change))

function stepOf(context: BulkContext, record: ActorRecord, change: ActorBulkChange): BulkStep<ActorRecord> {
  if (change.mode === 'suggestion') return acceptSuggestion(context, record)
  if (change.mode === 'correct') return { changed: correct(context, record, change.changes) }
  const issues = checkTurn(context, record, change)
  return issues.length > 0 ? { issues } : { changed: turn(context, record, change) }
}

/** The sector that the code proposes, in every partition that has one and in which the actor has none. */
function acceptSuggestion(
  { partitions, officialPartition, today }: BulkContext,
  record: ActorRecord,
): BulkStep<ActorRecord> {
  const sectors = { ...record.sectors }
  let value: string | undefined
  for (const partition of partitions) {
    const found = suggestSector(partition, record.kbli)
    if (!found || (valueOn(record.sectors[partition.id] ?? [], today) ?? null) !== null) continue
    sectors[partition.id] = correctOn(record.sectors[partition.id] ?? [], today, found.sectorId)
    if (partition.id === officialPartition) value = found.sectorId
  }
  if ((valueOn(record.sectors[officialPartition] ?? [], today) ?? null) !== null)
    return { issues: [issue('sectorId', 'has-sector', 'It has a sector.')] }
  if (value === undefined)
    return { issues: [issue('sectorId', 'no-suggestion', 'Its KBLI code proposes no sector.')] }
  return { changed: { ...record, sectors }, value }
}
