import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { Problem } from '#shared/contract/errors.ts'
import { ActorNetwork, NetworkQuery, SectorNetwork } from '#shared/contract/network.ts'
import type { Clock } from '../today.ts'
import { actorNetwork } from './actor-network.ts'
import { createAnswers } from './answers.ts'
import { conditional } from './conditional.ts'
import type { Positions } from './positions.ts'
import { questionOf } from './question.ts'
import { networkOn, type Register } from './register.ts'
import { sectorNetwork } from './sector-network.ts'

const getNetwork = createRoute({
  method: 'get',
  path: '/api/network',
  summary: 'The network on a date: its actors and ties as columns, or its sectors and the ties between them',
  request: { query: NetworkQuery },
  responses: {
    200: {
      description: 'The network; positions included at the level of actors',
      content: { 'application/json': { schema: z.union([ActorNetwork, SectorNetwork]) } },
    },
    400: {
      description: 'A field is not valid',
      content: { 'application/problem+json': { schema: Problem } },
    },
  },
})

export interface NetworkRouteParts {
  register: Register
  positions: Positions
  clock?: Clock | undefined
}

/** Adds `GET /api/network`. */
export function addNetworkRoutes(app: OpenAPIHono, { register, positions, clock }: NetworkRouteParts): void {
  const answers = createAnswers()
  app.use('/api/network', conditional(register, clock))
  app.openapi(getNetwork, async (c) => {
    const { level, ...query } = c.req.valid('query')
    const { snapshot, definition, on } = questionOf(register.current(), query, clock)
    const answer = await answers.of<ActorNetwork | SectorNetwork>(
      snapshot,
      `${level} ${definition} ${on}`,
      async () => {
        const network = networkOn(snapshot, definition, on)
        return level === 'sector'
          ? sectorNetwork(snapshot, network)
          : actorNetwork(snapshot, network, await positions.of(snapshot))
      },
    )
    return c.json(answer, 200)
  })
}
