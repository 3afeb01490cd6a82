import { array, assert, asyncProperty, constantFrom, oneof, record, string } from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ActorPage } from '#shared/contract/actors.ts'
import type { Import, ImportFixed } from '#shared/contract/imports.ts'
import { openTestApp, type TestApp } from '../server/test-app.ts'
import { post, rowsOf, settled, upload } from './spreadsheets.ts'

let app: TestApp
beforeAll(async () => {
  app = await openTestApp()
})
afterAll(() => app.close())

const total = async () => (await app.get<ActorPage>('/api/actors?pageSize=1')).body.total

const noise = string({ unit: 'grapheme', maxLength: 12 }).map((text) => text.replace(/[\r\n";]/g, ' '))
const row = record({
  name: oneof(constantFrom('Kopi Uji', 'Kopi Ujji', 'Batik Uji', 'Total Print', 'Jumlah', ''), noise),
  sector: constantFrom('Kuliner', 'fashion', 'Kulinr', '', 'Digital Marketing', '#REF!'),
  region: constantFrom('Jati', 'Kec. Mayangan', 'Antah Berantah', '', 'Kademangan'),
  phone: constantFrom('081234567890', '0812xxxx', '', '8123456789', '1,2E+12'),
  nib: constantFrom('', '1234567890123', '0000000000001', '12'),
})

describe('any list', () => {
  it('is taken over whole or not at all, and only what was read without doubt', async () => {
    await assert(
      asyncProperty(
        array(row, { minLength: 1, maxLength: 12 }),
        constantFrom('new', 'same', 'skip'),
        async (rows, as) => {
          const before = await total()
          const text = ['nama usaha;subsektor;kelurahan;no hp;nib']
            .concat(
              rows.map(({ name, sector, region, phone, nib }) =>
                [name, sector, region, phone, nib].join(';'),
              ),
            )
            .join('\n')
          const { body: draft } = await upload(app, 'acak.csv', text)
          expect(draft.state).toBe('draft')
          expect(draft.kind).toBe('actors')
          // every line is a row, or it is said why it is none
          const lines = rows.filter((one) => Object.values(one).some((cell) => cell.trim() !== '')).length
          expect(draft.rows + draft.ignored.length).toBe(lines)
          if (draft.problems > 0)
            expect((await post(app, draft.id, 'dry-run', { version: draft.version })).status).toBe(400)
          const clean = await post<ImportFixed>(app, draft.id, 'fixes', {
            version: draft.version,
            fixes: [{ fix: 'skip-problems' }],
          })
          let now = clean.body.import
          expect(now.problems).toBe(0)
          const open = (await rowsOf(app, now.id, '&show=open')).rows.map(({ row: number }) => number)
          if (open.length > 0)
            now = (await post<Import>(app, now.id, 'decisions', { version: now.version, rows: open, as }))
              .body
          expect(now.open).toBe(0)
          for (const { cells, skipped } of (await rowsOf(app, now.id)).rows)
            if (!skipped) for (const { issue } of Object.values(cells)) expect(issue).toBeNull()
          await post(app, now.id, 'dry-run', { version: now.version })
          const tried = await settled(app, now.id)
          expect(await total()).toBe(before)
          const done = await post(app, now.id, 'commit', { version: tried.version })
          expect([done.status, done.body.state]).toEqual([200, 'committed'])
          expect(await total()).toBe(before + tried.dryRun!.tally.new)
        },
      ),
      { numRuns: 40 },
    )
  })
})
