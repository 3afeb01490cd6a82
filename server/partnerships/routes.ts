import { createRoute, z } from '@hono/zod-openapi'
import { BulkOutcome, PartnershipBulk } from '#shared/contract/bulk.ts'
import { definitionId, id, on } from '#shared/contract/fields.ts'
import {
  DuplicatesQuery,
  LoggedPartnership,
  NewPartnership,
  PartnershipDetail,
  PartnershipDuplicates,
  PartnershipPage,
  PartnershipPatch,
  PartnershipQuery,
} from '#shared/contract/partnerships.ts'
import type { Commit } from '../actors/actor-view.ts'
import { mergedInto } from '../actors/merged-into.ts'
import { commitChangeset } from '../db/changeset.ts'
import type { Db } from '../db/schema.ts'
import { invalidInput } from '../errors.ts'
import { authorOf } from '../http/asker.ts'
import { listed } from '../http/list-page.ts'
import { may } from '../http/may.ts'
import { expectedRevision, isKnown, revisionTag } from '../http/revision-tag.ts'
import { createRouter, json, jsonBody, type Router, refusals, unchanged } from '../http/router.ts'
import { codeIssue, readWriteContext } from '../reference/write-context.ts'
import { changePartnerships, countPartnershipBulk } from './bulk-partnerships.ts'
import { changePartnership, partnershipAction } from './change-partnership.ts'
import { duplicatesIn } from './find-duplicates.ts'
import { listPartnerships } from './list-partnerships.ts'
import { loggedPartnership, logOnce, type PartnershipServices, partnershipDetail } from './log-once.ts'
import { partnershipLine } from './partnership-line.ts'
import type { PartnershipView } from './partnership-view.ts'

const DetailQuery = z.object({ on: on.optional(), definition: definitionId.default('official') }).strict()
const PartnershipParams = z.object({ id })
const IfMatch = z.object({
  'if-match': z.string().optional().meta({ description: 'Revision of the record' }),
})

/** A ULID or the like, made by whoever sends. */
const IdempotencyKey = z.object({
  'idempotency-key': z
    .string()
    .regex(/^[\w.:-]{16,64}$/)
    .optional()
    .meta({ description: 'The same key again is answered as the first time, for 30 days' }),
})

const list = createRoute({
  method: 'get',
  path: '/api/partnerships',
  tags: ['partnerships'],
  summary: 'The register of partnerships, as of a date',
  ...may('partnerships.read'),
  request: { query: PartnershipQuery },
  responses: { 200: json(PartnershipPage, 'One page'), 304: unchanged, 400: refusals[400] },
})

const duplicates = createRoute({
  method: 'get',
  path: '/api/partnerships/duplicates',
  tags: ['partnerships'],
  summary: 'What is on record between the same parties already',
  ...may('partnerships.read'),
  request: { query: DuplicatesQuery },
  responses: {
    200: json(PartnershipDuplicates, 'The records in question'),
    304: unchanged,
    400: refusals[400],
  },
})

const detail = createRoute({
  method: 'get',
  path: '/api/partnerships/{id}',
  tags: ['partnerships'],
  summary: 'One partnership; its ETag is the revision for If-Match',
  ...may('partnerships.read'),
  request: { params: PartnershipParams, query: DetailQuery },
  responses: { 200: json(PartnershipDetail, 'The partnership'), 400: refusals[400], 404: refusals[404] },
})

const log = createRoute({
  method: 'post',
  path: '/api/partnerships',
  tags: ['partnerships'],
  summary: 'Logs a partnership, with the actors that are new, and says what it did to the numbers',
  ...may('partnerships.write'),
  request: { headers: IdempotencyKey, body: jsonBody(NewPartnership) },
  responses: {
    201: json(LoggedPartnership, 'The partnership and its effect'),
    400: refusals[400],
    409: refusals[409],
  },
})

const bulk = createRoute({
  method: 'post',
  path: '/api/partnerships/bulk',
  tags: ['partnerships'],
  summary: 'Counts a change of many partnerships, or makes it as one change',
  ...may('partnerships.write'),
  request: { body: jsonBody(PartnershipBulk) },
  responses: { 200: json(BulkOutcome, 'The counts'), 400: refusals[400], 412: refusals[412] },
})

const change = createRoute({
  method: 'patch',
  path: '/api/partnerships/{id}',
  tags: ['partnerships'],
  summary: 'Corrects a partnership, confirms it, or says what became of it from a date',
  ...may('partnerships.write'),
  request: { params: PartnershipParams, headers: IfMatch, body: jsonBody(PartnershipPatch) },
  responses: {
    200: json(LoggedPartnership, 'The partnership as it is now, and the effect'),
    400: refusals[400],
    404: refusals[404],
    412: refusals[412],
  },
})

export function partnershipRoutes(services: PartnershipServices): Router {
  const { db, view, viewFor, clock } = services
  const present = (commit?: Commit): PartnershipView => view({ definition: 'official' }, commit)

  return createRouter()
    .openapi(list, async (c) => {
      const { revision, today } = present()
      if (isKnown(c, revisionTag(revision, today))) return c.body(null, 304)
      const asked = c.req.valid('query')
      const read = viewFor(c)(asked)
      const query = await whereMerged(db, read, asked)
      return c.json(await listPartnerships(read, await readWriteContext(db, clock), query), 200)
    })
    .openapi(duplicates, async (c) => {
      const query = c.req.valid('query')
      const parties = [...(listed(query.parties) ?? [])]
      const now = viewFor(c)({ definition: 'official' })
      if (isKnown(c, revisionTag(now.revision, now.today))) return c.body(null, 304)
      const unknown = parties.flatMap((party) => codeIssue(now.actors, 'parties', 'actor', party))
      if (unknown.length > 0) throw invalidInput(...unknown)
      const question = { parties, kind: query.kind, startedOn: query.startedOn ?? now.today }
      const found = duplicatesIn(now.partnerships.values(), question, now.today)
      const rows = found.map((record) => partnershipLine(now, record))
      return c.json({ rows, revision: now.revision }, 200)
    })
    .openapi(detail, async (c) => {
      const found = partnershipDetail(viewFor(c)(c.req.valid('query')), c.req.valid('param').id)
      c.header('etag', `"${found.revision}"`)
      return c.json(found, 200)
    })
    .openapi(bulk, async (c) => {
      const input = c.req.valid('json')
      const context = await readWriteContext(db, clock)
      const of = 'matching' in input.selection ? view(input.selection.matching) : present()
      if (input.dryRun) return c.json(countPartnershipBulk(of, context, input), 200)
      const { revision, result } = await commitChangeset(
        db,
        { author: authorOf(c), action: partnershipAction(input.change), reason: input.reason },
        (tx) => changePartnerships(tx, of, context, input),
      )
      return c.json({ revision, ...result }, 200)
    })
    .openapi(log, async (c) => {
      const key = c.req.valid('header')['idempotency-key']
      const logged = await logOnce(services, c.req.valid('json'), authorOf(c), key)
      c.header('etag', `"${logged.partnership.revision}"`)
      c.header('location', `/api/partnerships/${logged.partnership.id}`)
      return c.json(logged, 201)
    })
    .openapi(change, async (c) => {
      const { id } = c.req.valid('param')
      const patch = c.req.valid('json')
      const expected = expectedRevision(c)
      const context = await readWriteContext(db, clock)
      const committed = await commitChangeset(
        db,
        { author: authorOf(c), action: partnershipAction(patch), reason: patch.reason },
        (tx) => changePartnership(tx, context, id, patch, expected),
      )
      const changed = loggedPartnership(services, committed)
      c.header('etag', `"${changed.partnership.revision}"`)
      return c.json(changed, 200)
    })
}

/** Those of an actor that became another one are those of that one, for whoever sees that one under its own id. */
async function whereMerged(
  db: Db,
  { actors }: PartnershipView,
  query: PartnershipQuery,
): Promise<PartnershipQuery> {
  if (query.actor === undefined || actors.has(query.actor)) return query
  const into = (await mergedInto(db, [query.actor])).get(query.actor)
  return into !== undefined && actors.has(into) ? { ...query, actor: into } : query
}
