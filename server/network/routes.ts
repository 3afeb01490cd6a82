import { createRoute, z } from '@hono/zod-openapi'
import { ActorNetwork, NetworkQuery, SectorNetwork } from '#shared/contract/network.ts'
import { isKnown, revisionTag } from '../http/revision-tag.ts'
import { createRouter, json, type Router, refusals, unchanged } from '../http/router.ts'
import type { Clock } from '../today.ts'
import { actorNetwork } from './actor-network.ts'
import { createAnswers } from './answers.ts'
import type { Positions } from './positions.ts'
import { questionOf } from './question.ts'
import { networkOn, type Register } from './register.ts'
import { sectorNetwork } from './sector-network.ts'

export interface NetworkServices {
  register: Register
  positions: Positions
  clock?: Clock
}

const network = createRoute({
  method: 'get',
  path: '/api/network',
  tags: ['network'],
  summary: 'The network on a date: its actors and ties as columns, or its sectors and the ties between them',
  request: { query: NetworkQuery },
  responses: {
    200: json(z.union([ActorNetwork, SectorNetwork]), 'The network; with positions at the level of actors'),
    304: unchanged,
    400: refusals[400],
  },
})

export function networkRoutes({ register, positions, clock }: NetworkServices): Router {
  const answers = createAnswers()
  return createRouter().openapi(network, async (c) => {
    const { level, ...query } = c.req.valid('query')
    const { snapshot, dates, definition, on } = questionOf(register.current(), query, clock)
    if (isKnown(c, revisionTag(snapshot.revision, dates.today))) return c.body(null, 304)
    const answer = await answers.of<ActorNetwork | SectorNetwork>(
      snapshot,
      `${level} ${definition} ${on}`,
      async () => {
        const read = networkOn(snapshot, definition, on)
        return level === 'sector'
          ? sectorNetwork(snapshot, read)
          : actorNetwork(snapshot, read, await positions.of(snapshot))
      },
    )
    return c.json(answer, 200)
  })
}
