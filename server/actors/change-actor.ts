import type { ActorPatch, ActorRecord } from '#shared/contract/actors.ts'
import type { FieldIssue } from '#shared/contract/errors.ts'
import type { ChangesetTx } from '../db/changeset.ts'
import type { Stored } from '../db/entity-store.ts'
import { invalidInput, issue } from '../errors.ts'
import { correctOn, setFrom, valueOn } from '../reference/dated.ts'
import { codeIssue, dateIssue, sectorIssue, type WriteContext } from '../reference/write-context.ts'
import { actorStore } from './actor-store.ts'
import { parentIssues } from './create-actor.ts'

type Correction = Extract<ActorPatch, { mode: 'correct' }>
type Turn = Extract<ActorPatch, { mode: 'from' }>

/** What a person did to an actor, as the code of the changeset. */
export function actorAction(patch: ActorPatch): string {
  if (patch.mode === 'correct') return 'correct-actor'
  const fields = Object.keys(patch.changes)
  return fields.length === 1 && fields[0] === 'censusStatus' ? 'verify-actor' : 'change-actor'
}

/**
 * Changes an actor in the changeset: `correct` what always was so, or say what became so `from` a date.
 * With `expected`, throws `stale` when the record is no longer at that revision.
 */
export async function changeActor(
  tx: ChangesetTx,
  context: WriteContext,
  id: string,
  patch: ActorPatch,
  expected?: number,
): Promise<ActorRecord> {
  const { record } = await (expected === undefined
    ? tx.get(actorStore, id)
    : tx.expect(actorStore, id, expected))
  const issues = checkCodes(context, patch)
  if (patch.mode === 'correct') issues.push(...(await checkCorrection(tx, context, record, patch.changes)))
  else issues.push(...checkTurn(context, record, patch))
  if (issues.length > 0) throw invalidInput(...issues)
  const changed =
    patch.mode === 'correct' ? correct(context, record, patch.changes) : turn(context, record, patch)
  await tx.put(actorStore, changed)
  return changed
}

/** Codes in no list, and nothing to change. */
export function checkCodes(context: WriteContext, { changes }: ActorPatch): FieldIssue[] {
  const issues = [
    ...codeIssue(context.roles, 'changes.role', 'role', changes.role),
    ...codeIssue(context.regions, 'changes.regionCode', 'region', changes.regionCode),
    ...sectorIssue(context, 'changes.sectorId', changes.sectorId),
  ]
  if (Object.values(changes).every((value) => value === undefined))
    issues.push(issue('changes', 'empty', 'Say what to change.'))
  return issues
}

async function checkCorrection(
  tx: ChangesetTx,
  context: WriteContext,
  record: ActorRecord,
  { registeredOn, parentId }: Correction['changes'],
): Promise<FieldIssue[]> {
  const issues = dateIssue(context, 'changes.registeredOn', registeredOn)
  const next = registrationRow(record) + 1
  const after = record.presence[next]?.from
  if (registeredOn && after && registeredOn >= after)
    issues.push(
      issue('changes.registeredOn', 'after-leaving', `It left on ${after}, before that.`, { date: after }),
    )
  if (parentId && (await isWithin(tx, parentId, record.id)))
    issues.push(issue('changes.parentId', 'own-parent', 'An actor is no part of itself.'))
  issues.push(...(await parentIssues(tx, parentId, 'changes.')))
  return issues
}

/** Whether an actor is the other one, or a part of it at any remove. */
async function isWithin(tx: ChangesetTx, id: string, whole: string): Promise<boolean> {
  const seen = new Set<string>()
  for (let at: string | null = id; at !== null && !seen.has(at); ) {
    if (at === whole) return true
    seen.add(at)
    const stored: Stored<ActorRecord> | undefined = await tx.find(actorStore, at)
    at = stored?.record.parentId ?? null
  }
  return false
}

export function checkTurn(context: WriteContext, record: ActorRecord, { from, changes }: Turn): FieldIssue[] {
  const issues = dateIssue(context, 'from', from)
  if (!changes.presence) return issues
  const registered = record.presence[registrationRow(record)]?.from
  if (registered && from <= registered && changes.presence === 'left')
    issues.push(
      issue('from', 'before-registration', `It was registered on ${registered}.`, { date: registered }),
    )
  return issues
}

const registrationRow = (record: ActorRecord) => record.presence.findIndex((row) => row.value === 'present')

export function correct(
  { today, officialPartition }: WriteContext,
  record: ActorRecord,
  changes: Correction['changes'],
): ActorRecord {
  const { role, regionCode, sectorId, censusStatus, registeredOn, ...attributes } = changes
  const changed: ActorRecord = { ...record, ...defined(attributes) }
  if (role !== undefined) changed.roles = correctOn(record.roles, today, role)
  if (regionCode !== undefined) changed.regions = correctOn(record.regions, today, regionCode)
  if (censusStatus !== undefined) changed.census = correctOn(record.census, today, censusStatus)
  if (sectorId !== undefined)
    changed.sectors = {
      ...record.sectors,
      [officialPartition]: correctOn(record.sectors[officialPartition] ?? [], today, sectorId),
    }
  if (registeredOn !== undefined) changed.presence = registeredFrom(record, registeredOn)
  return changed
}

const defined = <T extends object>(changes: T) =>
  Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined)) as Partial<T>

function registeredFrom(record: ActorRecord, from: string): ActorRecord['presence'] {
  const at = registrationRow(record)
  if (at < 0) return [{ from, value: 'present' }, ...record.presence]
  return record.presence.map((row, i) => (i === at ? { ...row, from } : row))
}

export function turn(
  { officialPartition }: WriteContext,
  record: ActorRecord,
  { from, changes }: Turn,
): ActorRecord {
  const { role, regionCode, sectorId, censusStatus, presence } = changes
  const changed = { ...record }
  if (role !== undefined) changed.roles = becameFrom(record.roles, from, role)
  if (regionCode !== undefined) changed.regions = becameFrom(record.regions, from, regionCode)
  if (presence !== undefined) changed.presence = becameFrom(record.presence, from, presence)
  // Every survey is a row of its own, also when it found nothing new: it says when somebody last looked.
  if (censusStatus !== undefined) changed.census = setFrom(record.census, from, censusStatus)
  if (sectorId !== undefined)
    changed.sectors = {
      ...record.sectors,
      [officialPartition]: becameFrom(record.sectors[officialPartition] ?? [], from, sectorId),
    }
  return changed
}

/** As `setFrom`, but no row where it was so already. */
const becameFrom = <T>(rows: readonly { from: string | null; value: T }[], from: string, value: T) =>
  valueOn(rows, from) === value ? [...rows] : setFrom(rows, from, value)
