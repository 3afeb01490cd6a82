import { actorStore } from '#server/actors/actor-store.ts'
import { commitChangeset } from '#server/db/changeset.ts'
import { openDatabase } from '#server/db/database.ts'
import { actor } from './records.ts'

/** Run as a process of its own: so many commits to a database that another process writes to as well. */
const [url = '', count = '0'] = process.argv.slice(2)
const db = await openDatabase(url)
for (let i = 0; i < Number(count); i++)
  await commitChangeset(db, { author: 'lain', action: 'test' }, (tx) =>
    tx.put(actorStore, actor(`theirs-${i}`)),
  )
await db.destroy()
