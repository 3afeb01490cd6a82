import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { axeFindings, DESKTOP, openStage, PHONE, type Stage } from './stage.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
})
afterAll(() => stage?.close())

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name })
const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { name }).first().waitFor()
/** Read in the bar, on the phone in the menu at the thumb. */
async function whoIsSignedIn(page: Page, ...words: string[]) {
  if ((page.viewportSize()?.width ?? 0) >= 768) {
    for (const word of words) await page.locator('.account-button', { hasText: word }).waitFor()
    return
  }
  await button(page, 'Lainnya').click()
  for (const word of words) await page.locator('[popover]:popover-open', { hasText: word }).waitFor()
  await page.keyboard.press('Escape')
}

/** Presses Tab until the focus is on what the page calls by this name. */
async function tabTo(page: Page, selector: string) {
  for (let presses = 0; presses < 40; presses++) {
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`The keyboard does not reach ${selector}.`)
}

it('leads a visitor through the sign-in to what he came for', async () => {
  const page = await stage.open('/kerja-sama/baru', { size: PHONE, as: 'public' })
  await heading(page, 'Masuk dulu untuk mencatat kerja sama')
  expect(await axeFindings(page)).toEqual([])
  await page.locator('main').getByRole('link', { name: 'Masuk' }).click()
  await heading(page, 'Coba dengan data contoh')
  expect(await axeFindings(page)).toEqual([])
  await button(page, /Masuk sebagai petugas/).click()
  await page.waitForURL('**/kerja-sama/baru')
  await heading(page, /Catat/)
  await page.goto(`${stage.url}/pelaku`)
  await whoIsSignedIn(page, 'Petugas contoh', 'petugas')
})

it('offers nobody what their role may not do', async () => {
  const reviewer = await stage.open('/pelaku', { as: 'reviewer' })
  await whoIsSignedIn(reviewer, 'peninjau')
  await reviewer.locator('tbody tr').first().waitFor()
  expect(await button(reviewer, 'Tambah pelaku').count()).toBe(0)
  expect(await reviewer.getByRole('link', { name: 'Catat', exact: true }).count()).toBe(0)
  await reviewer.goto(`${stage.url}/kerja-sama/baru`)
  await heading(reviewer, 'Peran Anda tidak dapat mencatat kerja sama')
  await reviewer.goto(`${stage.url}/pelaku?add=true`)
  await heading(reviewer, 'Peran Anda tidak dapat mendaftarkan atau mengubah pelaku')
  expect(await reviewer.getByRole('dialog').count()).toBe(0)
  await reviewer.goto(`${stage.url}/admin`)
  await heading(reviewer, 'Peran Anda tidak dapat mengatur orang')
})

it('keeps what was typed when the session ends, and goes on after signing in again', async () => {
  const page = await stage.open('/pelaku?add=true', { as: 'admin' })
  const name = page.locator('dialog[open] input').first()
  await name.fill('Kopi Contoh Sesi')
  await page.context().request.post(`${stage.url}/api/account/sign-out-everywhere`, { data: {} })
  await page.locator('dialog[open] button[type="submit"]').click()
  const again = page.getByRole('dialog', { name: 'Sesi Anda sudah berakhir' })
  await again.waitFor()
  await again.getByRole('button', { name: /Masuk sebagai admin/ }).click()
  await again.waitFor({ state: 'hidden' })
  expect(await name.inputValue()).toBe('Kopi Contoh Sesi')
  await page.locator('dialog[open] button[type="submit"]').click()
  await page.waitForURL('**/pelaku/*')
  await heading(page, 'Kopi Contoh Sesi')
})

const PASSWORD = 'perahu layar biru'

it('lets an admin bring somebody in on the first day, and that person work at once', async () => {
  const admin = await stage.open('/admin', { as: 'admin' })
  await heading(admin, 'Orang dan peran')
  await button(admin, 'Tambah orang').click()
  await admin.getByLabel('Nama').fill('Dewi Uji')
  await admin.getByLabel('E-mail').fill('dewi@uji.example')
  await admin.locator('dialog[open] button[type="submit"]').click()
  const link = await admin.getByLabel('Tautan sekali pakai').inputValue()
  expect(link).toMatch(/^http.*\/sandi-baru#[\w-]{43}$/)
  expect(await axeFindings(admin)).toEqual([])
  await button(admin, 'Selesai').click()
  await admin.getByRole('row', { name: /Dewi Uji.*petugas.*belum membuat kata sandi/ }).waitFor()

  // her phone, by keyboard alone
  const dewi = await stage.open(new URL(link).pathname + new URL(link).hash, { size: PHONE, as: 'public' })
  await dewi.getByText('Untuk Dewi Uji, dewi@uji.example.').waitFor()
  expect(await axeFindings(dewi)).toEqual([])
  await tabTo(dewi, 'input[name="password"]')
  await dewi.keyboard.type('pendek')
  await dewi.keyboard.press('Enter')
  await dewi.getByText('Paling sedikit 10 huruf; sekarang baru 6.').waitFor()
  await dewi.keyboard.press('Control+A')
  await dewi.keyboard.type(PASSWORD)
  await dewi.keyboard.press('Enter')
  await whoIsSignedIn(dewi, 'Dewi Uji', 'petugas')
  await dewi.goto(`${stage.url}/akun`)
  await heading(dewi, 'Ganti kata sandi')
  expect(await axeFindings(dewi)).toEqual([])
  await button(dewi, 'Keluar dari perangkat ini').click()
  await dewi.waitForURL(`${stage.url}/`)
  await whoIsSignedIn(dewi, 'Masuk')

  await dewi.goto(`${stage.url}/masuk?ke=/kerja-sama/baru`)
  // somebody real has an account now: no way in without a password any more
  await heading(dewi, 'Masuk')
  expect(await button(dewi, /Masuk sebagai/).count()).toBe(0)
  await tabTo(dewi, 'input[name="email"]')
  await dewi.keyboard.type('dewi@uji.example')
  await dewi.keyboard.press('Tab')
  await dewi.keyboard.type('bukan ini sandinya')
  await dewi.keyboard.press('Enter')
  await dewi.getByText('E-mail dan kata sandi ini tidak cocok').waitFor()
  await dewi.keyboard.type(PASSWORD)
  await dewi.keyboard.press('Enter')
  await dewi.waitForURL('**/kerja-sama/baru')
  await heading(dewi, /Catat/)

  await manage(admin, dewi)
})

/** Takes the role away, then the sessions: each counts at once. */
async function manage(admin: Page, dewi: Page) {
  await admin.setViewportSize(DESKTOP)
  await button(admin, 'Ubah Dewi Uji').click()
  await admin.getByRole('radio', { name: /peninjau/ }).check()
  await admin.locator('dialog[open] button[type="submit"]').click()
  await admin.getByText('Peran Dewi Uji: petugas menjadi peninjau').waitFor()
  await dewi.reload()
  await heading(dewi, 'Peran Anda tidak dapat mencatat kerja sama')

  await button(admin, 'Ubah Dewi Uji').click()
  await button(admin, 'Keluarkan dari semua perangkat').click()
  await admin.getByText('Dewi Uji keluar dari semua perangkat').waitFor()
  expect(await axeFindings(admin)).toEqual([])
  await dewi.reload()
  await whoIsSignedIn(dewi, 'Masuk')
  expect(stage.faults).toEqual([])
}
