import { createRoute, z } from '@hono/zod-openapi'
import { type SSEStreamingApi, streamSSE } from 'hono/streaming'
import { AppError } from '../errors.ts'
import { may } from '../http/may.ts'
import { createRouter, type Router } from '../http/router.ts'
import type { Register } from '../network/register.ts'

/** Proxies and phones drop a connection on which nothing comes. */
const HEARTBEAT_MS = 20_000

export interface RevisionStream {
  routes: Router
  /** Ends every open stream and takes no other, so that the server can stop. */
  closeStreams(): void
}

const follow = createRoute({
  method: 'get',
  path: '/api/stream',
  tags: ['stream'],
  summary: 'The present revision at once, then each new one as soon as answers are read from it',
  ...may('system.read'),
  responses: {
    200: {
      description: 'Server-sent events `revision` with `{"revision": 12}`, until either side ends it',
      content: { 'text/event-stream': { schema: z.string() } },
    },
  },
})

/** The stream that open pages follow. */
export function revisionStream(register: Register, heartbeatMs = HEARTBEAT_MS): RevisionStream {
  const open = new Set<SSEStreamingApi>()
  let closed = false
  const tell = (stream: SSEStreamingApi, revision: number) =>
    stream.writeSSE({ event: 'revision', id: String(revision), data: JSON.stringify({ revision }) })

  const routes = createRouter()
  routes.openAPIRegistry.registerPath(follow)
  routes.get(follow.getRoutingPath(), follow.middleware, (c) => {
    // whose stream has just been ended asks again at once
    if (closed) throw new AppError('unavailable', { detail: 'The server is about to stop.' })
    // nginx and its like hold an answer back until it is whole, unless told
    c.header('X-Accel-Buffering', 'no')
    return streamSSE(c, async (stream) => {
      const ended = new Promise<void>((resolve) => stream.onAbort(resolve))
      const stop = register.subscribe(({ revision }) => void tell(stream, revision))
      const heartbeat = setInterval(() => void stream.write(': still here\n\n'), heartbeatMs)
      open.add(stream)
      await tell(stream, register.current().revision)
      await ended
      clearInterval(heartbeat)
      stop()
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
