import { createMiddleware } from 'hono/factory'
import type { AppEnv } from './router.ts'

/**
 * Requests begin in the order they came, one in each turn of the event loop. Node accepts one new connection a turn: where every open
 * connection were answered in each, whoever comes new would wait for a turn of all of them, again and again.
 */
export function inTurn() {
  const waiting: (() => void)[] = []
  let hasBegun = false
  const turn = () => {
    const next = waiting.shift()
    hasBegun = next !== undefined
    if (!next) return
    setImmediate(turn)
    next()
  }
  return createMiddleware<AppEnv>(async (_, next) => {
    if (hasBegun) await new Promise<void>((resolve) => waiting.push(resolve))
    else {
      hasBegun = true
      setImmediate(turn)
    }
    await next()
  })
}
