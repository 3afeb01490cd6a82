import { monitorEventLoopDelay } from 'node:perf_hooks'
import { createRoute } from '@hono/zod-openapi'
import { Diagnostics } from '#shared/contract/research.ts'
import { may } from './http/may.ts'
import { createRouter, json, type Router } from './http/router.ts'

/** How often the delay is sampled, in milliseconds: what a sample measures beyond it is delay. */
const RESOLUTION_MS = 5

export interface LoopDelay {
  /** milliseconds beyond what was asked for, since the start or the last reset */
  read(): Diagnostics['eventLoop']
  reset(): void
  stop(): void
}

/** Watches how late the event loop comes back to a timer. */
export function watchEventLoop(): LoopDelay {
  const histogram = monitorEventLoopDelay({ resolution: RESOLUTION_MS })
  let since = performance.now()
  histogram.enable()
  const late = (nanoseconds: number) =>
    Number.isFinite(nanoseconds) ? Math.max(0, nanoseconds / 1e6 - RESOLUTION_MS) : 0
  return {
    read: () => ({
      p50: late(histogram.percentile(50)),
      p99: late(histogram.percentile(99)),
      max: histogram.count === 0 ? 0 : late(histogram.max),
      over: performance.now() - since,
    }),
    reset() {
      histogram.reset()
      since = performance.now()
    },
    stop: () => void histogram.disable(),
  }
}

const diagnostics = createRoute({
  method: 'get',
  path: '/api/diagnostics',
  tags: ['diagnostics'],
  summary: 'How late the event loop answers since the start, and how much long work is under way',
  ...may('diagnostics.read'),
  responses: { 200: json(Diagnostics, 'The figures of this moment') },
})

export function diagnosticRoutes(services: {
  delay: LoopDelay
  jobs: () => { waiting: number; running: number }
}): Router {
  return createRouter().openapi(diagnostics, (c) => {
    c.header('cache-control', 'no-store')
    const { waiting, running } = services.jobs()
    return c.json({ eventLoop: services.delay.read(), jobs: { waiting, running } }, 200)
  })
}
