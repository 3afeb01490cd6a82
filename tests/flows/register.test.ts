import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ActorDetail, ActorPage } from '#shared/contract/actors.ts'
import type { PartnershipDetail, PartnershipPage, PartnershipRow } from '#shared/contract/partnerships.ts'
import type { Reference } from '#shared/contract/reference.ts'
import { savedFile } from './saved-file.ts'
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
    await stage.giveBack(page)
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
    await stage.giveBack(page)
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
    await stage.giveBack(page)
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
    const text = (await savedFile(await download)).toString()
    expect(text.trim().split('\r\n')).toHaveLength(total + 1)

    await page.reload()
    await page.getByRole('heading', { name: `${total} catatan kerja sama pada saringan ini` }).waitFor()
    await page.getByRole('button', { name: 'Longgarkan saringan' }).click()
    await page.waitForURL('**/kerja-sama')
    await stage.giveBack(page)
  })

  it('says in one sentence that nothing is there, and how to go on', async () => {
    const page = await stage.open('/kerja-sama?q=tidakadayangbernamabegini', { locale: 'en' })
    await page.getByText('No partnership with these filters yet.').waitFor()
    await page.getByRole('button', { name: 'Loosen filters' }).last().click()
    await page.waitForURL('**/kerja-sama')
    await stage.giveBack(page)
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
    await stage.giveBack(page)
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
    await stage.giveBack(page)
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
    await stage.giveBack(page)
  })
})

describe('the register as a table', () => {
  it('is edited with the keyboard alone, and asks where somebody was faster', async () => {
    const { rows } = await stage.call<ActorPage>('GET', '/actors?sector=kriya&pageSize=50')
    const [one, other] = rows.filter(({ sizeClass }) => sizeClass === 'micro')
    if (!one || !other) throw new Error('Fewer than two crafts businesses.')
    const page = await stage.open('/pelaku?sector=kriya&columns=sector,size')
    const sizeOf = async (id: string) => (await stage.call<ActorDetail>('GET', `/actors/${id}`)).sizeClass
    const row = page.getByRole('row').filter({ hasText: one.name })
    const size = row.getByRole('button', { name: `Ukuran, ${one.name}` })
    await row.getByRole('link', { name: one.name }).focus()
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('ArrowRight')
    expect(await size.evaluate((cell) => cell === document.activeElement)).toBe(true)
    await page.keyboard.press('F2')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Escape')
    expect(await size.evaluate((cell) => cell === document.activeElement)).toBe(true)
    await page.keyboard.press('Enter')
    await page.keyboard.press('ArrowDown')
    expect(await axeFindings(page)).toEqual([])
    await page.keyboard.press('Enter')
    await page.getByText(`Ukuran ${one.name} diperbaiki: mikro → kecil.`).waitFor()
    expect(await sizeOf(one.id)).toBe('small')
    await page.getByRole('button', { name: 'Urungkan' }).click()
    await page.getByText('Diurungkan. Catatan kembali seperti semula.').waitFor()
    expect(await sizeOf(one.id)).toBe('micro')

    // the cell is open when somebody else changes the same value
    await page.getByRole('button', { name: `Ukuran, ${other.name}` }).focus()
    await page.keyboard.press('Enter')
    const { revision } = await stage.call<ActorDetail>('GET', `/actors/${other.id}`)
    const theirs = { mode: 'correct', changes: { sizeClass: 'medium' } }
    await stage.call('PATCH', `/actors/${other.id}`, theirs, { 'if-match': `"${revision}"` })
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await page.getByText('Diubah orang lain sejak Anda membukanya.').waitFor()
    await page.getByRole('button', { name: 'Versi terbaru: menengah' }).waitFor()
    await page.getByRole('button', { name: 'Versi saya: kecil' }).click()
    await page.getByText(`Ukuran ${other.name} diperbaiki`, { exact: false }).waitFor()
    expect(await sizeOf(other.id)).toBe('small')

    // without a signal it waits in its cell, and is sent by itself
    await page.context().setOffline(true)
    await size.focus()
    await page.keyboard.press('Enter')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await size.getByText('menunggu sinyal').waitFor()
    expect(await sizeOf(one.id)).toBe('micro')
    await page.context().setOffline(false)
    await expect.poll(() => sizeOf(one.id), { timeout: 15_000 }).toBe('small')
    await size.getByText('menunggu sinyal').waitFor({ state: 'detached' })
    await stage.giveBack(page)
  })

  it('changes many at once after counting them, and takes one of them back', async () => {
    const page = await stage.open('/pelaku?sector=batik')
    const { rows } = await stage.call<ActorPage>('GET', '/actors?sector=batik&pageSize=50')
    const [first, second] = rows
    if (!first || !second) throw new Error('Fewer than two batik businesses.')
    for (const { name } of [first, second])
      await page.getByRole('checkbox', { name: `Pilih ${name}` }).check()
    await page.getByRole('button', { name: 'Atur ukuran' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('Nilai baru').selectOption({ label: 'besar' })
    await dialog.getByText('2 akan berubah').waitFor()
    await dialog.getByLabel('Keterangan').fill('Didata ulang bersama')
    expect(await axeFindings(page)).toEqual([])
    await dialog.getByRole('button', { name: 'Terapkan pada 2 catatan' }).click()
    await page.getByText('2 catatan diubah sekaligus.').waitFor()
    await page.getByRole('link', { name: 'Lihat di riwayat' }).click()
    await page.getByText('Didata ulang bersama', { exact: false }).waitFor()
    await page.getByRole('button', { name: `Urungkan yang ini saja: ${first.name}` }).click()
    await page.getByText('Perubahan pada satu catatan diurungkan.').waitFor()
    await page.getByText('Sebagian sudah diurungkan; sisanya 1 catatan.').waitFor()
    const sizeOf = async ({ id }: { id: string }) =>
      (await stage.call<ActorDetail>('GET', `/actors/${id}`)).sizeClass
    expect([await sizeOf(first), await sizeOf(second)]).toEqual([first.sizeClass, 'large'])
    await page.getByRole('button', { name: 'Urungkan sisanya' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Urungkan semuanya' }).click()
    await page.getByText('diurungkan oleh revisi', { exact: false }).waitFor()
    expect(await sizeOf(second)).toBe(second.sizeClass)
    await stage.giveBack(page)
  })

  it('is picked from with the thumb, all that match too, and ends partnerships from their row', async () => {
    const page = await stage.open('/kerja-sama?kind=co_branding', { size: PHONE, touch: true })
    await page.getByRole('button', { name: 'Pilih beberapa' }).tap()
    await page.getByRole('checkbox').first().tap()
    await page.getByRole('button', { name: 'Pilih semua', exact: false }).tap()
    await page.getByRole('button', { name: 'Pastikan masih berjalan' }).tap()
    const dialog = page.getByRole('dialog')
    await dialog.getByText('akan berubah', { exact: false }).waitFor()
    expect(await axeFindings(page)).toEqual([])
    await dialog.getByRole('button', { name: 'Terapkan pada', exact: false }).tap()
    await page.getByText('diubah sekaligus.', { exact: false }).waitFor()
    await page.getByRole('button', { name: 'Urungkan' }).tap()
    await page.getByText('Diurungkan. Catatan kembali seperti semula.').waitFor()
    await stage.giveBack(page)

    const { id, parties } = nextActive()
    const wide = await stage.open(`/kerja-sama?q=${encodeURIComponent(parties[0]!.name)}&standing=active`)
    const link = wide.locator(`a[href="/kerja-sama/${id}"]`)
    await wide
      .getByRole('row')
      .filter({ has: link })
      .getByRole('button', { name: 'Tindakan untuk', exact: false })
      .click()
    await wide.getByRole('button', { name: 'Jeda', exact: true }).click()
    await wide.getByRole('dialog').getByLabel('Keterangan').fill('Musim hujan')
    await wide.getByRole('dialog').getByRole('button', { name: 'Jeda kerja sama' }).click()
    await wide.getByRole('status').filter({ hasText: 'Urungkan' }).waitFor()
    expect((await read(id)).standing).toBe('paused')
    await stage.giveBack(wide)
  })

  it('shows the sector that a KBLI code proposes, and takes it in one tap', async () => {
    const made = await stage.call<ActorDetail>('POST', '/actors', {
      name: 'Studio Contoh Tanpa Sektor',
      role: 'business',
      kbli: { code: '74201', version: '2020' },
    })
    const page = await stage.open('/pelaku?sector=none&role=business')
    await page.getByText('Saran dari KBLI 74201: Fotografi').waitFor()
    await page.getByRole('button', { name: `Terima Fotografi untuk ${made.name}` }).click()
    await page.getByText(`${made.name} masuk sektor Fotografi.`).waitFor()
    expect((await stage.call<ActorDetail>('GET', `/actors/${made.id}`)).sectorId).toBe('fotografi')
    await stage.giveBack(page)
  })
})

describe('two records of one actor', () => {
  it('become one, the old address leads there, and that is taken back', async () => {
    const { rows } = await stage.call<ActorPage>('GET', '/businesses?sort=partners&order=desc&pageSize=2')
    const [kept, absorbed] = rows
    if (!kept || !absorbed) throw new Error('Fewer than two businesses.')
    const page = await stage.open(`/pelaku/${kept.id}/gabung?dengan=${absorbed.id}`)
    await page.getByRole('heading', { level: 1, name: `Gabungkan ke ${kept.name}` }).waitFor()
    await page
      .getByRole('group', { name: 'Nama' })
      .getByRole('radio', { name: 'Dari yang tetap ada', exact: false })
      .check()
    expect(await axeFindings(page)).toEqual([])
    await page.getByLabel('Keterangan').fill('Tercatat dua kali')
    await page.getByRole('button', { name: 'Gabungkan', exact: true }).click()
    await page.getByText(`${absorbed.name} digabung.`, { exact: false }).waitFor()
    await page.getByRole('heading', { level: 1, name: `${absorbed.name} sudah digabung ke ` }).waitFor()
    const merged = await stage.call<ActorDetail>('GET', `/actors/${kept.id}`)
    expect(merged.record.aliases).toContain(absorbed.name)

    const old = await stage.open(`/pelaku/${absorbed.id}`, { size: PHONE })
    await old.waitForURL(`**/pelaku/${kept.id}?dari=*`)
    await old.getByText('Catatan yang Anda buka telah digabung ke pelaku ini.').waitFor()
    expect(await axeFindings(old)).toEqual([])
    await stage.giveBack(old)

    await page.getByRole('button', { name: 'Urungkan' }).click()
    await page.getByText('Diurungkan. Catatan kembali seperti semula.').waitFor()
    expect((await stage.call<ActorDetail>('GET', `/actors/${absorbed.id}`)).record.name).toBe(absorbed.name)
    await stage.giveBack(page)
  })
})

describe('history and settings', () => {
  it('undoes a change, and says before it is pressed what stands in the way of another', async () => {
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
    await page.getByText('Tidak dapat diurungkan:', { exact: false }).first().waitFor()
    await page.getByRole('heading', { level: 1, name: /^Riwayat .+ dan / }).waitFor()
    await page
      .getByRole('link', { name: `revisi ${resumed.revision}, Melanjutkan kerja sama`, exact: false })
      .first()
      .waitFor()
    expect(await page.getByRole('button', { name: `Urungkan revisi ${paused.revision}` }).count()).toBe(0)
    await page.getByRole('button', { name: `Urungkan revisi ${resumed.revision}` }).click()
    await page.getByText(`Revisi ${resumed.revision} diurungkan.`).waitFor()
    await page.getByRole('button', { name: `Urungkan revisi ${paused.revision}` }).waitFor()
    expect((await read(id)).standing).toBe('paused')
    await stage.giveBack(page)
  })

  it('retires a kind: what has it keeps it, nothing new is offered it', async () => {
    const page = await stage.open('/pengaturan')
    await page.getByRole('button', { name: 'Berhenti pakai Jenama bersama' }).click()
    const asked = page.getByRole('dialog', { name: 'Berhenti pakai Jenama bersama' })
    await asked.getByRole('button', { name: 'Berhenti pakai', exact: true }).click()
    await asked.getByText('Tuliskan alasannya', { exact: false }).waitFor()
    await asked.getByLabel('Mengapa tidak dipakai lagi?').fill('sudah termasuk produksi bersama')
    await asked.getByRole('button', { name: 'Berhenti pakai', exact: true }).click()
    await page.getByText('Jenama bersama tidak dipakai lagi.').waitFor()
    await page.goto(`${stage.url}/kerja-sama?kind=co_branding`)
    await page.getByText('(tidak dipakai lagi)').first().waitFor()
    await page.goto(`${stage.url}/kerja-sama/baru`)
    await page.getByRole('radio', { name: 'Produksi bersama' }).waitFor({ state: 'attached' })
    expect(await page.getByRole('radio', { name: 'Jenama bersama' }).count()).toBe(0)
    await page.goto(`${stage.url}/pengaturan`)
    await page.getByRole('button', { name: 'Pakai lagi Jenama bersama' }).click()
    await page
      .getByRole('button', { name: 'Pakai lagi', exact: true })
      .and(page.locator('[type=submit]'))
      .click()
    await page.getByText('Jenama bersama dipakai lagi.').waitFor()
    await stage.giveBack(page)
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
    await stage.giveBack(page)
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
        '/kerja-sama',
        `/kerja-sama/${nextActive().id}`,
        '/pelaku',
        `/pelaku/${actor}`,
        `/pelaku/${actor}/gabung`,
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
      await stage.giveBack(page)
    },
    240_000,
  )

  it('leaves no complaint on any console', () => {
    expect(stage.faults).toEqual([])
  })
})
