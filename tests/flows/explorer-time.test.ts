import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { createFormat } from '#client/ui/format.ts'
import type { ActorNetwork, Multiples } from '#shared/contract/network.ts'
import { axeFindings, openStage, type PageOptions, PHONE, type Stage } from './stage.ts'

const format = createFormat('id')
const search = (page: Page) => Object.fromEntries(new URL(page.url()).searchParams)
/** The address comes to say this of a parameter; null = nothing. */
const says = (page: Page, name: string, value: string | null) =>
  page.waitForFunction(([key, wanted]) => new URL(location.href).searchParams.get(key!) === wanted, [
    name,
    value,
  ] as const)

describe('time and search in the explorer', { timeout: 120_000 }, () => {
  let stage: Stage
  let network: ActorNetwork
  /** Two partners who stop in May 2026 and begin again in August. */
  let pair: readonly [string, string]
  const opened: Page[] = []
  const visit = async (path: string, options?: PageOptions) => {
    const page = await stage.open(path, options)
    opened.push(page)
    return page
  }
  const networkOn = (query: string) => stage.call<ActorNetwork>('GET', `/network?${query}`)

  beforeAll(async () => {
    stage = await openStage()
    const { id, sectorId, standing } = (await networkOn('on=2025-12-31')).actors
    const alone = id.filter((_, row) => standing[row] === 'unlinked' && sectorId[row] !== null)
    pair = [alone[0]!, alone[1]!]
    const log = (startedOn: string) =>
      stage.call<{ partnership: { id: string; revision: number } }>('POST', '/partnerships', {
        parties: pair.map((actorId) => ({ actorId })),
        kind: 'co_production',
        startedOn,
        notDuplicate: true,
      })
    const { partnership: first } = await log('2025-10-01')
    await stage.call(
      'PATCH',
      `/partnerships/${first.id}`,
      { mode: 'from', from: '2026-05-10', changes: { status: 'ended' } },
      { 'if-match': `"${first.revision}"` },
    )
    await log('2026-08-01')
    network = await stage.call<ActorNetwork>('GET', '/network')
  }, 120_000)
  afterAll(() => stage.close())
  afterEach(async () => {
    for (const page of opened.splice(0)) await stage.giveBack(page)
  })

  const nameOf = (id: string) => network.actors.name[network.actors.id.indexOf(id)]!

  it('steps and plays by keyboard, takes a written day, and goes back', async () => {
    const page = await visit('/jejaring?tab=list&on=2026-03-31')
    const slider = page.getByRole('slider', { name: 'Tanggal' })
    await slider.focus()
    await page.keyboard.press('ArrowLeft')
    await says(page, 'on', '2025-12-31')
    await expect
      .poll(() => slider.getAttribute('aria-valuetext'))
      .toMatch(/^31 Desember 2025\. Triwulan IV 2025: \d+ bertambah/)
    await page.getByRole('button', { name: 'Putar' }).press('Enter')
    await says(page, 'on', '2026-06-30')
    await page.getByRole('button', { name: 'Jeda' }).press('Enter')
    const stopped = search(page)['on']
    await page.waitForTimeout(1_800)
    expect(search(page)['on']).toBe(stopped)

    const day = page.getByRole('textbox', { name: /^Keadaan per/ })
    await day.fill('9 xyz 2025')
    await day.press('Enter')
    await page.getByRole('alert').filter({ hasText: 'Tulis misalnya 30 Sep 2026.' }).waitFor()
    await day.fill('31 desember 2024')
    await day.press('Enter')
    await says(page, 'on', '2024-12-31')
    const then = await networkOn('on=2024-12-31')
    await expect
      .poll(() => page.locator('h1').innerText())
      .toContain(`${then.counts.n} usaha di jaringan · ${then.counts.m} hubungan`)
    await page.goBack()
    await says(page, 'on', stopped!)
  })

  it('compares two dates on one layout, with what came, went and came back beside it', async () => {
    const page = await visit('/jejaring?compare=2026-06-30')
    const list = page.getByRole('region', { name: /hubungan bertambah/ })
    await list.waitFor()
    const [before, after] = [await networkOn('on=2026-06-30'), network]
    const sums = await list.innerText()
    expect(sums).toContain(`${before.counts.m} hubungan pada 30 Jun 2026`)
    expect(sums).toContain(`${after.counts.m} pada ${format.shortDate(after.on)}`)
    const returned = list.getByRole('group').filter({ hasText: 'tersambung lagi' })
    await returned.getByRole('button', { name: nameOf(pair[0]) }).waitFor()
    await returned.getByRole('button', { name: nameOf(pair[1]) }).waitFor()
    const legend = page.getByRole('complementary', { name: 'Saringan' })
    const came = Number(/^(\d+) hubungan bertambah/m.exec(sums)![1])
    await legend.getByRole('button', { name: `bertambah ${came}` }).waitFor()
    expect(await legend.getByRole('button', { name: /^tidak dihitung/ }).count()).toBe(0)
    expect(await axeFindings(page)).toEqual([])

    const earlier = page.getByRole('slider', { name: 'Tanggal pembanding' })
    await earlier.press('ArrowLeft')
    await says(page, 'compare', '2026-03-31')
    await expect.poll(() => list.innerText()).toContain('pada 31 Mar 2026')
    const again = await visit(new URL(page.url()).pathname + new URL(page.url()).search)
    const pasted = again.getByRole('region', { name: /hubungan bertambah/ })
    await expect.poll(() => pasted.innerText()).toBe(await list.innerText())
  })

  it('sets quarters side by side, each with its own figures, and leads to one of them', async () => {
    const page = await visit('/jejaring?quarters=4', { theme: 'dark' })
    const { points } = await stage.call<Multiples>('GET', '/network/multiples?count=4')
    const pictures = page.getByRole('region', { name: '4 triwulan berjajar' })
    await expect.poll(() => pictures.getByRole('listitem').count()).toBe(4)
    for (const [k, { n, m, unlinked }] of points.entries())
      expect(await pictures.getByRole('listitem').nth(k).innerText()).toContain(
        `${n} usaha · ${m} hubungan · ${unlinked} tanpa mitra`,
      )
    const rows = page.getByRole('region', { name: 'Angka per triwulan' }).getByRole('row')
    expect(await rows.count()).toBe(5)
    expect(await axeFindings(page)).toEqual([])
    await pictures.getByRole('listitem').nth(1).getByRole('button').click()
    await says(page, 'on', points[1]!.period.on)
    await says(page, 'quarters', null)
  })

  it('reads what was known after a change or on a day, says so, and leads back', async () => {
    const page = await visit('/jejaring?tab=list')
    const choice = page.getByRole('button', { name: /^Diketahui/ })
    const panel = page.getByRole('dialog', { name: 'Seperti diketahui pada' })
    await choice.click()
    await panel.getByRole('radio').nth(3).click()
    await page.waitForFunction(() => new URL(location.href).searchParams.has('known'))
    const revision = search(page)['known']!
    const then = await networkOn(`known=${revision}`)
    expect(then.counts.m).not.toBe(network.counts.m)
    const notice = page.getByRole('note').filter({ hasText: 'Seperti diketahui' })
    expect(await notice.innerText()).toContain(`sesudah revisi ${revision}`)
    await expect.poll(() => page.locator('h1').innerText()).toContain(`${then.counts.m} hubungan`)

    await choice.click()
    const day = panel.getByRole('textbox', { name: 'Akhir hari' })
    // the day where the city is, which may be another one here
    const today = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Jakarta' }).format(new Date())
    await day.fill(today)
    await day.press('Enter')
    await says(page, 'known', today)
    await expect.poll(() => notice.innerText()).toContain(`pada akhir ${format.date(today)}`)
    await expect.poll(() => page.locator('h1').innerText()).toContain(`${network.counts.m} hubungan`)
    await page.goBack()
    await says(page, 'known', revision)

    const before = await visit('/jejaring?known=2020-01-01')
    await before.getByRole('button', { name: 'Semua yang diketahui sekarang' }).click()
    await says(before, 'known', null)
    await expect.poll(() => before.locator('h1').innerText()).toContain(`${network.counts.m} hubungan`)
  })

  it('finds in spite of a slip, and shows whom it finds in the view at hand', async () => {
    const page = await visit('/jejaring?tab=list&on=2026-03-31&sector=%21kuliner')
    await page.getByRole('table').waitFor()
    const field = page.getByRole('combobox', { name: /^Cari pelaku/ })
    // the key answers once the page has come to rest
    await expect
      .poll(async () => {
        if (!(await field.isVisible())) await page.keyboard.press('/')
        return field.isVisible()
      })
      .toBe(true)
    const name = nameOf(pair[0])
    const slipped = `${name.slice(0, 2)}${name[3]}${name[2]}${name.slice(4)}`
    await field.fill(slipped)
    const found = page.getByRole('option').first()
    await expect.poll(() => found.innerText()).toContain(name)
    expect(await field.getAttribute('aria-activedescendant')).toBe(await found.getAttribute('id'))
    expect(await axeFindings(page)).toEqual([])
    await page.keyboard.press('Enter')
    await says(page, 'actor', pair[0])
    expect(search(page)).toMatchObject({ tab: 'list', on: '2026-03-31', sector: '!kuliner' })

    await page.keyboard.press('Control+k')
    await field.fill('bandingkan')
    await page.getByRole('option', { name: 'Bandingkan dua tanggal' }).waitFor()
    await page.keyboard.press('Enter')
    await says(page, 'compare', '2025-12-31')
  })

  it('finds places and people with a finger at 360 px, where time does not fill the screen', async () => {
    const page = await visit('/jejaring?compare=2026-06-30&tab=graph', {
      size: PHONE,
      touch: true,
      locale: 'en',
    })
    await page.getByRole('region', { name: /ties? came/ }).waitFor()
    const picture = (await page.locator('.graph-pane').boundingBox())!
    const bar = (await page.locator('.time-band').boundingBox())!
    expect(picture.y).toBeLessThan(PHONE.height * 0.66)
    expect(bar.height).toBeLessThan(PHONE.height * 0.3)
    expect(await axeFindings(page)).toEqual([])
    await page.getByRole('button', { name: 'Search' }).tap()
    await page.getByRole('combobox', { name: /^Search/ }).fill('manguharjo')
    const place = page.getByRole('option', { name: /^Mangunharjo/ })
    await place.waitFor()
    const box = (await place.boundingBox())!
    expect(box.height).toBeGreaterThanOrEqual(44)
    await place.tap()
    await page.waitForURL(/\/pelaku\?/)
    expect(search(page)['region']).toBeTruthy()
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(
      0,
    )
  })

  it('complained about nothing', () => {
    expect(stage.faults).toEqual([])
  })
})
