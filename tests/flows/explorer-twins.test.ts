import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { ActorNetwork } from '#shared/contract/network.ts'
import { savedFile } from './saved-file.ts'
import { axeFindings, openReadOnlyStage, type PageOptions, PHONE, type Stage } from './stage.ts'

const opened: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const giveBack of opened.splice(0)) await giveBack()
})

const DKV = 'desain-komunikasi-visual'
const search = (page: Page) => Object.fromEntries(new URL(page.url()).searchParams)
const tab = (page: Page, name: string) => page.getByRole('tab', { name, exact: true })
const said = (page: Page, words: string | RegExp) =>
  page.getByRole('status').filter({ hasText: words }).first().waitFor({ state: 'attached' })
const inAddress = (page: Page, name: string, value: string | null) =>
  page.waitForFunction(([one, wanted]) => new URL(location.href).searchParams.get(one!) === wanted, [
    name,
    value,
  ] as const)
/** What a tab shows, once nothing is on its way any more. */
const settled = async (page: Page) => {
  await page.waitForLoadState('networkidle')
  await expect
    .poll(() => page.locator('main').innerText(), { timeout: 15_000 })
    .not.toMatch(/…\s*$|Sedang memuat|Menguji|Memuat/m)
  return page.locator('main').innerText()
}

describe('the four twins of the explorer', { timeout: 90_000 }, () => {
  let stage: Stage
  let network: ActorNetwork
  beforeAll(async () => {
    stage = await openReadOnlyStage()
    network = await stage.call<ActorNetwork>('GET', '/network')
  }, 120_000)
  afterAll(() => stage.close())

  const visit = async (path: string, options?: PageOptions) => {
    const page = await stage.open(path, options)
    opened.push(() => stage.giveBack(page))
    return page
  }
  const mostLinked = () => network.actors.degree.indexOf(Math.max(...network.actors.degree))
  /** Counting ties between two sectors, straight from the columns of the network. */
  const tiesBetween = (one: string, other: string, { actors, ties }: ActorNetwork = network) =>
    ties.a.filter((a, tie) => {
      const ends = [actors.sectorId[a], actors.sectorId[ties.b[tie]!]]
      return ties.counts[tie] && (ends.join() === `${one},${other}` || ends.join() === `${other},${one}`)
    }).length

  it('show one selection: every tab keeps the address, Back returns, a pasted link shows the same', async () => {
    const id = network.actors.id[mostLinked()]!
    const pick = network.actors.id[(mostLinked() + 1) % network.actors.id.length]!
    const kept = {
      sector: '!kuliner',
      actor: id,
      focus: '2',
      pick: `a.${pick}`,
      color: 'role',
      on: '2026-06-30',
      measure: 'reach',
      order: 'given',
      sort: 'name',
      at: '10_20_300',
    }
    const page = await visit(`/jejaring?${new URLSearchParams(kept)}`)
    const shown: Record<string, string> = {}
    for (const [name, param] of [
      ['Matriks', 'matrix'],
      ['Tabel', 'list'],
      ['Peta', 'map'],
    ] as const) {
      await tab(page, name).click()
      await inAddress(page, 'tab', param)
      expect(search(page)).toEqual({ ...kept, tab: param })
      shown[param] = await settled(page)
      expect(shown[param]).toContain(network.actors.name[mostLinked()]!)
      expect(await page.getByRole('button', { name: 'Akhiri fokus' }).count()).toBe(1)
    }
    const pasted = await visit(new URL(page.url()).pathname + new URL(page.url()).search)
    await pasted.locator('.map-picture').waitFor()
    await settled(pasted)
    await expect.poll(() => pasted.locator('main').innerText()).toBe(shown['map'])
    await page.goBack()
    await inAddress(page, 'tab', 'list')
    await expect.poll(() => page.locator('main').innerText()).toBe(shown['list'])
    await page.goBack()
    await inAddress(page, 'tab', 'matrix')
    await page.goBack()
    await inAddress(page, 'tab', null)
    expect(search(page)).toEqual(kept)
    await page.locator('canvas').first().waitFor()
  })

  it('draw the city: borders, names, flows and actors inside their kelurahan, walked with the keys', async () => {
    const page = await visit('/jejaring?tab=map&layers=flows,actors')
    const map = page.locator('.map-picture')
    await map.waitFor()
    const places = map.locator('[data-place]')
    expect(await places.count()).toBe(29)
    const box = (await map.boundingBox())!
    expect(box.width).toBeGreaterThan(350)
    expect(box.height).toBeGreaterThan(350)
    const tray = (await page.locator('.tray-line').boundingBox())!
    expect(box.y + box.height).toBeLessThanOrEqual(tray.y)
    const regions = network.actors.regionCode
    const between = new Map<string, number>()
    for (const [tie, a] of network.ties.a.entries()) {
      const ends = [regions[a], regions[network.ties.b[tie]!]].sort()
      if (!network.ties.counts[tie] || !ends[0] || !ends[1] || ends[0] === ends[1]) continue
      between.set(ends.join(), (between.get(ends.join()) ?? 0) + 1)
    }
    expect(await map.locator('.map-flow').count()).toBe(between.size)
    const widths = await map
      .locator('.map-flow')
      .evaluateAll((paths) => paths.map((path) => Number(path.getAttribute('stroke-width'))))
    expect(Math.max(...widths) / Math.min(...widths)).toBeCloseTo(Math.max(...between.values()), 6)
    // every drawn actor lies inside the borders of its own kelurahan
    const astray = await map.evaluate((svg) => {
      const inside = (mark: Element) => {
        const circle = mark.querySelector<SVGCircleElement>('.map-mark-target')!
        const point = new DOMPoint(circle.cx.baseVal.value, circle.cy.baseVal.value)
        return [...svg.querySelectorAll<SVGPathElement>('[data-place]')].some((place) =>
          place.isPointInFill(point),
        )
      }
      return [...svg.querySelectorAll('.map-mark')].filter((mark) => !inside(mark)).length
    })
    expect(astray).toBe(0)
    expect(await map.locator('.map-mark').count()).toBeGreaterThan(100)

    await map.locator('[data-place][tabindex="0"]').focus()
    const first = await page.evaluate(() => document.activeElement?.getAttribute('data-place'))
    for (const key of ['ArrowDown', 'ArrowRight', 'ArrowLeft', 'ArrowUp']) {
      await page.keyboard.press(key)
      if ((await page.evaluate(() => document.activeElement?.getAttribute('data-place'))) !== first) break
    }
    const code = (await page.evaluate(() => document.activeElement?.getAttribute('data-place')))!
    expect(code).not.toBe(first)
    await page.keyboard.press('Enter')
    await inAddress(page, 'place', code)
    await page.getByRole('heading', { name: /^Kel\. / }).waitFor()
    await said(page, 'dipilih')
    const here = regions.filter((one, row) => {
      const standing = network.actors.standing[row]
      return one === code && (standing === 'linked' || standing === 'unlinked')
    }).length
    await page.locator('.place-facts').getByText(`${here} pelaku dihitung.`).waitFor()
    await page.getByText('Batas: cahyadsn/wilayah_boundaries (MIT, © Cahya DSN), disederhanakan.').waitFor()
    expect(await page.getByText('Siapa menghubungkan dua pihak?').count()).toBe(0)
    await map.locator('.map-mark').first().click()
    await page.waitForFunction(() => new URL(location.href).searchParams.has('actor'))
    expect(await axeFindings(page)).toEqual([])
  })

  it('say in the matrix which sectors meet less than expected, and open the pair actor by actor', async () => {
    const page = await visit('/jejaring?tab=matrix')
    const list = page.getByRole('complementary', { name: 'Rincian' })
    await list.getByText('1 bukan kebetulan').waitFor()
    const fewest = list.getByRole('button').filter({ hasText: 'wajarnya' }).first()
    expect(await fewest.innerText()).toMatch(/Batik.*Kuliner/s)
    expect(tiesBetween('batik', 'kuliner')).toBe(0)
    const grid = page.getByRole('table', { name: 'Matriks: hubungan antara sektor' })
    const cell = (a: string, b: string) => grid.getByRole('button', { name: new RegExp(`^${a}–${b}: `) })
    expect(await cell('Batik', 'Kuliner').getAttribute('class')).toContain('is-fewer')
    expect(await cell('DKV', 'Kriya').getAttribute('aria-label')).toMatch(
      new RegExp(`^DKV–Kriya: ${tiesBetween(DKV, 'kriya')} hubungan, .*bukan kebetulan`),
    )
    const last = (await grid.locator('tbody tr').last().boundingBox())!
    expect(last.y + last.height).toBeLessThanOrEqual((await page.locator('.tray-line').boundingBox())!.y)
    expect(await axeFindings(page)).toEqual([])

    await grid.locator('[data-cell][tabindex="0"]').focus()
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('Enter')
    await page.waitForFunction(() => new URL(location.href).searchParams.has('cell'))
    await page.getByRole('button', { name: 'Kembali ke matriks' }).click()
    await inAddress(page, 'cell', null)
    await fewest.click()
    await page
      .getByRole('heading', { name: /^Batik–Kuliner: belum ada hubungan dari \d+ yang mungkin/ })
      .waitFor()
    await page.goBack()

    await page.goto(`${stage.url}/jejaring?tab=matrix&compare=2025-12-31`)
    const then = await stage.call<ActorNetwork>('GET', '/network?on=2025-12-31')
    const number = cell('DKV', 'Kriya').locator('[data-before]')
    expect(await number.getAttribute('data-before')).toBe(`${tiesBetween(DKV, 'kriya', then)}→`)
    expect(await number.innerText()).toBe(String(tiesBetween(DKV, 'kriya')))
    await tab(page, 'Peta').click()
    await page.getByText('Peta menunjukkan 30 September 2026 saja').waitFor()
  })

  it('do in the table what the canvas does: walk, pick, focus, columns, order, a file', async () => {
    const page = await visit('/jejaring?tab=list')
    const table = page.getByRole('table', { name: 'Pelaku di jaringan pada saringan ini' })
    const names = table.locator('.actor-name')
    await names.first().focus()
    await page.keyboard.press('x')
    await said(page, '1 pelaku terpilih')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('x')
    await said(page, '2 pelaku terpilih')
    expect(await table.getByRole('checkbox', { checked: true }).count()).toBe(2)
    expect(search(page)['pick']!.split(',')).toHaveLength(2)
    await page.keyboard.press('f')
    await inAddress(page, 'focus', '1')
    const actor = search(page)['actor']!
    const degree = network.actors.degree[network.actors.id.indexOf(actor)]!
    // a neighbourhood has its drawn lines too, so at least the partners
    const around = Number(/Fokus: (\d+) usaha/.exec(await page.locator('main').innerText())?.[1])
    expect(around).toBeGreaterThan(degree)
    expect(await table.locator('tbody tr:not([data-faded])').count()).toBe(around)
    await page.keyboard.press('2')
    await inAddress(page, 'focus', '2')
    await page.keyboard.press('Escape')
    await inAddress(page, 'focus', null)

    await page.getByRole('button', { name: 'Kolom' }).click()
    await page.getByRole('checkbox', { name: 'Bila berhenti' }).check()
    await page.keyboard.press('Escape')
    await table.getByRole('button', { name: 'Bila berhenti' }).click()
    await inAddress(page, 'sort', '-cuts')
    const cuts = await table.locator('td[data-column="cuts"]').first().innerText()
    expect(Number(cuts)).toBe(Math.max(...network.actors.cutPairs))
    expect(await axeFindings(page)).toEqual([])
    const coming = page.waitForEvent('download')
    await page.getByRole('button', { name: 'Unduh CSV' }).click()
    const lines = (await savedFile(await coming)).toString().trim().split('\n')
    expect(lines[0]).toContain('Bila berhenti')
    expect(lines.length - 1).toBeGreaterThan(network.counts.n)
  })

  it('fit the phone: nothing runs out sideways, a kelurahan and a cell open by a tap', async () => {
    const page = await visit('/jejaring?tab=map', { size: PHONE, touch: true, theme: 'dark' })
    const sideways = () =>
      page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
    const place = page.locator('.map-picture [data-place]').first()
    await place.waitFor()
    expect(await sideways()).toBe(0)
    expect((await page.locator('.map-picture').boundingBox())!.width).toBeGreaterThan(250)
    const middle = await place.evaluate((path: SVGGraphicsElement) => {
      const box = path.getBoundingClientRect()
      return [box.x + box.width / 2, box.y + box.height / 2] as const
    })
    await page.touchscreen.tap(...middle)
    await page.getByRole('heading', { name: /^Kel\. / }).waitFor()
    expect(await axeFindings(page)).toEqual([])
    await tab(page, 'Matriks').tap()
    await page.getByText('bukan kebetulan').first().waitFor()
    expect(await sideways()).toBe(0)
    await page.getByRole('button').filter({ hasText: 'wajarnya' }).first().tap()
    await page.getByRole('button', { name: 'Kembali ke matriks' }).tap()
    expect(await axeFindings(page)).toEqual([])
    await tab(page, 'Tabel').tap()
    expect(await page.getByRole('table').locator('.actor-name').first().isVisible()).toBe(true)
    expect(await sideways()).toBe(0)
  })

  it('complained about nothing', () => {
    expect(stage.faults).toEqual([])
  })
})
