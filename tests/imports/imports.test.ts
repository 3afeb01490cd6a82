import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { ActorPage } from '#shared/contract/actors.ts'
import type { Problem } from '#shared/contract/errors.ts'
import type { Import, ImportFixed, ImportPage } from '#shared/contract/imports.ts'
import { issuesOf, logFirst, openTestApp, type TestApp } from '../server/test-app.ts'
import {
  commit,
  download,
  post,
  readReal,
  realSpreadsheets,
  rowsOf,
  settled,
  upload,
} from './spreadsheets.ts'

let app: TestApp
beforeEach(async () => {
  app = await openTestApp()
})
afterEach(() => app.close())

const LIST = `DAFTAR PELAKU EKONOMI KREATIF;;;;;;
;;;;;;
No;Nama Usaha *;Sub Sektor;Kelurahan;No. HP;NIB;Nama Pemilik
1;Kopi Uji Coba;Kuliner;Kel. Jati;81234567890;0123456789012;Seseorang
2;Batik Uji Coba;BATIK;mayangan;0335-421234;;Orang Lain
3;Kayu Uji Coba;Kerajinan;Kedung asem;;;
Jumlah;3;;;;;
;;;;;;
;;;;Probolinggo, 9 September 2024;;
;;;;Kepala Dinas;;`

describe('an import', () => {
  it('goes from a list as offices keep it to one changeset, and back', async () => {
    const { status, body: draft } = await upload(app, 'daftar.csv', LIST)
    expect([status, draft.state, draft.kind, draft.rows, draft.problems, draft.open]).toEqual([
      201,
      'draft',
      'actors',
      3,
      0,
      0,
    ])
    expect(draft.columns.map(({ header, field }) => [header, field])).toEqual([
      ['No', null],
      ['Nama Usaha *', 'name'],
      ['Sub Sektor', 'sector'],
      ['Kelurahan', 'region'],
      ['No. HP', 'phone'],
      ['NIB', 'nib'],
      ['Nama Pemilik', null],
    ])
    expect(draft.ignored.map(({ row, why }) => [row, why])).toEqual([
      [7, 'footer'],
      [9, 'footer'],
      [10, 'footer'],
    ])
    const { rows } = await rowsOf(app, draft.id)
    expect(rows.map(({ cells }) => [cells.name?.value, cells.sector?.value, cells.region?.value])).toEqual([
      ['Kopi Uji Coba', 'kuliner', '35.74.03.1004'],
      ['Batik Uji Coba', 'batik', '35.74.03.1001'],
      ['Kayu Uji Coba', 'kriya', '35.74.02.1005'],
    ])
    expect(rows[0]!.cells.nib?.value).toBe('0123456789012')
    expect(rows[0]!.cells.phone?.value).toBe('081234567890')

    const tried = await post(app, draft.id, 'dry-run', { version: draft.version })
    expect(tried.body.dryRun?.tally).toEqual({ new: 3, changed: 0, same: 0, skipped: 0 })
    expect((await app.get<ActorPage>('/api/actors')).body.total).toBe(0)

    const done = await post(app, draft.id, 'commit', { version: draft.version, reason: 'Daftar uji' })
    expect([done.status, done.body.state]).toEqual([200, 'committed'])
    const revision = done.body.revision!
    const again = await post(app, draft.id, 'commit', { version: draft.version })
    expect([again.status, again.body.revision]).toEqual([200, revision])
    expect((await app.get<ActorPage>('/api/actors')).body.total).toBe(3)
    const { body: set } = await app.get<{ action: string; reason: string; records: { after: unknown }[] }>(
      `/api/changesets/${revision}`,
    )
    expect([set.action, set.reason, set.records.length]).toEqual(['import', 'Daftar uji', 3])
    expect(JSON.stringify(set)).not.toContain('Seseorang')
    expect(JSON.stringify(await app.db.selectFrom('spreadsheet').selectAll().execute())).not.toContain(
      'Seseorang',
    )

    const undo = await app.send('POST', `/api/changesets/${revision}/undo`, {})
    expect(undo.status).toBe(200)
    expect((await app.get<ActorPage>('/api/actors')).body.total).toBe(0)
    expect((await app.get<Import>(`/api/imports/${draft.id}`)).body.state).toBe('undone')
  })

  it('marks what is wrong, and takes it as it was mended, cell by cell and by rule', async () => {
    const list = `nama usaha,subsektor,kelurahan,no hp
Satu,Kulinner,Jati,08xx
Dua,Kulinner,Jatti,08yy
,Kuliner,Jati,
Empat,Aplikasi dan Game Developer,Jati,081234567890`
    const { body: draft } = await upload(app, 'x.csv', list)
    expect(draft.problems).toBe(4)
    const { rows } = await rowsOf(app, draft.id, '&show=problems')
    const said = rows.map(({ row, cells }) => [
      row,
      ...Object.entries(cells).flatMap(([field, { issue }]) => (issue ? [`${field} ${issue.code}`] : [])),
    ])
    expect(said).toEqual([
      [2, 'sector unknown-code', 'phone not-a-phone'],
      [3, 'sector unknown-code', 'region unknown-code', 'phone not-a-phone'],
      [4, 'name missing'],
      [5, 'sector ambiguous-code'],
    ])
    expect(rows[0]!.cells.sector?.choices?.[0]).toEqual({ value: 'kuliner', label: 'Kuliner' })
    expect(rows[1]!.cells.region?.choices?.[0]?.label).toBe('Jati')

    const fixed = await post<ImportFixed>(app, draft.id, 'fixes', {
      version: draft.version,
      fixes: [
        { fix: 'replace', field: 'sector', from: 'Kulinner', text: 'kuliner' },
        { fix: 'clear-problems', field: 'phone' },
        { fix: 'cell', row: 3, field: 'region', text: 'Jati' },
        { fix: 'cell', row: 5, field: 'sector', text: 'kriya' },
        { fix: 'skip-problems', field: 'name' },
      ],
    })
    expect(fixed.body.import.problems).toBe(0)
    expect(fixed.body.rows.map(({ row }) => row).sort()).toEqual([2, 3, 4, 5])
    const stale = await post<Problem>(app, draft.id, 'fixes', {
      version: draft.version,
      fixes: [{ fix: 'cell', row: 2, field: 'name', text: 'Lain' }],
    })
    expect(stale.status).toBe(412)
    const committed = await commit(app, fixed.body.import)
    expect(committed.state).toBe('committed')
    const { body: actors } = await app.get<ActorPage>('/api/actors')
    expect(actors.rows.map(({ name, sectorId }) => [name, sectorId])).toEqual([
      ['Dua', 'kuliner'],
      ['Empat', 'kriya'],
      ['Satu', 'kuliner'],
    ])
  })

  it('asks about what may be in the register or in the file twice, and does as it is told', async () => {
    await logFirst(app)
    const list = `nama usaha;subsektor;produk
Kopi Contoh Satu;Kuliner;kopi bubuk
Kopi Contoh Sattu;Kuliner;
Batik Contoh Dua;Batik;
Baru Sama Sekali;Kriya;kursi
baru sama sekali;Kriya;meja`
    const { body: draft } = await upload(app, 'x.csv', list)
    const { rows } = await rowsOf(app, draft.id, '&show=duplicates')
    expect(
      rows.map(({ row, matches, decision }) => [row, matches[0]?.by, matches[0]?.row, decision?.as ?? null]),
    ).toEqual([
      [2, 'name-region', null, null],
      [3, 'name-region', null, null],
      [4, 'name-region', null, 'same'],
      [6, 'name-region', 5, null],
    ])
    expect(draft.open).toBe(3)
    const refused = await post<Problem>(app, draft.id, 'dry-run', { version: draft.version })
    expect(issuesOf(refused)).toEqual(['rows open'])

    let now = draft
    for (const [row, as] of [
      [2, 'same'],
      [3, 'new'],
      [6, 'same'],
    ] as const)
      now = (await post(app, draft.id, 'decisions', { version: now.version, rows: [row], as })).body
    expect(now.open).toBe(0)
    const tried = (await post(app, draft.id, 'dry-run', { version: now.version })).body
    expect(tried.dryRun?.tally).toEqual({ new: 2, changed: 1, same: 2, skipped: 0 })
    expect(tried.dryRun?.changes[0]?.fields).toEqual([
      { field: 'products', before: null, after: 'kopi bubuk' },
    ])
    const done = await commit(app, now)
    expect(done.state).toBe('committed')
    const { body } = await app.get<ActorPage>('/api/actors')
    expect(body.rows.map(({ name }) => name).sort()).toEqual(
      ['Baru Sama Sekali', 'Batik Contoh Dua', 'Kopi Contoh Satu', 'Kopi Contoh Sattu'].sort(),
    )
    const remembered = await app.db.selectFrom('not_duplicate').selectAll().execute()
    expect(remembered).toHaveLength(1)
  })

  it('remembers what people said that columns mean', async () => {
    const list = (name: string) => `Nama Dagang;Golongan;Kelurahan\n${name};Kuliner;Jati`
    const { body: first } = await upload(app, 'a.csv', list('Satu'))
    expect(first.kind).toBeNull()
    const { body: mapped } = await app.send<Import>('PUT', `/api/imports/${first.id}/mapping`, {
      version: first.version,
      kind: 'actors',
      columns: { 0: 'name', 1: 'sector' },
    })
    expect([mapped.kind, mapped.problems, mapped.missing]).toEqual(['actors', 0, []])
    const { body: second } = await upload(app, 'b.csv', list('Dua'))
    expect(second.columns.map(({ field, found }) => [field, found])).toEqual([
      ['name', 'remembered'],
      ['sector', 'remembered'],
      ['region', 'remembered'],
    ])
  })

  it('is listed, refused with a reason, and thrown away', async () => {
    const { body: refused } = await upload(app, 'a.xls', Buffer.from([0x25, 0x50, 0x44, 0x46, 0x2d]))
    expect([refused.state, refused.refusal]).toEqual([
      'rejected',
      { code: 'not-a-spreadsheet', params: { found: 'pdf' } },
    ])
    const { body: draft } = await upload(app, 'b.csv', LIST)
    expect((await app.get<ImportPage>('/api/imports')).body.rows.map(({ state }) => state)).toEqual([
      'draft',
      'rejected',
    ])
    expect((await app.request(`/api/imports/${draft.id}`, { method: 'DELETE' })).status).toBe(200)
    expect((await app.get(`/api/imports/${draft.id}`)).status).toBe(404)
  })

  it('gives the rows with problems back as Excel, which reads as the same rows with a reason', async () => {
    const { body: draft } = await upload(app, 'x.csv', 'nama usaha;subsektor\nSatu;Kulinner\nDua;Kuliner')
    const file = await download(app, `/api/imports/${draft.id}/problems.xlsx`)
    const { body: back } = await upload(app, 'kembali.xlsx', file)
    expect([back.kind, back.rows, back.problems]).toEqual(['actors', 1, 1])
    expect(back.columns.map(({ header }) => header)).toEqual(['nama usaha', 'subsektor', 'baris', 'masalah'])
  })
})

describe('the other sheets', () => {
  const fill = async (name: string, content: string) => {
    const { body } = await upload(app, name, content)
    expect([name, body.problems, body.issues]).toEqual([name, 0, []])
    return commit(app, body)
  }

  it('bring partnerships, events and who came', async () => {
    await logFirst(app)
    await fill(
      'kegiatan.csv',
      'nama_kegiatan;jenis;mulai;selesai\nSekolah Uji;sekolah;9 September 2024;10/09/2024',
    )
    await fill('kehadiran.csv', 'kegiatan;usaha;sebagai\nSekolah Uji;Kopi Contoh Satu;peserta')
    await fill(
      'kolaborasi.csv',
      'usaha_a;usaha_b;jenis;arah;intensitas;status;mulai\nKopi Contoh Satu;Batik Contoh Dua;Pasokan bahan atau jasa;memasok;3;aktif;01/02/2025',
    )
    const affiliations = await app.db.selectFrom('affiliation').selectAll().execute()
    expect(affiliations.map(({ role, attended }) => [role, attended])).toEqual([['participant', 1]])
    const { body } = await app.get<{ rows: { kind: string; startedOn: string; intensity: number }[] }>(
      '/api/partnerships?kind=supply',
    )
    expect(body.rows.map(({ startedOn, intensity }) => [startedOn, intensity])).toEqual([['2025-02-01', 3]])
  })
})

describe('real lists', () => {
  it.skipIf(realSpreadsheets.length === 0).each(realSpreadsheets)(
    '%s is read without a guess',
    async (path) => {
      const { body } = await upload(app, path.split('/').at(-1)!, readReal(path))
      expect(body.state).toBe('draft')
      // tables of figures are no lists of businesses, and nobody takes them for one
      if (path.startsWith('tangsel')) return expect(body.kind).toBeNull()
      expect(body.kind).toBe('actors')
      expect(body.columns.some(({ field }) => field === 'name')).toBe(true)
      const { rows } = await rowsOf(app, body.id)
      for (const { cells } of rows)
        for (const cell of Object.values(cells)) if (cell.issue) expect(cell.value).toBeNull()
      await settled(app, body.id)
    },
  )
})
