import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { actorStore } from '#server/actors/actor-store.ts'
import { type App, createApp } from '#server/app.ts'
import { commitChangeset } from '#server/db/changeset.ts'
import { openDatabase } from '#server/db/database.ts'
import { STANDARD_REFERENCE } from '#server/db/reference/standard-reference.ts'
import type { Db } from '#server/db/schema.ts'
import { affiliationStore } from '#server/events/affiliation-store.ts'
import { eventStore } from '#server/events/event-store.ts'
import type { WorkerPool } from '#server/insights/worker-pool.ts'
import { partnershipStore } from '#server/partnerships/partnership-store.ts'
import type { ActorRecord } from '#shared/contract/actors.ts'
import type { AffiliationRecord, EventRecord } from '#shared/contract/events.ts'
import type { PartnershipRecord } from '#shared/contract/partnerships.ts'
import type { DefinitionRule } from '#shared/contract/reference.ts'
import { DEFINITION_IDS, type DefinitionId } from '#shared/contract/vocabulary.ts'
import { business, definition, partition, partnership } from '../network/records.ts'

/** A real register in memory, with the real application over it. */
export interface TestRegister extends App {
  db: Db
  write(records: { actors?: ActorRecord[]; partnerships?: PartnershipRecord[] }): Promise<number>
  get<T>(path: string): Promise<T>
}

export interface TestRegisterOptions {
  sectors: string[]
  actors?: ActorRecord[]
  partnerships?: PartnershipRecord[]
  events?: EventRecord[]
  affiliations?: AffiliationRecord[]
  today?: string
  rule?: Partial<DefinitionRule>
  defaultOn?: string
  /** Which definitions the register was made with; all four by default. */
  definitions?: DefinitionId[]
  pool: WorkerPool
}

export async function testRegister(options: TestRegisterOptions): Promise<TestRegister> {
  const reference = {
    ...STANDARD_REFERENCE,
    city: {
      ...STANDARD_REFERENCE.city,
      // nobody's data: everybody may read the answers
      demonstration: true,
      referenceDate: options.today ?? '2025-06-30',
      ...(options.defaultOn === undefined ? {} : { defaultOn: options.defaultOn }),
    },
    partitions: [partition(...options.sectors)],
    definitions: (options.definitions ?? DEFINITION_IDS).map((id) => definition(id, options.rule)),
  }
  const db = await openDatabase(':memory:', { reference })
  const write = async ({
    actors = [],
    partnerships = [],
    events = [],
    affiliations = [],
  }: Pick<TestRegisterOptions, 'actors' | 'partnerships' | 'events' | 'affiliations'>) => {
    const { revision } = await commitChangeset(db, { author: 'test', action: 'test' }, async (tx) => {
      for (const record of actors) await tx.put(actorStore, record)
      for (const record of events) await tx.put(eventStore, record)
      for (const record of partnerships) await tx.put(partnershipStore, record)
      for (const record of affiliations) await tx.put(affiliationStore, record)
    })
    return revision
  }
  await write(options)
  const app = await createApp({ db, pool: options.pool })
  return {
    ...app,
    db,
    write,
    async get<T>(path: string): Promise<T> {
      const response = await app.app.request(path)
      if (response.status !== 200) throw new Error(`${response.status} ${await response.text()}`)
      return (await response.json()) as T
    },
    async close() {
      await app.close()
      await db.destroy()
    },
  }
}

const ORACLES = resolve(import.meta.dirname, '../fixtures/oracles')

/** A reference network as businesses and partnerships of one register. */
export function oracleRecords(name: string): {
  sectors: string[]
  actors: ActorRecord[]
  partnerships: PartnershipRecord[]
} {
  const rows = (file: string) =>
    readFileSync(resolve(ORACLES, file), 'utf8')
      .trim()
      .split('\n')
      .slice(1)
      .map((line) => line.split(',') as [string, string])
  const nodes = rows(`${name}.nodes.csv`)
  return {
    sectors: [...new Set(nodes.map(([, sector]) => sector))],
    actors: nodes.map(([id, sector]) => business(id, sector)),
    partnerships: rows(`${name}.edges.csv`).map(([a, b]) => partnership(`${a}-${b}`, [a, b])),
  }
}
