import { copyFileSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import BetterSqlite from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { actorStore } from '#server/actors/actor-store.ts'
import { backupFolder, listBackups, removeLeftovers } from '#server/db/backup/backup-folder.ts'
import { isWhole } from '#server/db/backup/proof-files.ts'
import { registerHash } from '#server/db/backup/register-hash.ts'
import { commitChangeset } from '#server/db/changeset.ts'
import { openDatabase } from '#server/db/database.ts'
import { filesFolder } from '#server/db/files-folder.ts'
import { actor } from '../server/records.ts'
import { checkRegister } from './check-register.ts'
import { extent } from './extent.ts'
import { makeRegisterFile, type RegisterFile } from './register-file.ts'
import { keepResults } from './results.ts'
import { ended, spawnBuilt, startServerProcess } from './server-process.ts'
import { type Acknowledged, ask, nothingYet, type Staff, sendAgain, workUntilGone } from './staff-at-work.ts'

/** 3 + 1 + 1 within `npm test`; 80 + 25 + 25 in full. */
const KILLS = { working: extent(80, 3), migrating: extent(25, 1), importing: extent(25, 1) }

let register: RegisterFile
beforeEach(async () => {
  register = await makeRegisterFile()
})
afterEach(() => register.remove())

const upTo = (milliseconds: number) => delay(Math.random() * milliseconds)

describe('a server that is killed at a random moment', () => {
  it('has kept all that it answered and nothing by half, however often', async () => {
    const kept = nothingYet()
    for (let kill = 0; kill < KILLS.working; kill++) {
      const server = await startServerProcess(register.path)
      const staff: Staff = { url: server.url, cookie: register.cookie('staff') }
      await sendAgain(staff, kept)
      await confirmKept(staff, kept)
      let isGone = false
      const work = workUntilGone(staff, kept, () => isGone)
      // until after the first answers, at any point of a write or an upload
      await delay(50)
      await upTo(400)
      isGone = true
      await server.kill()
      await work
      await expectWhole(register.path, kept)
    }
    const server = await startServerProcess(register.path)
    await sendAgain({ url: server.url, cookie: register.cookie('staff') }, kept)
    expect(await server.stop()).toBe(0)
    const { records } = await expectWhole(register.path, kept)
    // sent once or twice, each is there once: nobody else wrote
    expect([...records].sort()).toEqual([...everyRecord(kept, records)].sort())
    expect(kept.records.size).toBeGreaterThan(3 * KILLS.working)
    keepResults('Killed while staff log, upload and rename', [
      ['SIGKILL at random moments', String(KILLS.working)],
      [
        'answered before, and there afterwards',
        `${kept.records.size.toLocaleString('en')} records, ${kept.uploads.size} photos, ${kept.names.size} names`,
      ],
      ['lost, half done or twice', '0'],
    ])
  })
})

/** The records that were answered, and the proofs, whose ids the answers do not tell. */
const everyRecord = (kept: Acknowledged, records: ReadonlySet<string>) =>
  new Set([...kept.records.keys(), ...[...records].filter((key) => key.startsWith('evidence '))])

/** Whoever asks the server that came back finds what was answered before it went. */
async function confirmKept(staff: Staff, kept: Acknowledged) {
  const [last] = [...kept.records.keys()].filter((key) => key.startsWith('partnership ')).slice(-1)
  if (last === undefined) return
  const { status } = await ask(staff, 'GET', `/partnerships/${last.slice('partnership '.length)}`)
  expect(status).toBe(200)
}

async function expectWhole(path: string, kept: Acknowledged) {
  const checked = await checkRegister(path)
  expect([...kept.records.keys()].filter((key) => !checked.records.has(key))).toEqual([])
  expect([...kept.uploads].filter((file) => !isWhole(filesFolder(path), file))).toEqual([])
  const sqlite = new BetterSqlite(path, { readonly: true })
  const nameOf = sqlite.prepare('SELECT name FROM actor WHERE id = ?').pluck()
  // null where it was killed before the first one
  const last = sqlite.prepare('SELECT max(revision) FROM changeset').pluck().get() as number | null
  for (const [id, name] of kept.names) expect([name, kept.renaming.get(id)]).toContain(nameOf.get(id))
  sqlite.close()
  // what broke off may have been written all the same: the next name goes on from there
  kept.renaming.clear()
  expect(Math.max(0, ...kept.records.values())).toBeLessThanOrEqual(last ?? 0)
  return checked
}

describe('a migration that is killed at a random moment', () => {
  it('is done or not begun, and is done by the next start, after a backup', async () => {
    const old = join(register.folder, 'lama.db')
    await fillOld(old)
    const path = join(register.folder, 'naik.db')
    const start = () => {
      copyFileSync(old, path)
      return spawnBuilt('cli', ['user', 'list', '--database', `file:${path}`], {})
    }
    // the first one reads the program from the disk
    let whole = Number.POSITIVE_INFINITY
    for (const _ of [1, 2]) {
      clear(path)
      const began = performance.now()
      expect(await ended(start())).toBe(0)
      whole = Math.min(whole, performance.now() - began)
    }
    const wanted = contentOf(path)
    let inTheMiddle = 0
    for (let kill = 0; kill < KILLS.migrating; kill++) {
      clear(path)
      const child = start()
      // loading the program comes first: most of the moments fall into the second half
      await delay(whole * (0.3 + 0.7 * Math.random()))
      child.kill('SIGKILL')
      if ((await ended(child)) === null) inTheMiddle++
      removeLeftovers(backupFolder(path))
      for (const { hash, actors } of listBackups(backupFolder(path)))
        expect({ hash, actors }).toEqual({ hash: hashOf(old), actors: OLD_ACTORS })
      const db = await openDatabase(`file:${path}`)
      await db.destroy()
      expect(contentOf(path)).toEqual(wanted)
      expect(listBackups(backupFolder(path)).length).toBeGreaterThanOrEqual(1)
    }
    expect(inTheMiddle).toBeGreaterThan(0)
    keepResults('Killed while a register is migrated', [
      ['SIGKILL at random moments', `${KILLS.migrating}, of which ${inTheMiddle} before it had ended`],
      ['half migrated, or without a whole backup', '0'],
    ])
  })
})

const OLD_ACTORS = 3000

/** As a version before merges left it, with so much in it that copying it takes its time. */
async function fillOld(path: string) {
  const db = await openDatabase(`file:${path}`)
  await commitChangeset(db, { author: 'lokal', action: 'import' }, (tx) =>
    tx.add(
      actorStore,
      Array.from({ length: OLD_ACTORS }, (_, i) => actor(`lama-${i}`)),
    ),
  )
  await db.destroy()
  const sqlite = new BetterSqlite(path)
  sqlite.exec("DELETE FROM migration WHERE name = '0005-register'; DROP TABLE merger")
  for (const [table, column] of [
    ['kind', 'revision'],
    ['sector', 'revision'],
    ['sector', 'retired'],
    ['changeset', 'partial'],
  ])
    sqlite.exec(`ALTER TABLE ${table} DROP COLUMN ${column}`)
  sqlite.pragma('journal_mode = DELETE')
  sqlite.close()
}

function clear(path: string) {
  for (const suffix of ['', '-wal', '-shm']) rmSync(`${path}${suffix}`, { force: true })
  rmSync(backupFolder(path), { recursive: true, force: true })
}

/** All that is in it, but for the times at which it was migrated. */
function contentOf(path: string): string {
  const sqlite = new BetterSqlite(path)
  try {
    sqlite.exec("UPDATE migration SET at = ''")
    return registerHash(sqlite)
  } finally {
    sqlite.close()
  }
}

function hashOf(path: string): string {
  const sqlite = new BetterSqlite(path, { readonly: true })
  try {
    return registerHash(sqlite)
  } finally {
    sqlite.close()
  }
}

describe('an import that is killed at a random moment', () => {
  it('has brought everything or left everything as it was', async () => {
    const nodes = extent(4000, 1000)
    const folder = networkFolder(register.folder, nodes)
    const server = await startServerProcess(register.path)
    const kept = nothingYet()
    await workFor(500, { url: server.url, cookie: register.cookie('staff') }, kept)
    await server.stop()
    const settled = new BetterSqlite(register.path)
    settled.pragma('journal_mode = DELETE')
    settled.close()
    const before = hashOf(register.path)
    const path = join(register.folder, 'muat.db')
    const start = () => {
      copyFileSync(register.path, path)
      const args = [
        'import',
        'network',
        folder,
        '--sector',
        'sektor',
        '--database',
        `file:${path}`,
        '--replace',
      ]
      return spawnBuilt('cli', args, {})
    }
    const began = performance.now()
    expect(await ended(start())).toBe(0)
    const whole = performance.now() - began
    let brought = 0
    for (let kill = 0; kill < KILLS.importing; kill++) {
      clear(path)
      const child = start()
      await delay(whole * (0.3 + 0.7 * Math.random()))
      child.kill('SIGKILL')
      await ended(child)
      const sqlite = new BetterSqlite(path)
      const actors = sqlite.prepare("SELECT count(*) FROM actor WHERE id LIKE 'n%'").pluck().get()
      const isAsBefore = registerHash(sqlite) === before
      sqlite.close()
      expect({ isAsBefore, actors }).toEqual(
        isAsBefore ? { isAsBefore: true, actors } : { isAsBefore: false, actors: nodes },
      )
      if (isAsBefore) continue
      brought++
      await checkRegister(path)
    }
    keepResults('Killed while a network is imported over a register', [
      ['SIGKILL at random moments', String(KILLS.importing)],
      ['as it was before', String(KILLS.importing - brought)],
      ['brought whole', String(brought)],
      ['anything else', '0'],
    ])
  })
})

async function workFor(milliseconds: number, staff: Staff, kept: Acknowledged) {
  let isGone = false
  const work = workUntilGone(staff, kept, () => isGone)
  await delay(milliseconds)
  isGone = true
  await work
}

function networkFolder(root: string, nodes: number): string {
  const folder = join(root, 'jejaring')
  mkdirSync(folder)
  const sectors = ['batik', 'kuliner', 'kriya']
  const rows = Array.from({ length: nodes }, (_, i) => `n${i},Usaha ${i},${sectors[i % 3]}`)
  writeFileSync(join(folder, 'nodes.csv'), ['id,label,sektor', ...rows].join('\n'))
  const ties = Array.from({ length: 2 * nodes }, (_, i) => `n${i % nodes},n${(i * 7 + 1) % nodes}`)
  writeFileSync(join(folder, 'edges.csv'), ['source,target', ...ties].join('\n'))
  return folder
}
