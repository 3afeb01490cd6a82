import { z } from 'zod'
import { ActorRow } from './actors.ts'
import { id, isoDate, pageOf, paging, reason, revision } from './fields.ts'
import { PartnershipRow } from './partnerships.ts'
import { CONSENT_VALUES } from './vocabulary.ts'

/**
 * What must be done next. Tasks are read from the register as it is; kept are only who does one, by when, and that two actors are
 * two. `tie`: went on, and nobody has confirmed it within the months of the definition, or it lapses within 30 days. `business`: in the
 * city, never asked or not within twelve months. `duplicate`: two actors whose names are likely one.
 */
export const TASK_KINDS = ['tie', 'business', 'duplicate'] as const
export type TaskKind = (typeof TASK_KINDS)[number]

const count = z.number().int().nonnegative()

/** What is kept of a task, and logged: under an id made of what it is about. */
export const TaskRecord = z
  .object({
    id,
    kind: z.enum(TASK_KINDS),
    /** a partnership, a business, or two actors */
    about: z.array(id).min(1).max(2),
    assigneeId: id.nullable(),
    dueOn: isoDate.nullable(),
    /** of `duplicate`: somebody looked, and they are two */
    distinct: z.boolean(),
  })
  .meta({ id: 'TaskRecord' })
export type TaskRecord = z.infer<typeof TaskRecord>

const assignment = {
  key: z.string(),
  assigneeId: id.nullable(),
  /** null where nobody does it, or the account is gone */
  assigneeName: z.string().nullable(),
  dueOn: isoDate.nullable(),
  overdue: z.boolean(),
}

export const TieTask = z
  .object({ kind: z.literal('tie'), ...assignment, partnership: PartnershipRow })
  .meta({ id: 'TieTask' })
export type TieTask = z.infer<typeof TieTask>

export const BusinessTask = z
  .object({
    kind: z.literal('business'),
    ...assignment,
    actor: ActorRow,
    /** The last word on being contacted; null where nobody asked. Who does not want it is not shown a way to. */
    contactConsent: z.enum(CONSENT_VALUES).nullable(),
    website: z.string().nullable(),
    /** Its ties that wait to be confirmed as well. */
    ties: z.array(PartnershipRow),
  })
  .meta({ id: 'BusinessTask' })
export type BusinessTask = z.infer<typeof BusinessTask>

export const DuplicateTask = z
  .object({ kind: z.literal('duplicate'), ...assignment, actors: z.array(ActorRow).length(2) })
  .meta({ id: 'DuplicateTask' })
export type DuplicateTask = z.infer<typeof DuplicateTask>

export const Task = z.discriminatedUnion('kind', [TieTask, BusinessTask, DuplicateTask])
export type Task = z.infer<typeof Task>

export const ASSIGNED = ['anybody', 'me', 'nobody'] as const

/** `GET /api/tasks`: one kind, those due first, then the longest waiting. */
export const TaskQuery = z
  .object({ kind: z.enum(TASK_KINDS), assigned: z.enum(ASSIGNED).default('anybody'), ...paging })
  .strict()
export type TaskQuery = z.infer<typeof TaskQuery>

export const TaskPage = pageOf(Task).meta({ id: 'TaskPage' })
export type TaskPage = z.infer<typeof TaskPage>

/** `GET /api/tasks/counts`. */
export const TaskCounts = z
  .object({
    revision,
    kinds: z.object({ tie: count, business: count, duplicate: count }),
    mine: z.object({ tie: count, business: count, duplicate: count }),
    /** of mine, those whose day has passed */
    overdue: count,
  })
  .meta({ id: 'TaskCounts' })
export type TaskCounts = z.infer<typeof TaskCounts>

/** `GET /api/tasks/people`: who can be given a task, by name. */
export const TaskPeople = z
  .object({ rows: z.array(z.object({ id, name: z.string() })) })
  .meta({ id: 'TaskPeople' })
export type TaskPeople = z.infer<typeof TaskPeople>

/** `PUT /api/tasks/{kind}`: says who does the task about these records and by when, or that two actors are two. */
export const TaskChange = z
  .object({
    about: z.array(id).min(1).max(2),
    assigneeId: id.nullable().optional(),
    dueOn: isoDate.nullable().optional(),
    distinct: z.boolean().optional(),
    reason: reason.optional(),
  })
  .strict()
  .meta({ id: 'TaskChange' })
export type TaskChange = z.infer<typeof TaskChange>

export const ChangedTask = z.object({ revision, task: TaskRecord }).meta({ id: 'ChangedTask' })
export type ChangedTask = z.infer<typeof ChangedTask>
