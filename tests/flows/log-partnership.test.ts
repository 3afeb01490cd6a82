import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ActorPage, ActorRow } from '#shared/contract/actors.ts'
import type { EvidenceList } from '#shared/contract/evidence.ts'
import type { Overview, SectorList } from '#shared/contract/insights.ts'
import type { PartnershipPage } from '#shared/contract/partnerships.ts'
import { humanPace } from './human-pace.ts'
import { axeFindings, openStage, PHONE, type Stage } from './stage.ts'
import { strangersAmong } from './strangers.ts'

let stage: Stage
let businesses: ActorRow[]
let strangers: () => Promise<[ActorRow, ActorRow]>

beforeAll(async () => {
  stage = await openStage()
  businesses = (await stage.call<ActorPage>('GET', '/businesses?pageSize=500')).rows
  strangers = strangersAmong(stage, businesses)
}, 120_000)
afterAll(() => stage.close())

const counts = async () => {
  const { m, n, index } = await stage.call<Overview>('GET', '/insights/overview')
  return { m, n, index: index.value }
}
const total = async () => (await stage.call<PartnershipPage>('GET', '/partnerships')).total

/** What the brief asks of a record of two known actors. */
const MOST_SECONDS = 45
const MOST_INTERACTIONS = 25

describe('logging a partnership', () => {
  it('takes well under a minute with the keyboard alone, and is undone from the receipt', async () => {
    const [a, b] = await strangers()
    const before = await counts()
    const page = await stage.open('/kerja-sama/baru')
    const picker = page.getByRole('combobox')
    await expect.poll(() => picker.evaluate((element) => element === document.activeElement)).toBe(true)
    const { pace, field, press, typeUntilOffered, wait, seconds, interactions } = humanPace(page)
    for (const { name } of [a, b]) {
      field()
      const place = await typeUntilOffered(name)
      for (let down = 0; down < place; down++) await press('ArrowDown')
      await press('Enter')
      await wait(page.getByRole('button', { name: `Hapus ${name}` }))
    }
    field()
    await press('Tab')
    await press('Space')
    expect(await page.getByRole('radio', { name: 'Pasokan bahan atau jasa' }).isChecked()).toBe(true)
    field()
    await press('Tab')
    await press('Tab')
    await press('Space')
    expect(await page.getByRole('radio', { name: `${a.name} memasok ${b.name}` }).isChecked()).toBe(true)
    field()
    await press('Control+Enter')
    const receipt = page.getByRole('dialog', { name: 'Dampak pencatatan' })
    await wait(receipt)
    console.log(
      `keyboard at 1440 px: ${interactions()} interactions, ${seconds().toFixed(1)} s`,
      JSON.stringify(pace),
    )
    expect(interactions()).toBeLessThanOrEqual(MOST_INTERACTIONS)
    expect(seconds()).toBeLessThanOrEqual(MOST_SECONDS)

    expect(await receipt.getByText('Tersimpan', { exact: true }).isVisible()).toBe(true)
    expect((await receipt.getByRole('heading').first().textContent())?.length).toBeGreaterThan(10)
    expect(await axeFindings(page)).toEqual([])
    const after = await counts()
    expect(after.m).toBe(before.m + 1)
    expect(after.index).toBeGreaterThan(before.index ?? 0)

    // The focus stands on the heading; the button before it in reading order takes the entry back.
    await page.keyboard.press('Shift+Tab')
    await page.keyboard.press('Enter')
    await receipt.getByText('Diurungkan').waitFor()
    expect(await axeFindings(page)).toEqual([])
    expect(await counts()).toEqual(before)
    await receipt.getByRole('button', { name: 'Tutup' }).focus()
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: `Hapus ${a.name}` }).waitFor()
    await page.getByRole('button', { name: `Hapus ${b.name}` }).click()
    await page.getByRole('button', { name: `Hapus ${a.name}` }).click()

    // The next entry begins with the kind and the people of the last one.
    expect(await page.getByRole('radio', { name: 'Pasokan bahan atau jasa' }).isChecked()).toBe(true)
    await picker.focus()
    await page.keyboard.press('ArrowDown')
    await page.getByText('Yang terakhir dan dari kelurahan yang sama').waitFor()
    expect(await page.getByRole('option').first().textContent()).toContain(a.name)
    await stage.giveBack(page)
  })

  it('takes well under a minute with a thumb at 360 px', async () => {
    const [a, b] = await strangers()
    const page = await stage.open('/kerja-sama/baru', { size: PHONE, touch: true })
    const save = page.getByRole('button', { name: 'Simpan' })
    const box = await save.boundingBox()
    expect(box?.height).toBeGreaterThanOrEqual(44)
    expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(PHONE.height)
    await page.getByRole('radio', { name: 'Promosi bersama' }).waitFor()

    const { pace, field, tap, typeUntilOffered, wait, seconds, interactions } = humanPace(page)
    for (const { name } of [a, b]) {
      field()
      await tap(page.getByRole('combobox'))
      await tap(page.getByRole('option').nth(await typeUntilOffered(name)))
      await wait(page.getByRole('button', { name: `Hapus ${name}` }))
    }
    field()
    await tap(page.getByRole('radio', { name: 'Promosi bersama' }))
    field()
    await tap(save)
    const receipt = page.getByRole('dialog', { name: 'Dampak pencatatan' })
    await wait(receipt)
    console.log(
      `thumb at 360 px: ${interactions()} interactions, ${seconds().toFixed(1)} s`,
      JSON.stringify(pace),
    )
    expect(interactions()).toBeLessThanOrEqual(MOST_INTERACTIONS)
    expect(seconds()).toBeLessThanOrEqual(MOST_SECONDS)
    for (const button of await receipt.getByRole('button').all())
      expect((await button.boundingBox())?.height).toBeGreaterThanOrEqual(44)
    await receipt.getByRole('button', { name: 'Catat lagi' }).tap()
    await receipt.waitFor({ state: 'detached' })
    expect(await page.getByText('0 pihak').isVisible()).toBe(true)
    await stage.giveBack(page)
  })

  it('registers a new actor on the way, with a photo that no longer says where it was taken', async () => {
    const [a] = await strangers()
    const page = await stage.open(`/kerja-sama/baru?actor=${a.id}`, { size: PHONE, touch: true })
    await page.getByRole('combobox').fill('Sablon Contoh Baru Sekali')
    await page.getByRole('option', { name: 'Daftarkan “Sablon Contoh Baru Sekali”' }).tap()
    await page.getByLabel('Sektor', { exact: true }).selectOption({ label: 'Batik' })
    await page.getByLabel('Kelurahan').selectOption({ label: 'Jati' })
    await page.getByRole('radio', { name: 'Produksi bersama' }).check()
    const chooser = page.locator('input[type=file]')
    await chooser.setInputFiles({
      name: 'catatan.txt',
      mimeType: 'text/plain',
      buffer: Buffer.from('bukan foto'),
    })
    await page.getByText('catatan.txt: jenis berkas ini tidak dapat dipakai.', { exact: false }).waitFor()
    await chooser.setInputFiles({
      name: 'nota di pasar.jpg',
      mimeType: 'image/jpeg',
      buffer: await photoWithPlace(page),
    })
    await page.getByRole('button', { name: 'Hapus nota di pasar.jpg' }).waitFor()
    await page.reload()
    await page.getByRole('button', { name: 'Hapus nota di pasar.jpg' }).waitFor()
    await page.getByRole('button', { name: 'Simpan' }).tap()
    const receipt = page.getByRole('dialog', { name: 'Dampak pencatatan' })
    await receipt.waitFor()
    const found = await stage.call<ActorPage>('GET', '/actors?q=Sablon%20Contoh%20Baru%20Sekali')
    expect(found.rows[0]).toMatchObject({ sectorId: 'batik', partners: 1, standing: 'linked' })

    await receipt.getByRole('link', { name: 'Buka catatan' }).tap()
    await page.getByRole('heading', { name: 'Foto dan dokumen bukti' }).waitFor()
    const id = page.url().split('/').at(-1)?.split('?')[0]
    const { rows } = await stage.call<EvidenceList>('GET', `/partnerships/${id}/evidence`)
    expect(rows).toMatchObject([{ name: 'nota di pasar.jpg', mediaType: 'image/jpeg' }])
    const picture = page.locator('.evidence-files img')
    await expect
      .poll(() => picture.evaluate((image: HTMLImageElement) => [image.naturalWidth, image.naturalHeight]))
      .toEqual([1600, 1200])
    const sent = await page.request.get(`${stage.url}/api/evidence/${rows[0]?.id}`)
    expect((await sent.body()).includes('Exif')).toBe(false)
    expect(await axeFindings(page)).toEqual([])
    await page.getByRole('button', { name: 'Hapus nota di pasar.jpg' }).tap()
    await picture.waitFor({ state: 'detached' })
    await page.getByRole('button', { name: 'Urungkan' }).first().tap()
    await picture.waitFor()
    await stage.giveBack(page)
  })

  it('jumps to the first gap, loses nothing, and says why a record does not count', async () => {
    const [a, b] = await strangers()
    const before = await counts()
    const page = await stage.open('/kerja-sama/baru')
    await page.getByRole('button', { name: 'Simpan' }).click()
    const picker = page.getByRole('combobox')
    await page.getByText('Pilih paling sedikit dua pihak.', { exact: true }).waitFor()
    await expect.poll(() => picker.evaluate((element) => element === document.activeElement)).toBe(true)
    expect(await page.getByText('Pilih bentuk kerja samanya.').isVisible()).toBe(true)

    await picker.fill(a.name)
    await page.getByRole('option', { name: a.name }).first().click()
    await page.getByLabel('Sejak').fill('2026-11-01')
    await page.getByText('Tanggal ini sesudah 30 September 2026', { exact: false }).waitFor()
    await page.getByLabel('Catatan').fill('Bertemu di pasar')
    await page.reload()
    await page.getByText('Isian terakhir dipulihkan.').waitFor()
    expect(await page.getByRole('button', { name: `Hapus ${a.name}` }).isVisible()).toBe(true)
    expect(await page.getByLabel('Catatan').inputValue()).toBe('Bertemu di pasar')
    await page.getByRole('button', { name: 'Mulai dari awal' }).click()
    expect(await page.getByLabel('Catatan').inputValue()).toBe('')

    // A slip of a name in the register: a person says whether it is the same.
    await picker.fill(a.name)
    await page.getByRole('option', { name: a.name }).first().click()
    await picker.fill(`${b.name}h`)
    await page.getByRole('option', { name: 'Daftarkan' }).click()
    await page.getByRole('radio', { name: 'Jenama bersama' }).check()
    await page.getByRole('radio', { name: 'D dugaan' }).check()
    await page.getByRole('button', { name: 'Simpan' }).click()
    await page.getByRole('button', { name: `Ya, pakai ${b.name}` }).click()
    await page.getByRole('button', { name: `Hapus ${b.name}`, exact: true }).waitFor()
    await page.getByRole('button', { name: 'Simpan' }).dblclick()
    const receipt = page.getByRole('dialog', { name: 'Dampak pencatatan' })
    await receipt.getByText('belum dihitung dalam indeks').waitFor()
    expect(await receipt.getByText('Buktinya masih dugaan (D)', { exact: false }).isVisible()).toBe(true)
    expect(await counts()).toEqual(before)
    await stage.giveBack(page)
  })

  it('warns of a likely duplicate early, lets a person decide, and says what becomes of many parties', async () => {
    const { rows } = await stage.call<PartnershipPage>('GET', '/partnerships?standing=active&pageSize=100')
    const known = rows.find(({ parties, kind }) => parties.length === 2 && kind === 'co_branding')
    const [a, b] = known?.parties ?? []
    if (!known || !a || !b) throw new Error('The demonstration has no co-branding of two.')
    const records = await total()
    const page = await stage.open(`/kerja-sama/baru?actor=${a.actorId}&with=${b.actorId}`)
    await page.getByText('Mungkin sudah tercatat', { exact: true }).waitFor()
    await page.getByRole('radio', { name: 'Jenama bersama' }).check()
    await page.getByRole('button', { name: 'Simpan' }).click()
    await page.getByText('Belum disimpan: mungkin kerja sama ini sudah tercatat.').waitFor()
    await page.getByRole('button', { name: 'Bukan duplikat, simpan' }).click()
    await page.getByRole('dialog', { name: 'Dampak pencatatan' }).waitFor()
    expect(await total()).toBe(records + 1)
    const said = await stage.call<{ rows: unknown[] }>('GET', `/not-duplicates?id=${known.id}`)
    expect(said.rows).toHaveLength(1)
    await page.getByRole('button', { name: 'Catat lagi' }).click()

    for (const { name } of businesses.slice(0, 7)) {
      await page.getByRole('combobox').fill(name)
      await page.getByRole('option', { name }).first().click()
    }
    await page.getByRole('status').filter({ hasText: 'Lebih dari 6 pihak' }).waitFor()
    await stage.giveBack(page)
  })

  it('appears in every other window with the numbers moved', async () => {
    const free = (sector: string, more: (row: ActorRow) => boolean) =>
      businesses.find(
        (row) => row.sectorId === sector && row.standing === 'linked' && !isUsed(row.id) && more(row),
      )
    const isUsed = (id: string) => strangersAmong.used.has(id)
    const a = free('batik', ({ crossPartners }) => crossPartners === 0)
    const b = free('kuliner', () => true)
    if (!a || !b || a.partners === null)
      throw new Error('The demonstration has no batik without a partner outside batik.')
    const batik = async () => {
      const { sectors } = await stage.call<SectorList>('GET', '/insights/sectors')
      const sector = sectors.find(({ sectorId }) => sectorId === 'batik')
      return `${sector?.reached} dari ${sector?.n}`
    }
    const before = await batik()
    const records = await total()
    const overview = await stage.open('/')
    const list = await stage.open('/kerja-sama')
    const profile = await stage.open(`/pelaku/${a.id}`)
    const row = overview.locator('a', { hasText: 'Batik' })
    await row.getByText(before, { exact: true }).first().waitFor()
    await list.getByRole('heading', { name: `${records} catatan kerja sama` }).waitFor()
    await profile.getByText(`${a.partners} mitra, belum ada yang lintas sektor`).waitFor()

    const page = await stage.open(`/kerja-sama/baru?actor=${a.id}&with=${b.id}`)
    await page.getByRole('radio', { name: 'Jenama bersama' }).check()
    await page.getByRole('button', { name: 'Simpan' }).click()
    await page.getByRole('dialog', { name: 'Dampak pencatatan' }).waitFor()

    const after = await batik()
    expect(after).not.toBe(before)
    await row.getByText(after, { exact: true }).first().waitFor()
    await list.getByRole('heading', { name: `${records + 1} catatan kerja sama` }).waitFor()
    await profile.getByText(`${a.partners + 1} mitra, 1 di antaranya lintas sektor`).waitFor()
    for (const open of [overview, list, profile, page]) await stage.giveBack(open)
  }, 180_000)

  it('leaves no complaint on any console', () => {
    expect(stage.faults).toEqual([])
  })
})

/** A photo of 2400 × 1800 px as a camera leaves it, with a segment (Exif, APP1) that could say where it was taken. */
async function photoWithPlace(page: import('playwright-core').Page): Promise<Buffer> {
  const drawn = await page.evaluate(async () => {
    const canvas = document.createElement('canvas')
    canvas.width = 2400
    canvas.height = 1800
    const pen = canvas.getContext('2d')
    if (!pen) throw new Error('no canvas')
    pen.fillStyle = '#c84'
    pen.fillRect(0, 0, 1200, 1800)
    return canvas.toDataURL('image/jpeg').split(',')[1] ?? ''
  })
  const jpeg = Buffer.from(drawn, 'base64')
  // An empty TIFF directory: whatever stands in the segment, it has to go.
  const exif = Buffer.from('Exif\0\0II*\0\x08\0\0\0\0\0\0\0\0\0', 'latin1')
  const head = Buffer.from([0xff, 0xe1, 0, exif.length + 2])
  return Buffer.concat([jpeg.subarray(0, 2), head, exif, jpeg.subarray(2)])
}
