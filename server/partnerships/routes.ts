import { createRoute, z } from '@hono/zod-openapi'
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
  type PartnershipRecord,
} from '#shared/contract/partnerships.ts'
import type { EffectReceipt } from '#shared/contract/receipt.ts'
import { withActorLines } from '../actors/actor-line.ts'
import type { Commit, OpenView, ViewFor } from '../actors/actor-view.ts'
import { type Committed, commitChangeset } from '../db/changeset.ts'
import type { RecordChange } from '../db/changeset-log.ts'
import { noticeForeignCommits } from '../db/commit-feed.ts'
import type { Db } from '../db/schema.ts'
import { invalidInput, notFound } from '../errors.ts'
import { authorOf } from '../http/asker.ts'
import { listed } from '../http/list-page.ts'
import { may } from '../http/may.ts'
import { expectedRevision, isKnown, revisionTag } from '../http/revision-tag.ts'
import { createRouter, json, jsonBody, type Router, refusals, unchanged } from '../http/router.ts'
import { codeIssue, readWriteContext } from '../reference/write-context.ts'
import type { Clock } from '../today.ts'
import { changePartnership, partnershipAction } from './change-partnership.ts'
import { duplicatesIn } from './find-duplicates.ts'
import { listPartnerships } from './list-partnerships.ts'
import { logPartnership } from './log-partnership.ts'
import { partnershipLine, withPartnershipLines } from './partnership-line.ts'
import type { PartnershipView } from './partnership-view.ts'

interface LoggedWrite {
  revision: number
  changes: readonly RecordChange[]
  partnershipId: string
}

export interface PartnershipServices {
  db: Db
  view: OpenView<PartnershipView>
  viewFor: ViewFor<PartnershipView>
  /** What a write did to the numbers; from the insights, put together in `app.ts`. */
  effectOf(write: LoggedWrite): EffectReceipt
  clock?: Clock
}

const DetailQuery = z.object({ on: on.optional(), definition: definitionId.default('official') }).strict()
const PartnershipParams = z.object({ id })
const IfMatch = z.object({
  'if-match': z.string().optional().meta({ description: 'Revision of the record' }),
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
  request: { body: jsonBody(NewPartnership) },
  responses: {
    201: json(LoggedPartnership, 'The partnership and its effect'),
    400: refusals[400],
    409: refusals[409],
  },
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
      const query = c.req.valid('query')
      return c.json(await listPartnerships(viewFor(c)(query), await readWriteContext(db, clock), query), 200)
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
    .openapi(log, async (c) => {
      const input = c.req.valid('json')
      const context = await readWriteContext(db, clock)
      const committed = await commitChangeset(
        db,
        { author: authorOf(c), action: 'log-partnership', reason: input.reason },
        (tx) => logPartnership(tx, context, input),
      ).catch(async (error: unknown) => {
        await noticeForeignCommits(db)
        throw withActorLines(withPartnershipLines(error, present()), present())
      })
      const logged = loggedPartnership(services, committed)
      c.header('etag', `"${logged.partnership.revision}"`)
      c.header('location', `/api/partnerships/${committed.result.id}`)
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

/** Record, revision and reading of one view. Throws `not-found` where it has none of that id. */
function partnershipDetail(view: PartnershipView, id: string): PartnershipDetail {
  const record = view.partnerships.get(id)
  if (!record) throw notFound('partnership', id)
  return { ...partnershipLine(view, record), record }
}

/** The partnership as this commit left it, whatever was committed since. */
function loggedPartnership(
  { view, effectOf }: PartnershipServices,
  { result, revision, changes }: Committed<PartnershipRecord>,
): LoggedPartnership {
  return {
    revision,
    partnership: partnershipDetail(view({ definition: 'official' }, { revision, changes }), result.id),
    receipt: receiptOf(effectOf, { revision, changes, partnershipId: result.id }),
  }
}

/** The write is committed by now: a fault here is logged, and takes only the receipt away. */
function receiptOf(effectOf: PartnershipServices['effectOf'], write: LoggedWrite): EffectReceipt | null {
  try {
    return effectOf(write)
  } catch (error) {
    console.error(`The effect of revision ${write.revision} could not be worked out:`, error)
    return null
  }
}
