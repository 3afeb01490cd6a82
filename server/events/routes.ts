import { createRoute, z } from '@hono/zod-openapi'
import { EventList } from '#shared/contract/events.ts'
import { currentRevision } from '../db/changeset-log.ts'
import type { Db } from '../db/schema.ts'
import { may } from '../http/may.ts'
import { isKnown, revisionTag } from '../http/revision-tag.ts'
import { createRouter, json, type Router, refusals, unchanged } from '../http/router.ts'
import type { SightOf } from '../visibility/sight.ts'
import { eventStore } from './event-store.ts'

const list = createRoute({
  method: 'get',
  path: '/api/events',
  tags: ['events'],
  summary: 'The dated events, latest first',
  ...may('aggregates.read'),
  request: { query: z.object({}).strict() },
  responses: { 200: json(EventList, 'The events'), 304: unchanged, 400: refusals[400] },
})

export const eventRoutes = ({ db, sightOf }: { db: Db; sightOf: SightOf }): Router =>
  createRouter().openapi(list, async (c) => {
    // before the rows: what is committed between the two is then asked for again
    const revision = await currentRevision(db)
    if (isKnown(c, revisionTag(revision))) return c.body(null, 304)
    const events = [...(await eventStore.read(db)).values()].map((stored) => stored.record)
    events.sort((a, b) => b.startsOn.localeCompare(a.startsOn) || a.id.localeCompare(b.id))
    const sight = sightOf(c)
    const rows = events.map((event) => ({
      ...event,
      title: sight.aggregatesOnly ? null : event.title,
      regionCode: sight.aggregatesOnly ? null : event.regionCode,
      hostId: event.hostId === null ? null : sight.idOf(event.hostId),
    }))
    return c.json({ rows, revision }, 200)
  })
