import type { Hono } from 'hono'
import { type SSEStreamingApi, streamSSE } from 'hono/streaming'
import type { Register } from '../network/register.ts'

/** Proxies and phones drop a connection on which nothing comes. */
const HEARTBEAT_MS = 20_000

export interface RevisionStreams {
  /** Ends every open stream, so that the server can stop. */
  closeStreams(): Promise<void>
}

/** Adds `GET /api/stream`: the present revision at once, then each new one when answers are read from it. */
export function addStreamRoutes(app: Hono, register: Register, heartbeatMs = HEARTBEAT_MS): RevisionStreams {
  const open = new Set<SSEStreamingApi>()
  const tell = (stream: SSEStreamingApi, revision: number) =>
    stream.writeSSE({ event: 'revision', id: String(revision), data: JSON.stringify({ revision }) })

  app.get('/api/stream', (c) => {
    // nginx and its like hold an answer back until it is whole, unless told
    c.header('X-Accel-Buffering', 'no')
    return streamSSE(c, async (stream) => {
      const closed = new Promise<void>((resolve) => stream.onAbort(resolve))
      const stop = register.subscribe(({ revision }) => void tell(stream, revision))
      const heartbeat = setInterval(() => void stream.write(': still here\n\n'), heartbeatMs)
      open.add(stream)
      await tell(stream, register.current().revision)
      await closed
      clearInterval(heartbeat)
      stop()
      open.delete(stream)
    })
  })

  return {
    async closeStreams() {
      for (const stream of open) stream.abort()
    },
  }
}
