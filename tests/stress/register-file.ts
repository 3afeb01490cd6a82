import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createSessions } from '#server/accounts/sessions.ts'
import { openDatabase } from '#server/db/database.ts'
import type { Db } from '#server/db/schema.ts'
import { signingKey } from '#server/signing-key.ts'
import type { AccountRole } from '#shared/contract/rights.ts'
import { cookieOf } from '../server/test-app.ts'

/** A register in a folder of its own, with somebody of each role signed in. */
export interface RegisterFile {
  folder: string
  path: string
  cookie(role: AccountRole): string
  remove(): void
}

/** `open` makes the database; an empty register where it is left out. */
export async function makeRegisterFile(
  open: (url: string) => Promise<Db> = openDatabase,
): Promise<RegisterFile> {
  const folder = mkdtempSync(join(tmpdir(), 'jejaring-stress-'))
  const path = join(folder, 'kota.db')
  const db = await open(`file:${path}`)
  // the key that the server will read: sessions opened here are good there
  const sessions = await createSessions(db, signingKey(`${path}.session-key`)())
  const cookies = new Map<AccountRole, string>()
  for (const role of ['researcher', 'staff', 'admin'] as const)
    cookies.set(role, await cookieOf({ app: { sessions }, db }, role))
  await db.destroy()
  return {
    folder,
    path,
    cookie: (role) => cookies.get(role) ?? '',
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}
