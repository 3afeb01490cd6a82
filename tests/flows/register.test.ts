import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ActorDetail, ActorPage } from '#shared/contract/actors.ts'
import type { PartnershipDetail, PartnershipPage, PartnershipRow } from '#shared/contract/partnerships.ts'
import type { Reference } from '#shared/contract/reference.ts'
import { axeFindings, openStage, PHONE, type Stage } from './stage.ts'

let stage: Stage
let active: PartnershipRow[]

beforeAll(async () => {
  stage = await openStage()
  const page = await stage.call<PartnershipPage>(
    'GET',
    '/partnerships?standing=active&counts=true&pageSize=100',
  )
  active = page.rows.filter(({ lastConfirmedOn }) => lastConfirmedOn !== '2026-09-30')
}, 120_000)
afterAll(() => stage.close())

const nextActive = () => {
  const row = active.shift()
  if (!row) throw new Error('No active partnership is left.')
  return row
}
const read = (id: string) => stage.call<PartnershipDetail>('GET', `/partnerships/${id}`)

describe('a partnership', () => {
  it('is confirmed in one tap, and that is taken back', async () => {
    const { rows } = await stage.call<PartnershipPage>('GET', '/partnerships?standing=expired&pageSize=1')
    const lapsed = rows[0]
    if (!lapsed) throw new Error('The demonstration has no lapsed partnership.')
    const page = await stage.open(`/kerja-sama/${lapsed.id}`, { size: PHONE, touch: true })
    await page.getByText('Masih berjalan?', { exact: false }).waitFor()
    await page.getByRole('button', { name: 'Pastikan masih berjalan' }).tap()
    await page.getByText('Dipastikan masih berjalan per 30 September 2026.').waitFor()
    expect((await read(lapsed.id)).standing).toBe('active')
    await page.getByRole('button', { name: 'Urungkan' }).tap()
    await page.getByText('Diurungkan. Catatan kembali seperti semula.').first().waitFor()
    expect((await read(lapsed.id)).standing).toBe('expired')
    await page.context().close()
  })

  it('ends on a date with a reason', async () => {
    const { id } = nextActive()
    const page = await stage.open(`/kerja-sama/${id}`)
    await page.getByRole('button', { name: 'Akhiri' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('Berakhir pada').fill('2026-12-01')
    await dialog.getByRole('button', { name: 'Akhiri kerja sama' }).click()
    await dialog.getByText('Tanggal ini sesudah 30 September 2026.').waitFor()
    await dialog.getByLabel('Berakhir pada').fill('2026-09-30')
    await dialog.getByLabel('Alasan').selectOption({ label: 'usaha tutup' })
    await dialog.getByRole('button', { name: 'Akhiri kerja sama' }).click()
    await page.getByText('Berakhir pada 30 September 2026.', { exact: false }).first().waitFor()
    expect(await read(id)).toMatchObject({
      standing: 'ended',
      endedOn: '2026-09-30',
      endReason: 'business-closed',
    })
    await page.context().close()
  })

  it('shows both versions when somebody else was faster, and keeps what is chosen', async () => {
    const { id, intensity } = nextActive()
    const mine = intensity === 4 ? '3' : '4'
    const page = await stage.open(`/kerja-sama/${id}`)
    await page.getByRole('button', { name: 'Perbaiki' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('radio', { name: mine, exact: true }).check()

    const { revision } = await read(id)
    const theirs = { mode: 'correct', changes: { intensity: 5, note: 'Dicatat di tempat lain' } }
    await stage.call('PATCH', `/partnerships/${id}`, theirs, { 'if-match': `"${revision}"` })

    await dialog.getByLabel('Catatan').fill('Dicatat di sini')
    await dialog.getByRole('button', { name: 'Simpan perbaikan' }).click()
    await dialog.getByText('Catatan ini diubah orang lain', { exact: false }).waitFor()
    expect(await axeFindings(page)).toEqual([])
    const note = dialog.getByRole('group', { name: 'Catatan' })
    expect(await note.getByText('Dicatat di sini').isVisible()).toBe(true)
    await note.getByRole('radio', { name: 'Versi terbaru', exact: false }).check()
    await dialog.getByRole('button', { name: 'Simpan pilihan' }).click()
    await page.getByText('Perbaikan tersimpan.').waitFor()
    expect((await read(id)).record).toMatchObject({ intensity: Number(mine), note: 'Dicatat di tempat lain' })
    await page.context().close()
  })
})

describe('the list of partnerships', () => {
  it('keeps its filters in the address and downloads every row behind them', async () => {
    const page = await stage.open('/kerja-sama')
    await page.getByLabel('Bentuk').selectOption({ label: 'Produksi bersama' })
    await page.getByLabel('Dihitung').selectOption({ label: 'dihitung' })
    const query = 'kind=co_production&counts=true'
    await page.waitForURL(`**/kerja-sama?${query}`)
    const { total } = await stage.call<PartnershipPage>('GET', `/partnerships?${query}`)
    await page.getByRole('heading', { name: `${total} catatan kerja sama pada saringan ini` }).waitFor()

    const download = page.waitForEvent('download')
    await page.getByRole('button', { name: 'Unduh CSV' }).click()
    const text = await readFile(await (await download).path(), 'utf8')
    expect(text.trim().split('\r\n')).toHaveLength(total + 1)

    await page.reload()
    await page.getByRole('heading', { name: `${total} catatan kerja sama pada saringan ini` }).waitFor()
    await page.getByRole('button', { name: 'Longgarkan saringan' }).click()
    await page.waitForURL('**/kerja-sama')
    await page.context().close()
  })

  it('says in one sentence that nothing is there, and how to go on', async () => {
    const page = await stage.open('/kerja-sama?q=tidakadayangbernamabegini', { locale: 'en' })
    await page.getByText('No partnership with these filters yet.').waitFor()
    await page.getByRole('button', { name: 'Loosen filters' }).last().click()
    await page.waitForURL('**/kerja-sama')
    await page.context().close()
  })
})

describe('an actor', () => {
  it('is marked as surveyed in one tap', async () => {
    const { rows } = await stage.call<ActorPage>('GET', '/businesses?census=none&standing=unasked&pageSize=1')
    const actor = rows[0]
    if (!actor) throw new Error('Everybody has been asked.')
    const page = await stage.open(`/pelaku/${actor.id}`, { size: PHONE, touch: true })
    await page.getByText('Belum didata. Usaha ini tidak dihitung terisolasi.').waitFor()
    await page.getByRole('button', { name: 'Tandai didata' }).tap()
    await page.getByText('Ditandai didata per 30 September 2026.').waitFor()
    await page.getByText('Belum tercatat mitra.').waitFor()
    expect(await stage.call<ActorDetail>('GET', `/actors/${actor.id}`)).toMatchObject({
      censusStatus: 'complete',
      standing: 'unlinked',
      lastVerifiedOn: '2026-09-30',
    })
    await page.context().close()
  })

  it('moves to another sector from a date, and keeps the one it had before', async () => {
    const { rows } = await stage.call<ActorPage>('GET', '/businesses?sector=kuliner&pageSize=1')
    const actor = rows[0]
    if (!actor) throw new Error('No culinary business.')
    const page = await stage.open(`/pelaku/${actor.id}`)
    await page.getByRole('button', { name: 'Ubah data' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('radio', { name: 'Berubah' }).check()
    await dialog.getByLabel('Sejak tanggal').fill('2026-09-01')
    await dialog.getByLabel('Sektor').selectOption({ label: 'Kriya' })
    await dialog.getByRole('button', { name: 'Simpan' }).click()
    await page.getByText('Perubahan tersimpan.').waitFor()
    const on = (date: string) => stage.call<ActorDetail>('GET', `/actors/${actor.id}?on=${date}`)
    expect((await on('2026-08-31')).sectorId).toBe('kuliner')
    expect((await on('2026-09-01')).sectorId).toBe('kriya')
    await page.context().close()
  })

  it('is registered, with its errors in place and a likely duplicate shown', async () => {
    const { rows } = await stage.call<ActorPage>('GET', '/businesses?pageSize=1')
    const [known] = rows
    if (!known) throw new Error('No business.')
    const page = await stage.open('/pelaku')
    await page.getByRole('button', { name: 'Daftarkan pelaku' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('button', { name: 'Daftarkan' }).click()
    await dialog.getByText('Tulis namanya.').waitFor()
    await dialog.getByLabel('Nama', { exact: true }).fill(known.name)
    await dialog.getByRole('button', { name: 'Daftarkan' }).click()
    await dialog.getByText('Pelaku bernama mirip sudah ada di daftar.').waitFor()
    await dialog.getByRole('button', { name: 'Bukan, ini pelaku lain' }).click()
    await page.getByRole('heading', { level: 1, name: known.name }).waitFor()
    await page.context().close()
  })
})

describe('history and settings', () => {
  it('undoes a change, and says what stands in the way of another', async () => {
    const { id } = nextActive()
    const { revision } = await read(id)
    const pause = { mode: 'from', from: '2026-09-29', changes: { status: 'paused' } }
    const paused = await stage.call<{ revision: number }>('PATCH', `/partnerships/${id}`, pause, {
      'if-match': `"${revision}"`,
    })
    const resume = { mode: 'from', from: '2026-09-30', changes: { status: 'active' } }
    const resumed = await stage.call<{ revision: number }>('PATCH', `/partnerships/${id}`, resume, {
      'if-match': `"${paused.revision}"`,
    })
    const page = await stage.open(`/riwayat?entity=partnership&id=${id}`)
    await page.getByRole('button', { name: `Urungkan revisi ${paused.revision}` }).click()
    await page
      .getByText(`catatan yang sama diubah lagi oleh revisi ${resumed.revision}`, { exact: false })
      .waitFor()
    await page.getByRole('button', { name: `Urungkan revisi ${resumed.revision}` }).click()
    await page.getByText(`Revisi ${resumed.revision} diurungkan.`).waitFor()
    expect((await read(id)).standing).toBe('paused')
    await page.context().close()
  })

  it('sets the target with a decimal comma', async () => {
    const page = await stage.open('/pengaturan')
    await page.getByLabel('Nilai indeks').fill('200')
    await page.getByRole('button', { name: 'Simpan target' }).click()
    await page.getByText('Nilai antara 0 dan 100.').waitFor()
    await page.getByLabel('Nilai indeks').fill('61,5')
    await page.getByLabel('Dicapai pada').fill('2027-12-31')
    await page.getByRole('button', { name: 'Simpan target' }).click()
    await page.getByText('Target 61,5 pada 31 Desember 2027.', { exact: false }).waitFor()
    const { target } = await stage.call<Reference>('GET', '/reference')
    expect(target).toEqual({ value: 61.5, by: '2027-12-31' })
    await page.context().close()
  })
})

describe('every staff page', () => {
  it.each([
    ['light', undefined],
    ['dark', PHONE],
  ] as const)(
    'satisfies axe in the %s theme and fits its window',
    async (theme, size) => {
      const { rows } = await stage.call<ActorPage>('GET', '/actors?sort=partners&order=desc&pageSize=1')
      const actor = rows[0]?.id ?? ''
      const paths = [
        '/kerja-sama/baru',
        '/kerja-sama',
        `/kerja-sama/${nextActive().id}`,
        '/pelaku',
        `/pelaku/${actor}`,
        '/riwayat',
        '/pengaturan',
      ]
      const page = await stage.open(paths[0] ?? '/', {
        theme,
        locale: theme === 'dark' ? 'en' : 'id',
        ...(size ? { size } : {}),
      })
      for (const path of paths) {
        await page.goto(`${stage.url}${path}`, { waitUntil: 'domcontentloaded' })
        await page.locator('main [aria-busy="true"]').waitFor({ state: 'detached' })
        await page.locator('h1').first().waitFor()
        expect(await axeFindings(page), path).toEqual([])
        const overflow = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        )
        expect(overflow, `${path} scrolls sideways`).toBe(0)
      }
      await page.context().close()
    },
    240_000,
  )

  it('leaves no complaint on any console', () => {
    expect(stage.faults).toEqual([])
  })
})
