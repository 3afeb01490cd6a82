import { createRoute, z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import {
  DownloadQuery,
  Figures,
  FiguresQuery,
  NetworkFileQuery,
  ResearchCatalog,
  Series,
  SeriesQuery,
  Snippet,
  SnippetQuery,
} from '#shared/contract/research.ts'
import { may } from '../http/may.ts'
import { isKnown, revisionTag } from '../http/revision-tag.ts'
import { createRouter, json, type Router, refusals, unchanged } from '../http/router.ts'
import { JSON_TYPE, streamOf } from '../http/text-stream.ts'
import type { SightOf } from '../visibility/sight.ts'
import { edgePieces, nodePieces } from './network-file.ts'
import { type Research, refusePending } from './research.ts'
import { seriesCsv } from './series-csv.ts'
import { csvPieces, tableJson } from './write-tables.ts'

const text = (type: string, description: string) => ({
  description,
  content: { [type]: { schema: z.string() } },
})

const catalog = createRoute({
  method: 'get',
  path: '/api/research/catalog',
  tags: ['research'],
  summary: 'Every metric with its method card, and every measure with what can be asked of it',
  ...may('research.read'),
  responses: { 200: json(ResearchCatalog, 'The catalogue'), 304: unchanged },
})

const figures = createRoute({
  method: 'get',
  path: '/api/research/figures',
  tags: ['research'],
  summary: 'One table of figures as columns, for any date, definition and partition',
  ...may('research.read'),
  request: { query: FiguresQuery },
  responses: { 200: json(Figures, 'The table'), 304: unchanged, 400: refusals[400] },
})

const download = createRoute({
  method: 'get',
  path: '/api/research/download',
  tags: ['research'],
  summary: 'The same table as a file, with revision, definition, partition, date and seed in it',
  ...may('research.read'),
  request: { query: DownloadQuery },
  responses: {
    200: {
      description: 'The file',
      content: { 'text/csv': { schema: z.string() }, 'application/json': { schema: Figures } },
    },
    304: unchanged,
    400: refusals[400],
    409: refusals[409],
  },
})

const series = createRoute({
  method: 'get',
  path: '/api/research/series',
  tags: ['research'],
  summary: 'A measure of the network or of its sectors at the end of every quarter or year',
  ...may('research.read'),
  request: { query: SeriesQuery },
  responses: {
    200: {
      description: 'The series',
      content: { 'application/json': { schema: Series }, 'text/csv': { schema: z.string() } },
    },
    304: unchanged,
    400: refusals[400],
    409: refusals[409],
  },
})

const snippet = createRoute({
  method: 'get',
  path: '/api/research/snippet',
  tags: ['research'],
  summary: 'Code that gives a measure in R or Python from the two files of the network',
  ...may('research.read'),
  request: { query: SnippetQuery },
  responses: { 200: json(Snippet, 'The code'), 304: unchanged, 400: refusals[400] },
})

const networkFile = (file: 'nodes' | 'edges', summary: string) =>
  createRoute({
    method: 'get',
    path: `/api/research/network/${file}.csv`,
    tags: ['research'],
    summary,
    ...may('research.read'),
    request: { query: NetworkFileQuery },
    responses: { 200: text('text/csv', 'The file'), 304: unchanged, 400: refusals[400] },
  })

const nodes = networkFile('nodes', 'Every actor of the network: id, label, sector, role')
const edges = networkFile('edges', 'Every tie of the network: source, target')

const CSV = 'text/csv; charset=utf-8'
const saveAs = (c: Context, name: string): void =>
  c.header('content-disposition', `attachment; filename="${name}"`)

export function researchRoutes({ research, sightOf }: { research: Research; sightOf: SightOf }): Router {
  /** A job that is done adds columns to what was answered before. */
  const isFresh = (c: Context): boolean => {
    const { revision, today, jobsDone } = research.present()
    return isKnown(c, revisionTag(revision, `${today}-${jobsDone}`))
  }
  const stream = (c: Context, pieces: Generator<string>, type: string) =>
    c.body(streamOf(pieces), 200, { 'content-type': type })

  return createRouter()
    .openapi(catalog, (c) => (isFresh(c) ? c.body(null, 304) : c.json(research.catalog(), 200)))
    .openapi(figures, async (c) => {
      if (isFresh(c)) return c.body(null, 304)
      const { head, written } = await research.figures(c.req.valid('query'), sightOf(c))
      return stream(c, tableJson(head, written), JSON_TYPE)
    })
    .openapi(download, async (c) => {
      if (isFresh(c)) return c.body(null, 304)
      const query = c.req.valid('query')
      const { head, written, provenance, fileName, pending } = await research.figures(query, sightOf(c))
      refusePending(pending)
      saveAs(c, `${fileName}.${query.format}`)
      if (query.format === 'csv') return stream(c, csvPieces(written, provenance), CSV)
      return stream(c, tableJson({ ...head, generatedOn: provenance['generated_on'] }, written), JSON_TYPE)
    })
    .openapi(series, async (c) => {
      if (isFresh(c)) return c.body(null, 304)
      const query = c.req.valid('query')
      const found = await research.series(query)
      if (query.format === 'json') return c.json(found, 200)
      refusePending(found.pending ? [found.measure] : [])
      saveAs(c, `jejaring-${found.measure}-${found.definition}-r${found.revision}.csv`)
      return c.body(seriesCsv(found, research.present().today), 200, { 'content-type': CSV })
    })
    .openapi(snippet, async (c) =>
      isFresh(c) ? c.body(null, 304) : c.json(await research.snippet(c.req.valid('query')), 200),
    )
    .openapi(nodes, async (c) => {
      if (isFresh(c)) return c.body(null, 304)
      const pieces = nodePieces(await research.network(c.req.valid('query')), sightOf(c))
      saveAs(c, 'nodes.csv')
      return stream(c, pieces, CSV)
    })
    .openapi(edges, async (c) => {
      if (isFresh(c)) return c.body(null, 304)
      const pieces = edgePieces(await research.network(c.req.valid('query')), sightOf(c))
      saveAs(c, 'edges.csv')
      return stream(c, pieces, CSV)
    })
}
