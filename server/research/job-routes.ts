import { createRoute, z } from '@hono/zod-openapi'
import { type SSEStreamingApi, streamSSE } from 'hono/streaming'
import { id } from '#shared/contract/fields.ts'
import { Job, JobRequest, NullModelResult, Series } from '#shared/contract/research.ts'
import { AppError } from '../errors.ts'
import { may } from '../http/may.ts'
import { createRouter, json, jsonBody, type Router, refusals } from '../http/router.ts'
import type { Research } from './research.ts'

const params = z.object({ id })

const askFor = createRoute({
  method: 'post',
  path: '/api/research/jobs',
  tags: ['research'],
  summary: 'Asks for what takes long: starts it, or joins it where others have asked already',
  ...may('research.read'),
  request: { body: jsonBody(JobRequest) },
  responses: {
    200: json(Job, 'It is done already'),
    202: json(Job, 'It waits or runs'),
    400: refusals[400],
  },
})

const look = createRoute({
  method: 'get',
  path: '/api/research/jobs/{id}',
  tags: ['research'],
  summary: 'How far a job is',
  ...may('research.read'),
  request: { params },
  responses: { 200: json(Job, 'The job'), 404: refusals[404] },
})

const release = createRoute({
  method: 'delete',
  path: '/api/research/jobs/{id}',
  tags: ['research'],
  summary: 'A reader lets go of a job; with the last one the work stops',
  ...may('research.read'),
  request: { params, query: z.object({ reader: id }).strict() },
  responses: { 200: json(Job, 'The job'), 400: refusals[400], 404: refusals[404] },
})

const result = createRoute({
  method: 'get',
  path: '/api/research/jobs/{id}/result',
  tags: ['research'],
  summary: 'What a null model or a series found; the figures of a job are asked for as figures',
  ...may('research.read'),
  request: { params },
  responses: {
    200: json(z.union([NullModelResult, Series, z.object({ done: z.literal(true) })]), 'What it found'),
    404: refusals[404],
    409: refusals[409],
  },
})

const follow = createRoute({
  method: 'get',
  path: '/api/research/jobs/{id}/events',
  tags: ['research'],
  summary: 'How far a job is, as it goes on, until it is over',
  ...may('research.read'),
  request: { params },
  responses: {
    200: {
      description: 'Server-sent events `job`, each a job; the stream ends with the job',
      content: { 'text/event-stream': { schema: z.string() } },
    },
    404: refusals[404],
  },
})

const TOLD_EVERY_MS = 200

export interface JobRoutes {
  routes: Router
  closeStreams(): void
}

export function jobRoutes(research: Research): JobRoutes {
  const { jobs } = research
  const open = new Set<SSEStreamingApi>()
  let closed = false
  const routes = createRouter()
    .openapi(askFor, async (c) => {
      const job = await research.ask(c.req.valid('json'))
      return job.state === 'done' ? c.json(job, 200) : c.json(job, 202)
    })
    .openapi(look, (c) => c.json(jobs.get(c.req.valid('param').id), 200))
    .openapi(release, (c) => c.json(jobs.release(c.req.valid('param').id, c.req.valid('query').reader), 200))
    .openapi(result, (c) => {
      const found = jobs.result(c.req.valid('param').id)
      // what a job holds is what its plan made
      return c.json(found === true ? { done: true as const } : (found as Series), 200)
    })
  routes.openAPIRegistry.registerPath(follow)
  routes.get(follow.getRoutingPath(), follow.middleware, (c) => {
    if (closed) throw new AppError('unavailable', { detail: 'The server is about to stop.' })
    const job = c.req.param('id') ?? ''
    jobs.get(job)
    c.header('X-Accel-Buffering', 'no')
    return streamSSE(c, async (stream) => {
      open.add(stream)
      let told = ''
      const tell = async () => {
        const data = JSON.stringify(jobs.get(job))
        if (data !== told) await stream.writeSSE({ event: 'job', data })
        told = data
      }
      const timer = setInterval(() => void tell(), TOLD_EVERY_MS)
      await tell()
      await Promise.race([jobs.over(job), new Promise<void>((resolve) => stream.onAbort(resolve))])
      clearInterval(timer)
      if (!stream.aborted) await tell()
      open.delete(stream)
    })
  })
  return {
    routes,
    closeStreams() {
      closed = true
      for (const stream of [...open]) stream.abort()
    },
  }
}
