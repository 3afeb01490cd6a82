import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { getRequestListener } from '@hono/node-server'
import { actorStore } from '#server/actors/actor-store.ts'
import { createApp } from '#server/app.ts'
import { commitChangeset } from '#server/db/changeset.ts'
import { openDatabase } from '#server/db/database.ts'
import { STANDARD_REFERENCE } from '#server/db/reference/standard-reference.ts'
import { partnershipStore } from '#server/partnerships/partnership-store.ts'
import { definition, partition } from '../network/records.ts'
import { modelRecords } from '../research/model-records.ts'
import { cookieOf } from '../server/test-app.ts'
import type { Bench, Row } from './row.ts'

const ACTORS = 10_000
/** Pages that are open and follow the register. */
const DASHBOARDS = 20
/** All figures of a date are found anew for each. */
const WRITES_PER_ROUND = 4

/**
 * P6: a partnership is sent, and every open dashboard has fresh numbers. Time from sending it until its answer is there, each of the open
 * streams has told of the revision, and the overview of that revision has been answered to a page that asked when it was told.
 */
export async function writeSeenChapter({ rounds, say }: Bench): Promise<Row[]> {
  const site = await openSite()
  const times: number[] = []
  const answers: number[] = []
  for (let i = -1; i < rounds * WRITES_PER_ROUND; i++) {
    const { answered, seen } = await site.writeOnce(i + 1)
    if (i < 0) continue
    answers.push(answered)
    times.push(seen)
  }
  await site.close()
  say(`${times.length} writes`)
  const row = (what: string, values: number[], share: number, goal: number | null): Row => {
    const sorted = [...values].sort((a, b) => a - b)
    const at = sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))]!
    return {
      least: sorted[0]!,
      median: at,
      most: sorted.at(-1)!,
      target: 'P6',
      what: `a partnership sent, ${ACTORS.toLocaleString('en')} actors: ${what}`,
      unit: 'ms',
      goal,
      rounds,
      note: `${DASHBOARDS} open dashboards, ${values.length} writes; wall time, server and readers on the same cores`,
    }
  }
  return [
    row('answered, median', answers, 0.5, null),
    row('fresh numbers on every dashboard, median', times, 0.5, null),
    row('fresh numbers on every dashboard, 99th percentile', times, 0.99, 50),
  ]
}

async function openSite() {
  const { sectors, actors, partnerships } = modelRecords(ACTORS)
  const db = await openDatabase(':memory:', {
    reference: {
      ...STANDARD_REFERENCE,
      city: { ...STANDARD_REFERENCE.city, referenceDate: '2025-06-30' },
      partitions: [partition(...sectors)],
      definitions: [definition('official')],
    },
  })
  await commitChangeset(db, { author: 'bench', action: 'bench' }, async (tx) => {
    await tx.putAll(actorStore, actors)
    await tx.putAll(partnershipStore, partnerships)
  })
  const app = await createApp({ db })
  const server = createServer(getRequestListener(app.app.fetch))
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const cookie = await cookieOf({ app, db }, 'staff')
  const ended = new AbortController()
  const dashboards = await Promise.all(Array.from({ length: DASHBOARDS }, () => follow(url, ended.signal)))

  /** The overview, asked for as the page does once it hears of the revision; most pages ask for the same, and get what is kept. */
  const overview = async () => {
    const response = await fetch(`${url}/api/insights/overview`, { headers: { cookie } })
    await response.arrayBuffer()
  }
  await overview()
  return {
    async writeOnce(i: number) {
      const parties = [actors[(7 * i) % ACTORS]!, actors[(7 * i + 3) % ACTORS]!].map(({ id }) => ({
        actorId: id,
      }))
      const began = performance.now()
      const fresh = Promise.all(dashboards.map((dashboard) => dashboard.next().then(overview)))
      const response = await fetch(`${url}/api/partnerships`, {
        method: 'POST',
        headers: { cookie, 'content-type': 'application/json' },
        body: JSON.stringify({ parties, kind: 'co_production', startedOn: '2025-06-01', notDuplicate: true }),
      })
      if (response.status !== 201) throw new Error(await response.text())
      await response.arrayBuffer()
      const answered = performance.now() - began
      await fresh
      return { answered, seen: performance.now() - began }
    },
    async close() {
      ended.abort()
      app.closeStreams()
      server.closeAllConnections()
      await new Promise((closed) => server.close(closed))
      await app.close()
      await db.destroy()
    },
  }
}

/** A page that follows the register: `next` resolves with the next revision it is told. */
async function follow(url: string, signal: AbortSignal) {
  const response = await fetch(`${url}/api/stream`, { signal })
  const waiting: ((revision: number) => void)[] = []
  const told = (text: string) => {
    for (const [, revision] of text.matchAll(/"revision":(\d+)/g)) waiting.shift()?.(Number(revision))
  }
  const first = new Promise<number>((resolve) => waiting.push(resolve))
  const decoder = new TextDecoder()
  void (async () => {
    try {
      for await (const chunk of response.body ?? []) told(decoder.decode(chunk))
    } catch {
      // the end of the bench
    }
  })()
  await first
  return { next: () => new Promise<number>((resolve) => waiting.push(resolve)) }
}
