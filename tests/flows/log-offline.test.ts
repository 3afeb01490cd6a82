import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type BrowserContext, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { ActorPage, ActorRow } from '#shared/contract/actors.ts'
import type { Changeset, ChangesetPage } from '#shared/contract/changesets.ts'
import type {
  LoggedPartnership,
  PartnershipDetail,
  PartnershipPage,
  PartnershipRow,
} from '#shared/contract/partnerships.ts'
import type { AccountRole } from '#shared/contract/rights.ts'
import { CHROMIUM_ARGS, findChromium } from './chromium.ts'
import { type CutNetwork, openCutNetwork } from './cut-network.ts'
import { axeFindings, demoCookie, openStage, PHONE, type Stage } from './stage.ts'
import { strangersAmong } from './strangers.ts'

/**
 * One phone in the field for the whole file: a browser with a profile that outlives it, on a line that is cut at every step. Each
 * time exactly one record is there in the end.
 */
let stage: Stage
let line: CutNetwork
let profile: string
let phone: BrowserContext
let strangers: () => Promise<[ActorRow, ActorRow]>

beforeAll(async () => {
  stage = await openStage()
  line = await openCutNetwork(stage.url)
  profile = await mkdtemp(join(tmpdir(), 'jejaring-phone-'))
  const { rows } = await stage.call<ActorPage>('GET', '/businesses?pageSize=500')
  strangers = strangersAmong(stage, rows)
  await switchOn()
  await signIn()
  const page = await open('/kerja-sama/baru')
  // The phone has opened the form once; from here on it opens without a signal.
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready
    while (!(await caches.match('/api/actor-names'))) await new Promise((done) => setTimeout(done, 50))
  })
  await page.close()
}, 120_000)
afterAll(async () => {
  await phone.close()
  await line.close()
  await stage.close()
  await rm(profile, { recursive: true, force: true })
})

async function switchOn() {
  phone = await chromium.launchPersistentContext(profile, {
    executablePath: findChromium(),
    args: CHROMIUM_ARGS,
    viewport: PHONE,
    hasTouch: true,
    isMobile: true,
    reducedMotion: 'reduce',
    serviceWorkers: 'allow',
  })
  phone.setDefaultTimeout(30_000)
}

async function signIn(role: AccountRole = 'staff') {
  const cookie = await demoCookie(stage.url, role)
  const [name = '', value = ''] = cookie?.split('=', 2) ?? []
  // As the server sets it: it outlives the browser.
  const expires = Math.floor(Date.now() / 1000) + 14 * 24 * 60 * 60
  await phone.addCookies([{ name, value, url: line.url, httpOnly: true, sameSite: 'Lax', expires }])
}

const PHOTO =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='

interface KeptPhoto {
  key: string
  type: string
  bytes: number[]
}

/** Takes the photo that waits off the phone, as a browser does that needs the room; or puts it back. */
const takePhoto = (page: Page, back?: KeptPhoto): Promise<KeptPhoto> =>
  page.evaluate(async (putBack) => {
    const result = <T>(asked: IDBRequest<T>) =>
      new Promise<T>((done, fail) => {
        asked.onsuccess = () => done(asked.result)
        asked.onerror = () => fail(asked.error)
      })
    const database = await result(indexedDB.open('jejaring'))
    const files = database.transaction('files', 'readwrite').objectStore('files')
    if (putBack) {
      const { key, type, bytes } = putBack
      await result(files.put({ type, bytes: Uint8Array.from(bytes).buffer }, key))
      return putBack
    }
    const [key] = await result(files.getAllKeys())
    const kept: { type: string; bytes: ArrayBuffer } = await result(files.get(key!))
    await result(files.delete(key!))
    return { key: String(key), type: kept.type, bytes: [...new Uint8Array(kept.bytes)] }
  }, back)

const form = (page: Page) => page.getByRole('button', { name: 'Simpan', exact: true })
const queued = (page: Page) => page.getByRole('dialog', { name: 'Isian yang menunggu' })
const strip = (page: Page) => page.getByRole('region', { name: 'Isian yang menunggu' })
const sent = (page: Page) => strip(page).getByText('isian sudah terkirim', { exact: false })

async function open(path: string): Promise<Page> {
  const page = await phone.newPage()
  await page.goto(`${line.url}${path}`, { waitUntil: 'domcontentloaded' })
  await page.locator('h1').first().waitFor({ state: 'attached' })
  return page
}

/** The form with both named and the kind chosen, as from the page of one of them. */
async function begin([a, b]: readonly [ActorRow, ActorRow], kind = 'Promosi bersama'): Promise<Page> {
  const page = await open(`/kerja-sama/baru?actor=${a.id}&with=${b.id}`)
  await page.getByRole('button', { name: `Hapus ${b.name}` }).waitFor()
  await page.getByRole('radio', { name: kind }).check()
  return page
}

async function save(page: Page) {
  await form(page).tap()
  await queued(page).getByRole('button', { name: 'Catat lagi' }).tap()
}

/** What is on record between the two. */
async function between([a, b]: readonly [ActorRow, ActorRow]): Promise<PartnershipRow[]> {
  const { rows } = await stage.call<PartnershipPage>('GET', `/partnerships?actor=${a.id}&pageSize=500`)
  return rows.filter(({ parties }) => parties.some(({ actorId }) => actorId === b.id))
}
const recordOf = async (pair: readonly [ActorRow, ActorRow]) => (await between(pair))[0]
const recordsOf = async (pair: readonly [ActorRow, ActorRow]) => (await between(pair)).length

/** The signal is back and the phone has noticed, as a phone does; that it also tries by itself has a flow of its own. */
async function signalReturns(page: Page) {
  line.set('open')
  await page.evaluate(() => dispatchEvent(new Event('online')))
}

/** Sees to it that it went out, that it is there once, and clears the strip. */
async function arrives(page: Page, pair: readonly [ActorRow, ActorRow]) {
  await signalReturns(page)
  await sent(page).waitFor()
  expect(await recordsOf(pair)).toBe(1)
  await strip(page).getByRole('button', { name: 'Lihat' }).tap()
  await strip(page).getByRole('button', { name: 'Tutup', exact: true }).first().tap()
  await strip(page).waitFor({ state: 'detached' })
}

const log = (pair: readonly ActorRow[], more: object = {}) =>
  stage.call<LoggedPartnership>('POST', '/partnerships', {
    parties: pair.map(({ id }) => ({ actorId: id })),
    kind: 'joint_promotion',
    startedOn: '2026-09-01',
    ...more,
  })

beforeEach(() => line.set('open'))

describe('an entry without a signal', () => {
  it('is begun, typed, saved and kept over a restart of the phone, and sent once', async () => {
    const pair = await strangers()
    line.set('cut')
    const page = await open('/')
    await page.goto(`${line.url}/kerja-sama/baru`, { waitUntil: 'domcontentloaded' })
    await form(page).waitFor()
    await page.locator('#pihak').fill(pair[0].name)
    await page.getByText('Tanpa sinyal: dicari dalam daftar di perangkat ini.').waitFor()
    await page.getByRole('option', { name: pair[0].name }).first().tap()
    await page.reload({ waitUntil: 'domcontentloaded' })
    await page.getByRole('button', { name: `Hapus ${pair[0].name}` }).waitFor()
    await page.locator('#pihak').fill(pair[1].name)
    await page.getByRole('option', { name: pair[1].name }).first().tap()
    await page.getByRole('radio', { name: 'Promosi bersama' }).check()
    await page
      .locator('input[type=file]')
      .setInputFiles({ name: 'nota.png', mimeType: 'image/png', buffer: Buffer.from(PHOTO, 'base64') })
    await page.getByRole('button', { name: 'Hapus nota.png' }).waitFor()
    await form(page).tap()
    await queued(page).waitFor()
    expect(await queued(page).getByText('1 berkas', { exact: false }).isVisible()).toBe(true)
    expect(await axeFindings(page)).toEqual([])
    expect(await recordsOf(pair)).toBe(0)

    await phone.close()
    await switchOn()
    const later = await open('/kerja-sama')
    await strip(later).getByText('1 isian menunggu sinyal').waitFor()
    await strip(later).getByRole('button', { name: 'Lihat' }).tap()
    await strip(later).getByText(pair[0].name, { exact: false }).waitFor()
    expect(await axeFindings(later)).toEqual([])
    await strip(later).getByRole('button', { name: 'Tutup daftar' }).tap()
    await arrives(later, pair)
    const record = await recordOf(pair)
    const files = await stage.call<{ rows: { name: string }[] }>(
      'GET',
      `/partnerships/${record?.id}/evidence`,
    )
    expect(files.rows).toMatchObject([{ name: 'nota.png' }])
    await later.close()
  })

  it('is sent once where it arrived and its answer was lost, at saving and again while sending', async () => {
    const pair = await strangers()
    const page = await begin(pair)
    line.set('deaf')
    const before = line.lost()
    await form(page).tap()
    await queued(page).waitFor()
    expect(line.lost()).toBeGreaterThan(before)
    expect(await recordsOf(pair)).toBe(1)
    // The next tries arrive too, and are answered to nobody.
    const tries = line.lost()
    await expect.poll(() => line.lost(), { timeout: 20_000 }).toBeGreaterThan(tries)
    await page.reload({ waitUntil: 'domcontentloaded' })
    await strip(page).getByText('1 isian menunggu sinyal').waitFor()
    await arrives(page, pair)
    await page.close()
  })

  it('is sent once from two windows, and says so in both', async () => {
    const pair = await strangers()
    const other = await open('/')
    const page = await begin(pair)
    // As the phone itself knows: no bar on the display.
    await phone.setOffline(true)
    await save(page)
    await strip(other).getByText('1 isian menunggu sinyal').waitFor()
    await phone.setOffline(false)
    await Promise.all([sent(page).waitFor(), sent(other).waitFor()])
    await arrives(page, pair)
    await other.close()
    await page.close()
  })

  it('is taken back, changed, thrown away and fetched from there again before it goes', async () => {
    const pair = await strangers()
    const page = await begin(pair)
    line.set('cut')
    await form(page).tap()
    await queued(page).getByRole('button', { name: 'Urungkan' }).tap()
    await page.getByRole('button', { name: `Hapus ${pair[0].name}` }).waitFor()
    await save(page)
    await strip(page).getByRole('button', { name: 'Lihat' }).tap()
    await strip(page).getByRole('button', { name: 'Buang' }).tap()
    await strip(page).getByRole('button', { name: 'Batalkan pembuangan' }).tap()
    await strip(page).getByRole('link', { name: 'Ubah' }).tap()
    await page.getByRole('heading', { name: 'Ubah isian yang menunggu' }).waitFor()
    await page.getByLabel('Catatan').fill('Diubah tanpa sinyal')
    await save(page)
    await arrives(page, pair)
    await page.close()
  })

  it('meets a record made meanwhile: mine and theirs field by field, and a person chooses', async () => {
    const [first, second] = [await strangers(), await strangers()]
    const draw = async (page: Page) => {
      await page.locator('input[name=evidence][value=B]').check()
      await save(page)
    }
    const before = await begin(first)
    line.set('cut')
    await before.locator('input[type=file]').setInputFiles({
      name: 'nota.png',
      mimeType: 'image/png',
      buffer: Buffer.from(PHOTO, 'base64'),
    })
    await before.getByRole('button', { name: 'Hapus nota.png' }).waitFor()
    await draw(before)
    await before.close()
    // Named in the address, found in the list on the phone.
    const page = await begin(second)
    await draw(page)
    await log(first)
    await log(second)
    // by itself, within its five seconds
    line.set('open')
    await strip(page).getByText('2 isian perlu diperiksa').waitFor()
    await strip(page).getByRole('button', { name: 'Lihat' }).tap()
    const entry = (pair: readonly ActorRow[]) =>
      strip(page).getByRole('listitem').filter({ hasText: pair[0]!.name })
    const evidence = entry(first).getByRole('group', { name: 'Bukti' })
    await evidence.waitFor()
    expect(await evidence.textContent()).toMatch(/Isian saya.*B.*Yang tercatat.*C/)
    expect(await axeFindings(page)).toEqual([])
    await entry(first)
      .getByRole('group', { name: 'Mulai' })
      .getByRole('radio', { name: 'Yang tercatat', exact: false })
      .check()
    const photo = await takePhoto(page)
    await entry(first).getByRole('button', { name: 'Simpan pilihan ke catatan itu' }).tap()
    await entry(first).getByText('nota.png tidak ada lagi di perangkat ini.', { exact: false }).waitFor()
    // The server refuses what is no photo, and nothing else of the choice is done either.
    await takePhoto(page, { ...photo, bytes: [1, 2, 3, 4] })
    await entry(first).getByRole('button', { name: 'Simpan pilihan ke catatan itu' }).tap()
    await entry(first).getByText('Hanya foto JPEG, PNG, WebP', { exact: false }).waitFor()
    expect(await recordOf(first)).toMatchObject({ evidence: 'C', startedOn: '2026-09-01' })
    await takePhoto(page, photo)
    await entry(first).getByRole('button', { name: 'Simpan pilihan ke catatan itu' }).tap()
    await entry(first).getByRole('link', { name: 'Buka catatan' }).waitFor()
    expect(await recordsOf(first)).toBe(1)
    expect(await recordOf(first)).toMatchObject({ evidence: 'B', startedOn: '2026-09-01' })
    await entry(second).getByRole('button', { name: 'Bukan duplikat, catat terpisah' }).tap()
    await entry(second).getByRole('link', { name: 'Buka catatan' }).waitFor()
    expect(await recordsOf(second)).toBe(2)
    for (const pair of [first, second])
      await entry(pair).getByRole('button', { name: 'Tutup', exact: true }).tap()
    // gone from the device too: the next one begins with none
    await strip(page).waitFor({ state: 'detached' })
    await page.close()
  })

  it('names somebody who is not in the register any more: registered again, or left to the person', async () => {
    const [a] = await strangers()
    const made = await log([a], {
      parties: [
        { actorId: a.id },
        { newActor: { name: 'Anyaman Contoh Sebentar', role: 'business', sectorId: 'kriya' } },
      ],
    })
    const { rows } = await stage.call<ActorPage>('GET', '/actors?q=Anyaman%20Contoh%20Sebentar')
    const page = await begin([a, rows[0]!], 'Jenama bersama')
    line.set('cut')
    await save(page)
    await stage.call<Changeset>('POST', `/changesets/${made.revision}/undo`, {})
    await signalReturns(page)
    await strip(page).getByText('1 isian perlu diperiksa').waitFor()
    await strip(page).getByRole('button', { name: 'Lihat' }).tap()
    await strip(page).getByText('Pelaku ini tidak lagi ada di daftar.').waitFor()
    await strip(page).getByRole('button', { name: 'Daftarkan lagi Anyaman Contoh Sebentar' }).tap()
    await sent(page).waitFor()
    const found = await stage.call<ActorPage>('GET', '/actors?q=Anyaman%20Contoh%20Sebentar')
    expect(found.rows).toMatchObject([{ sectorId: 'kriya', partners: 1 }])
    await strip(page).getByRole('button', { name: 'Tutup', exact: true }).tap()
    await strip(page).waitFor({ state: 'detached' })
    await page.close()
  })

  it('is left to its author where somebody else signs in on the phone', async () => {
    const pair = await strangers()
    const before = await begin(pair)
    line.set('cut')
    await save(before)
    await before.close()
    await phone.clearCookies()
    line.set('open')
    const page = await open('/masuk')
    await page.getByRole('button', { name: /Masuk sebagai peninjau/ }).tap()
    // The worker knows at once who reads now, and opens the page for them without a signal.
    const keptRole = () =>
      page.evaluate(async () => {
        const kept = await caches.match('/api/session')
        return ((await kept?.json()) as { account: { role: string } | null } | undefined)?.account?.role
      })
    await expect.poll(keptRole).toBe('reviewer')
    await strip(page).getByRole('button', { name: 'Lihat' }).tap()
    await strip(page).getByText('dikirim setelah Petugas contoh masuk', { exact: false }).waitFor()
    const row = strip(page).getByRole('listitem')
    expect(await row.getByRole('button').or(row.getByRole('link')).count()).toBe(0)
    expect(await row.textContent()).not.toContain(pair[0].name)
    expect(await recordsOf(pair)).toBe(0)
    await phone.clearCookies()
    await signIn()
    await page.goto(`${line.url}/kerja-sama`, { waitUntil: 'domcontentloaded' })
    await arrives(page, pair)
    await page.close()
  })

  it('waits for its author where the session has ended, and goes on after signing in', async () => {
    const pair = await strangers()
    const page = await begin(pair)
    await phone.clearCookies()
    await form(page).tap()
    const again = page.getByRole('dialog', { name: 'Sesi Anda sudah berakhir' })
    await again.getByRole('button', { name: 'Nanti saja' }).tap()
    await queued(page).getByText('Sesi Anda berakhir.', { exact: false }).waitFor()
    await queued(page).getByRole('button', { name: 'Catat lagi' }).tap()
    await strip(page).getByText('1 isian menunggu Anda masuk').waitFor()
    expect(await recordsOf(pair)).toBe(0)
    await signIn()
    await arrives(page, pair)
    await page.close()
  })

  it('is not sent by an open page in the name of whoever has signed in beside it', async () => {
    const pair = await strangers()
    const page = await begin(pair)
    line.set('cut')
    await save(page)
    // another window has signed out and in again; this one has not noticed
    await phone.clearCookies()
    await signIn('admin')
    await signalReturns(page)
    await strip(page).getByRole('button', { name: 'Lihat' }).tap()
    await strip(page).getByText('masuk di perangkat ini', { exact: false }).waitFor()
    expect(await recordsOf(pair)).toBe(0)
    await phone.clearCookies()
    await signIn()
    await page.reload({ waitUntil: 'domcontentloaded' })
    await arrives(page, pair)
    const { rows } = await stage.call<ChangesetPage>('GET', '/changesets')
    expect(rows[0]).toMatchObject({ action: 'log-partnership', authorName: 'Petugas contoh' })
    await page.close()
  })
})

describe('a correction without a signal', () => {
  const correct = async (page: Page, evidence: string, note: string) => {
    await page.bringToFront()
    await page.getByRole('button', { name: 'Perbaiki' }).tap()
    await page.locator(`input[name=bukti][value=${evidence}]`).check()
    await page.getByLabel('Catatan').fill(note)
    await page.getByRole('button', { name: 'Simpan perbaikan' }).tap()
    await page.getByText('perubahan tersimpan di perangkat ini', { exact: false }).first().waitFor()
  }
  const theirs = (id: string, revision: number, changes: object) =>
    stage.call<LoggedPartnership>(
      'PATCH',
      `/partnerships/${id}`,
      { mode: 'correct', changes },
      { 'if-match': String(revision) },
    )

  it('goes out beside what somebody else corrected, and a person decides where both did', async () => {
    const [one, two] = [await log(await strangers()), await log(await strangers())]
    const ids = [one, two].map(({ partnership }) => partnership.id)
    const pages = [await open(`/kerja-sama/${ids[0]}`), await open(`/kerja-sama/${ids[1]}`)] as const
    for (const page of pages) await page.getByRole('button', { name: 'Perbaiki' }).waitFor()
    line.set('cut')
    await correct(pages[0], 'B', 'Dari lapangan')
    // a second thought about the same record is no second change
    await pages[0].getByRole('button', { name: 'Perbaiki' }).tap()
    await pages[0].locator('input[name=keeratan][value="4"]').check()
    await pages[0].getByRole('button', { name: 'Simpan perbaikan' }).tap()
    await strip(pages[0]).getByText('1 isian menunggu sinyal').waitFor()
    await correct(pages[1], 'B', 'Dari lapangan juga')
    await pages[0].close()
    const [page] = [pages[1]]
    await strip(page).getByText('2 isian menunggu sinyal').waitFor()
    await theirs(ids[0]!, one.revision, { startedOn: '2026-08-15' })
    await theirs(ids[1]!, two.revision, { evidence: 'A' })
    await signalReturns(page)
    await strip(page).getByText('1 isian perlu diperiksa', { exact: false }).waitFor()
    const read = (id: string) => stage.call<PartnershipDetail>('GET', `/partnerships/${id}`)
    expect(await read(ids[0]!)).toMatchObject({
      evidence: 'B',
      intensity: 4,
      startedOn: '2026-08-15',
      record: { note: 'Dari lapangan' },
    })
    expect(await read(ids[1]!)).toMatchObject({ evidence: 'A', record: { note: null } })
    await strip(page).getByRole('button', { name: 'Lihat' }).tap()
    const choice = strip(page).getByRole('group', { name: 'Bukti' })
    expect(await choice.textContent()).toMatch(/Perubahan saya.*B.*Yang tercatat.*A/)
    expect(await axeFindings(page)).toEqual([])
    await choice.getByRole('radio', { name: 'Yang tercatat', exact: false }).check()
    await strip(page).getByRole('button', { name: 'Kirim pilihan' }).tap()
    await strip(page).getByText('2 isian sudah terkirim').waitFor()
    expect(await read(ids[1]!)).toMatchObject({ evidence: 'A', record: { note: 'Dari lapangan juga' } })
    // what was sent by itself is taken back as what was saved by hand is
    const items = strip(page).getByRole('listitem')
    await items.filter({ hasText: 'Dari lapangan juga' }).getByRole('button', { name: 'Urungkan' }).tap()
    await strip(page).getByText('Diurungkan.').waitFor()
    expect(await read(ids[1]!)).toMatchObject({ evidence: 'A', record: { note: null } })
    await strip(page).getByRole('button', { name: 'Tutup pemberitahuan' }).tap()
    await strip(page).waitFor({ state: 'detached' })
    await page.close()
  })
})
