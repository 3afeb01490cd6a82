import { createRoute, z } from '@hono/zod-openapi'
import { SHEET_KINDS, type SheetKind } from '#shared/contract/import-fields.ts'
import type { Db } from '../db/schema.ts'
import { may } from '../http/may.ts'
import { createRouter, type Router, refusals } from '../http/router.ts'
import type { Clock } from '../today.ts'
import { attachment, excelFile, Language, XLSX } from './routes.ts'
import { runExport } from './run-export.ts'
import { sheetName } from './writing/template.ts'

export interface ExportServices {
  db: Db
  databaseFile: string | null
  clock?: Clock | undefined
}

const FILES = SHEET_KINDS.flatMap((kind) => [`${kind}.xlsx` as const, `${kind}.csv` as const])

const download = createRoute({
  method: 'get',
  path: '/api/exports/{file}',
  tags: ['imports'],
  summary: 'A whole register as Excel or CSV; brought in again it changes nothing',
  ...may('registers.export'),
  request: { params: z.object({ file: z.enum(FILES) }), query: Language },
  responses: {
    200: {
      description: 'The register',
      content: { ...excelFile.content, 'text/csv': { schema: z.string() } },
    },
    400: refusals[400],
  },
})

export const exportRoutes = ({ db, databaseFile, clock }: ExportServices): Router =>
  createRouter().openapi(download, async (c) => {
    const [kind, format] = c.req.valid('param').file.split('.') as [SheetKind, 'xlsx' | 'csv']
    const { language } = c.req.valid('query')
    const bytes = await runExport({ db, databaseFile, clock }, { kind, format, language })
    c.header('content-type', format === 'xlsx' ? XLSX : 'text/csv; charset=utf-8')
    c.header('content-disposition', attachment(`${sheetName(kind, language)}.${format}`))
    return c.body(new Uint8Array(bytes), 200)
  })
