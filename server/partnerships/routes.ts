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
  PartnershipRecord,
} from '#shared/contract/partnerships.ts'
import type { EffectReceipt } from '#shared/contract/receipt.ts'
import { withActorRows } from '../actors/actor-line.ts'
import type { OpenView } from '../actors/actor-view.ts'
import { type Committed, commitChangeset } from '../db/changeset.ts'
import type { RecordChange } from '../db/changeset-log.ts'
import type { Stored } from '../db/entity-store.ts'
import type { Db } from '../db/schema.ts'
import { AppError, invalidInput, notFound } from '../errors.ts'
import { listed } from '../http/list-page.ts'
import { expectedRevision, isKnown, revisionTag } from '../http/revision-tag.ts'
import { createRouter, json, jsonBody, type Router, refusals, unchanged } from '../http/router.ts'
import { codeIssue, readWriteContext } from '../reference/write-context.ts'
import type { Clock } from '../today.ts'
import { changePartnership, partnershipAction } from './change-partnership.ts'
import { findDuplicates } from './find-duplicates.ts'
import { listPartnerships } from './list-partnerships.ts'
import { logPartnership } from './log-partnership.ts'
import { partnershipLine, withPartnershipRevisions } from './partnership-line.ts'
import { partnershipStore } from './partnership-store.ts'
import type { PartnershipView } from './partnership-view.ts'

export interface PartnershipServices {
  db: Db
  view: OpenView<PartnershipView>
  /** What a write did to the numbers; from the insights, put together in `app.ts`. */
  effectOf(write: {
    revision: number
    changes: readonly RecordChange[]
    partnershipId: string
  }): EffectReceipt
  author: () => string
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
  request: { query: PartnershipQuery },
  responses: { 200: json(PartnershipPage, 'One page'), 304: unchanged, 400: refusals[400] },
})

const duplicates = createRoute({
  method: 'get',
  path: '/api/partnerships/duplicates',
  tags: ['partnerships'],
  summary: 'What is on record between the same parties already',
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
  request: { params: PartnershipParams, query: DetailQuery },
  responses: { 200: json(PartnershipDetail, 'The partnership'), 400: refusals[400], 404: refusals[404] },
})

const log = createRoute({
  method: 'post',
  path: '/api/partnerships',
  tags: ['partnerships'],
  summary: 'Logs a partnership, with the actors that are new, and says what it did to the numbers',
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
  request: { params: PartnershipParams, headers: IfMatch, body: jsonBody(PartnershipPatch) },
  responses: {
    200: json(LoggedPartnership, 'The partnership as it is now, and the effect'),
    400: refusals[400],
    404: refusals[404],
    412: refusals[412],
  },
})

export function partnershipRoutes(services: PartnershipServices): Router {
  const { db, view, author, clock } = services
  const present = (): PartnershipView => view({ definition: 'official' })

  return createRouter()
    .openapi(list, async (c) => {
      const { revision, today } = present()
      if (isKnown(c, revisionTag(revision, today))) return c.body(null, 304)
      const query = c.req.valid('query')
      return c.json(await listPartnerships(db, view(query), await readWriteContext(db, clock), query), 200)
    })
    .openapi(duplicates, async (c) => {
      const query = c.req.valid('query')
      const parties = [...(listed(query.parties) ?? [])]
      const now = present()
      if (isKnown(c, revisionTag(now.revision, now.today))) return c.body(null, 304)
      const unknown = parties.flatMap((party) => codeIssue(now.actors, 'parties', 'actor', party))
      if (unknown.length > 0) throw invalidInput(...unknown)
      const question = { parties, kind: query.kind, startedOn: query.startedOn ?? now.today }
      const found = await findDuplicates(db, question, now.today)
      const lines = found.map((record) => partnershipLine(now, record))
      return c.json({ rows: await withPartnershipRevisions(db, lines), revision: now.revision }, 200)
    })
    .openapi(detail, async (c) => {
      const stored = await findPartnership(db, c.req.valid('param').id)
      c.header('etag', `"${stored.revision}"`)
      return c.json(partnershipDetail(view(c.req.valid('query')), stored), 200)
    })
    .openapi(log, async (c) => {
      const input = c.req.valid('json')
      const context = await readWriteContext(db, clock)
      const committed = await commitChangeset(
        db,
        { author: author(), action: 'log-partnership', reason: input.reason },
        (tx) => logPartnership(tx, context, input),
      ).catch(async (error: unknown) => {
        throw await withActorRows(db, await withPartnershipRows(db, error, present()), present())
      })
      const logged = loggedPartnership(services, committed, committed.revision)
      c.header('etag', `"${committed.revision}"`)
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
        { author: author(), action: partnershipAction(patch), reason: patch.reason },
        (tx) => changePartnership(tx, context, id, patch, expected),
      )
      const { revision } = await findPartnership(db, id)
      c.header('etag', `"${revision}"`)
      return c.json(loggedPartnership(services, committed, revision), 200)
    })
}

async function findPartnership(db: Db, id: string): Promise<Stored<PartnershipRecord>> {
  const stored = (await partnershipStore.read(db, [id])).get(id)
  if (!stored) throw notFound('partnership', id)
  return stored
}

const partnershipDetail = (
  view: PartnershipView,
  { record, revision }: Stored<PartnershipRecord>,
): PartnershipDetail => ({ ...partnershipLine(view, record), revision, record })

function loggedPartnership(
  { view, effectOf }: PartnershipServices,
  { result, revision, changes }: Committed<PartnershipRecord>,
  recordRevision: number,
): LoggedPartnership {
  const now = view({ definition: 'official' })
  return {
    revision,
    partnership: partnershipDetail(now, { record: result, revision: recordRevision }),
    receipt: effectOf({ revision, changes, partnershipId: result.id }),
  }
}

/** The records in question as lines of the register, which is how a person compares them. */
async function withPartnershipRows(db: Db, error: unknown, view: PartnershipView): Promise<unknown> {
  if (!(error instanceof AppError) || !error.extras.duplicates?.every(isPartnership)) return error
  const lines = error.extras.duplicates.map((record) => partnershipLine(view, record))
  return new AppError(error.code, { ...error.extras, duplicates: await withPartnershipRevisions(db, lines) })
}

const isPartnership = (record: unknown): record is PartnershipRecord =>
  PartnershipRecord.safeParse(record).success
