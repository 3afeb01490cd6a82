import { createRoute, z } from '@hono/zod-openapi'
import { EventList } from '#shared/contract/events.ts'
import { currentRevision } from '../db/changeset-log.ts'
import type { Db } from '../db/schema.ts'
import { createRouter, json, type Router, refusals } from '../http/router.ts'
import { eventStore } from './event-store.ts'

const list = createRoute({
  method: 'get',
  path: '/api/events',
  tags: ['events'],
  summary: 'The dated events, latest first',
  request: { query: z.object({}).strict() },
  responses: { 200: json(EventList, 'The events'), 400: refusals[400] },
})

export const eventRoutes = ({ db }: { db: Db }): Router =>
  createRouter().openapi(list, async (c) => {
    const events = [...(await eventStore.read(db)).values()].map((stored) => stored.record)
    events.sort((a, b) => b.startsOn.localeCompare(a.startsOn) || a.id.localeCompare(b.id))
    return c.json({ rows: events, revision: await currentRevision(db) }, 200)
  })
