import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openDemonstration } from '#seed/demonstration.ts'
import type { Db } from '#server/db/schema.ts'
import { SHEET_KINDS } from '#shared/contract/import-fields.ts'
import { openTestApp, type TestApp } from '../server/test-app.ts'
import { download, post, upload } from './spreadsheets.ts'

let app: TestApp
let db: Db
beforeAll(async () => {
  db = await openDemonstration('file::memory:')
  app = await openTestApp({ db })
})
afterAll(async () => {
  await app.close()
  await db.destroy()
})

const FILES = SHEET_KINDS.flatMap((kind) => [`${kind}.xlsx`, `${kind}.csv`])

describe('what is taken out', () => {
  it.each(FILES)('%s changes nothing when it is brought in again', async (file) => {
    for (const language of ['id', 'en']) {
      const { body } = await upload(
        app,
        file,
        await download(app, `/api/exports/${file}?language=${language}`),
      )
      expect([body.kind, body.problems, body.open, body.issues]).toEqual([file.split('.')[0], 0, 0, []])
      expect(body.rows).toBeGreaterThan(0)
      const { body: tried } = await post(app, body.id, 'dry-run', { version: body.version })
      expect(tried.dryRun?.changes).toEqual([])
      expect(tried.dryRun?.tally).toEqual({ new: 0, changed: 0, same: body.rows, skipped: 0 })
    }
  })
})

describe('a template', () => {
  it.each(SHEET_KINDS)('of %s has the columns that are read, and codes to choose from', async (kind) => {
    const bytes = await download(app, `/api/import-templates/${kind}?language=id`)
    const { body } = await upload(app, 'templat.xlsx', bytes)
    expect([body.kind, body.rows]).toEqual([kind, 0])
    expect(body.columns.every(({ field }) => field !== null)).toBe(true)
    expect(body.missing).toEqual([])
  })
})
