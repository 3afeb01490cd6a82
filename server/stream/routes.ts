import { type SSEStreamingApi, streamSSE } from 'hono/streaming'
import { createRouter, type Router } from '../http/router.ts'
import type { Register } from '../network/register.ts'

/** Proxies and phones drop a connection on which nothing comes. */
const HEARTBEAT_MS = 20_000

export interface RevisionStream {
  routes: Router
  /** Ends every open stream, so that the server can stop. */
  closeStreams(): void
}

/** `GET /api/stream`: the present revision at once, then each new one as soon as answers are read from it. */
export function revisionStream(register: Register, heartbeatMs = HEARTBEAT_MS): RevisionStream {
  const open = new Set<SSEStreamingApi>()
  const tell = (stream: SSEStreamingApi, revision: number) =>
    stream.writeSSE({ event: 'revision', id: String(revision), data: JSON.stringify({ revision }) })

  const routes = createRouter()
  routes.get('/api/stream', (c) => {
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
      for (const stream of [...open]) stream.abort()
    },
  }
}
