import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { actorStore } from '#server/actors/actor-store.ts'
import { commitChangeset } from '#server/db/changeset.ts'
import { noticeForeignCommits } from '#server/db/commit-feed.ts'
import { openDatabase } from '#server/db/database.ts'
import { STANDARD_REFERENCE } from '#server/db/reference/standard-reference.ts'
import { writeReference } from '#server/db/reference/write-reference.ts'
import type { Db } from '#server/db/schema.ts'
import { networkOn, openRegister, patchSnapshot, type Register } from '#server/network/register.ts'
import { partnershipStore } from '#server/partnerships/partnership-store.ts'
import { setTarget } from '#server/settings/set-target.ts'
import { business, partnership } from './records.ts'

const folder = mkdtempSync(join(tmpdir(), 'jejaring-register-'))
const closing: (() => unknown)[] = []
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close()
})

let files = 0
async function openFile(): Promise<string> {
  files++
  return `file:${join(folder, `${files}.db`)}`
}
async function open(url: string): Promise<{ db: Db; register: Register }> {
  const db = await openDatabase(url)
  const register = await openRegister(db)
  closing.push(async () => {
    register.close()
    await db.destroy()
  })
  return { db, register }
}
process.on('exit', () => rmSync(folder, { recursive: true, force: true }))

const sectors = { 'klaster-lokal@1': [{ from: null, value: 'batik' }] }
const [a, b, c] = ['a', 'b', 'c'].map((id) => business(id, null, { sectors }))
const head = { author: 'test', action: 'test' }

const put = (db: Db, ids: 'ab' | 'abc') =>
  commitChangeset(db, head, async (tx) => {
    for (const actor of ids === 'ab' ? [a!, b!] : [a!, b!, c!]) await tx.put(actorStore, actor)
    await tx.put(partnershipStore, partnership('p', [...ids]))
  })

describe('the register in memory', () => {
  test('patched by commits is what a new load reads', async () => {
    const url = await openFile()
    const { db, register } = await open(url)
    await put(db, 'ab')
    await put(db, 'abc')
    await commitChangeset(db, head, (tx) => tx.removeAll(partnershipStore, ['p']))
    await commitChangeset(db, head, (tx) => setTarget(tx, { value: 60, by: '2027-12-31' }))
    const { register: fresh } = await open(url)
    expect(register.current()).toEqual(fresh.current())
    expect(register.current()).toMatchObject({ revision: 4, target: { value: 60, by: '2027-12-31' } })
  })

  test('keeps each snapshot as it was', async () => {
    const { db, register } = await open(await openFile())
    await put(db, 'ab')
    const before = register.current()
    const { revision, changes } = await put(db, 'abc')
    expect(networkOn(before, 'official', '2025-06-30').csr).toMatchObject({ n: 2, m: 1 })
    expect(networkOn(register.current(), 'official', '2025-06-30').csr).toMatchObject({ n: 3, m: 3 })
    expect(register.at(1)).toBe(before)
    const { revisions, ...records } = before
    expect(revisions.partnerships).toEqual(new Map([['p', 1]]))
    expect(register.current().revisions.partnerships).toEqual(new Map([['p', 2]]))
    expect(patchSnapshot(register.current(), revision - 1, changes, 'before')).toMatchObject(records)
  })

  test('keeps of older revisions the one before, and no networks of it', async () => {
    const { db, register } = await open(await openFile())
    await put(db, 'ab')
    const before = register.current()
    const read = networkOn(before, 'official', '2025-06-30')
    expect(networkOn(before, 'official', '2025-06-30')).toBe(read)
    await put(db, 'abc')
    expect(register.at(1)).toBe(before)
    const again = networkOn(before, 'official', '2025-06-30')
    expect(again).not.toBe(read)
    expect(again).toEqual(read)
    await put(db, 'ab')
    expect([register.at(0), register.at(1), register.at(2)?.revision]).toEqual([undefined, undefined, 2])
  })

  test('is as a commit left it, whatever was committed since', async () => {
    const { db, register } = await open(await openFile())
    await put(db, 'ab')
    const logged = await put(db, 'abc')
    const kept = register.current()
    expect(register.after(logged)).toBe(kept)
    await commitChangeset(db, head, (tx) => tx.removeAll(partnershipStore, ['p']))
    await commitChangeset(db, head, (tx) => tx.put(actorStore, { ...a!, name: 'Lain' }))
    await commitChangeset(db, head, (tx) => tx.put(actorStore, a!))
    expect(register.current().partnerships.has('p')).toBe(false)
    const after = register.after(logged)
    expect(after.revision).toBe(2)
    expect(after.partnerships).toEqual(kept.partnerships)
    expect(after.revisions.partnerships).toEqual(kept.revisions.partnerships)
  })

  test('follows the commits of another process', async () => {
    const url = await openFile()
    const { db, register } = await open(url)
    const other = await openDatabase(url)
    closing.push(() => other.destroy())
    const heard: number[] = []
    register.subscribe(({ revision }) => heard.push(revision))
    await put(other, 'ab')
    await put(other, 'abc')
    expect(register.current().revision).toBe(0)
    await noticeForeignCommits(db)
    expect(heard).toEqual([1, 2])
    expect(networkOn(register.current(), 'official', '2025-06-30').csr).toMatchObject({ n: 3, m: 3 })
    await put(db, 'ab')
    expect(heard).toEqual([1, 2, 3])
  })

  test('begins anew where the register was replaced', async () => {
    const { db, register } = await open(await openFile())
    await put(db, 'abc')
    await commitChangeset(db, head, async (tx) => {
      await tx.clear()
      await writeReference(tx.db, {
        ...STANDARD_REFERENCE,
        partitions: STANDARD_REFERENCE.partitions.slice(0, 1),
      })
      await tx.add(actorStore, [b!])
    })
    expect([...register.current().actors.keys()]).toEqual(['b'])
    expect(register.current()).toMatchObject({ revision: 2, generation: 1 })
    expect(register.current().partitions.size).toBe(1)
    expect(register.at(1)).toBeUndefined()
  })

  test('tells nobody any more once it is closed', async () => {
    const { db, register } = await open(await openFile())
    const heard: number[] = []
    const stop = register.subscribe(({ revision }) => heard.push(revision))
    await put(db, 'ab')
    stop()
    await put(db, 'abc')
    expect(heard).toEqual([1])
  })
})
