import { createRoute, z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import {
  ChangedTask,
  TASK_KINDS,
  TaskChange,
  TaskCounts,
  TaskPage,
  TaskPeople,
  TaskQuery,
} from '#shared/contract/tasks.ts'
import type { OpenView } from '../actors/actor-view.ts'
import { commitChangeset } from '../db/changeset.ts'
import type { Db } from '../db/schema.ts'
import { accountOf, authorOf } from '../http/asker.ts'
import { may } from '../http/may.ts'
import { type AppEnv, createRouter, json, jsonBody, type Router, refusals } from '../http/router.ts'
import type { PartnershipView } from '../partnerships/partnership-view.ts'
import { changeTask, taskAction } from './change-task.ts'
import { countTasks, listTasks } from './list-tasks.ts'
import { listTaskPeople } from './task-people.ts'

const list = createRoute({
  method: 'get',
  path: '/api/tasks',
  tags: ['tasks'],
  summary: 'What must be done next: one kind, those due first, then the longest waiting',
  ...may('tasks.read'),
  request: { query: TaskQuery },
  responses: { 200: json(TaskPage, 'One page'), 400: refusals[400] },
})

const counts = createRoute({
  method: 'get',
  path: '/api/tasks/counts',
  tags: ['tasks'],
  summary: 'How many tasks there are of each kind, and how many of them are those of whoever asks',
  ...may('tasks.read'),
  responses: { 200: json(TaskCounts, 'The counts') },
})

const people = createRoute({
  method: 'get',
  path: '/api/tasks/people',
  tags: ['tasks'],
  summary: 'Who can be given a task',
  ...may('tasks.read'),
  responses: { 200: json(TaskPeople, 'By name') },
})

const change = createRoute({
  method: 'put',
  path: '/api/tasks/{kind}',
  tags: ['tasks'],
  summary: 'Says who does a task and by when, or that two actors are two',
  ...may('tasks.write'),
  request: { params: z.object({ kind: z.enum(TASK_KINDS) }), body: jsonBody(TaskChange) },
  responses: {
    200: json(ChangedTask, 'What is kept of it, and the revision to take back'),
    400: refusals[400],
    404: refusals[404],
  },
})

export function taskRoutes({ db, view }: { db: Db; view: OpenView<PartnershipView> }): Router {
  /** Tasks are of today, also in a register that opens on another date. */
  const services = (c: Context<AppEnv>) => {
    const { today } = view({ definition: 'official' })
    return { db, view: view({ definition: 'official', on: today }), accountId: accountOf(c).id }
  }
  return createRouter()
    .openapi(list, async (c) => c.json(await listTasks(services(c), c.req.valid('query')), 200))
    .openapi(counts, async (c) => c.json(await countTasks(services(c)), 200))
    .openapi(people, async (c) => c.json({ rows: await listTaskPeople(db) }, 200))
    .openapi(change, async (c) => {
      const input = c.req.valid('json')
      const head = { author: authorOf(c), action: taskAction(input), reason: input.reason }
      const { kind } = c.req.valid('param')
      const { revision, result } = await commitChangeset(db, head, (tx) => changeTask(tx, kind, input))
      return c.json({ revision, task: result }, 200)
    })
}
