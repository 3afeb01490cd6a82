import { createRoute, z } from '@hono/zod-openapi'
import { CODE_LISTS, CodeLists, Retired, RetireRequest } from '#shared/contract/code-lists.ts'
import { id } from '#shared/contract/fields.ts'
import type { Commit, OpenView } from '../actors/actor-view.ts'
import { commitChangeset } from '../db/changeset.ts'
import type { Db } from '../db/schema.ts'
import { authorOf } from '../http/asker.ts'
import { may } from '../http/may.ts'
import { isKnown, revisionTag } from '../http/revision-tag.ts'
import { createRouter, json, jsonBody, type Router, refusals, unchanged } from '../http/router.ts'
import type { PartnershipView } from '../partnerships/partnership-view.ts'
import { readReference } from '../reference/read-reference.ts'
import type { Clock } from '../today.ts'
import { codeLists, officialPartition, retireCode } from './retire-code.ts'

export interface CodeListServices {
  db: Db
  view: OpenView<PartnershipView>
  clock?: Clock
}

const read = createRoute({
  method: 'get',
  path: '/api/code-lists',
  tags: ['settings'],
  summary: 'The kinds and the sectors of the official partition, and how many records have each',
  ...may('settings.write'),
  request: { query: z.object({}).strict() },
  responses: { 200: json(CodeLists, 'The lists'), 304: unchanged },
})

const retire = createRoute({
  method: 'put',
  path: '/api/code-lists/{list}/{id}',
  tags: ['settings'],
  summary: 'Retires a value, or takes it up again; what has it keeps it',
  ...may('settings.write'),
  request: { params: z.object({ list: z.enum(CODE_LISTS), id }), body: jsonBody(RetireRequest) },
  responses: { 200: json(Retired, 'The lists as they are now'), 400: refusals[400], 404: refusals[404] },
})

export function codeListRoutes({ db, view, clock }: CodeListServices): Router {
  const lists = async (commit?: Commit) =>
    codeLists(view({ definition: 'official' }, commit), await readReference(db, clock))
  return createRouter()
    .openapi(read, async (c) => {
      const { revision, today } = view({ definition: 'official' })
      return isKnown(c, revisionTag(revision, today)) ? c.body(null, 304) : c.json(await lists(), 200)
    })
    .openapi(retire, async (c) => {
      const { retired, reason } = c.req.valid('json')
      const official = officialPartition(await readReference(db, clock)).id
      const action = retired ? 'retire-code' : 'restore-code'
      const { revision } = await commitChangeset(db, { author: authorOf(c), action, reason }, (tx) =>
        retireCode(tx, official, { ...c.req.valid('param'), retired }),
      )
      return c.json({ revision, lists: await lists() }, 200)
    })
}
