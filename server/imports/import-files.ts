import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { open, readdir, readFile, rename, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Db } from '../db/schema.ts'

/** The uploaded spreadsheets beside the database, each under the id of its import, for as long as it is a draft. */
export interface ImportFiles {
  keep(id: string, bytes: Uint8Array): Promise<void>
  read(id: string): Promise<Buffer>
  remove(id: string): Promise<void>
  /** Takes away what no draft needs any more. */
  sweep(db: Db): Promise<void>
  /** Takes a folder that was only for this process away. */
  close(): void
}

/** No upload takes so long; the import of a file is noted after it. */
const UNFINISHED_MS = 60 * 60_000

const NAME = /^[\w.:@-]+$/

/** `folder` is made when it is first needed; without one the files last as long as the process. */
export function openImportFiles(folder: string | null): ImportFiles {
  let temporary: string | null = null
  const root = (): string => {
    if (folder !== null) {
      mkdirSync(folder, { recursive: true })
      return folder
    }
    temporary ??= mkdtempSync(join(tmpdir(), 'jejaring-imports-'))
    return temporary
  }
  const pathOf = (id: string) => {
    if (!NAME.test(id)) throw new Error(`"${id}" is no id.`)
    return join(root(), id)
  }
  return {
    async keep(id, bytes) {
      const part = `${pathOf(id)}.part`
      const handle = await open(part, 'w')
      try {
        await handle.writeFile(bytes)
        await handle.sync()
      } finally {
        await handle.close()
      }
      await rename(part, pathOf(id))
    },
    read: (id) => readFile(pathOf(id)),
    remove: (id) => rm(pathOf(id), { force: true }),
    async sweep(db) {
      const drafts = await db
        .selectFrom('spreadsheet')
        .select('id')
        .where('state', 'in', ['reading', 'draft', 'queued', 'committing'])
        .execute()
      const needed = new Set(drafts.map(({ id }) => id))
      const there =
        folder === null && temporary === null ? [] : await readdir(folder ?? temporary!).catch(() => [])
      for (const name of there) {
        const path = join(root(), name)
        const isOld = Date.now() - (await stat(path)).mtimeMs > UNFINISHED_MS
        if (!needed.has(name) && isOld) await rm(path, { force: true })
      }
    },
    close() {
      if (temporary !== null) rmSync(temporary, { recursive: true, force: true })
    },
  }
}
