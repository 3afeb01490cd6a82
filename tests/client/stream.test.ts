import { QueryClient } from '@tanstack/react-query'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { followRevision } from '#client/api/stream.ts'

/** The part of the browser's event source that the page uses. */
class Source extends EventTarget {
  static readonly CLOSED = 2
  static opened: Source[] = []
  readyState = 1
  constructor(readonly url: string) {
    super()
    Source.opened.push(this)
  }
  close() {
    this.readyState = Source.CLOSED
  }
  tell(revision: number) {
    this.dispatchEvent(new MessageEvent('revision', { data: JSON.stringify({ revision }) }))
  }
  fail(readyState: number) {
    this.readyState = readyState
    this.dispatchEvent(new Event('error'))
  }
}

beforeEach(() => {
  Source.opened = []
  vi.useFakeTimers()
  vi.stubGlobal('EventSource', Source)
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

const follow = () => {
  const moves: number[] = []
  const stop = followRevision(new QueryClient(), (revision) => moves.push(revision))
  return { moves, stop }
}

test('a page follows on after an answer that is no stream', () => {
  const { moves, stop } = follow()
  Source.opened[0]!.tell(1)
  Source.opened[0]!.fail(Source.CLOSED)
  expect(Source.opened).toHaveLength(1)
  vi.advanceTimersByTime(10_000)
  expect(Source.opened).toHaveLength(2)
  Source.opened[1]!.tell(2)
  expect(moves).toEqual([2])
  stop()
  expect(Source.opened[1]!.readyState).toBe(Source.CLOSED)
})

test('a lost connection is left to the browser, which asks again itself', () => {
  const { stop } = follow()
  Source.opened[0]!.fail(0)
  vi.advanceTimersByTime(60_000)
  expect(Source.opened).toHaveLength(1)
  stop()
})

test('a page that was left opens nothing more', () => {
  const { stop } = follow()
  Source.opened[0]!.fail(Source.CLOSED)
  stop()
  vi.advanceTimersByTime(60_000)
  expect(Source.opened).toHaveLength(1)
})
