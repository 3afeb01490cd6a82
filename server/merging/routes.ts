import { createRoute, z } from '@hono/zod-openapi'
import { id } from '#shared/contract/fields.ts'
import { Merged, MergePreview, MergeQuery, MergeRequest } from '#shared/contract/merging.ts'
import { actorLine } from '../actors/actor-line.ts'
import type { Commit, OpenView } from '../actors/actor-view.ts'
import { commitChangeset } from '../db/changeset.ts'
import { currentRevision } from '../db/changeset-log.ts'
import type { EntityStore } from '../db/entity-store.ts'
import type { Db } from '../db/schema.ts'
import { notFound } from '../errors.ts'
import { authorOf } from '../http/asker.ts'
import { may } from '../http/may.ts'
import { createRouter, json, jsonBody, type Router, refusals } from '../http/router.ts'
import { partnershipLine } from '../partnerships/partnership-line.ts'
import type { PartnershipView } from '../partnerships/partnership-view.ts'
import { mergeActors, readMerge } from './merge-actors.ts'
import { differingFields } from './merge-fields.ts'
import { planAffiliations, planPartnerships } from './merge-plan.ts'

export interface MergingServices {
  db: Db
  /** Of every entity type that may name an actor. */
  stores: readonly EntityStore<{ id: string }>[]
  view: OpenView<PartnershipView>
}

const params = z.object({ id })

const preview = createRoute({
  method: 'get',
  path: '/api/actors/{id}/merge',
  tags: ['actors'],
  summary: 'What would become of everything if another actor were merged into this one',
  ...may('actors.write'),
  request: { params, query: MergeQuery },
  responses: { 200: json(MergePreview, 'The preview'), 400: refusals[400], 404: refusals[404] },
})

const merge = createRoute({
  method: 'post',
  path: '/api/actors/{id}/merge',
  tags: ['actors'],
  summary: 'Merges another actor into this one, as one change that can be taken back',
  ...may('actors.write'),
  request: { params, body: jsonBody(MergeRequest) },
  responses: {
    200: json(Merged, 'The actor as it is now'),
    400: refusals[400],
    404: refusals[404],
    412: refusals[412],
  },
})

export function mergingRoutes(services: MergingServices): Router {
  const { db, stores, view } = services
  return createRouter()
    .openapi(preview, async (c) => {
      const ids = { keptId: c.req.valid('param').id, absorbedId: c.req.valid('query').absorb }
      return c.json(await readPreview(services, ids), 200)
    })
    .openapi(merge, async (c) => {
      const { id: keptId } = c.req.valid('param')
      const request = c.req.valid('json')
      const committed = await commitChangeset(
        db,
        { author: authorOf(c), action: 'merge-actors', reason: request.reason },
        (tx) => mergeActors(tx, stores, keptId, request),
      )
      const { revision, result } = committed
      return c.json({ revision, actor: detailOf(view, committed, keptId), ...result }, 200)
    })
}

function detailOf(view: OpenView<PartnershipView>, commit: Commit, id: string): Merged['actor'] {
  const read = view({ definition: 'official' }, commit)
  const record = read.actors.get(id)
  if (!record) throw notFound('actor', id)
  return { ...actorLine(read, record), record }
}

async function readPreview(
  { db, stores, view }: MergingServices,
  ids: { keptId: string; absorbedId: string },
): Promise<MergePreview> {
  // in one read: what is committed after it is refused as stale
  const { revision, input, others } = await db.transaction().execute(async (trx) => ({
    revision: await currentRevision(trx),
    ...(await readMerge(trx, stores, ids)),
  }))
  const now = view({ definition: 'official' })
  const affiliations = planAffiliations(input)
  return {
    revision,
    kept: actorLine(now, input.kept),
    absorbed: actorLine(now, input.absorbed),
    fields: differingFields(input.kept, input.absorbed),
    partnerships: planPartnerships(input).map(({ before, outcome, like, proposed }) => ({
      partnership: partnershipLine(now, before),
      outcome,
      like: like && now.partnerships.has(like.id) ? partnershipLine(now, like) : null,
      proposed,
    })),
    affiliations: { moved: affiliations.moved, united: affiliations.united },
    others: others.length,
  }
}
