import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { Problem } from '#shared/contract/errors.ts'
import {
  InsightQuery,
  Overview,
  Progress,
  ProgressQuery,
  SectorCard,
  SectorList,
} from '#shared/contract/insights.ts'
import { conditional } from '../network/conditional.ts'
import type { Register } from '../network/register.ts'
import type { Clock } from '../today.ts'
import type { Insights } from './insights.ts'

const problem = (description: string) => ({
  description,
  content: { 'application/problem+json': { schema: Problem } },
})
const answers = <T extends z.ZodType>(description: string, schema: T) => ({
  200: { description, content: { 'application/json': { schema } } },
  400: problem('A field is not valid'),
})

const getOverview = createRoute({
  method: 'get',
  path: '/api/insights/overview',
  summary:
    'The index with its uncertainty and change, the verdict on every sector, and what is known and not',
  request: { query: InsightQuery },
  responses: answers('The overview on the date', Overview),
})

const getSectors = createRoute({
  method: 'get',
  path: '/api/insights/sectors',
  summary: 'The verdict on every sector: level, evidence, diagnosis, counts',
  request: { query: InsightQuery },
  responses: answers('The sectors on the date, most in need of action first', SectorList),
})

const getSectorCard = createRoute({
  method: 'get',
  path: '/api/insights/sectors/{id}',
  summary: 'One sector: its verdict and history, who bridges, which pairs are missing, its members',
  request: { params: z.object({ id: z.string() }), query: InsightQuery },
  responses: {
    ...answers('The sector on the date', SectorCard),
    404: problem('The partition has no such sector'),
  },
})

const getProgress = createRoute({
  method: 'get',
  path: '/api/insights/progress',
  summary: 'The index at the end of every quarter or year, with what came and went',
  request: { query: ProgressQuery },
  responses: answers('One point per period', Progress),
})

/** Adds everything under `/api/insights`. */
export function addInsightRoutes(
  app: OpenAPIHono,
  { insights, register, clock }: { insights: Insights; register: Register; clock?: Clock | undefined },
): void {
  app.use('/api/insights/*', conditional(register, clock))
  app.openapi(getOverview, async (c) => c.json(await insights.overview(c.req.valid('query')), 200))
  app.openapi(getSectors, async (c) => c.json(await insights.sectors(c.req.valid('query')), 200))
  app.openapi(getSectorCard, async (c) =>
    c.json(await insights.sectorCard(c.req.valid('param').id, c.req.valid('query')), 200),
  )
  app.openapi(getProgress, async (c) => c.json(await insights.progress(c.req.valid('query')), 200))
}
