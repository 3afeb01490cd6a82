import { createRoute, z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import {
  Changeset,
  ChangesetDetail,
  ChangesetPage,
  ChangesetQuery,
  UndoRequest,
  UndoStates,
  UndoStatesQuery,
} from '#shared/contract/changesets.ts'
import { allows } from '#shared/contract/rights.ts'
import { currentRevision } from '../db/changeset-log.ts'
import type { EntityStore } from '../db/entity-store.ts'
import type { Db } from '../db/schema.ts'
import { authorOf, roleOf } from '../http/asker.ts'
import { may } from '../http/may.ts'
import { isKnown, revisionTag } from '../http/revision-tag.ts'
import {
  type AppEnv,
  createRouter,
  json,
  jsonBody,
  type Router,
  refusals,
  unchanged,
} from '../http/router.ts'
import { changesetHead, getChangeset, listChangesets, readUndoStates } from './list-changesets.ts'
import { takeBack } from './take-back.ts'

export interface ChangesetServices {
  db: Db
  /** Path of the database, for a thread with a connection of its own; without one all is done here. */
  databaseFile: string | null
  /** Of every entity type that a changeset may hold. */
  stores: readonly EntityStore<{ id: string }>[]
}

const ChangesetParams = z.object({ revision: z.coerce.number().int().min(1) })
const NoQuery = z.object({}).strict()

/** Accounts that the demonstration makes for itself begin so; nobody real does. */
const DEMO_ACCOUNT = /^contoh-/
/** Takes the place of somebody whose name is not for whoever asks. */
const SOMEBODY = 'staff'

const list = createRoute({
  method: 'get',
  path: '/api/changesets',
  tags: ['changesets'],
  summary: 'Every change, latest first',
  ...may('history.read'),
  request: { query: ChangesetQuery },
  responses: { 200: json(ChangesetPage, 'One page'), 304: unchanged, 400: refusals[400] },
})

const detail = createRoute({
  method: 'get',
  path: '/api/changesets/{revision}',
  tags: ['changesets'],
  summary: 'One change with each touched record before and after',
  ...may('history.read'),
  request: { params: ChangesetParams, query: NoQuery },
  responses: {
    200: json(ChangesetDetail, 'The changeset'),
    304: unchanged,
    400: refusals[400],
    404: refusals[404],
  },
})

const undoStates = createRoute({
  method: 'get',
  path: '/api/changesets/undo-states',
  tags: ['changesets'],
  summary: 'Which of these changes can be taken back, and what is in the way of the others',
  ...may('history.read'),
  request: { query: UndoStatesQuery },
  responses: { 200: json(UndoStates, 'One row per changeset'), 304: unchanged, 400: refusals[400] },
})

const undo = createRoute({
  method: 'post',
  path: '/api/changesets/{revision}/undo',
  tags: ['changesets'],
  summary: 'Takes a change back, or some records of it; all or nothing',
  ...may('history.undo'),
  request: { params: ChangesetParams, body: jsonBody(UndoRequest, false) },
  responses: {
    200: json(Changeset, 'The changeset that took it back'),
    400: refusals[400],
    404: refusals[404],
    409: refusals[409],
  },
})

/** People's names are for those who keep the register: a demonstration is read by everybody, and real people may work on it. */
function asSigned<C extends Changeset>(c: Context<AppEnv>, changeset: C): C {
  if (allows(roleOf(c), 'history.read')) return changeset
  const { author, authorName, action } = changeset
  // of an import the reason may be the name of somebody's file
  const shown = action === 'import' ? { ...changeset, reason: null } : changeset
  if (authorName === null || DEMO_ACCOUNT.test(author)) return shown
  return { ...shown, author: SOMEBODY, authorName: null }
}

const asRead = (c: Context<AppEnv>, page: ChangesetPage): ChangesetPage => ({
  ...page,
  rows: page.rows.map((row) => asSigned(c, row)),
})

export function changesetRoutes({ db, databaseFile, stores }: ChangesetServices): Router {
  // before the rows: what is committed between the two is then asked for again
  const isFresh = async (c: Context) => isKnown(c, revisionTag(await currentRevision(db)))
  return createRouter()
    .openapi(list, async (c) =>
      (await isFresh(c))
        ? c.body(null, 304)
        : c.json(asRead(c, await listChangesets(db, c.req.valid('query'))), 200),
    )
    .openapi(undoStates, async (c) => {
      if (await isFresh(c)) return c.body(null, 304)
      const revisions = c.req.valid('query').revisions.split(',').map(Number)
      const revision = await currentRevision(db)
      return c.json({ rows: await readUndoStates(db, stores, revisions), revision }, 200)
    })
    .openapi(detail, async (c) =>
      (await isFresh(c))
        ? c.body(null, 304)
        : c.json(asSigned(c, await getChangeset(db, stores, c.req.valid('param').revision)), 200),
    )
    .openapi(undo, async (c) => {
      const { revision } = c.req.valid('param')
      const { reason, records } = c.req.valid('json')
      const undo = { revision, author: authorOf(c), reason, records }
      return c.json(await changesetHead(db, await takeBack({ db, databaseFile, stores }, undo)), 200)
    })
}
