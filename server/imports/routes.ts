import { createRoute, z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { id } from '#shared/contract/fields.ts'
import { SHEET_KINDS } from '#shared/contract/import-fields.ts'
import {
  Import,
  ImportDecisions,
  ImportFixed,
  ImportFixes,
  ImportGo,
  ImportMapping,
  ImportPage,
  ImportQuery,
  ImportRowPage,
  ImportRowQuery,
  ImportUpload,
} from '#shared/contract/imports.ts'
import type { Db } from '../db/schema.ts'
import { authorOf } from '../http/asker.ts'
import { may } from '../http/may.ts'
import { createRouter, json, jsonBody, type Router, refusals } from '../http/router.ts'
import { readReference } from '../reference/read-reference.ts'
import type { Clock } from '../today.ts'
import { listImports } from './import-store.ts'
import type { Imports } from './imports.ts'
import { template } from './writing/template.ts'

export interface ImportServices {
  db: Db
  imports: Imports
  clock?: Clock | undefined
}

const UPLOAD = '/api/imports'
export const isSpreadsheetUpload = (c: Context) => c.req.method === 'POST' && c.req.path === UPLOAD

export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const Params = z.object({ id })
const NoQuery = z.object({}).strict()
export const Language = z.object({ language: z.enum(['id', 'en']).default('id') }).strict()
const tags = ['imports']
const binary = { schema: z.string().meta({ format: 'binary' }) }
export const excelFile = { description: 'An Excel workbook', content: { [XLSX]: binary } }
const common = { 400: refusals[400], 404: refusals[404] }
const changing = { ...common, 409: refusals[409], 412: refusals[412] }
const answer = json(Import, 'The import as it is now')

const list = createRoute({
  method: 'get',
  path: UPLOAD,
  tags,
  summary: 'Spreadsheets on their way into the register, and those that are in it, latest first',
  ...may('imports.write'),
  request: { query: ImportQuery },
  responses: { 200: json(ImportPage, 'One page'), 400: refusals[400] },
})

const upload = createRoute({
  method: 'post',
  path: UPLOAD,
  tags,
  summary: 'Uploads a spreadsheet (xlsx, csv; at most 20 MB), which is then read',
  ...may('imports.write'),
  request: {
    query: ImportUpload,
    body: { required: true, content: { 'application/octet-stream': binary } },
  },
  responses: { 201: answer, 400: refusals[400] },
})

const detail = createRoute({
  method: 'get',
  path: '/api/imports/{id}',
  tags,
  summary: 'One import: what is under way, what was recognised, what is wrong',
  ...may('imports.write'),
  request: { params: Params, query: NoQuery },
  responses: { 200: answer, ...common },
})

const mapping = createRoute({
  method: 'put',
  path: '/api/imports/{id}/mapping',
  tags,
  summary: 'Says which sheet it is, where its header lies, and what its columns mean',
  ...may('imports.write'),
  request: { params: Params, query: NoQuery, body: jsonBody(ImportMapping) },
  responses: { 200: answer, ...changing },
})

const rows = createRoute({
  method: 'get',
  path: '/api/imports/{id}/rows',
  tags,
  summary: 'Rows with what was read from each cell, what is wrong, and what they may repeat',
  ...may('imports.write'),
  request: { params: Params, query: ImportRowQuery },
  responses: { 200: json(ImportRowPage, 'One page'), ...common, 409: refusals[409] },
})

const fixes = createRoute({
  method: 'post',
  path: '/api/imports/{id}/fixes',
  tags,
  summary: 'Mends cells, one by one or by rule, or leaves rows out',
  ...may('imports.write'),
  request: { params: Params, query: NoQuery, body: jsonBody(ImportFixes) },
  responses: { 200: json(ImportFixed, 'The import, and the rows as they are now'), ...changing },
})

const decisions = createRoute({
  method: 'post',
  path: '/api/imports/{id}/decisions',
  tags,
  summary: 'Says of rows that may repeat something whether they do',
  ...may('imports.write'),
  request: { params: Params, query: NoQuery, body: jsonBody(ImportDecisions) },
  responses: { 200: answer, ...changing },
})

const dryRun = createRoute({
  method: 'post',
  path: '/api/imports/{id}/dry-run',
  tags,
  summary: 'Works out what would change in the register and in the numbers; nothing is written',
  ...may('imports.write'),
  request: { params: Params, query: NoQuery, body: jsonBody(ImportGo) },
  responses: { 200: answer, ...changing },
})

const commit = createRoute({
  method: 'post',
  path: '/api/imports/{id}/commit',
  tags,
  summary: 'Takes it over as one changeset, all or nothing; sent again it does nothing more',
  ...may('imports.write'),
  request: { params: Params, query: NoQuery, body: jsonBody(ImportGo) },
  responses: { 200: answer, ...changing },
})

const cancel = createRoute({
  method: 'post',
  path: '/api/imports/{id}/cancel',
  tags,
  summary: 'Stops what is under way, if it is not done yet',
  ...may('imports.write'),
  request: { params: Params, query: NoQuery },
  responses: { 200: answer, ...common },
})

const discard = createRoute({
  method: 'delete',
  path: '/api/imports/{id}',
  tags,
  summary: 'Throws a draft away, with its file',
  ...may('imports.write'),
  request: { params: Params, query: NoQuery },
  responses: { 200: json(z.object({ id }), 'It is gone'), ...common, 409: refusals[409] },
})

const problems = createRoute({
  method: 'get',
  path: '/api/imports/{id}/problems.xlsx',
  tags,
  summary: 'The rows with something wrong, with the reason, to be mended in Excel',
  ...may('imports.write'),
  request: { params: Params, query: Language },
  responses: { 200: excelFile, ...common, 409: refusals[409] },
})

const templates = createRoute({
  method: 'get',
  path: '/api/import-templates/{kind}',
  tags,
  summary: 'An empty sheet with the columns that are read and the codes to choose from',
  ...may('imports.write'),
  request: { params: z.object({ kind: z.enum(SHEET_KINDS) }), query: Language },
  responses: { 200: excelFile, 400: refusals[400] },
})

export const attachment = (name: string) =>
  `attachment; filename="${name.replace(/[^\w. -]/g, '_')}"; filename*=UTF-8''${encodeURIComponent(name)}`

export const importRoutes = ({ db, imports, clock }: ImportServices): Router =>
  createRouter()
    .openapi(list, async (c) => c.json(await listImports(db, c.req.valid('query')), 200))
    .openapi(upload, async (c) => {
      const bytes = new Uint8Array(await c.req.arrayBuffer())
      return c.json(await imports.upload(authorOf(c), c.req.valid('query').name, bytes), 201)
    })
    .openapi(detail, async (c) => c.json(await imports.view(c.req.valid('param').id), 200))
    .openapi(mapping, async (c) =>
      c.json(await imports.map(c.req.valid('param').id, authorOf(c), c.req.valid('json')), 200),
    )
    .openapi(rows, async (c) =>
      c.json(await imports.rows(c.req.valid('param').id, c.req.valid('query')), 200),
    )
    .openapi(fixes, async (c) => c.json(await imports.fix(c.req.valid('param').id, c.req.valid('json')), 200))
    .openapi(decisions, async (c) =>
      c.json(await imports.decide(c.req.valid('param').id, c.req.valid('json')), 200),
    )
    .openapi(dryRun, async (c) =>
      c.json(await imports.dryRun(c.req.valid('param').id, c.req.valid('json')), 200),
    )
    .openapi(commit, async (c) =>
      c.json(await imports.commit(c.req.valid('param').id, authorOf(c), c.req.valid('json')), 200),
    )
    .openapi(cancel, async (c) => c.json(await imports.cancel(c.req.valid('param').id), 200))
    .openapi(discard, async (c) => {
      const { id } = c.req.valid('param')
      await imports.discard(id)
      return c.json({ id }, 200)
    })
    .openapi(problems, async (c) => {
      const { language } = c.req.valid('query')
      const { name, bytes } = await imports.problemsFile(c.req.valid('param').id, language)
      const suffix = language === 'id' ? 'perlu diperbaiki' : 'to be mended'
      return excel(c, bytes, `${name} - ${suffix}.xlsx`)
    })
    .openapi(templates, async (c) => {
      const { kind } = c.req.valid('param')
      const { language } = c.req.valid('query')
      const { bytes, name } = await template(kind, await readReference(db, clock), language)
      return excel(c, bytes, name)
    })

export function excel(c: Context, bytes: Uint8Array, name: string) {
  c.header('content-type', XLSX)
  c.header('content-disposition', attachment(name))
  return c.body(new Uint8Array(bytes), 200)
}
