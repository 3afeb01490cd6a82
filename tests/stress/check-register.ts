import { isDeepStrictEqual } from 'node:util'
import BetterSqlite from 'better-sqlite3'
import { checkDatabase } from '#server/db/backup/check-database.ts'
import { isWhole, namedProofs } from '#server/db/backup/proof-files.ts'
import { openDatabase } from '#server/db/database.ts'
import { filesFolder } from '#server/db/files-folder.ts'
import { ENTITY_STORES } from '#server/entity-stores.ts'

interface ChangeRow {
  revision: number
  entity: string
  entity_id: string
  before: string | null
  after: string | null
}

/** What a register holds after it was found to be whole. */
export interface Checked {
  revision: number
  /** entity and id, separated by a blank */
  records: ReadonlySet<string>
  proofs: ReadonlySet<string>
}

/**
 * That nothing in a register is half done: the file is whole, no row points into nothing, the revisions follow each other without a gap,
 * each has changed something, every change begins where the one before of its record ended, the tables hold exactly what the log ends
 * with, and every proof that is named lies there whole. Throws with the first thing that is not so.
 */
export async function checkRegister(path: string): Promise<Checked> {
  const sqlite = new BetterSqlite(path)
  let changes: ChangeRow[]
  let proofs: string[]
  try {
    checkDatabase(sqlite)
    checkRevisions(sqlite)
    changes = sqlite.prepare('SELECT * FROM change ORDER BY revision, entity, entity_id').all() as ChangeRow[]
    proofs = namedProofs(sqlite)
  } finally {
    sqlite.close()
  }
  const lost = proofs.filter((file) => !isWhole(filesFolder(path), file))
  if (lost.length > 0) throw new Error(`${lost.length} proofs are not whole: ${lost[0]}`)
  const last = foldLog(changes)
  await checkTables(path, last)
  return {
    revision: changes.at(-1)?.revision ?? 0,
    records: new Set([...last].filter(([, after]) => after !== null).map(([key]) => key)),
    proofs: new Set(proofs),
  }
}

function checkRevisions(sqlite: BetterSqlite.Database) {
  const revisions = sqlite.prepare('SELECT revision FROM changeset ORDER BY revision').pluck().all()
  // an import that replaces a register begins its log anew, and goes on counting
  const [first = 1] = revisions as number[]
  revisions.forEach((revision, i) => {
    if (revision !== first + i)
      throw new Error(`Revision ${first + i} is missing: ${revision} comes instead.`)
  })
  const empty = sqlite
    .prepare('SELECT revision FROM changeset WHERE revision NOT IN (SELECT revision FROM change)')
    .pluck()
    .all()
  if (empty.length > 0) throw new Error(`Nothing was changed by revisions ${empty.join(', ')}.`)
}

/** The last state of each record; every change must begin where the one before ended. */
function foldLog(changes: readonly ChangeRow[]): Map<string, string | null> {
  const last = new Map<string, string | null>()
  for (const { revision, entity, entity_id, before, after } of changes) {
    const key = `${entity} ${entity_id}`
    // what the code lists held at the beginning is in no log
    if (last.has(key) ? !same(last.get(key) ?? null, before) : before !== null && !isListed(entity))
      throw new Error(`Revision ${revision} begins with another ${key} than the one before ended with.`)
    last.set(key, after)
  }
  return last
}

const isListed = (entity: string) => ['kind', 'sector', 'setting'].includes(entity)

const same = (one: string | null, other: string | null) =>
  one === other || isDeepStrictEqual(parsed(one), parsed(other))
const parsed = (text: string | null): unknown => (text === null ? null : JSON.parse(text))

async function checkTables(path: string, last: ReadonlyMap<string, string | null>) {
  const db = await openDatabase(`file:${path}`)
  try {
    const known = new Set(ENTITY_STORES.map(({ entity }) => entity))
    for (const key of last.keys())
      if (!known.has(key.split(' ')[0]!)) throw new Error(`The log holds ${key}, of no store.`)
    for (const store of ENTITY_STORES) {
      const stored = await store.read(db)
      for (const [id, { record }] of stored) {
        const logged = last.get(`${store.entity} ${id}`)
        if (logged === undefined && isListed(store.entity)) continue
        if (logged == null || !isDeepStrictEqual(record, parsed(logged)))
          throw new Error(`The ${store.entity} ${id} is another than its log ends with.`)
      }
      for (const [key, after] of last) {
        const [entity, id] = [key.slice(0, key.indexOf(' ')), key.slice(key.indexOf(' ') + 1)]
        if (entity === store.entity && (after !== null) !== stored.has(id))
          throw new Error(`The ${key} is ${after === null ? 'still' : 'not'} in its table.`)
      }
    }
  } finally {
    await db.destroy()
  }
}
