import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import BetterSqlite from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { startBackups } from '#server/backups/backups.ts'
import { backUp } from '#server/db/backup/back-up.ts'
import {
  backupFileName,
  backupFolder,
  listBackups,
  removeLeftovers,
  removeOldBackups,
} from '#server/db/backup/backup-folder.ts'
import { registerHash } from '#server/db/backup/register-hash.ts'
import { openDatabase } from '#server/db/database.ts'
import { filesFolder } from '#server/db/files-folder.ts'
import type { ActorPage } from '#shared/contract/actors.ts'
import type { BackupList } from '#shared/contract/backups.ts'
import type { UploadedFile } from '#shared/contract/evidence.ts'
import { run, temporaryFolder } from '../cli/run.ts'
import { coProduction, newBusiness, openTestApp, type TestApp } from '../server/test-app.ts'

let folder: string
let path: string
let url: string
beforeEach(async () => {
  folder = temporaryFolder()
  path = join(folder, 'kota.db')
  url = `file:${path}`
  expect((await run('init', '--database', url)).code).toBe(0)
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const PNG = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')

/** Works on the register as the server does, with its files beside it. */
async function working<T>(work: (app: TestApp) => Promise<T>): Promise<T> {
  const db = await openDatabase(url)
  const app = await openTestApp({ db, evidenceFolder: filesFolder(path) })
  try {
    return await work(app)
  } finally {
    await app.close()
    await db.destroy()
  }
}

async function log(app: TestApp, name: string, proof?: Buffer) {
  const files = []
  if (proof) {
    const uploaded = await app.request('/api/evidence', {
      method: 'POST',
      headers: { 'content-type': 'application/octet-stream' },
      body: new Uint8Array(proof),
    })
    expect(uploaded.status).toBe(201)
    files.push({ file: ((await uploaded.json()) as UploadedFile).file, name: 'foto.png' })
  }
  const parties = [newBusiness(`${name} Satu`), newBusiness(`${name} Dua`, 'batik')]
  const { status, body } = await app.send('POST', '/api/partnerships', coProduction(parties, { files }))
  expect(status, JSON.stringify(body)).toBe(201)
}

const names = () =>
  working(async (app) => (await app.get<ActorPage>('/api/actors')).body.rows.map(({ name }) => name).sort())

const hashOf = (file: string) => {
  const sqlite = new BetterSqlite(file, { readonly: true })
  try {
    return registerHash(sqlite)
  } finally {
    sqlite.close()
  }
}

const proofName = (proof: Buffer) => createHash('sha256').update(proof).digest('hex')

describe('backup and restore', () => {
  it('copies a register in use and brings it back, the same by its hash, with its proofs', async () => {
    const copy = join(folder, 'salinan.db')
    let before = ''
    await working(async (app) => {
      await log(app, 'Kopi Contoh', PNG)
      const ran = await run('backup', copy, '--database', url)
      expect(ran).toMatchObject({ code: 0, said: '' })
      expect(ran.out).toMatch(/revision 1, 2 actors, 1 partnerships, 1 files, hash [0-9a-f]{16}/)
      before = hashOf(path)
      await log(app, 'Batik Kemudian')
    })
    expect(hashOf(copy)).toBe(before)
    expect(hashOf(path)).not.toBe(before)
    // as after the loss of the disk: the proofs are gone too
    rmSync(filesFolder(path), { recursive: true })

    const ran = await run('restore', copy, '--database', url)
    expect(ran.said).toBe('')
    expect(ran.out).toContain(`hash ${before.slice(0, 16)}, found to be the same`)
    expect(await names()).toEqual(['Kopi Contoh Dua', 'Kopi Contoh Satu'])
    const proof = proofName(PNG)
    expect(readFileSync(join(filesFolder(path), proof.slice(0, 2), proof)).equals(PNG)).toBe(true)
    expect(readdirSync(folder).filter((name) => name.includes('restoring'))).toEqual([])
  })

  it('gives no revision twice, says in the log what happened, and signs everybody out', async () => {
    const copy = join(folder, 'salinan.db')
    await working(async (app) => {
      await log(app, 'Kopi Contoh')
      await run('backup', copy, '--database', url)
      await log(app, 'Batik Kemudian')
      await log(app, 'Rotan Kemudian')
    })
    expect((await run('restore', copy, '--database', url)).out).toContain('goes on at revision 4')
    const db = await openDatabase(url)
    expect(await db.selectFrom('session').select('id').execute()).toEqual([])
    const log4 = await db.selectFrom('changeset').selectAll().where('revision', '=', 4).executeTakeFirst()
    expect(log4).toMatchObject({ action: 'restore', author: 'lokal' })
    await db.destroy()
    await working((app) => log(app, 'Kayu Baru'))
    expect((await names()).length).toBe(4)
  })

  it('puts what was there aside as a backup, so that a restore can be taken back', async () => {
    const copy = join(folder, 'salinan.db')
    await working((app) => log(app, 'Kopi Contoh', PNG))
    await run('backup', copy, '--database', url)
    await working((app) => log(app, 'Batik Kemudian'))
    const both = hashOf(path)
    await run('restore', copy, '--database', url)
    const [aside] = listBackups(backupFolder(path))
    expect(aside).toMatchObject({ reason: 'restore', revision: 2, hash: both, files: 1, missingFiles: [] })
    expect((await run('restore', 'latest', '--database', url)).code).toBe(0)
    expect((await names()).length).toBe(4)
  })

  it('refuses over a register in use, and changes nothing', async () => {
    const copy = join(folder, 'salinan.db')
    await working(async (app) => {
      await log(app, 'Kopi Contoh')
      await run('backup', copy, '--database', url)
      await log(app, 'Batik Kemudian')
      const ran = await run('restore', copy, '--database', url)
      expect(ran).toMatchObject({ code: 1, out: '' })
      expect(ran.said).toMatch(/in use by a running server .* nothing was changed/)
      await log(app, 'Rotan Kemudian')
    })
    expect((await names()).length).toBe(6)
    expect(listBackups(backupFolder(path))).toEqual([])
  })

  it('restores to a machine that has no register, far above the revisions that were lost', async () => {
    const copy = join(folder, 'salinan.db')
    await working((app) => log(app, 'Kopi Contoh'))
    await run('backup', copy, '--database', url)
    path = join(folder, 'baru', 'kota.db')
    url = `file:${path}`
    expect((await run('restore', copy, '--database', url)).out).toContain('goes on at revision 1002')
    expect((await names()).length).toBe(2)
  })

  it('restores over a damaged register, and keeps that too', async () => {
    const copy = join(folder, 'salinan.db')
    await working((app) => log(app, 'Kopi Contoh'))
    await run('backup', copy, '--database', url)
    writeFileSync(path, 'this is no database any more '.repeat(200))
    expect((await run('restore', copy, '--database', url)).said).toBe('')
    expect((await names()).length).toBe(2)
    const [aside] = readdirSync(backupFolder(path))
    expect(readFileSync(join(backupFolder(path), aside!), 'utf8')).toContain('no database any more')
  })

  it('refuses in one sentence what is no whole backup, and leaves the register as it is', async () => {
    const copy = join(folder, 'salinan.db')
    await working((app) => log(app, 'Kopi Contoh', PNG))
    await run('backup', copy, '--database', url)
    const untouched = hashOf(path)
    const said = async (file: string) => {
      const ran = await run('restore', file, '--database', url)
      expect(ran.code).toBe(1)
      return ran.said
    }
    expect(await said(join(folder, 'tidak-ada.db'))).toMatch(/There is no backup/)
    expect(await said('latest')).toMatch(/There is no backup in/)
    expect(await said(path)).toMatch(/register itself|in use/)

    const other = join(folder, 'lain.db')
    await run('init', '--database', `file:${other}`)
    expect(await said(other)).toMatch(/no backup that "jejaring backup" made/)

    const changed = new BetterSqlite(copy)
    changed.exec("UPDATE actor SET name = 'Orang Lain' WHERE rowid = 1")
    changed.close()
    expect(await said(copy)).toMatch(/its hash is another/)

    const second = join(folder, 'kedua.db')
    await run('backup', second, '--database', url)
    const proof = proofName(PNG)
    writeFileSync(join(filesFolder(second), proof.slice(0, 2), proof), 'something else')
    expect(await said(second)).toMatch(/lacks 1 of the files that prove partnerships/)

    const text = join(folder, 'surat.db')
    writeFileSync(text, 'not a database')
    expect(await said(text)).toMatch(/no backup/)
    expect(hashOf(path)).toBe(untouched)
    expect(await run('backup', second, '--database', url)).toMatchObject({
      code: 1,
      said: expect.stringMatching(/there already/),
    })
  })

  it('says which proofs are lost, and still copies the rest', async () => {
    await working((app) => log(app, 'Kopi Contoh', PNG))
    rmSync(filesFolder(path), { recursive: true })
    const ran = await run('backup', '--database', url)
    expect(ran.code).toBe(0)
    expect(ran.said).toMatch(/^1 files that prove partnerships were not to be found/)
    expect((await run('restore', 'latest', '--database', url)).code).toBe(0)
  })
})

describe('backups by the clock', () => {
  const open = (everyHours = 24, keep = 2) =>
    startBackups({ database: path, folder: backupFolder(path), everyHours, keep })

  it('are due when the last is older than asked for, and keep the newest', async () => {
    await working((app) => log(app, 'Kopi Contoh', PNG))
    const backups = open()
    expect(backups.isDue()).toBe(true)
    for (let i = 0; i < 3; i++) await backups.make('scheduled')
    expect(backups.isDue()).toBe(false)
    expect(backups.isDue(Date.now() + 24 * 3_600_000)).toBe(true)
    const kept = backups.list()
    expect(kept.map(({ reason, files }) => [reason, files])).toEqual([
      ['scheduled', 1],
      ['scheduled', 1],
    ])
    expect(readdirSync(backupFolder(path)).length).toBe(4)
    await backups.stop()
    expect(open(0).isDue()).toBe(false)
  })

  it('expire after 90 days, but for the newest', async () => {
    const now = Date.now()
    for (const reason of ['migration', 'asked'] as const)
      await backUp({ database: path, target: join(backupFolder(path), backupFileName(reason)), reason })
    expect(removeOldBackups(backupFolder(path), 5, now + 89 * 86_400_000)).toEqual([])
    const gone = removeOldBackups(backupFolder(path), 5, now + 91 * 86_400_000)
    expect(gone).toEqual([expect.stringMatching(/migration\.db$/)])
    expect(listBackups(backupFolder(path)).map(({ reason }) => reason)).toEqual(['asked'])
  })

  it('tell the admin what went wrong until one succeeds', async () => {
    const blocked = join(folder, 'berkas')
    writeFileSync(blocked, 'no folder')
    const backups = startBackups({ database: path, folder: join(blocked, 'x'), everyHours: 24, keep: 2 })
    const db = await openDatabase(url)
    const app = await openTestApp({ db, backups })
    const answer = await app.send('POST', '/api/backups', {})
    expect(answer.status).toBe(500)
    const { failure } = (await app.get<BackupList>('/api/backups')).body
    expect(failure?.message).toMatch(/ENOTDIR|EEXIST/)
    rmSync(blocked)
    expect((await app.send('POST', '/api/backups', {})).status).toBe(201)
    expect((await app.get<BackupList>('/api/backups')).body).toMatchObject({
      failure: null,
      rows: [{ reason: 'asked', missingFiles: 0 }],
    })
    expect((await (await app.as('staff')).get('/api/backups')).status).toBe(403)
    await app.close()
    await backups.stop()
    await db.destroy()
  })

  it('leave nothing of one that was killed, and all of one under way', () => {
    const kept = backupFolder(path)
    mkdirSync(join(kept, 'mati.db.files'), { recursive: true })
    mkdirSync(join(kept, 'jalan.db.files'))
    for (const name of ['mati.db.part-999999999', `jalan.db.part-${process.ppid}`])
      writeFileSync(join(kept, name), 'half')
    removeLeftovers(kept)
    expect(readdirSync(kept).sort()).toEqual(['jalan.db.files', `jalan.db.part-${process.ppid}`])
  })
})

describe('a migration', () => {
  it('is preceded by a backup of a register that was there, and by none of a new one', async () => {
    expect(existsSync(backupFolder(path))).toBe(false)
    await working((app) => log(app, 'Kopi Contoh'))
    expect(existsSync(backupFolder(path))).toBe(false)
    const sqlite = new BetterSqlite(path)
    // as a version before merges left it
    sqlite.exec("DELETE FROM migration WHERE name = '0005-register'; DROP TABLE merger")
    for (const [table, column] of [
      ['kind', 'revision'],
      ['sector', 'revision'],
      ['sector', 'retired'],
      ['changeset', 'partial'],
    ])
      sqlite.exec(`ALTER TABLE ${table} DROP COLUMN ${column}`)
    sqlite.close()
    const old = hashOf(path)
    expect((await names()).length).toBe(2)
    expect(listBackups(backupFolder(path))).toMatchObject([{ reason: 'migration', hash: old, actors: 2 }])
    expect((await run('restore', 'latest', '--database', url)).code).toBe(0)
    // and is brought up to date anew
    expect((await names()).length).toBe(2)
  })

  it('does not begin where no backup can be made', async () => {
    const sqlite = new BetterSqlite(path)
    sqlite.exec("DELETE FROM migration WHERE name = '0005-register'")
    sqlite.close()
    const before = hashOf(path)
    writeFileSync(backupFolder(path), 'no folder')
    await expect(openDatabase(url)).rejects.toThrow(/no backup of it could be made .* Nothing was changed/)
    expect(hashOf(path)).toBe(before)
  })
})

it('takes away files that no record named, when the server starts', async () => {
  await working((app) => log(app, 'Kopi Contoh', PNG))
  const orphan = proofName(Buffer.from('orphan'))
  const place = join(filesFolder(path), orphan.slice(0, 2), orphan)
  mkdirSync(join(place, '..'), { recursive: true })
  writeFileSync(place, 'orphan')
  const long = new Date(Date.now() - 15 * 86_400_000)
  utimesSync(place, long, long)
  const named = join(filesFolder(path), proofName(PNG).slice(0, 2), proofName(PNG))
  utimesSync(named, long, long)
  await working(async () => {
    await expect.poll(() => existsSync(place), { timeout: 5_000 }).toBe(false)
  })
  expect(existsSync(named)).toBe(true)
})
