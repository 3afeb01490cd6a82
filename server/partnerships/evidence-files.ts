import { createHash, randomUUID } from 'node:crypto'
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { mkdir, open, readdir, readFile, rename, rm, stat, utimes } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { UploadedFile } from '#shared/contract/evidence.ts'
import { syncFolder } from '../db/backup/proof-files.ts'
import type { Db } from '../db/schema.ts'
import { AppError, issue } from '../errors.ts'
import { mediaTypeOf } from './media-type.ts'

/** A photo shrunk by the page is about 0.3 MB; a scanned agreement of a few pages fits. */
export const MAX_FILE_BYTES = 5 * 1024 * 1024

/** So long a file may lie without a record: the record may wait on a phone for a signal. */
const UNCLAIMED_MS = 14 * 24 * 60 * 60_000
/** No upload takes so long. */
const UNFINISHED_MS = 60 * 60_000

/** The files beside the database, each named by what is in it. */
export interface EvidenceFiles {
  /** Keeps a file; the same file twice is one. Throws `invalid-input` where it is empty, too large or of no kind taken. */
  keep(bytes: Uint8Array): Promise<UploadedFile>
  /** Of a kept file, read anew from the file itself. */
  find(file: string): Promise<UploadedFile | undefined>
  read(file: string): Promise<Buffer | undefined>
  /** Takes away what no record of the log names, and what was never finished. Answers how many. */
  sweep(db: Db, now?: number): Promise<number>
  /** Takes a folder that was only for this process away. */
  close(): void
}

const NAME = /^[0-9a-f]{64}$/
const SIGNATURE_BYTES = 16

/** `folder` is made when it is first needed; without one the files last as long as the process. */
export function openEvidenceFiles(folder: string | null): EvidenceFiles {
  let temporary: string | null = null
  const root = (): string => {
    if (folder !== null) {
      mkdirSync(folder, { recursive: true })
      return folder
    }
    temporary ??= mkdtempSync(join(tmpdir(), 'jejaring-files-'))
    return temporary
  }
  const pathOf = (file: string) => join(root(), file.slice(0, 2), file)
  const find = async (file: string): Promise<UploadedFile | undefined> => {
    if (!NAME.test(file)) return undefined
    const handle = await open(pathOf(file), 'r').catch(() => undefined)
    if (!handle) return undefined
    try {
      const head = new Uint8Array(SIGNATURE_BYTES)
      await handle.read(head, 0, SIGNATURE_BYTES, 0)
      const mediaType = mediaTypeOf(head)
      return mediaType && { file, mediaType, bytes: (await handle.stat()).size }
    } finally {
      await handle.close()
    }
  }
  return {
    find,
    async keep(bytes) {
      const mediaType = checkFile(bytes)
      const file = createHash('sha256').update(bytes).digest('hex')
      const path = pathOf(file)
      // Sent again: its time begins anew, so that no sweep takes it before its record comes.
      if (await find(file)) await utimes(path, new Date(), new Date())
      else await writeInPlace(root(), path, bytes)
      return { file, mediaType, bytes: bytes.length }
    },
    read: (file) =>
      NAME.test(file) ? readFile(pathOf(file)).catch(() => undefined) : Promise.resolve(undefined),
    async sweep(db, now = Date.now()) {
      const made = folder ?? temporary
      return made !== null && existsSync(made) ? sweepFolder(made, db, now) : 0
    },
    close() {
      if (temporary !== null) rmSync(temporary, { recursive: true, force: true })
    },
  }
}

function checkFile(bytes: Uint8Array) {
  if (bytes.length === 0) throw refused('empty-file', 'The file is empty.')
  if (bytes.length > MAX_FILE_BYTES) throw refused('file-too-large', 'A file has at most 5 MB.')
  const mediaType = mediaTypeOf(bytes)
  if (!mediaType) throw refused('file-type', 'Only JPEG, PNG and WebP pictures and PDF documents are taken.')
  return mediaType
}

const refused = (code: string, message: string) =>
  new AppError('invalid-input', { detail: message, issues: [issue('file', code, message)] })

/** Written whole beside its place and then given its name, so that no half of a file is ever found under it. */
async function writeInPlace(root: string, path: string, bytes: Uint8Array) {
  const part = join(root, `${randomUUID()}.part`)
  const handle = await open(part, 'wx')
  try {
    await handle.writeFile(bytes)
    await handle.sync()
  } finally {
    await handle.close()
  }
  await mkdir(join(path, '..'), { recursive: true })
  await rename(part, path)
  // Its name too outlasts the machine before a record may count on it.
  syncFolder(join(path, '..'))
}

async function sweepFolder(root: string, db: Db, now: number): Promise<number> {
  const old: string[] = []
  for (const entry of await readdir(root, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue
    const path = join(entry.parentPath, entry.name)
    const age = now - (await stat(path)).mtimeMs
    if (entry.name.endsWith('.part') ? age > UNFINISHED_MS : NAME.test(entry.name) && age > UNCLAIMED_MS)
      old.push(path)
  }
  // Asked after the folder was read: what has been claimed since is in the answer.
  const named = old.length > 0 ? await filesInLog(db) : new Set()
  const orphans = old.filter((path) => !named.has(path.slice(-64)))
  for (const path of orphans) await rm(path, { force: true })
  return orphans.length
}

/** What any revision names, also of evidence taken away: an undo brings it back. */
async function filesInLog(db: Db): Promise<Set<string>> {
  const rows = await db
    .selectFrom('change')
    .select(['before', 'after'])
    .where('entity', '=', 'evidence')
    .execute()
  const states = rows.flatMap(({ before, after }) => [before, after])
  return new Set(states.flatMap((state) => (state ? [(JSON.parse(state) as { file: string }).file] : [])))
}
