import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { importNetwork } from '#server/cli/import-network.ts'
import type { ActorNetwork } from '#shared/contract/network.ts'
import { axeFindings, openReadOnlyStage, openStage, type PageOptions, PHONE, type Stage } from './stage.ts'

const opened: (() => Promise<void>)[] = []
const visit = async (stage: Stage, path: string, options?: PageOptions) => {
  const page = await stage.open(path, options)
  opened.push(() => stage.giveBack(page))
  return page
}
afterEach(async () => {
  for (const giveBack of opened.splice(0)) await giveBack()
})

const param = (page: Page, name: string) => new URL(page.url()).searchParams.get(name)
const hasParam = (page: Page, name: string, value: string | null) =>
  page.waitForFunction(
    ([key, wanted]) => new URL(location.href).searchParams.get(key!) === wanted,
    [name, value],
  )
const someParam = (page: Page, name: string) =>
  page.waitForFunction((key) => new URL(location.href).searchParams.has(key), name)
const said = (page: Page, words: string | RegExp) =>
  page.getByRole('status').filter({ hasText: words }).first().waitFor({ state: 'attached' })
const details = (page: Page) => page.getByRole('complementary', { name: 'Rincian' })
const graph = (page: Page) => page.getByRole('application')

/** Where a mark of that fill is drawn, in the page: a pixel whose surroundings have its colour too. Waits until there is one. */
async function markOf(page: Page, fill: string, reach = 3): Promise<{ x: number; y: number }> {
  const found = await page.waitForFunction(
    ([hex, far]) => {
      const rgb = [1, 3, 5].map((at) => Number.parseInt((hex as string).slice(at, at + 2), 16))
      for (const canvas of document.querySelectorAll<HTMLCanvasElement>('.graph-canvas canvas')) {
        const { width, height } = canvas
        const pixels = canvas.getContext('2d')?.getImageData(0, 0, width, height).data
        if (!pixels) continue
        const is = (x: number, y: number) => {
          const at = 4 * (y * width + x)
          return rgb.every((part, channel) => pixels[at + channel] === part) && pixels[at + 3] === 255
        }
        const span = far as number
        for (let y = span; y < height - span; y += 2)
          for (let x = span; x < width - span; x += 2) {
            if (!is(x, y) || !is(x - span, y) || !is(x + span, y) || !is(x, y - span) || !is(x, y + span))
              continue
            const box = canvas.getBoundingClientRect()
            return { x: box.left + (x * box.width) / width, y: box.top + (y * box.height) / height }
          }
      }
      return null
    },
    [fill, reach] as const,
    { polling: 200 },
  )
  return (await found.jsonValue())!
}

const GREEN = '#009e73'
const BLUE = '#0072b2'

async function drag(page: Page, points: readonly (readonly [number, number])[]) {
  await page.mouse.move(...points[0]!)
  await page.mouse.down()
  for (const point of points.slice(1)) await page.mouse.move(...point, { steps: 4 })
  await page.mouse.up()
}

/** Corners of the picture, a little inside. */
async function corners(page: Page): Promise<[number, number][]> {
  const { x, y, width, height } = (await graph(page).boundingBox())!
  return [
    [x + 3, y + 3],
    [x + width - 3, y + 3],
    [x + width - 3, y + height - 3],
    [x + 3, y + height - 3],
  ]
}

/** Counting ties as lists of rows. */
function partnersOf({ actors, ties }: ActorNetwork): Set<number>[] {
  const partners = actors.id.map(() => new Set<number>())
  for (const [tie, a] of ties.a.entries()) {
    if (!ties.counts[tie]) continue
    partners[a]!.add(ties.b[tie]!)
    partners[ties.b[tie]!]!.add(a)
  }
  return partners
}

function stepsBetween(network: ActorNetwork, from: number, to: number): number {
  const partners = partnersOf(network)
  const steps = new Map([[from, 0]])
  for (const row of steps.keys())
    for (const next of partners[row]!) if (!steps.has(next)) steps.set(next, steps.get(row)! + 1)
  return steps.get(to)!
}

describe('questions and selections on the demonstration', { timeout: 120_000 }, () => {
  let stage: Stage
  let network: ActorNetwork
  beforeAll(async () => {
    stage = await openReadOnlyStage()
    network = await stage.call<ActorNetwork>('GET', '/network')
  }, 120_000)
  afterAll(() => stage.close())

  it('answers what is asked of an actor: neighbourhood, path, and what would break', async () => {
    const { id, name, cutPairs, sectorId, degree } = network.actors
    const page = await visit(stage, '/jejaring')
    const mark = await markOf(page, GREEN)
    await page.mouse.move(mark.x, mark.y)
    await page.mouse.down()
    await hasParam(page, 'focus', '1')
    await page.mouse.up()
    const held = id.indexOf(param(page, 'actor')!)
    expect(sectorId[held]).toBe('kuliner')
    await details(page).getByRole('heading', { name: name[held]! }).waitFor()
    await graph(page).focus()
    await page.keyboard.press('2')
    await hasParam(page, 'focus', '2')
    await page.keyboard.press('Escape')
    await hasParam(page, 'focus', null)

    const from = id.findIndex((_, row) => sectorId[row] === 'batik' && degree[row]! > 3)
    const to = id.findIndex((one, row) => one !== id[from] && sectorId[row] === 'kuliner' && degree[row]! > 6)
    await page.goto(`${stage.url}/jejaring?actor=${id[from]}`)
    await details(page).getByRole('button', { name: 'Jalur ke pelaku lain' }).click()
    await page.keyboard.type(name[to]!)
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await hasParam(page, 'to', id[to]!)
    const steps = stepsBetween(network, from, to)
    await details(page)
      .getByRole('heading', { name: `Tersambung lewat ${steps} langkah` })
      .waitFor()
    await said(page, /di jawaban ini/)
    await page.goBack()
    await hasParam(page, 'to', null)

    const most = Math.max(...cutPairs)
    const bridge = cutPairs.indexOf(most)
    await page.goto(`${stage.url}/jejaring?actor=${id[bridge]}`)
    await details(page).getByRole('button', { name: 'Bila pelaku ini berhenti' }).click()
    await hasParam(page, 'leave', '1')
    await details(page).getByText(`${most} pasang pelaku tidak lagi tersambung`).waitFor()
    expect(await axeFindings(page)).toEqual([])
    const pasted = await visit(stage, new URL(page.url()).pathname + new URL(page.url()).search, {
      locale: 'en',
    })
    await pasted.getByRole('heading', { name: `If ${name[bridge]} left` }).waitFor()
  })

  it('says who brings two sides together', async () => {
    const { sectorId } = network.actors
    const page = await visit(stage, '/jejaring')
    await details(page).getByText('Siapa menghubungkan dua pihak?').click()
    await page.getByLabel('Pihak pertama').selectOption({ label: 'Kriya' })
    await page.getByLabel('Pihak kedua').selectOption({ label: 'Kuliner' })
    await hasParam(page, 'between', 's.kriya~s.kuliner')
    const partners = partnersOf(network)
    const direct = sectorId.reduce(
      (sum, sector, row) =>
        sector === 'kriya'
          ? sum + [...partners[row]!].filter((one) => sectorId[one] === 'kuliner').length
          : sum,
      0,
    )
    const brokers = partners.filter((own) => {
      const ones = [...own]
      return ones.some(
        (a) => sectorId[a] === 'kriya' && ones.some((b) => sectorId[b] === 'kuliner' && !partners[a]!.has(b)),
      )
    }).length
    const words =
      direct === 0 ? 'Belum ada yang bermitra langsung.' : `${direct} pasang sudah bermitra langsung.`
    await details(page).getByText(words).waitFor()
    expect(brokers).toBeGreaterThan(0)
    await details(page).getByText(`${brokers} pelaku menghubungkan yang belum bermitra:`).waitFor()
    expect(await details(page).locator('.between .actor-names > li').count()).toBe(Math.min(20, brokers))
    expect(await axeFindings(page)).toEqual([])
  })

  it('selects by box, lasso, Shift, legend and search, and compares with the whole', async () => {
    const { id, name, sectorId, standing } = network.actors
    const page = await visit(stage, '/jejaring')
    await markOf(page, GREEN)
    const drawn = new Set<number>()
    for (const [tie, a] of network.ties.a.entries())
      if (!['ended', 'declined', 'future'].includes(network.ties.standing[tie]!))
        drawn.add(a).add(network.ties.b[tie]!)
    const box = page.getByRole('button', { name: 'Pilih dengan kotak' })
    await box.click()
    expect(await box.getAttribute('aria-pressed')).toBe('true')
    const [topLeft, topRight, bottomRight, bottomLeft] = await corners(page)
    await drag(page, [topLeft!, bottomRight!])
    const title = page.locator('#selection-title')
    await title.waitFor()
    await said(page, `${drawn.size} pelaku terpilih.`)
    const counted = [...drawn].filter(
      (row) => standing[row] === 'linked' || standing[row] === 'unlinked',
    ).length
    const figures = page.locator('.selection-figures tbody tr').first().locator('td')
    expect(await figures.allInnerTexts()).toEqual([String(counted), String(network.counts.n)])

    await page.getByRole('button', { name: 'Pilih dengan laso' }).click()
    await drag(page, [topLeft!, topRight!, bottomLeft!])
    await said(page, /^\d+ pelaku terpilih\.$/)
    const half = Number(/\d+/.exec(await title.innerText())![0])
    expect(half).toBeGreaterThan(0)
    expect(half).toBeLessThan(drawn.size)

    await page.getByRole('button', { name: 'Lepas pilihan' }).click()
    await page.getByRole('button', { name: 'Geser gambar' }).click()
    const mark = await markOf(page, GREEN)
    await page.keyboard.down('Shift')
    await page.mouse.click(mark.x, mark.y)
    await said(page, '1 pelaku terpilih.')
    const batik = sectorId.filter((one) => one === 'batik').length
    await page.getByRole('button', { name: /^Batik \d+$/ }).click()
    await page.keyboard.up('Shift')
    await said(page, `${batik + 1} pelaku terpilih.`)
    expect(param(page, 'sector')).toBe(null)

    await page.getByRole('tab', { name: 'Tabel' }).click()
    await page.getByRole('searchbox', { name: /Cari/ }).first().fill('Studio Grafis')
    const found = name.filter((one, row) => one.includes('Studio Grafis') && id[row]).length
    await page.getByRole('button', { name: `Pilih ${found} yang terdaftar` }).click()
    await said(page, `${batik + 1 + found} pelaku terpilih.`)
    expect(await page.getByRole('checkbox', { name: /^Pilih Studio Grafis/, checked: true }).count()).toBe(
      found,
    )
    expect(await axeFindings(page)).toEqual([])
  })

  it('answers fingers', async () => {
    const page = await visit(stage, '/jejaring?tab=graph', {
      size: PHONE,
      touch: true,
      locale: 'en',
      theme: 'dark',
    })
    const mark = await markOf(page, '#1aa981')
    await page.touchscreen.tap(mark.x, mark.y)
    await page.getByRole('dialog').getByRole('button', { name: 'Focus' }).click()
    await hasParam(page, 'focus', '1')
    // the sheet gives way to the answer, and comes back
    await page.getByRole('dialog').getByRole('button', { name: 'Close' }).click()
    const lowered = page.getByRole('region', { name: 'Details' })
    await lowered.getByRole('button', { name: 'Details' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Close' }).click()
    await hasParam(page, 'focus', '1')
    expect(await axeFindings(page)).toEqual([])
    await lowered.getByRole('button', { name: 'Back to the whole network' }).click()
    await hasParam(page, 'actor', null)
  })

  it('complained about nothing', () => {
    expect(stage.faults).toEqual([])
  })
})

const SWAFS = resolve(import.meta.dirname, '../../../shared/data/networks/cordis_h2020_swafs')

describe.skipIf(!existsSync(SWAFS))('an imported network of a thousand', { timeout: 120_000 }, () => {
  let stage: Stage
  beforeAll(async () => {
    const silent = { out: async () => {}, say: () => {} }
    stage = await openStage((database) =>
      importNetwork([SWAFS, '--sector', 'category', '--role', 'helix', '--database', database], silent),
    )
    await stage.call('GET', '/network')
  }, 120_000)
  afterAll(() => stage.close())

  it('opens sector, group and actor in place, closes them, and keeps the view in the address', async () => {
    const page = await visit(stage, '/jejaring')
    const sector = await markOf(page, GREEN, 8)
    const marks = page.locator('.network-canvas')
    expect(await marks.getAttribute('data-marks')).toBe('8')
    await page.mouse.click(sector.x, sector.y)
    await hasParam(page, 'open', 'higher-education')
    await said(page, 'higher education dibuka')
    await expect.poll(async () => Number(await marks.getAttribute('data-marks'))).toBeGreaterThan(15)
    const choice = page.getByRole('region', { name: 'Buka sektor' })
    const group = choice.getByRole('button', { name: /^sekitar / }).first()
    await group.press('Enter')
    await page.waitForFunction(() =>
      /higher-education\/k/.test(new URL(location.href).searchParams.get('open') ?? ''),
    )
    expect(await group.getAttribute('aria-expanded')).toBe('true')
    await page.goBack()
    await hasParam(page, 'open', 'higher-education')

    await page.mouse.move(sector.x, sector.y)
    await page.mouse.wheel(0, -400)
    await someParam(page, 'at')
    await page.getByRole('radio', { name: 'Semua pelaku' }).check({ force: true })
    await hasParam(page, 'detail', 'actor')
    await expect.poll(async () => Number(await marks.getAttribute('data-marks'))).toBe(1074)
    const actor = await markOf(page, BLUE, 2)
    await page.mouse.click(actor.x, actor.y)
    await someParam(page, 'actor')
    await details(page).getByRole('button', { name: 'Fokus' }).waitFor()

    const address = new URL(page.url())
    await page.reload()
    await markOf(page, BLUE, 2)
    const pasted = await visit(stage, address.pathname + address.search)
    await markOf(pasted, BLUE, 2)
    const drawn = (one: Page) =>
      one.evaluate(() => document.querySelectorAll<HTMLCanvasElement>('.network-layer')[1]!.toDataURL())
    await expect.poll(async () => (await drawn(pasted)) === (await drawn(page))).toBe(true)
    expect(await axeFindings(page)).toEqual([])
  })

  it('is walked and opened with the keyboard alone', async () => {
    const page = await visit(stage, '/jejaring')
    await markOf(page, GREEN, 8)
    await graph(page).focus()
    await page.keyboard.press('ArrowDown')
    await said(page, /Enter untuk membuka/)
    await page.keyboard.press(' ')
    await someParam(page, 'pick')
    await page.keyboard.press('Enter')
    await someParam(page, 'open')
    for (const _ of [1, 2, 3]) await page.keyboard.press('Escape')
    await hasParam(page, 'open', null)
    await hasParam(page, 'pick', null)
  })

  it('is moved and pinched with fingers', async () => {
    const page = await visit(stage, '/jejaring?tab=graph&detail=group', { size: PHONE, touch: true })
    await page.locator('.network-canvas').waitFor()
    await page.waitForFunction(
      () => Number(document.querySelector('.network-canvas')?.getAttribute('data-marks')) > 40,
    )
    const { x, y, width, height } = (await graph(page).boundingBox())!
    const [cx, cy] = [x + width / 2, y + height / 2]
    const fingers = await page.context().newCDPSession(page)
    const touch = (
      type: 'touchStart' | 'touchMove' | 'touchEnd',
      points: readonly (readonly [number, number])[],
    ) =>
      fingers.send('Input.dispatchTouchEvent', {
        type,
        touchPoints: points.map(([px, py], id) => ({ x: px, y: py, id })),
      })
    await touch('touchStart', [[cx, cy]])
    for (const step of [20, 40, 60]) await touch('touchMove', [[cx + step, cy]])
    await touch('touchEnd', [])
    await someParam(page, 'at')
    const place = () => param(page, 'at')!.split('_').map(Number) as [number, number, number]
    const moved = place()
    expect(moved[0]).toBeLessThan(-20)
    await touch('touchStart', [
      [cx - 20, cy],
      [cx + 20, cy],
    ])
    for (const step of [30, 45, 60])
      await touch('touchMove', [
        [cx - step, cy],
        [cx + step, cy],
      ])
    await touch('touchEnd', [])
    await expect.poll(() => place()[2]).toBeLessThan(moved[2] * 0.6)
    expect(await axeFindings(page)).toEqual([])
  })

  it('complained about nothing', () => {
    expect(stage.faults).toEqual([])
  })
})
