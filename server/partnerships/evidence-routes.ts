import { createRoute, z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { createMiddleware } from 'hono/factory'
import {
  ChangedEvidence,
  EvidenceList,
  NewEvidence,
  NotDuplicatePage,
  UploadedFile,
} from '#shared/contract/evidence.ts'
import { id, paging } from '#shared/contract/fields.ts'
import { commitChangeset } from '../db/changeset.ts'
import { currentRevision } from '../db/changeset-log.ts'
import type { Db } from '../db/schema.ts'
import { notFound } from '../errors.ts'
import { authorOf } from '../http/asker.ts'
import { may } from '../http/may.ts'
import { createRouter, json, jsonBody, type Router, refusals } from '../http/router.ts'
import { readWriteContext } from '../reference/write-context.ts'
import type { Clock } from '../today.ts'
import { attachEvidence } from './attach-evidence.ts'
import { type EvidenceFiles, MAX_FILE_BYTES } from './evidence-files.ts'
import { evidenceStore, listEvidence } from './evidence-store.ts'
import { listNotDuplicates } from './not-duplicate.ts'
import { partnershipStore } from './partnership-store.ts'

export interface EvidenceServices {
  db: Db
  files: EvidenceFiles
  clock?: Clock
}

const UPLOAD = '/api/evidence'
/** One byte more, so that the file itself is refused for its size, with its issue. */
export const MAX_UPLOAD_BYTES = MAX_FILE_BYTES + 1
export const isUpload = (c: Context) => c.req.method === 'POST' && c.req.path === UPLOAD

/** A file that somebody uploaded runs nothing and fetches nothing, whatever is in it. Comes before the headers of the rest. */
export const sandboxed = createMiddleware(async (c, next) => {
  await next()
  if (c.req.method === 'GET') c.header('content-security-policy', "default-src 'none'; sandbox")
})

const Params = z.object({ id })
const binary = { schema: z.string().meta({ format: 'binary' }) }

const upload = createRoute({
  method: 'post',
  path: UPLOAD,
  tags: ['evidence'],
  summary: 'Uploads a file (JPEG, PNG, WebP, PDF; at most 5 MB) for a record that will name it',
  ...may('partnerships.write'),
  request: { body: { required: true, content: { 'application/octet-stream': binary } } },
  responses: { 201: json(UploadedFile, 'Its name and what it is'), 400: refusals[400] },
})

const list = createRoute({
  method: 'get',
  path: '/api/partnerships/{id}/evidence',
  tags: ['evidence'],
  summary: 'The files that prove a partnership',
  ...may('evidence.read'),
  request: { params: Params },
  responses: { 200: json(EvidenceList, 'The files'), 404: refusals[404] },
})

const attach = createRoute({
  method: 'post',
  path: '/api/partnerships/{id}/evidence',
  tags: ['evidence'],
  summary: 'Says that uploaded files prove a partnership',
  ...may('partnerships.write'),
  request: { params: Params, body: jsonBody(NewEvidence) },
  responses: {
    201: json(ChangedEvidence, 'The files now, and the revision to take back'),
    400: refusals[400],
    404: refusals[404],
  },
})

const file = createRoute({
  method: 'get',
  path: '/api/evidence/{id}',
  tags: ['evidence'],
  summary: 'A file that proves a partnership, as it was uploaded',
  ...may('evidence.read'),
  request: { params: Params },
  responses: {
    200: { description: 'The file', content: { 'application/octet-stream': binary } },
    404: refusals[404],
  },
})

const remove = createRoute({
  method: 'delete',
  path: '/api/evidence/{id}',
  tags: ['evidence'],
  summary: 'Takes a file away from a partnership; an undo brings it back',
  ...may('partnerships.write'),
  request: { params: Params },
  responses: {
    200: json(ChangedEvidence, 'The files left, and the revision to take back'),
    404: refusals[404],
  },
})

const notDuplicates = createRoute({
  method: 'get',
  path: '/api/not-duplicates',
  tags: ['partnerships'],
  summary: 'Pairs of records that a person said are not the same',
  ...may('evidence.read'),
  request: {
    query: z
      .object({
        entity: z.enum(['actor', 'partnership']).default('partnership'),
        id: id.optional(),
        ...paging,
      })
      .strict(),
  },
  responses: { 200: json(NotDuplicatePage, 'One page'), 400: refusals[400] },
})

export function evidenceRoutes({ db, files, clock }: EvidenceServices): Router {
  const listed = async (partnershipId: string, revision: number) => ({
    rows: await listEvidence(db, partnershipId),
    revision,
  })
  return createRouter()
    .openapi(upload, async (c) => c.json(await files.keep(new Uint8Array(await c.req.arrayBuffer())), 201))
    .openapi(list, async (c) => {
      const { id } = c.req.valid('param')
      if (!(await partnershipStore.read(db, [id])).has(id)) throw notFound('partnership', id)
      return c.json(await listed(id, await currentRevision(db)), 200)
    })
    .openapi(attach, async (c) => {
      const { id } = c.req.valid('param')
      const { files: named, reason } = c.req.valid('json')
      const { today } = await readWriteContext(db, clock)
      const head = { author: authorOf(c), action: 'add-evidence', reason }
      const { revision } = await commitChangeset(db, head, async (tx) => {
        await tx.get(partnershipStore, id)
        return attachEvidence(tx, files, { partnershipId: id, files: named, addedOn: today })
      })
      return c.json(await listed(id, revision), 201)
    })
    .openapi(file, async (c) => {
      const { id } = c.req.valid('param')
      const found = (await evidenceStore.read(db, [id])).get(id)
      const bytes = found && (await files.read(found.record.file))
      if (!found || !bytes) throw notFound('evidence', id)
      const { mediaType, name, file } = found.record
      c.header('content-type', mediaType)
      c.header('content-disposition', disposition(mediaType, name))
      c.header('x-content-type-options', 'nosniff')
      // What is under an id never changes; whether it may be seen can.
      c.header('cache-control', 'private, no-cache')
      c.header('etag', `"${file}"`)
      if (c.req.header('if-none-match')?.includes(file)) return c.body(null, 304)
      return c.body(new Uint8Array(bytes), 200)
    })
    .openapi(remove, async (c) => {
      const { id } = c.req.valid('param')
      const head = { author: authorOf(c), action: 'remove-evidence' }
      const { revision, result } = await commitChangeset(db, head, async (tx) => {
        const { record } = await tx.get(evidenceStore, id)
        await tx.removeAll(evidenceStore, [id])
        return record.partnershipId
      })
      return c.json(await listed(result, revision), 200)
    })
    .openapi(notDuplicates, async (c) => c.json(await listNotDuplicates(db, c.req.valid('query')), 200))
}

/** A picture opens in the browser, a document is saved: a reader within the page would need rights that it does not get. */
function disposition(mediaType: string, name: string): string {
  const plain = name.replace(/[^\w. -]/g, '_')
  const how = mediaType === 'application/pdf' ? 'attachment' : 'inline'
  // RFC 8187: what encodeURIComponent leaves and the header does not take
  const encoded = encodeURIComponent(name).replace(
    /['()*]/g,
    (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `${how}; filename="${plain}"; filename*=UTF-8''${encoded}`
}
