import { existsSync } from 'node:fs'
import { actorStore } from '#server/actors/actor-store.ts'
import { createApp } from '#server/app.ts'
import { commitChangeset } from '#server/db/changeset.ts'
import { openDatabase } from '#server/db/database.ts'
import { STANDARD_REFERENCE } from '#server/db/reference/standard-reference.ts'
import { watchEventLoop } from '#server/diagnostics.ts'
import { partnershipStore } from '#server/partnerships/partnership-store.ts'
import type { Job } from '#shared/contract/research.ts'
import { definition, partition } from '../network/records.ts'
import { modelRecords } from '../research/model-records.ts'

/**
 * How late the event loop answers while the figures of a network are computed and read: every phase on its own.
 *
 *   node --import tsx tests/bench/event-loop.ts [ACTORS | file:DATABASE]      default 10,000 actors of the block model
 */
const asked = process.argv[2] ?? '10000'

async function openModel(n: number) {
  const { sectors, actors, partnerships } = modelRecords(n)
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
  return db
}

const db =
  asked.startsWith('file:') && existsSync(asked.slice(5))
    ? await openDatabase(asked)
    : await openModel(Number(asked))
const { app, close } = await createApp({ db, loopbackOnly: true })
const delay = watchEventLoop()
const fixed = (ms: number) => `${ms.toFixed(1).padStart(7)} ms`

async function phase<T>(name: string, work: () => Promise<T>): Promise<T> {
  delay.reset()
  const since = performance.now()
  const result = await work()
  const { p50, p99, max } = delay.read()
  console.info(
    `${name.padEnd(44)} ${fixed(performance.now() - since)}   p50 ${fixed(p50)}   p99 ${fixed(p99)}   max ${fixed(max)}`,
  )
  return result
}

/** Reads the answer as it comes and throws it away: to take it apart is the reader's work, not the server's. */
async function drain(path: string): Promise<number> {
  const response = await app.request(path)
  if (response.status !== 200) throw new Error(`${response.status} ${await response.text()}`)
  let bytes = 0
  for await (const chunk of response.body ?? []) bytes += chunk.length
  return bytes
}

async function job(body: object): Promise<Job> {
  const response = await app.request('/api/research/jobs', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ reader: 'bench', ...body }),
  })
  const { id } = (await response.json()) as Job
  for (;;) {
    const now = (await (await app.request(`/api/research/jobs/${id}`)).json()) as Job
    if (now.state !== 'waiting' && now.state !== 'running') return now
    // meanwhile others read
    await drain('/api/research/figures?table=sectors')
    await drain('/api/research/catalog')
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}

await phase(
  'nothing asked: what the machine does',
  () => new Promise((resolve) => setTimeout(resolve, 5_000)),
)
const figures = (query: string) => () => drain(`/api/research/figures?${query}`)
await phase('first reading: derive, linear figures', figures('table=sectors'))
await phase('table of actors, linear', figures('table=actors'))
const states = [
  await phase('job: closeness, harmonic, betweenness', () =>
    job({ kind: 'figures', metrics: ['closeness', 'betweenness'] }),
  ),
  await phase('job: null model, assortativity rewired 99 times', () =>
    job({ kind: 'null-model', measure: 'network.assortativity', model: 'rewiring', draws: 99 }),
  ),
]
await phase('table of actors, all columns, ordered', figures('table=actors&columns=all&sort=betweenness'))
await phase('download of actors as CSV', () => drain('/api/research/download?table=actors&format=csv'))
await phase('ties and quarters: the whole history', figures('table=quarters'))
await phase('files of the network', () => drain('/api/research/network/edges.csv'))
console.info(
  `Jobs: ${states.map(({ state, elapsed }) => `${state} in ${(elapsed / 1000).toFixed(1)} s`).join(', ')}`,
)
delay.stop()
await close()
await db.destroy()
