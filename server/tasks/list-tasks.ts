import type { ActorRecord } from '#shared/contract/actors.ts'
import type { Task, TaskCounts, TaskKind, TaskPage, TaskQuery, TaskRecord } from '#shared/contract/tasks.ts'
import { TASK_KINDS } from '#shared/contract/tasks.ts'
import { actorLine } from '../actors/actor-line.ts'
import { mergerStore } from '../actors/merger-store.ts'
import type { Db } from '../db/schema.ts'
import { pageOfRows } from '../http/list-page.ts'
import { listNotDuplicates } from '../partnerships/not-duplicate.ts'
import { partnershipLine } from '../partnerships/partnership-line.ts'
import type { PartnershipView } from '../partnerships/partnership-view.ts'
import { type OpenTask, openTasks } from './open-tasks.ts'
import { taskId, taskStore } from './task-store.ts'

/** A task with what was said of it. */
interface Assigned extends OpenTask {
  key: string
  record: TaskRecord | undefined
}

type TaskLists = Record<TaskKind, Assigned[]>

export interface TaskServices {
  db: Db
  /** the register as it is today */
  view: PartnershipView
  /** who asks */
  accountId: string
}

/** One kind of task: those that are due first, then the longest waiting. */
export async function listTasks(services: TaskServices, query: TaskQuery): Promise<TaskPage> {
  const { db, view } = services
  const lists = await assignedTasks(services)
  const meant = lists[query.kind].filter(({ record }) => isMeant(record, query.assigned, services.accountId))
  const { rows, ...page } = pageOfRows(meant, query)
  const names = await namesOf(
    db,
    rows.flatMap(({ record }) => record?.assigneeId ?? []),
  )
  const tiesOf = query.kind === 'business' ? waitingTies(view, lists.tie) : new Map<string, string[]>()
  return {
    rows: rows.map((task) => shownTask(view, query.kind, task, names, tiesOf)),
    ...page,
    revision: view.revision,
  }
}

export async function countTasks(services: TaskServices): Promise<TaskCounts> {
  const { view, accountId } = services
  const lists = await assignedTasks(services)
  const counted = (isCounted: (task: Assigned) => boolean) => ({
    tie: lists.tie.filter(isCounted).length,
    business: lists.business.filter(isCounted).length,
    duplicate: lists.duplicate.filter(isCounted).length,
  })
  const isMine = ({ record }: Assigned) => record?.assigneeId === accountId
  const mine = TASK_KINDS.flatMap((kind) => lists[kind].filter(isMine))
  return {
    revision: view.revision,
    kinds: counted(() => true),
    mine: counted(isMine),
    overdue: mine.filter(({ record }) => isOverdue(record, view)).length,
  }
}

function isMeant(
  record: TaskRecord | undefined,
  assigned: TaskQuery['assigned'],
  accountId: string,
): boolean {
  const assignee = record?.assigneeId ?? null
  return assigned === 'anybody' || (assigned === 'me' ? assignee === accountId : assignee === null)
}

const isOverdue = (record: TaskRecord | undefined, { today }: PartnershipView): boolean =>
  record?.dueOn != null && record.dueOn < today

/** The tasks of the register with what was said of them, read as of merges since; without pairs that somebody told apart. */
async function assignedTasks({ db, view }: TaskServices): Promise<TaskLists> {
  const [open, stored, mergers, told] = await Promise.all([
    openTasks(view),
    taskStore.read(db),
    mergerStore.read(db),
    listNotDuplicates(db, { entity: 'actor', page: 1, pageSize: Number.MAX_SAFE_INTEGER }),
  ])
  const now = (id: string) => mergers.get(id)?.record.intoId ?? id
  const records = new Map<string, TaskRecord>()
  for (const { record } of stored.values()) records.set(taskId(record.kind, record.about.map(now)), record)
  const distinct = new Set(
    told.rows.map(({ first, second }) => taskId('duplicate', [now(first), now(second)])),
  )
  const withRecord = (kind: TaskKind): Assigned[] => {
    const tasks = open[kind].map((task) => {
      const key = taskId(kind, task.about)
      return { ...task, key, record: records.get(key) }
    })
    // those without a day come after, in the order they came in
    return tasks.sort((a, b) => dayOf(a).localeCompare(dayOf(b)))
  }
  return {
    tie: withRecord('tie'),
    business: withRecord('business'),
    duplicate: withRecord('duplicate').filter(({ key, record }) => !record?.distinct && !distinct.has(key)),
  }
}

const dayOf = ({ record }: Assigned) => record?.dueOn ?? '9999'

async function namesOf(db: Db, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('account')
    .select(['id', 'name'])
    .where('id', 'in', [...new Set(ids)])
    .execute()
  return new Map(rows.map(({ id, name }) => [id, name]))
}

/** By actor, the ids of its ties that wait to be confirmed. */
function waitingTies(view: PartnershipView, ties: readonly Assigned[]): ReadonlyMap<string, string[]> {
  const byActor = new Map<string, string[]>()
  for (const { about } of ties)
    for (const party of view.partnerships.get(about[0]!)?.parties ?? [])
      byActor.set(party, [...(byActor.get(party) ?? []), about[0]!])
  return byActor
}

function shownTask(
  view: PartnershipView,
  kind: TaskKind,
  { about, record, key }: Assigned,
  names: ReadonlyMap<string, string>,
  tiesOf: ReadonlyMap<string, string[]>,
): Task {
  const assigneeId = record?.assigneeId ?? null
  const assignment = {
    key,
    assigneeId,
    assigneeName: assigneeId === null ? null : (names.get(assigneeId) ?? null),
    dueOn: record?.dueOn ?? null,
    overdue: isOverdue(record, view),
  }
  const tie = (id: string) => partnershipLine(view, view.partnerships.get(id)!)
  const actor = (id: string) => view.actors.get(id)!
  switch (kind) {
    case 'tie':
      return { kind, ...assignment, partnership: tie(about[0]!) }
    case 'business':
      return {
        kind,
        ...assignment,
        actor: actorLine(view, actor(about[0]!)),
        ...contactOf(actor(about[0]!)),
        ties: (tiesOf.get(about[0]!) ?? []).map(tie),
      }
    case 'duplicate':
      return { kind, ...assignment, actors: about.map((id) => actorLine(view, actor(id))) }
  }
}

/** Whoever withdrew the consent to be contacted, or refused it, is not called: the way to them is not shown. */
function contactOf({ consents, website }: ActorRecord) {
  const contactConsent = consents?.findLast(({ purpose }) => purpose === 'contact')?.value ?? null
  return { contactConsent, website: contactConsent === null || contactConsent === 'granted' ? website : null }
}
