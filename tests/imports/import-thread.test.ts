import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { openDatabase } from '#server/db/database.ts'
import type { Db } from '#server/db/schema.ts'
import type { ActorPage } from '#shared/contract/actors.ts'
import type { Changeset } from '#shared/contract/changesets.ts'
import type { Problem } from '#shared/contract/errors.ts'
import type { Import, ImportPage } from '#shared/contract/imports.ts'
import { logFirst, openTestApp, type TestApp } from '../server/test-app.ts'
import { commit, download, post, rowsOf, settled, upload } from './spreadsheets.ts'

/** As in production: a database file, and a thread with a connection of its own for every import. */
let folder: string
let db: Db
let app: TestApp
const importFolder = () => join(folder, 'imports')

async function start() {
  const databaseFile = join(folder, 'uji.db')
  db = await openDatabase(`file:${databaseFile}`)
  app = await openTestApp({ db, databaseFile, importFolder: importFolder() })
}
async function stop() {
  await app.close()
  await db.destroy()
}
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'jejaring-impor-'))
  await start()
})
afterEach(async () => {
  await stop()
  rmSync(folder, { recursive: true })
})

const list = (rows: number) =>
  ['nama usaha;subsektor;kelurahan;nib']
    .concat(Array.from({ length: rows }, (_, i) => `Usaha ke-${i};Kuliner;Jati;${1_000_000_000_000 + i}`))
    .join('\n')

it('keeps a draft over a restart, and commits it beside other writers', async () => {
  const { body: draft } = await upload(app, 'daftar.csv', list(1_000))
  expect([draft.state, draft.rows, draft.problems]).toEqual(['draft', 1_000, 0])
  const fixed = await post(app, draft.id, 'fixes', {
    version: draft.version,
    fixes: [{ fix: 'cell', row: 2, field: 'name', text: 'Usaha yang Dibetulkan' }],
  })
  expect(fixed.status).toBe(200)
  await stop()
  await start()
  const again = (await app.get<Import>(`/api/imports/${draft.id}`)).body
  expect([again.state, again.version, again.busy]).toEqual(['draft', 1, null])
  expect((await rowsOf(app, draft.id)).rows[0]!.cells.name?.value).toBe('Usaha yang Dibetulkan')

  const committing = commit(app, again)
  // others write while the thread does, and nothing of either is lost
  const logged = await logFirst(app)
  const done = await committing
  expect([done.state, done.failure]).toEqual(['committed', null])
  expect(new Set([done.revision, logged.revision])).toEqual(new Set([1, 2]))
  expect((await app.get<ActorPage>('/api/actors')).body.total).toBe(1_002)
  expect(readdirSync(importFolder())).toEqual([])
  expect((await download(app, '/api/exports/actors.csv')).toString('utf8').split('\r\n').length).toBe(1_004)
})

it('stops when it is told to, and leaves nothing half done', async () => {
  const { body: draft } = await upload(app, 'daftar.csv', list(3_000))
  await post(app, draft.id, 'dry-run', { version: draft.version })
  const tried = await settled(app, draft.id)
  const committing = post(app, draft.id, 'commit', { version: tried.version })
  const cancelled = await post(app, draft.id, 'cancel', {})
  await committing
  const after = await settled(app, draft.id)
  const { total } = (await app.get<ActorPage>('/api/actors')).body
  // it may have been too late, but never half
  expect([after.state, total]).toEqual(after.state === 'committed' ? ['committed', 3_000] : ['draft', 0])
  expect(cancelled.status).toBe(200)
  if (after.state === 'draft') expect((await commit(app, after)).state).toBe('committed')
  expect((await app.get<ActorPage>('/api/actors')).body.total).toBe(3_000)
  // whoever waited for the thread goes on
  expect((await logFirst(app)).revision).toBe(2)
})

it('takes back what was under way when the process ended', async () => {
  const { body: draft } = await upload(app, 'daftar.csv', list(10))
  await db.updateTable('spreadsheet').set({ state: 'committing' }).execute()
  await stop()
  await start()
  await expect.poll(async () => (await app.get<ImportPage>('/api/imports')).body.rows[0]?.state).toBe('draft')
  expect((await commit(app, draft)).state).toBe('committed')
})

it('is read at the next start where the server stopped while it was read, and keeps no names after its commit', async () => {
  const sent = upload(app, 'daftar.csv', list(20_000))
  await expect.poll(async () => readdirSync(importFolder()).length).toBe(1)
  await expect.poll(async () => (await app.get<ImportPage>('/api/imports')).body.total).toBe(1)
  await stop()
  await sent.catch(() => undefined)
  await start()
  const line = async () => (await app.get<ImportPage>('/api/imports')).body.rows[0]
  await expect.poll(async () => (await line())?.state, { timeout: 30_000 }).toBe('draft')
  const draft = (await app.get<Import>(`/api/imports/${(await line())!.id}`)).body
  expect([draft.rows, draft.problems]).toEqual([20_000, 0])
  const done = await commit(app, draft)
  expect([done.state, done.dryRun?.tally.new, done.dryRun?.additions]).toEqual(['committed', 20_000, []])
  const { work, detail } = await db
    .selectFrom('spreadsheet')
    .select(['work', 'detail'])
    .executeTakeFirstOrThrow()
  expect([work, detail]).toEqual(['{}', null])
})

it('answers three drafts at once, of which two threads are kept', async () => {
  const drafts = await Promise.all(['a', 'b', 'c'].map((name) => upload(app, `${name}.csv`, list(2_000))))
  const fixed = await Promise.all(
    drafts.map(async ({ body }) => {
      const { version } = await settled(app, body.id)
      const fixes = [{ fix: 'cell', row: 2, field: 'name', text: 'Dibetulkan' }]
      return post(app, body.id, 'fixes', { version, fixes })
    }),
  )
  expect(fixed.map(({ status }) => status)).toEqual([200, 200, 200])
})

it('is taken back in a thread, while others read and wait to write', async () => {
  const { body: draft } = await upload(app, 'daftar.csv', list(6_000))
  expect((await commit(app, await settled(app, draft.id))).state).toBe('committed')
  const undone = app.send<Changeset>('POST', '/api/changesets/1/undo', {})
  let isOver = false
  void undone.then(() => {
    isOver = true
  })
  // asks the database: where one connection did both, it would be answered after the undo
  let answered = 0
  for (; !isOver; answered++) {
    const { body } = await app.get<ActorPage>('/api/changesets?page=1')
    if (!isOver) expect(body.revision).toBeLessThanOrEqual(2)
  }
  expect(answered).toBeGreaterThan(10)
  const logged = logFirst(app)
  expect([(await undone).status, (await undone).body.undoes, (await undone).body.changes]).toEqual([
    200, 1, 6_000,
  ])
  expect((await logged).revision).toBe(3)
  expect((await app.get<ActorPage>('/api/actors')).body.total).toBe(2)
  const again = await app.send<Problem>('POST', '/api/changesets/1/undo', {})
  expect([again.status, again.body.code, again.body.blocking?.length]).toEqual([409, 'stale', 100])
})
