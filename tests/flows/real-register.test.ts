import { execFile } from 'node:child_process'
import { resolve } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Overview } from '#shared/contract/insights.ts'
import { axeFindings, DESKTOP, openStage, PHONE, type Stage } from './stage.ts'
import { openTwoBuilds, type TwoBuilds } from './two-builds.ts'

const COMMAND = resolve(import.meta.dirname, '../../server/start/jejaring.mjs')
const RINA = { email: 'rina@uji.example', password: 'perahu layar biru' }

/** As somebody types it in a terminal. */
function command(args: string[], typed = ''): Promise<void> {
  return new Promise((done, failed) => {
    const running = execFile(process.execPath, [COMMAND, ...args], (error, _, said) =>
      error ? failed(new Error(said)) : done(),
    )
    running.stdin?.end(typed)
  })
}

/** A register of people who are taken for real, begun from nothing as a city begins it. */
async function beginRegister(database: string) {
  await command(['init', '--city', 'Kota Uji', '--database', database])
  const person = ['--email', RINA.email, '--name', 'Rina Uji', '--role', 'staff']
  await command(['user', 'add', ...person, '--password-stdin', '--database', database], `${RINA.password}\n`)
}

let stage: Stage
let builds: TwoBuilds
beforeAll(async () => {
  stage = await openStage(beginRegister, RINA)
  builds = await openTwoBuilds(stage.url)
}, 60_000)
afterAll(async () => {
  await builds.close()
  await stage.close()
})

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name })

/** Names somebody new, who is registered with the entry. */
async function nameNew(page: Page, name: string, sector: string) {
  await page.locator('#pihak').fill(name)
  await page.getByRole('option', { name: `Daftarkan “${name}” sebagai pelaku baru` }).click()
  await page.getByLabel('Sektor').last().selectOption({ label: sector })
  await button(page, `Hapus ${name}`).waitFor()
}

it('signs in, logs a partnership and signs out, and the public reads nothing of the two', async () => {
  const page = await stage.open('/kerja-sama/baru', { size: PHONE, as: 'public' })
  await page.locator('main').getByRole('link', { name: 'Masuk' }).click()
  await page.getByLabel('E-mail').fill(RINA.email)
  await page.locator('input[type=password]').fill('bukan sandinya')
  await page.keyboard.press('Enter')
  await page.getByRole('alert').first().waitFor()
  expect(await button(page, /Masuk sebagai/).count()).toBe(0)
  await page.locator('input[type=password]').fill(RINA.password)
  await page.keyboard.press('Enter')
  await page.waitForURL('**/kerja-sama/baru')
  await nameNew(page, 'Kopi Kenanga', 'Kuliner')
  await nameNew(page, 'Batik Melati', 'Batik')
  await page.getByRole('radio', { name: 'Promosi bersama' }).check()
  await button(page, 'Simpan').click()
  const receipt = page.getByRole('dialog', { name: 'Dampak pencatatan' })
  await receipt.getByRole('heading').first().waitFor()
  // two businesses are no city: the figure stands there, and nobody boasts of it
  await receipt.getByText('Jaringan masih terlalu kecil untuk disimpulkan.').waitFor()
  expect(await axeFindings(page)).toEqual([])
  await receipt.getByRole('button', { name: 'Tutup' }).or(button(page, 'Catat lagi')).first().click()

  await page.goto(`${stage.url}/akun`)
  await button(page, 'Keluar').first().click()
  await page.waitForURL(`${stage.url}/`)
  await page.getByText('Belum ada yang dapat ditampilkan').waitFor()
  expect(await page.textContent('body')).not.toMatch(/Kopi Kenanga|Batik Melati/)
  // the bar leads to what the public can use
  const places = page.getByRole('navigation', { name: 'Utama' }).getByRole('link')
  await expect.poll(() => places.allTextContents()).toEqual(['Ringkasan', 'Pelaku'])
  for (const path of ['/pelaku', '/kerja-sama', '/riwayat']) {
    await page.goto(`${stage.url}${path}`)
    await page.locator('h1').first().waitFor()
    expect(await page.textContent('body')).not.toMatch(/Kopi Kenanga|Batik Melati|Rina/)
  }
  const open = (await (await fetch(`${stage.url}/api/insights/overview`)).json()) as Overview
  expect(open).toMatchObject({ n: 0, smallCells: { withheld: true } })
  expect((await stage.call<Overview>('GET', '/insights/overview')).n).toBe(2)
  expect(stage.faults).toEqual([])
})

/** The page's worker has taken it over, with all of the build kept. */
const kept = (page: Page) =>
  page.evaluate(async () => {
    await navigator.serviceWorker.ready
    while (navigator.serviceWorker.controller?.state !== 'activated')
      await new Promise((done) => setTimeout(done, 50))
  })

it('goes on with the build that a page began with, and offers the next one', async () => {
  // a device that was at no other site: a worker that is left while it installs holds up the look for another build
  const staff = await stage.open('/')
  const context = await staff
    .context()
    .browser()!
    .newContext({ viewport: DESKTOP, storageState: await staff.context().storageState() })
  const old = await context.newPage()
  old.setDefaultTimeout(30_000)
  await old.goto(`${builds.url}/`, { waitUntil: 'domcontentloaded' })
  await kept(old)
  await old.reload({ waitUntil: 'domcontentloaded' })
  await old.locator('h1').first().waitFor({ state: 'attached' })
  builds.deploy()
  const fresh = await context.newPage()
  await fresh.goto(`${builds.url}/`, { waitUntil: 'domcontentloaded' })
  await fresh.locator('meta[name=build]').waitFor({ state: 'attached' })
  // the new worker takes over; what the open page has not fetched yet is at no server any more
  const offer = old.getByRole('region', { name: 'Versi baru' })
  await old.bringToFront()
  await offer.waitFor()
  expect(await old.locator('meta[name=build]').count()).toBe(0)
  await old.getByRole('link', { name: 'Riset' }).first().click()
  await old.waitForURL('**/riset')
  await old.locator('h1').first().waitFor()
  expect(await old.locator('meta[name=build]').count()).toBe(0)
  await offer.getByRole('button', { name: 'Muat ulang' }).click()
  await old.locator('meta[name=build]').waitFor({ state: 'attached' })
  await old.locator('h1').first().waitFor()
  expect(await old.getByRole('region', { name: 'Versi baru' }).count()).toBe(0)
  await context.close()
})
