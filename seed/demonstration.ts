import { actorStore } from '#server/actors/actor-store.ts'
import { commitChangeset } from '#server/db/changeset.ts'
import { openDatabase } from '#server/db/database.ts'
import type { EntityStore } from '#server/db/entity-store.ts'
import { STANDARD_REFERENCE } from '#server/db/reference/standard-reference.ts'
import type { Db } from '#server/db/schema.ts'
import { affiliationStore } from '#server/events/affiliation-store.ts'
import { eventStore } from '#server/events/event-store.ts'
import { partnershipStore } from '#server/partnerships/partnership-store.ts'
import { setTarget } from '#server/settings/set-target.ts'
import { actorKnownBy, affiliationKnownBy, partnershipKnownBy } from './known-by.ts'
import { type DemonstrationPlan, planDemonstration } from './plan.ts'
import { QUARTERS, type Quarter, REFERENCE_DATE } from './quarters.ts'

const AUTHOR = 'lokal'
const TARGET = { value: 55, by: '2026-12-31' }

const REFERENCE = {
  ...STANDARD_REFERENCE,
  city: {
    ...STANDARD_REFERENCE.city,
    demonstration: true,
    referenceDate: REFERENCE_DATE,
    firstOn: '2024-09-09',
  },
}

/** Opens a database that does not exist yet and fills it; the caller closes it. */
export async function openDemonstration(url: string): Promise<Db> {
  const db = await openDatabase(url, { reference: REFERENCE })
  try {
    const plan = planDemonstration()
    for (const quarter of QUARTERS) await writeQuarter(db, plan, quarter)
    await commitChangeset(db, head('set-target', 'sasaran indeks'), (tx) => setTarget(tx, TARGET))
    return db
  } catch (error) {
    await db.destroy()
    throw error
  }
}

const head = (action: string, about: string) => ({ author: AUTHOR, action, reason: `Data contoh: ${about}` })

/**
 * What became known in a quarter, in three changesets. Record time is the real clock; valid time stands in the records. A later
 * quarter writes a record again when it has something to add, so that the log holds how it grew.
 */
async function writeQuarter(db: Db, plan: DemonstrationPlan, { name, to }: Quarter): Promise<void> {
  const known = <R>(records: readonly R[], by: (record: R, day: string) => R | null) =>
    records.map((record) => by(record, to)).filter((record) => record !== null)
  const write = <R extends { id: string }>(about: string, store: EntityStore<R>, records: R[]) =>
    commitChangeset(db, head('seed', `${about} ${name}`), (tx) => tx.putAll(store, records))

  await write('daftar dan pendataan pelaku', actorStore, known(plan.actors, actorKnownBy))
  await write('kerja sama', partnershipStore, known(plan.partnerships, partnershipKnownBy))
  await commitChangeset(db, head('seed', `kegiatan dan forum ${name}`), async (tx) => {
    await tx.putAll(
      eventStore,
      plan.events.filter(({ startsOn }) => startsOn <= to),
    )
    await tx.putAll(affiliationStore, known(plan.affiliations, affiliationKnownBy))
  })
}
