import { createRoute, z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import {
  ActorNetwork,
  Multiples,
  MultiplesQuery,
  NetworkQuery,
  SectorNetwork,
  Turnover,
  TurnoverQuery,
} from '#shared/contract/network.ts'
import { may } from '../http/may.ts'
import { isKnown, revisionTag } from '../http/revision-tag.ts'
import { createRouter, json, type Router, refusals, unchanged } from '../http/router.ts'
import { JSON_TYPE, jsonPieces, streamOf } from '../http/text-stream.ts'
import type { Clock } from '../today.ts'
import { seenMultiples, seenNetwork } from '../visibility/seen-network.ts'
import type { SightOf } from '../visibility/sight.ts'
import { actorNetwork } from './actor-network.ts'
import { createAnswers } from './answers.ts'
import { closedPeriods, refuseFilters } from './closed-quarters.ts'
import type { CommunityOf } from './communities.ts'
import type { KnownRegister } from './known-register.ts'
import type { Positions } from './positions.ts'
import { questionOf, refuseFuture } from './question.ts'
import { networkSoon, type Register, type Snapshot } from './register.ts'
import { sectorNetwork } from './sector-network.ts'
import { multiples, turnoverSeries } from './turnover-series.ts'

export interface NetworkServices {
  register: Register
  known: KnownRegister
  positions: Positions
  communitiesOf: (snapshot: Snapshot) => Promise<CommunityOf | null>
  sightOf: SightOf
  clock?: Clock
}

const network = createRoute({
  method: 'get',
  path: '/api/network',
  tags: ['network'],
  summary: 'The network on a date: its actors and ties as columns, or its sectors and the ties between them',
  ...may('network.read'),
  request: { query: NetworkQuery },
  responses: {
    200: json(z.union([ActorNetwork, SectorNetwork]), 'The network; with positions at the level of actors'),
    304: unchanged,
    400: refusals[400],
  },
})

const turnover = createRoute({
  method: 'get',
  path: '/api/network/turnover',
  tags: ['network'],
  summary: 'How many ties came and went in every period of the history',
  ...may('aggregates.read'),
  request: { query: TurnoverQuery },
  responses: { 200: json(Turnover, 'One point per period'), 304: unchanged, 400: refusals[400] },
})

const several = createRoute({
  method: 'get',
  path: '/api/network/multiples',
  tags: ['network'],
  summary: 'Up to nine quarters of the network on one layout',
  ...may('network.read'),
  request: { query: MultiplesQuery },
  responses: {
    200: json(Multiples, 'Its actors and ties, each with the dates it is there on'),
    304: unchanged,
    400: refusals[400],
  },
})

export function networkRoutes({
  register,
  known,
  positions,
  communitiesOf,
  sightOf,
  clock,
}: NetworkServices): Router {
  const answers = createAnswers()
  /** The answer of the present revision under a key; what was known earlier is part of the key. */
  const answered = <T>(key: string, compute: () => Promise<T>) => answers.of(register.current(), key, compute)
  const isFresh = (c: Context, today: string) => isKnown(c, revisionTag(register.current().revision, today))

  return createRouter()
    .openapi(network, async (c) => {
      const { level, known: asKnown, ...query } = c.req.valid('query')
      const { snapshot, dates, definition, on } = questionOf(await known.at(asKnown), query, clock)
      if (isFresh(c, dates.today)) return c.body(null, 304)
      const ask = async (from: Snapshot): Promise<ActorNetwork | SectorNetwork> => {
        const read = await networkSoon(from, definition, on)
        // everybody stands where they stand now, also in what was known before
        return level === 'sector'
          ? sectorNetwork(from, read)
          : actorNetwork(
              from,
              read,
              await positions.of(register.current()),
              await communitiesOf(register.current()),
            )
      }
      const key = `${level} ${definition} ${on}`
      const answer =
        snapshot === register.current()
          ? await answers.ofPresent(register.current, key, ask)
          : await answered(`${key} ${snapshot.revision}`, () => ask(snapshot))
      const seen = answer.level === 'actor' ? seenNetwork(sightOf(c), answer) : answer
      return c.body(streamOf(jsonPieces(seen)), 200, { 'content-type': JSON_TYPE })
    })
    .openapi(turnover, async (c) => {
      const { known: asKnown, ...query } = c.req.valid('query')
      const { aggregatesOnly } = sightOf(c)
      if (aggregatesOnly) refuseFilters({ ...query, known: asKnown })
      const question = questionOf(await known.at(asKnown), query, clock)
      if (isFresh(c, question.dates.today)) return c.body(null, 304)
      const key = `turnover ${question.definition} ${question.snapshot.revision}`
      const series = await answered(key, () => turnoverSeries(question))
      return c.json(aggregatesOnly ? closedPeriods(series, question.dates) : series, 200)
    })
    .openapi(several, async (c) => {
      const { known: asKnown, to, count, ...query } = c.req.valid('query')
      const question = questionOf(await known.at(asKnown), query, clock)
      if (to !== undefined) refuseFuture(question.dates, 'to', to)
      if (isFresh(c, question.dates.today)) return c.body(null, 304)
      const last = to ?? question.dates.lastOn
      const key = `multiples ${question.definition} ${last} ${count} ${question.snapshot.revision}`
      const answer = await answered(key, async () =>
        multiples(question, last, count, await positions.of(register.current())),
      )
      return c.json(seenMultiples(sightOf(c), answer), 200)
    })
}
