import { createRoute, z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import {
  ActorDetail,
  ActorNames,
  ActorPage,
  ActorPatch,
  ActorQuery,
  CardPage,
  CardQuery,
  ConsentChange,
  NewActor,
} from '#shared/contract/actors.ts'
import { ActorBulk, BulkOutcome } from '#shared/contract/bulk.ts'
import { definitionId, id, on } from '#shared/contract/fields.ts'
import { type ChangesetTx, commitChangeset } from '../db/changeset.ts'
import { noticeForeignCommits } from '../db/commit-feed.ts'
import type { Db } from '../db/schema.ts'
import { notFound } from '../errors.ts'
import { authorOf } from '../http/asker.ts'
import { may } from '../http/may.ts'
import { expectedRevision, isKnown, revisionTag } from '../http/revision-tag.ts'
import {
  type AppEnv,
  createRouter,
  json,
  jsonBody,
  type Router,
  refusals,
  unchanged,
} from '../http/router.ts'
import { readReference } from '../reference/read-reference.ts'
import { readWriteContext } from '../reference/write-context.ts'
import type { Clock } from '../today.ts'
import { actorLine, withActorLines } from './actor-line.ts'
import { actorNames } from './actor-names.ts'
import type { ActorView, Commit, OpenView, ViewFor } from './actor-view.ts'
import { actorBulkAction, type BulkContext, changeActors, countActorBulk } from './bulk-actors.ts'
import { actorAction, changeActor } from './change-actor.ts'
import { createActor, findSimilarActors } from './create-actor.ts'
import { listActors } from './list-actors.ts'
import { listCards } from './list-cards.ts'
import { mergedInto } from './merged-into.ts'
import { consentAction, recordConsent } from './record-consent.ts'

export interface ActorServices {
  db: Db
  view: OpenView<ActorView>
  viewFor: ViewFor<ActorView>
  /** The register as everybody may see it. */
  publicView: () => ActorView
  /** Remembers with the changeset that an actor is none of these. */
  tellApart: (tx: ChangesetTx, id: string, others: readonly string[]) => Promise<void>
  clock?: Clock
}

const BusinessQuery = ActorQuery.omit({ role: true })
const DetailQuery = z.object({ on: on.optional(), definition: definitionId.default('official') }).strict()
const ActorParams = z.object({ id })

const list = createRoute({
  method: 'get',
  path: '/api/actors',
  tags: ['actors'],
  summary: 'The register of actors, as of a date',
  ...may('actors.read'),
  request: { query: ActorQuery },
  responses: { 200: json(ActorPage, 'One page'), 304: unchanged, 400: refusals[400] },
})

const names = createRoute({
  method: 'get',
  path: '/api/actor-names',
  tags: ['actors'],
  summary: 'Every actor by name, as columns: for searching while typing',
  ...may('actors.read'),
  request: { query: z.object({}).strict() },
  responses: { 200: json(ActorNames, 'The names'), 304: unchanged, 400: refusals[400] },
})

const businesses = createRoute({
  method: 'get',
  path: '/api/businesses',
  tags: ['actors'],
  summary: 'The actors whose role is business, as of a date',
  ...may('actors.read'),
  request: { query: BusinessQuery },
  responses: { 200: json(ActorPage, 'One page'), 304: unchanged, 400: refusals[400] },
})

const cards = createRoute({
  method: 'get',
  path: '/api/cards',
  tags: ['actors'],
  summary: 'The actors who consented to being shown, as everybody may see them',
  ...may('cards.read'),
  request: { query: CardQuery },
  responses: { 200: json(CardPage, 'One page'), 304: unchanged, 400: refusals[400] },
})

const detail = createRoute({
  method: 'get',
  path: '/api/actors/{id}',
  tags: ['actors'],
  summary: 'One actor; its ETag is the revision for If-Match',
  ...may('actors.read'),
  request: { params: ActorParams, query: DetailQuery },
  responses: {
    200: json(ActorDetail, 'The actor'),
    307: { description: 'It became another actor: the address of that one' },
    400: refusals[400],
    404: refusals[404],
  },
})

const create = createRoute({
  method: 'post',
  path: '/api/actors',
  tags: ['actors'],
  summary: 'Registers an actor',
  ...may('actors.write'),
  request: { body: jsonBody(NewActor) },
  responses: { 201: json(ActorDetail, 'The new actor'), 400: refusals[400], 409: refusals[409] },
})

const bulk = createRoute({
  method: 'post',
  path: '/api/actors/bulk',
  tags: ['actors'],
  summary: 'Counts a change of many actors, or makes it as one change',
  ...may('actors.write'),
  request: { body: jsonBody(ActorBulk) },
  responses: { 200: json(BulkOutcome, 'The counts'), 400: refusals[400], 412: refusals[412] },
})

const change = createRoute({
  method: 'patch',
  path: '/api/actors/{id}',
  tags: ['actors'],
  summary: 'Corrects an actor, or says what became so from a date',
  ...may('actors.write'),
  request: {
    params: ActorParams,
    headers: z.object({ 'if-match': z.string().optional().meta({ description: 'Revision of the record' }) }),
    body: jsonBody(ActorPatch),
  },
  responses: {
    200: json(ActorDetail, 'The actor as it is now'),
    400: refusals[400],
    404: refusals[404],
    412: refusals[412],
  },
})

const consent = createRoute({
  method: 'post',
  path: '/api/actors/{id}/consents',
  tags: ['actors'],
  summary: 'Records what an actor consents to or no longer does; it holds at once',
  ...may('actors.write'),
  request: {
    params: ActorParams,
    headers: z.object({ 'if-match': z.string().optional().meta({ description: 'Revision of the record' }) }),
    body: jsonBody(ConsentChange),
  },
  responses: {
    200: json(ActorDetail, 'The actor as it is now'),
    400: refusals[400],
    404: refusals[404],
    412: refusals[412],
  },
})

export function actorRoutes({ db, view, viewFor, publicView, tellApart, clock }: ActorServices): Router {
  const present = (commit?: Commit): ActorView => view({ definition: 'official' }, commit)
  const listing = async (c: Context<AppEnv>, query: ActorQuery) =>
    listActors(viewFor(c)(query), await readWriteContext(db, clock), query)

  return createRouter()
    .openapi(list, async (c) => {
      const { revision, today } = present()
      if (isKnown(c, revisionTag(revision, today))) return c.body(null, 304)
      return c.json(await listing(c, c.req.valid('query')), 200)
    })
    .openapi(businesses, async (c) => {
      const { revision, today } = present()
      if (isKnown(c, revisionTag(revision, today))) return c.body(null, 304)
      return c.json(await listing(c, { ...c.req.valid('query'), role: 'business' }), 200)
    })
    .openapi(names, (c) => {
      const read = viewFor(c)({ definition: 'official' })
      if (isKnown(c, revisionTag(read.revision, read.today))) return c.body(null, 304)
      return c.json(actorNames(read), 200)
    })
    .openapi(cards, (c) => {
      const read = publicView()
      if (isKnown(c, revisionTag(read.revision, read.today))) return c.body(null, 304)
      return c.json(listCards(read, c.req.valid('query')), 200)
    })
    .openapi(detail, async (c) => {
      const { id } = c.req.valid('param')
      const read = viewFor(c)(c.req.valid('query'))
      const into = read.actors.has(id) ? undefined : (await mergedInto(db, [id])).get(id)
      // whoever does not see the actor under its own id is not told that id
      if (into !== undefined && read.actors.has(into)) {
        // for a while: a merge can be taken back
        c.header('location', `/api/actors/${encodeURIComponent(into)}${new URL(c.req.url).search}`)
        return c.body(null, 307)
      }
      const found = actorDetail(read, id)
      c.header('etag', `"${found.revision}"`)
      return c.json(found, 200)
    })
    .openapi(bulk, async (c) => {
      const input = c.req.valid('json')
      const context = await bulkContext(db, clock)
      const of = 'matching' in input.selection ? view(input.selection.matching) : present()
      if (input.dryRun) return c.json(countActorBulk(of, context, input), 200)
      const { revision, result } = await commitChangeset(
        db,
        { author: authorOf(c), action: actorBulkAction(input.change), reason: input.reason },
        (tx) => changeActors(tx, of, context, input),
      )
      return c.json({ revision, ...result }, 200)
    })
    .openapi(create, async (c) => {
      const input = c.req.valid('json')
      const context = await readWriteContext(db, clock)
      const committed = await commitChangeset(
        db,
        { author: authorOf(c), action: 'create-actor', reason: input.reason },
        async (tx) => {
          const { name, regionCode = null, notDuplicate } = input
          const alike = notDuplicate ? await findSimilarActors(tx, name, regionCode) : []
          const record = await createActor(tx, context, input)
          await tellApart(
            tx,
            record.id,
            alike.map(({ id }) => id),
          )
          return record
        },
      ).catch(async (error: unknown) => {
        await noticeForeignCommits(db)
        throw withActorLines(error, present())
      })
      const created = actorDetail(present(committed), committed.result.id)
      c.header('etag', `"${created.revision}"`)
      c.header('location', `/api/actors/${created.id}`)
      return c.json(created, 201)
    })
    .openapi(change, async (c) => {
      const { id } = c.req.valid('param')
      const patch = c.req.valid('json')
      const expected = expectedRevision(c)
      const context = await readWriteContext(db, clock)
      const committed = await commitChangeset(
        db,
        { author: authorOf(c), action: actorAction(patch), reason: patch.reason },
        (tx) => changeActor(tx, context, id, patch, expected),
      )
      const changed = actorDetail(present(committed), id)
      c.header('etag', `"${changed.revision}"`)
      return c.json(changed, 200)
    })
    .openapi(consent, async (c) => {
      const { id } = c.req.valid('param')
      const input = c.req.valid('json')
      const expected = expectedRevision(c)
      const context = await readWriteContext(db, clock)
      const committed = await commitChangeset(
        db,
        { author: authorOf(c), action: consentAction(input), reason: input.reason },
        (tx) => recordConsent(tx, context, id, input, expected),
      )
      const changed = actorDetail(present(committed), id)
      c.header('etag', `"${changed.revision}"`)
      return c.json(changed, 200)
    })
}

async function bulkContext(db: Db, clock?: Clock): Promise<BulkContext> {
  const { partitions } = await readReference(db, clock)
  return { ...(await readWriteContext(db, clock)), partitions }
}

/** Record, revision and reading of one view. Throws `not-found` where it has none of that id. */
function actorDetail(view: ActorView, id: string): ActorDetail {
  const record = view.actors.get(id)
  if (!record) throw notFound('actor', id)
  return { ...actorLine(view, record), record }
}
