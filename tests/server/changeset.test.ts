import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { actorStore } from '#server/actors/actor-store.ts'
import { commitChangeset } from '#server/db/changeset.ts'
import { currentRevision, readChanges } from '#server/db/changeset-log.ts'
import { type CommitEvent, noticeForeignCommits, onCommit } from '#server/db/commit-feed.ts'
import { openDatabase } from '#server/db/database.ts'
import type { Db } from '#server/db/schema.ts'
import { partnershipStore } from '#server/partnerships/partnership-store.ts'
import { actor, partnership } from './records.ts'

const head = { author: 'lokal', action: 'test' }

describe('a changeset', () => {
  let db: Db
  beforeEach(async () => {
    db = await openDatabase(':memory:')
  })
  afterEach(() => db.destroy())

  it('is one revision with each touched record before and after', async () => {
    await commitChangeset(db, head, (tx) => tx.put(actorStore, actor('a')))
    const renamed = { ...actor('a'), name: 'Baru' }
    const second = await commitChangeset(db, { ...head, reason: 'salah tulis' }, async (tx) => {
      await tx.put(actorStore, renamed)
      await tx.put(actorStore, actor('b'))
    })
    expect(second.revision).toBe(2)
    expect(await readChanges(db, 2)).toEqual([
      { entity: 'actor', id: 'a', before: actor('a'), after: renamed },
      { entity: 'actor', id: 'b', before: null, after: actor('b') },
    ])
    const log = await db
      .selectFrom('changeset')
      .selectAll()
      .where('revision', '=', 2)
      .executeTakeFirstOrThrow()
    expect(log).toMatchObject({ author: 'lokal', action: 'test', reason: 'salah tulis', undoes: null })
    expect(Date.parse(log.at)).toBeGreaterThan(Date.now() - 60_000)
  })

  it('stamps each record with the revision of its last change', async () => {
    await commitChangeset(db, head, (tx) => tx.add(actorStore, [actor('a'), actor('b')]))
    await commitChangeset(db, head, (tx) => tx.put(actorStore, { ...actor('b'), name: 'Baru' }))
    const stored = await actorStore.read(db)
    expect([...stored].map(([id, { revision }]) => [id, revision])).toEqual([
      ['a', 1],
      ['b', 2],
    ])
  })

  it('keeps every field of a record, whatever it holds', async () => {
    const full = actor('a', {
      aliases: ['Kopi "A"', "d'A"],
      website: 'https://contoh.id',
      yearStarted: 1998,
      sizeClass: 'micro',
      sizeBasis: 'sales',
      kbli: { code: '01234', version: '2025' },
      products: ['kopi; teh'],
      attributes: { kolom: 'nilai' },
      presence: [
        { from: '2024-01-01', value: 'present' },
        { from: '2025-01-01', value: 'left' },
      ],
      roles: [
        { from: null, value: 'business' },
        { from: '2025-02-01', value: null },
      ],
      regions: [{ from: null, value: '35.74.01.1001' }],
      census: [
        { from: '2024-02-01', value: 'partial' },
        { from: '2025-02-01', value: 'partial' },
      ],
      sectors: { 'a@1': [{ from: null, value: 'kuliner' }], 'b@1': [{ from: '2024-01-01', value: null }] },
    })
    const joint = partnership('p', ['a', 'b', 'c'], {
      kind: 'supply',
      arcs: [
        ['c', 'a'],
        ['c', 'b'],
      ],
      note: 'catatan',
      evidenceUrl: 'https://contoh.id/bukti',
      startedOn: '2024-02-29',
      endedOn: '2025-03-01',
      endReason: 'other',
      statuses: [
        { from: '2024-02-29', value: 'active' },
        { from: '2025-03-01', value: 'ended' },
      ],
      confirmations: ['2024-06-01', '2024-12-01'],
      weight: 2.5,
      projects: ['P1', 'P2'],
    })
    await commitChangeset(db, head, async (tx) => {
      await tx.add(actorStore, [full, actor('b'), actor('c')])
      await tx.add(partnershipStore, [joint])
    })
    expect((await actorStore.read(db, ['a'])).get('a')?.record).toEqual(full)
    expect((await partnershipStore.read(db, ['p'])).get('p')?.record).toEqual(joint)
  })

  it('uses no revision where nothing changed', async () => {
    await commitChangeset(db, head, (tx) => tx.put(actorStore, actor('a')))
    const again = await commitChangeset(db, head, (tx) => tx.put(actorStore, actor('a')))
    expect(again).toMatchObject({ revision: 1, changes: [] })
    expect(await currentRevision(db)).toBe(1)
  })

  it('logs a record that was written twice once, from the first before to the last after', async () => {
    const { changes } = await commitChangeset(db, head, async (tx) => {
      await tx.put(actorStore, actor('a'))
      await tx.put(actorStore, { ...actor('a'), name: 'Baru' })
    })
    expect(changes).toEqual([
      { entity: 'actor', id: 'a', before: null, after: { ...actor('a'), name: 'Baru' } },
    ])
  })

  it('writes all of it or nothing', async () => {
    const failing = commitChangeset(db, head, async (tx) => {
      await tx.put(actorStore, actor('a'))
      throw new Error('in the middle')
    })
    await expect(failing).rejects.toThrow('in the middle')
    expect((await actorStore.read(db)).size).toBe(0)
    expect(await currentRevision(db)).toBe(0)
  })

  it('refuses a record that names an actor who is not there', async () => {
    const failing = commitChangeset(db, head, async (tx) => {
      await tx.put(actorStore, actor('a'))
      await tx.put(partnershipStore, partnership('p', ['a', 'nobody']))
    })
    await expect(failing).rejects.toThrow(/FOREIGN KEY/)
    expect(await currentRevision(db)).toBe(0)
  })

  it('refuses a write on a record that was changed since, with both versions', async () => {
    await commitChangeset(db, head, (tx) => tx.put(actorStore, actor('a')))
    await commitChangeset(db, head, (tx) => tx.put(actorStore, { ...actor('a'), name: 'Baru' }))
    const stale = commitChangeset(db, head, async (tx) => {
      await tx.expect(actorStore, 'a', 1)
    })
    await expect(stale).rejects.toMatchObject({
      code: 'stale',
      status: 412,
      extras: {
        based: { revision: 1, record: actor('a') },
        current: { revision: 2, record: { name: 'Baru' } },
      },
    })
  })

  it('takes more records at once than one statement has room for', async () => {
    const ids = Array.from({ length: 6_000 }, (_, i) => `a${String(i).padStart(5, '0')}`)
    await commitChangeset(db, head, (tx) =>
      tx.add(
        actorStore,
        ids.map((id) => actor(id)),
      ),
    )
    expect([...(await actorStore.read(db)).keys()]).toEqual(ids)
    expect((await readChanges(db, 1)).length).toBe(6_000)
    await commitChangeset(db, head, (tx) => tx.removeAll(actorStore, ids))
    expect((await actorStore.read(db)).size).toBe(0)
  })

  it('tells its listeners after the commit, in order, and survives one that fails', async () => {
    const heard: number[] = []
    const log = vi.spyOn(console, 'error').mockImplementation(() => undefined)
    await onCommit(db, () => {
      throw new Error('a listener of the test fails')
    })
    const stop = await onCommit(db, async ({ revision }) => {
      heard.push((await currentRevision(db)) * 10 + revision)
    })
    await commitChangeset(db, head, (tx) => tx.put(actorStore, actor('a')))
    await commitChangeset(db, head, (tx) => tx.put(actorStore, actor('b')))
    stop()
    await commitChangeset(db, head, (tx) => tx.put(actorStore, actor('c')))
    expect(heard).toEqual([11, 22])
    expect(log).toHaveBeenCalledTimes(3)
    log.mockRestore()
  })
})

describe('two processes on one file', () => {
  let folder: string
  let ours: Db
  let theirs: Db
  let events: CommitEvent[]
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'jejaring-'))
    ours = await openDatabase(`file:${folder}/a.db`)
    theirs = await openDatabase(`file:${folder}/a.db`)
    events = []
    await onCommit(ours, (event) => {
      events.push(event)
    })
  })
  afterEach(async () => {
    await ours.destroy()
    await theirs.destroy()
    rmSync(folder, { recursive: true })
  })

  it('notice what the other has committed', async () => {
    await commitChangeset(theirs, head, (tx) => tx.put(actorStore, actor('a')))
    await noticeForeignCommits(ours)
    await noticeForeignCommits(ours)
    expect(events).toEqual([
      {
        revision: 1,
        reset: false,
        changes: [{ entity: 'actor', id: 'a', before: null, after: actor('a') }],
      },
    ])
  })

  it('tell a foreign commit before an own later one', async () => {
    await commitChangeset(theirs, head, (tx) => tx.put(actorStore, actor('a')))
    await commitChangeset(ours, head, (tx) => tx.put(actorStore, actor('b')))
    expect(events.map((event) => [event.revision, event.changes[0]?.id])).toEqual([
      [1, 'a'],
      [2, 'b'],
    ])
  })

  it('go on counting after a register was emptied, and know that it was', async () => {
    await commitChangeset(theirs, head, (tx) => tx.put(actorStore, actor('a')))
    await noticeForeignCommits(ours)
    await commitChangeset(theirs, head, async (tx) => {
      await tx.clear()
      await tx.add(actorStore, [actor('b')])
    })
    await noticeForeignCommits(ours)
    expect(events.map(({ revision, reset }) => [revision, reset])).toEqual([
      [1, false],
      [2, true],
    ])
    expect([...(await actorStore.read(ours)).keys()]).toEqual(['b'])
  })

  it('wait for each other instead of failing', async () => {
    const script = fileURLToPath(new URL('./commit-many.ts', import.meta.url))
    const other = execFileAsync(process.execPath, ['--import', 'tsx', script, `file:${folder}/a.db`, '30'])
    let mine = 0
    while (mine < 30 || other.isRunning()) {
      await commitChangeset(ours, head, (tx) => tx.put(actorStore, actor(`ours-${mine++}`)))
      await new Promise((resolve) => setTimeout(resolve, 5))
    }
    await other.done
    expect(await currentRevision(ours)).toBe(mine + 30)
    await noticeForeignCommits(ours)
    expect(events.map((event) => event.revision)).toEqual(Array.from({ length: mine + 30 }, (_, i) => i + 1))
  })
})

function execFileAsync(file: string, args: string[]) {
  let running = true
  const done = promisify(execFile)(file, args).finally(() => {
    running = false
  })
  return { done, isRunning: () => running }
}
