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
  type PartnershipRecord,
} from '#shared/contract/partnerships.ts'
import type { EffectReceipt } from '#shared/contract/receipt.ts'
import { withActorLines } from '../actors/actor-line.ts'
import type { Commit, OpenView, ViewFor } from '../actors/actor-view.ts'
import { mergedInto } from '../actors/merged-into.ts'
import { type Committed, commitChangeset } from '../db/changeset.ts'
import { type RecordChange, readChanges } from '../db/changeset-log.ts'
import { noticeForeignCommits } from '../db/commit-feed.ts'
import {
  completeAnswer,
  findKeptAnswer,
  fingerprintOf,
  type KeptAnswer,
  keepAnswer,
} from '../db/kept-answer.ts'
import type { Db } from '../db/schema.ts'
import { invalidInput, notFound } from '../errors.ts'
import { authorOf } from '../http/asker.ts'
import { listed } from '../http/list-page.ts'
import { may } from '../http/may.ts'
import { expectedRevision, isKnown, revisionTag } from '../http/revision-tag.ts'
import { createRouter, json, jsonBody, type Router, refusals, unchanged } from '../http/router.ts'
import { codeIssue, readWriteContext } from '../reference/write-context.ts'
import type { Clock } from '../today.ts'
import { changePartnerships, countPartnershipBulk } from './bulk-partnerships.ts'
import { changePartnership, partnershipAction } from './change-partnership.ts'
import type { EvidenceFiles } from './evidence-files.ts'
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
  files: EvidenceFiles
  clock?: Clock
}

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

/** Logs it, or answers as the first time where it comes again under the same key. */
async function logOnce(
  services: PartnershipServices,
  input: NewPartnership,
  author: string,
  key: string | undefined,
): Promise<LoggedPartnership> {
  const { db, clock, files, view } = services
  const write = key === undefined ? null : { author, key, fingerprint: fingerprintOf(input) }
  const context = await readWriteContext(db, clock)
  const head = { author, action: 'log-partnership', reason: input.reason }
  try {
    const committed = await commitChangeset(db, head, async (tx) => {
      const kept = write && (await findKeptAnswer(tx.db, write))
      if (kept) throw new AnsweredBefore(kept)
      const record = await logPartnership(tx, context, input, { files })
      if (write) await keepAnswer(tx.db, write, { recordId: record.id, revision: tx.revision })
      return record
    })
    const logged = loggedPartnership(services, committed)
    if (write) await completeAnswer(db, write, logged)
    return logged
  } catch (error) {
    if (error instanceof AnsweredBefore) return await answerAgain(services, error.kept)
    await noticeForeignCommits(db)
    const now = view({ definition: 'official' })
    throw withActorLines(withPartnershipLines(error, now), now)
  }
}

/** Leaves the transaction of a write that came before: nothing is to be written. */
class AnsweredBefore extends Error {
  readonly kept: KeptAnswer
  constructor(kept: KeptAnswer) {
    super('answered before')
    this.kept = kept
  }
}

/** The answer of the first time; put together anew where the process ended between the commit and the answer. */
async function answerAgain(
  services: PartnershipServices,
  { answer, revision, record_id: id }: KeptAnswer,
): Promise<LoggedPartnership> {
  if (answer !== null) return JSON.parse(answer) as LoggedPartnership
  const changes = await readChanges(services.db, revision)
  const result = changes.find((change) => change.entity === 'partnership' && change.id === id)?.after
  if (!result) throw notFound('partnership', id)
  return loggedPartnership(services, { result: result as PartnershipRecord, revision, changes })
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
