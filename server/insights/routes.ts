import { createRoute, z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { id } from '#shared/contract/fields.ts'
import {
  InsightQuery,
  Overview,
  Progress,
  ProgressQuery,
  SectorCard,
  SectorList,
  SectorsQuery,
} from '#shared/contract/insights.ts'
import { may } from '../http/may.ts'
import { isKnown, revisionTag } from '../http/revision-tag.ts'
import { type AppEnv, createRouter, json, type Router, refusals, unchanged } from '../http/router.ts'
import { seenOverview, seenSectorCard } from '../visibility/seen-insights.ts'
import type { SightOf } from '../visibility/sight.ts'
import type { Insights } from './insights.ts'
import type { PublicInsights } from './public-insights.ts'

const overview = createRoute({
  method: 'get',
  path: '/api/insights/overview',
  tags: ['insights'],
  summary:
    'The index with its uncertainty and change, the verdict on every sector, what is known and what not',
  ...may('aggregates.read'),
  request: { query: InsightQuery },
  responses: { 200: json(Overview, 'The overview'), 304: unchanged, 400: refusals[400] },
})

const sectors = createRoute({
  method: 'get',
  path: '/api/insights/sectors',
  tags: ['insights'],
  summary: 'The verdict on every sector: level, evidence, diagnosis, counts',
  ...may('aggregates.read'),
  request: { query: SectorsQuery },
  responses: {
    200: json(SectorList, 'The sectors, most in need of action first'),
    304: unchanged,
    400: refusals[400],
  },
})

const sectorCard = createRoute({
  method: 'get',
  path: '/api/insights/sectors/{id}',
  tags: ['insights'],
  summary: 'One sector: its verdict and history, who bridges, which pairs are missing, its members',
  ...may('sectors.read'),
  request: { params: z.object({ id }), query: InsightQuery },
  responses: {
    200: json(SectorCard, 'The sector'),
    304: unchanged,
    400: refusals[400],
    404: refusals[404],
  },
})

const progress = createRoute({
  method: 'get',
  path: '/api/insights/progress',
  tags: ['insights'],
  summary: 'The index at the end of every quarter or year, with what came and went',
  ...may('aggregates.read'),
  request: { query: ProgressQuery },
  responses: { 200: json(Progress, 'One point per period'), 304: unchanged, 400: refusals[400] },
})

export interface InsightServices {
  insights: Insights
  /** What is answered to whoever may read aggregates alone. */
  aggregates: PublicInsights
  sightOf: SightOf
}

export function insightRoutes({ insights, aggregates, sightOf }: InsightServices): Router {
  const forAsker = (c: Context<AppEnv>) => (sightOf(c).aggregatesOnly ? aggregates : insights)
  const isFresh = (c: Context): boolean => {
    const { revision, today } = insights.present()
    return isKnown(c, revisionTag(revision, today))
  }
  return createRouter()
    .openapi(overview, async (c) => {
      if (isFresh(c)) return c.body(null, 304)
      return c.json(seenOverview(sightOf(c), await forAsker(c).overview(c.req.valid('query'))), 200)
    })
    .openapi(sectors, async (c) =>
      isFresh(c) ? c.body(null, 304) : c.json(await forAsker(c).sectors(c.req.valid('query')), 200),
    )
    .openapi(sectorCard, async (c) => {
      if (isFresh(c)) return c.body(null, 304)
      const card = await insights.sectorCard(c.req.valid('param').id, c.req.valid('query'))
      return c.json(seenSectorCard(sightOf(c), card), 200)
    })
    .openapi(progress, async (c) =>
      isFresh(c) ? c.body(null, 304) : c.json(await forAsker(c).progress(c.req.valid('query')), 200),
    )
}
