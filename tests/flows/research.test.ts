import type { Download, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Figures, NullModelResult, ResearchCatalog } from '#shared/contract/research.ts'
import { savedFile } from './saved-file.ts'
import { axeFindings, DESKTOP, openReadOnlyStage, PHONE, type Stage } from './stage.ts'

let stage: Stage

beforeAll(async () => {
  stage = await openReadOnlyStage()
}, 120_000)
afterAll(async () => {
  expect(stage.faults).toEqual([])
  await stage.close()
})

const figures = (query: string) => stage.call<Figures>('GET', `/research/figures?${query}`)
const valuesOf = ({ columns }: Figures, key: string) => {
  const column = columns.find((one) => one.key === key)
  if (!column) throw new Error(`The answer has no column ${key}.`)
  return column.values
}
const textOf = async (download: Download) => (await savedFile(download)).toString()
const sideways = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)

// Axe reads tables of hundreds of cells, which takes long where the machine is shared.
describe('the research page', { timeout: 180_000 }, () => {
  it('lists every measure of the network with value, way of counting and method, and computes the long ones', async () => {
    const page = await stage.open('/riset')
    const { n, m } = await figures('table=network&columns=density')
    await page.getByRole('heading', { level: 1, name: `${n} usaha, ${m} hubungan dari` }).waitFor()
    const catalog = await stage.call<ResearchCatalog>('GET', '/research/catalog')
    const ofNetwork = catalog.measures.filter(({ table }) => table === 'network')
    await page.getByRole('rowheader', { name: 'Kepadatan' }).first().waitFor()
    const listed = await page.getByRole('rowheader').allInnerTexts()
    for (const { name } of ofNetwork)
      expect(
        listed.some((text) => text.startsWith(name.id)),
        name.id,
      ).toBe(true)
    expect(await axeFindings(page)).toEqual([])

    await page.getByRole('button', { name: 'Cara menghitung: Kepadatan' }).click()
    await page
      .getByRole('dialog', { name: 'Cara menghitung: Kepadatan' })
      .getByText('2m / (n(n−1))')
      .waitFor()
    await page.keyboard.press('Escape')

    await page.getByRole('button', { name: /^Hitung \d+ ukuran/ }).click()
    expect(new URL(page.url()).searchParams.get('run')).toBe('1')
    await page.getByText('belum dihitung').first().waitFor({ state: 'detached', timeout: 50_000 })
    await page
      .getByRole('row', { name: /Simpangan pembanding/ })
      .getByText('≈', { exact: false })
      .waitFor()
    await stage.giveBack(page)
  })

  it('sorts, searches and pages actors, keeps all of it in the address, and goes back', async () => {
    const page = await stage.open('/riset?show=actors')
    await page.getByRole('rowheader').first().waitFor()
    await page
      .getByRole('columnheader', { name: 'Mitra' })
      .getByRole('button', { name: 'Mitra', exact: true })
      .click()
    const top = await figures('table=actors&sort=degree&limit=1')
    const name = String(valuesOf(top, 'name')[0])
    await page
      .getByRole('heading', { name: `Mitra tertinggi: ${name}, ${valuesOf(top, 'degree')[0]}` })
      .waitFor()
    expect(await page.getByRole('columnheader', { name: 'Mitra' }).first().getAttribute('aria-sort')).toBe(
      'descending',
    )

    await page.getByRole('searchbox').fill(name)
    await page.getByRole('heading', { name: `1 pelaku memuat “${name}”` }).waitFor()
    const link = page.url()

    const other = await stage.open(new URL(link).pathname + new URL(link).search)
    await other.getByRole('heading', { name: `1 pelaku memuat “${name}”` }).waitFor()
    await stage.giveBack(other)

    await page.getByRole('link', { name: 'Per sektor' }).click()
    await page.getByRole('heading', { name: /^\d+ sektor$/ }).waitFor()
    await page.goBack()
    await page.getByRole('heading', { name: `1 pelaku memuat “${name}”` }).waitFor()
    await stage.giveBack(page)
  })

  it('shows the columns that are chosen and downloads exactly those, with revision and definition', async () => {
    const page = await stage.open('/riset?show=actors&definition=strict')
    await page.getByRole('button', { name: /^Kolom: / }).click()
    const chooser = page.getByRole('dialog', { name: 'Kolom' })
    await chooser.getByRole('checkbox', { name: 'Segitiga' }).check()
    await chooser.getByRole('checkbox', { name: 'Kendala' }).uncheck()
    expect(await axeFindings(page)).toEqual([])
    await page.keyboard.press('Escape')
    await page.getByRole('columnheader', { name: 'Segitiga' }).waitFor()
    expect(await page.getByRole('columnheader', { name: 'Kendala' }).count()).toBe(0)

    const [csv] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Unduh CSV' }).click(),
    ])
    const [head = '', ...rows] = (await textOf(csv)).replace('\uFEFF', '').trim().split(/\r?\n/)
    const names = head.split(',')
    expect(names).toContain('triangles')
    expect(names).not.toContain('constraint')
    const strict = await figures('table=actors&definition=strict&columns=degree')
    expect(rows).toHaveLength(strict.n)
    const first = rows[0]?.split(',') ?? []
    expect(first[names.indexOf('definition')]).toMatch(/^strict@\d+$/)
    expect(first[names.indexOf('revision')]).toBe(String(strict.revision))

    const [json] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Unduh JSON' }).click(),
    ])
    const answer = JSON.parse(await textOf(json)) as Figures
    expect(answer).toMatchObject({ definition: 'strict', revision: strict.revision, table: 'actors' })
    expect(answer.columns.map(({ key }) => key)).toEqual(names.slice(0, answer.columns.length))
    await stage.giveBack(page)
  })

  it('draws a measure quarter by quarter, and sectors on one scale, each also as a table', async () => {
    const page = await stage.open('/riset?show=series&measure=network.density')
    await page.getByRole('heading', { name: /^Kepadatan: dari .* menjadi/ }).waitFor()
    await page.locator('.research-chart .recharts-line').waitFor()
    await page.getByRole('combobox', { name: 'Ukuran' }).first().selectOption({ label: 'Jangkauan a' })
    await page.getByRole('heading', { name: /^Jangkauan a: lebih tinggi/ }).waitFor()
    const { n: sectors } = { n: (await figures('table=sectors')).total }
    expect(await page.locator('.multiples > li').count()).toBeGreaterThanOrEqual(sectors)
    expect(await axeFindings(page)).toEqual([])
    await page.getByRole('button', { name: 'Lihat sebagai tabel' }).click()
    await page.getByRole('columnheader', { name: 'Masa' }).waitFor()
    await stage.giveBack(page)
  })

  it('tests a measure against chance by keyboard alone, says what that means, and repeats from a pasted link', async () => {
    const page = await stage.open('/riset?show=test&measure=network.ei&draws=199')
    await page.getByRole('heading', { name: 'Belum diuji' }).waitFor()
    await page.getByRole('button', { name: 'Jalankan uji' }).focus()
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: /^Indeks luar–dalam/ }).waitFor({ timeout: 50_000 })
    await page.locator('.research-chart .recharts-bar').waitFor()
    expect(await axeFindings(page)).toEqual([])
    const found = await page.locator('.null-model h2').last().innerText()

    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Unduh JSON' }).click(),
    ])
    const result = JSON.parse(await textOf(download)) as NullModelResult
    expect(result).toMatchObject({
      measure: 'network.ei',
      model: 'labels',
      draws: 199,
      definition: 'official',
    })
    expect(result.histogram?.counts.reduce((sum, count) => sum + count, 0)).toBe(result.defined)

    await page.getByRole('button', { name: 'Lihat sebagai tabel' }).click()
    await page.getByRole('rowheader', { name: 'p dua sisi' }).waitFor()

    const { pathname, search } = new URL(page.url())
    const other = await stage.open(pathname + search, { locale: 'id' })
    await other.getByRole('heading', { name: found }).waitFor()
    await stage.giveBack(other)
    await stage.giveBack(page)
  })

  it('stops what takes long when asked to', async () => {
    const page = await stage.open(
      '/riset?show=test&measure=network.robustness&model=rewiring&draws=9999&run=1',
    )
    await page.getByRole('button', { name: 'Hentikan' }).click()
    await page.getByRole('heading', { name: 'Belum diuji' }).waitFor()
    expect(new URL(page.url()).searchParams.get('run')).toBeNull()
    await stage.giveBack(page)
  })

  it('gives code to copy for the measure that is shown', async () => {
    const page = await stage.open('/riset?show=actors&sort=betweenness&code=python-networkx')
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
    const code = page.getByRole('region', { name: 'Kode' })
    await code.getByText('networkx', { exact: false }).first().waitFor()
    await page.getByRole('button', { name: 'Salin kode' }).click()
    await page.getByRole('button', { name: 'Kode tersalin' }).waitFor()
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(await code.innerText())
    await stage.giveBack(page)
  })

  it('says so when the server cannot be reached, and goes on when it can again', async () => {
    const page = await stage.open('/riset')
    await page.getByRole('rowheader', { name: 'Kepadatan' }).first().waitFor()
    await page.context().setOffline(true)
    await page.getByRole('link', { name: 'Per sektor' }).click()
    await page.getByRole('button', { name: 'Coba lagi' }).waitFor({ timeout: 20_000 })
    await page.context().setOffline(false)
    await page.getByRole('heading', { name: /^\d+ sektor$/ }).waitFor()
    stage.faults.length = 0
    await stage.giveBack(page)
  })

  it('fits a phone in both languages and themes: tables scroll inside', async () => {
    const looks = [
      { locale: 'id', theme: 'light' },
      { locale: 'en', theme: 'dark' },
    ] as const
    for (const look of looks) {
      const page = await stage.open('/riset?show=actors', { size: PHONE, touch: true, ...look })
      await page.getByRole('rowheader').first().waitFor()
      expect(await sideways(page)).toBeLessThanOrEqual(0)
      expect(await axeFindings(page)).toEqual([])
      await stage.giveBack(page)
    }
  })

  it('stands in the navigation', async () => {
    const page = await stage.open('/', { size: DESKTOP })
    await page.getByRole('navigation', { name: 'Utama' }).getByRole('link', { name: 'Riset' }).click()
    await page.getByRole('heading', { level: 1, name: /pasangan yang mungkin$/ }).waitFor()
    await stage.giveBack(page)
  })
})
