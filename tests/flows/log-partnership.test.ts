import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ActorPage, ActorRow } from '#shared/contract/actors.ts'
import type { Overview, SectorList } from '#shared/contract/insights.ts'
import type { PartnershipPage } from '#shared/contract/partnerships.ts'
import { axeFindings, openStage, PHONE, type Stage } from './stage.ts'

let stage: Stage
let businesses: ActorRow[]

beforeAll(async () => {
  stage = await openStage()
  const page = await stage.call<ActorPage>('GET', '/businesses?pageSize=500')
  businesses = page.rows
}, 120_000)
afterAll(() => stage.close())

const counts = async () => {
  const { m, n, index } = await stage.call<Overview>('GET', '/insights/overview')
  return { m, n, index: index.value }
}

/** Two businesses of different sectors that are in the network and not on record together, never the same twice. */
const used = new Set<string>()
async function strangers(): Promise<[ActorRow, ActorRow]> {
  const linked = businesses.filter(
    ({ standing, sectorId, id }) => standing === 'linked' && sectorId && !used.has(id),
  )
  for (const a of linked) {
    const { rows } = await stage.call<PartnershipPage>('GET', `/partnerships?actor=${a.id}&pageSize=500`)
    const partners = new Set(rows.flatMap(({ parties }) => parties.map(({ actorId }) => actorId)))
    const b = linked.find(({ id, sectorId }) => sectorId !== a.sectorId && !partners.has(id))
    if (!b) continue
    used.add(a.id)
    used.add(b.id)
    return [a, b]
  }
  throw new Error('Everybody works with everybody.')
}

describe('logging a partnership', () => {
  it('is done with the keyboard alone, and undone from the receipt', async () => {
    const [a, b] = await strangers()
    const before = await counts()
    const page = await stage.open('/kerja-sama/baru')
    const { keyboard } = page

    await keyboard.press('Tab')
    await keyboard.press('Enter')
    await keyboard.press('Tab')
    for (const { name } of [a, b]) {
      await keyboard.type(name)
      await page.getByRole('option', { name }).first().waitFor()
      await keyboard.press('Enter')
      await page.getByRole('button', { name: `Hapus ${name}` }).waitFor()
    }
    await keyboard.press('Tab')
    await keyboard.press('Space')
    expect(await page.getByRole('radio', { name: 'Pasokan bahan atau jasa' }).isChecked()).toBe(true)
    await keyboard.press('Tab')
    await keyboard.press('Tab')
    await keyboard.press('Space')
    expect(await page.getByRole('radio', { name: `${a.name} memasok ${b.name}` }).isChecked()).toBe(true)
    await keyboard.press('Control+Enter')

    const receipt = page.getByRole('dialog', { name: 'Dampak pencatatan' })
    await receipt.waitFor()
    expect(await receipt.getByText('Tersimpan', { exact: true }).isVisible()).toBe(true)
    expect((await receipt.getByRole('heading').first().textContent())?.length).toBeGreaterThan(10)
    expect(await receipt.getByText('Indeks', { exact: true }).isVisible()).toBe(true)
    expect(await axeFindings(page)).toEqual([])
    const after = await counts()
    expect(after.m).toBe(before.m + 1)
    expect(after.index).toBeGreaterThan(before.index ?? 0)

    // The focus stands on the heading; the button before it in reading order takes the entry back.
    await receipt.getByRole('button', { name: 'Urungkan' }).focus()
    await keyboard.press('Enter')
    await receipt.getByText('Diurungkan').waitFor()
    expect(await axeFindings(page)).toEqual([])
    expect(await counts()).toEqual(before)
    await receipt.getByRole('button', { name: 'Tutup' }).focus()
    await keyboard.press('Enter')
    await page.getByRole('button', { name: `Hapus ${a.name}` }).waitFor()
    await page.context().close()
  })

  it('is done with a thumb at 360 px, with a new actor on the way', async () => {
    const [a] = await strangers()
    const page = await stage.open('/kerja-sama/baru', { size: PHONE, touch: true })
    const save = page.getByRole('button', { name: 'Simpan' })
    const box = await save.boundingBox()
    expect(box?.height).toBeGreaterThanOrEqual(44)
    expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(PHONE.height)

    await page.getByRole('combobox').tap()
    await page.getByRole('combobox').fill(a.name)
    await page.getByRole('option', { name: a.name }).first().tap()
    await page.getByRole('combobox').fill('Sablon Contoh Baru Sekali')
    await page.getByRole('option', { name: 'Daftarkan “Sablon Contoh Baru Sekali”' }).tap()
    await page.getByLabel('Sektor', { exact: true }).selectOption({ label: 'Batik' })
    await page.getByLabel('Kelurahan').selectOption({ label: 'Jati' })
    await page.getByRole('radio', { name: 'Produksi bersama' }).check()
    await save.tap()

    const receipt = page.getByRole('dialog', { name: 'Dampak pencatatan' })
    await receipt.waitFor()
    const buttons = await receipt.getByRole('button').all()
    for (const button of buttons) expect((await button.boundingBox())?.height).toBeGreaterThanOrEqual(44)
    const found = await stage.call<ActorPage>('GET', '/actors?q=Sablon%20Contoh%20Baru%20Sekali')
    expect(found.rows[0]).toMatchObject({
      sectorId: 'batik',
      partners: 1,
      crossPartners: 1,
      standing: 'linked',
    })
    await receipt.getByRole('button', { name: 'Catat lagi' }).tap()
    await receipt.waitFor({ state: 'detached' })
    expect(await page.getByText('0 pihak').isVisible()).toBe(true)
    await page.context().close()
  })

  it('says on the receipt why a record does not count', async () => {
    const [a, b] = await strangers()
    const before = await counts()
    const page = await stage.open(`/kerja-sama/baru?actor=${a.id}&with=${b.id}`)
    await page.getByRole('radio', { name: 'Jenama bersama' }).check()
    await page.getByRole('radio', { name: 'D dugaan' }).check()
    await page.getByRole('button', { name: 'Simpan' }).click()
    const receipt = page.getByRole('dialog', { name: 'Dampak pencatatan' })
    await receipt.getByText('belum dihitung dalam indeks').waitFor()
    expect(await receipt.getByText('Buktinya masih dugaan (D)', { exact: false }).isVisible()).toBe(true)
    expect(await counts()).toEqual(before)
    await page.context().close()
  })

  it('jumps to the first gap and says why, and never loses what was typed', async () => {
    const [a] = await strangers()
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
    await page.context().close()
  })

  it('warns of a likely duplicate early and lets a person decide', async () => {
    const { rows } = await stage.call<PartnershipPage>('GET', '/partnerships?standing=active&pageSize=100')
    const known = rows.find(({ parties, kind }) => parties.length === 2 && kind === 'co_branding')
    const [a, b] = known?.parties ?? []
    if (!known || !a || !b) throw new Error('The demonstration has no co-branding of two.')
    const page = await stage.open(`/kerja-sama/baru?actor=${a.actorId}&with=${b.actorId}`)
    await page.getByText('Mungkin sudah tercatat', { exact: true }).waitFor()
    await page.getByRole('radio', { name: 'Jenama bersama' }).check()
    await page.getByRole('button', { name: 'Simpan' }).click()
    await page.getByText('Belum disimpan: mungkin kerja sama ini sudah tercatat.').waitFor()
    await page.getByRole('button', { name: 'Bukan duplikat, simpan' }).click()
    await page.getByRole('dialog', { name: 'Dampak pencatatan' }).waitFor()
    const now = await stage.call<PartnershipPage>(
      'GET',
      `/partnerships?actor=${a.actorId}&kind=co_branding&pageSize=100`,
    )
    expect(
      now.rows.filter(({ parties }) => parties.some(({ actorId }) => actorId === b.actorId)),
    ).toHaveLength(2)
    await page.context().close()
  })

  it('offers the actor of the register when a new name is a slip of an old one', async () => {
    const [a, b] = await strangers()
    const page = await stage.open(`/kerja-sama/baru?actor=${a.id}`)
    await page.getByRole('combobox').fill(`${b.name}h`)
    await page.getByRole('option', { name: 'Daftarkan' }).click()
    await page.getByRole('radio', { name: 'Promosi bersama' }).check()
    await page.getByRole('button', { name: 'Simpan' }).click()
    await page.getByRole('button', { name: `Ya, pakai ${b.name}` }).click()
    await page.getByRole('button', { name: `Hapus ${b.name}`, exact: true }).waitFor()
    await page.getByRole('button', { name: 'Simpan' }).click()
    await page.getByRole('dialog', { name: 'Dampak pencatatan' }).waitFor()
    const { total } = await stage.call<ActorPage>('GET', `/actors?q=${encodeURIComponent(`${b.name}h`)}`)
    expect(total).toBe(0)
    await page.context().close()
  })

  it('keeps the entry while there is no signal, and sends it once when there is', async () => {
    const [a, b] = await strangers()
    const page = await stage.open(`/kerja-sama/baru?actor=${a.id}&with=${b.id}`, { keepsPages: true })
    await page.getByRole('radio', { name: 'Promosi bersama' }).check()
    const { total } = await stage.call<PartnershipPage>('GET', '/partnerships')
    await page.context().setOffline(true)
    await page.getByText('tetap tersimpan', { exact: true }).waitFor()
    await page.getByRole('button', { name: 'Simpan' }).click()
    await page.getByText('Tersimpan di perangkat ini. Dikirim saat ada sinyal.').waitFor()
    expect(await page.getByRole('button', { name: `Hapus ${a.name}` }).isVisible()).toBe(true)
    await page.context().setOffline(false)
    await page.getByRole('dialog', { name: 'Dampak pencatatan' }).waitFor()
    expect((await stage.call<PartnershipPage>('GET', '/partnerships')).total).toBe(total + 1)
    await page.context().close()
  })

  it('writes one record when the button is pressed twice', async () => {
    const [a, b] = await strangers()
    const page = await stage.open(`/kerja-sama/baru?actor=${a.id}&with=${b.id}`)
    await page.getByRole('radio', { name: 'Produksi bersama' }).check()
    const { total } = await stage.call<PartnershipPage>('GET', '/partnerships')
    await page.getByRole('button', { name: 'Simpan' }).dblclick()
    await page.getByRole('dialog', { name: 'Dampak pencatatan' }).waitFor()
    expect((await stage.call<PartnershipPage>('GET', '/partnerships')).total).toBe(total + 1)
    await page.context().close()
  })

  it('appears in every other window with the numbers moved', async () => {
    const a = businesses.find(
      ({ id, sectorId, standing, crossPartners }) =>
        sectorId === 'batik' && standing === 'linked' && crossPartners === 0 && !used.has(id),
    )
    const b = businesses.find(
      ({ id, sectorId, standing }) => sectorId === 'kuliner' && standing === 'linked' && !used.has(id),
    )
    if (!a || !b || a.partners === null)
      throw new Error('The demonstration has no batik without a partner outside batik.')
    const batik = async () => {
      const { sectors } = await stage.call<SectorList>('GET', '/insights/sectors')
      const sector = sectors.find(({ sectorId }) => sectorId === 'batik')
      return `${sector?.reached} dari ${sector?.n}`
    }
    const before = await batik()
    const { total } = await stage.call<PartnershipPage>('GET', '/partnerships')

    const overview = await stage.open('/')
    const list = await stage.open('/kerja-sama')
    const profile = await stage.open(`/pelaku/${a.id}`)
    const row = overview.locator('a', { hasText: 'Batik' })
    await row.getByText(before, { exact: true }).first().waitFor()
    await list.getByRole('heading', { name: `${total} catatan kerja sama` }).waitFor()
    await profile.getByText(`${a.partners} mitra, belum ada yang lintas sektor`).waitFor()

    const page = await stage.open(`/kerja-sama/baru?actor=${a.id}&with=${b.id}`)
    await page.getByRole('radio', { name: 'Jenama bersama' }).check()
    await page.getByRole('button', { name: 'Simpan' }).click()
    await page.getByRole('dialog', { name: 'Dampak pencatatan' }).waitFor()

    const after = await batik()
    expect(after).not.toBe(before)
    await row.getByText(after, { exact: true }).first().waitFor()
    await list.getByRole('heading', { name: `${total + 1} catatan kerja sama` }).waitFor()
    await profile.getByText(`${a.partners + 1} mitra, 1 di antaranya lintas sektor`).waitFor()
    for (const open of [overview, list, profile, page]) await open.context().close()
  }, 180_000)

  it('leaves no complaint on any console', () => {
    expect(stage.faults).toEqual([])
  })
})
