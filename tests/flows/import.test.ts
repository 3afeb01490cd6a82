import { afterAll, beforeAll, expect, it } from 'vitest'
import type { ActorPage, ActorRow } from '#shared/contract/actors.ts'
import type { ChangesetPage } from '#shared/contract/changesets.ts'
import type { Import } from '#shared/contract/imports.ts'
import type { Reference } from '#shared/contract/reference.ts'
import { axeFindings, openStage, PHONE, type Stage } from './stage.ts'

let stage: Stage
let known: ActorRow
let kelurahan: string
beforeAll(async () => {
  stage = await openStage()
  const { rows } = await stage.call<ActorPage>('GET', '/businesses?sector=batik&pageSize=1')
  const { regions } = await stage.call<Reference>('GET', '/reference')
  known = rows[0]!
  kelurahan = regions.find(({ code }) => code === known.regionCode)!.name
})
afterAll(() => stage.close())

/** As an office keeps it: title lines, another encoding, semicolons, a sum below; two cells that cannot be read. */
const messyList = () => {
  const lines = [
    'DAFTAR IKM CONTOH;;;;',
    ';;;;',
    'No;Nama Usaha;Kelurahan;NIB;Tgl Daftar',
    `1;${known.name};${kelurahan};0123456789012;9 September 2024`,
    `2;Roti Contoh Caf\u00e9;${kelurahan};12345;09/09/2024`,
    '3;Tenun Contoh Lestari;Kelurahan Antah;;10/09/2024',
    '4;Jamu Contoh Sejati;Kelurahan Antah;;11/09/2024',
    'Jumlah;4;;;',
  ]
  return { name: 'daftar ikm.csv', mimeType: 'text/csv', buffer: Buffer.from(lines.join('\r\n'), 'latin1') }
}

it('brings a messy list into the register by keyboard, cell by cell, and takes it back as a whole', async () => {
  const count = async () => (await stage.call<ActorPage>('GET', '/actors?pageSize=1')).total
  const before = await count()
  const page = await stage.open('/pelaku')
  await page.getByRole('button', { name: 'Impor & ekspor' }).press('Enter')
  await page.getByRole('link', { name: 'Impor dari Excel atau CSV…' }).press('Enter')
  await page.getByLabel('Pilih berkas').setInputFiles(messyList())
  const heading = (name: string) => page.getByRole('heading', { level: 1, name }).waitFor()
  const next = (step: string) => page.getByRole('link', { name: `Lanjut: ${step}` }).press('Enter')

  await heading('4 dari 5 kolom dipakai')
  await page.getByText('Judul kolom ada di baris 3').waitFor()
  await next('Periksa')

  await heading('3 dari 4 baris perlu diperbaiki')
  const id = new URL(page.url()).pathname.split('/').at(-1)!
  const focused = () => page.evaluate(() => document.activeElement?.textContent ?? '')
  await page.locator('[data-bad]', { hasText: '12345' }).press('Enter')
  const nib = page.getByRole('dialog', { name: 'NIB, baris 5' })
  await nib.getByText('NIB terdiri dari 13 angka.').waitFor()
  expect(await axeFindings(page)).toEqual([])
  // a colleague is at work on the same list
  const { version } = await stage.call<Import>('GET', `/imports/${id}`)
  await stage.call('POST', `/imports/${id}/fixes`, {
    version,
    fixes: [{ fix: 'cell', row: 6, field: 'name', text: 'Tenun Contoh Abadi' }],
  })
  await page.keyboard.type('1234567890123')
  await page.keyboard.press('Enter')
  await nib.getByText('Orang lain mengubah impor ini. Isian Anda masih di sini', { exact: false }).waitFor()
  await page.keyboard.press('Enter')
  await heading('2 dari 4 baris perlu diperbaiki')
  await page.waitForFunction(() => document.activeElement?.textContent?.includes('Kelurahan Antah'))
  expect(await focused()).toContain('Tidak ada di daftar pilihan')

  // one choice for every row that says the same
  await page.keyboard.press('Enter')
  const region = page.getByRole('dialog', { name: /^Kelurahan, baris/ })
  await region.getByLabel('Isi yang benar').selectOption({ label: kelurahan })
  await region.getByLabel('Juga di semua baris', { exact: false }).press('Space')
  await region.getByRole('button', { name: 'Simpan' }).press('Enter')
  await heading('Semua 4 baris siap')
  await page.getByText('Tenun Contoh Abadi').waitFor()
  await next('Ganda')

  await heading('1 dari 1 baris yang tampak ganda perlu diputuskan')
  await page.getByText(`Di daftar: ${known.name}`, { exact: false }).waitFor()
  expect(await axeFindings(page)).toEqual([])
  await page.getByRole('button', { name: 'Sama, perbarui' }).press('Enter')
  await heading('Semua 1 yang tampak ganda sudah diputuskan')
  await next('Uji coba')

  await page.getByRole('button', { name: 'Jalankan uji coba' }).press('Enter')
  await page.getByRole('heading', { name: '3 catatan baru' }).waitFor()
  await page.getByRole('heading', { name: '1 catatan diperbarui' }).waitFor()
  expect(await axeFindings(page)).toEqual([])
  expect(await count()).toBe(before)
  await next('Simpan')

  await page.getByLabel('Keterangan').fill('Daftar dari kelurahan')
  await page.keyboard.press('Enter')
  await heading('Tersimpan di daftar')
  expect(await count()).toBe(before + 3)
  const { rows } = await stage.call<ChangesetPage>('GET', '/changesets?pageSize=1')
  expect(rows[0]).toMatchObject({ reason: 'Daftar dari kelurahan', changes: 4 })
  expect(await axeFindings(page)).toEqual([])
  await page.getByRole('button', { name: 'Urungkan seluruh impor' }).press('Enter')
  await heading('Impor ini sudah diurungkan')
  expect(await count()).toBe(before)
  expect(stage.faults).toEqual([])
})

it('says on the phone why a file cannot be read, and lets go of it', async () => {
  const page = await stage.open('/impor', { size: PHONE, touch: true, locale: 'en' })
  await page.getByLabel('Choose a file').setInputFiles({
    name: 'laporan.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from('%PDF-1.7\n%\u00e2\u00e3'),
  })
  await page.getByRole('heading', { level: 1, name: 'laporan.csv cannot be read' }).waitFor()
  await page.getByText('This is a PDF, not a table.', { exact: false }).waitFor()
  expect(await axeFindings(page)).toEqual([])
  await page.getByRole('link', { name: 'Choose another file' }).tap()
  const line = page.getByRole('listitem').filter({ hasText: 'laporan.csv' })
  await line.getByText('This is a PDF, not a table.', { exact: false }).waitFor()
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(PHONE.width)
  expect(await axeFindings(page)).toEqual([])
  await line.getByRole('button', { name: 'Discard' }).tap()
  await page.getByRole('dialog').getByRole('button', { name: 'Discard', exact: true }).tap()
  await line.waitFor({ state: 'detached' })
  expect(stage.faults).toEqual([])
})

it('offers nothing of it to who may only read', async () => {
  const page = await stage.open('/impor', { as: 'reviewer' })
  await page.locator('#isi h1').waitFor()
  expect(await page.getByLabel('Pilih berkas').count()).toBe(0)
})
