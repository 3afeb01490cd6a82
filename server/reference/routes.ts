import { createRoute, z } from '@hono/zod-openapi'
import { Reference } from '#shared/contract/reference.ts'
import { currentRevision } from '../db/changeset-log.ts'
import type { Db } from '../db/schema.ts'
import { may } from '../http/may.ts'
import { isKnown, revisionTag } from '../http/revision-tag.ts'
import { createRouter, json, type Router, refusals, unchanged } from '../http/router.ts'
import type { Clock } from '../today.ts'
import { todayOf } from '../today.ts'
import { readCitySettings, readReference } from './read-reference.ts'

const NoQuery = z.object({}).strict()

const health = createRoute({
  method: 'get',
  path: '/api/health',
  tags: ['reference'],
  summary: 'Whether the server answers, and at which revision',
  ...may('system.read'),
  request: { query: NoQuery },
  responses: { 200: json(z.object({ status: z.literal('ok'), revision: z.number().int() }), 'It does') },
})

const reference = createRoute({
  method: 'get',
  path: '/api/reference',
  tags: ['reference'],
  summary: 'The code lists, the definitions of what counts, the city and its dates',
  ...may('aggregates.read'),
  request: { query: NoQuery },
  responses: { 200: json(Reference, 'The reference data'), 304: unchanged, 400: refusals[400] },
})

export const referenceRoutes = ({ db, clock }: { db: Db; clock?: Clock }): Router =>
  createRouter()
    .openapi(health, async (c) => c.json({ status: 'ok' as const, revision: await currentRevision(db) }, 200))
    .openapi(reference, async (c) => {
      // One transaction, so that the tag is that of the body.
      const changed = await db.transaction().execute(async (trx) => {
        const today = todayOf(await readCitySettings(trx), clock)
        return isKnown(c, revisionTag(await currentRevision(trx), today)) ? null : readReference(trx, clock)
      })
      return changed ? c.json(changed, 200) : c.body(null, 304)
    })
