import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import Papa from 'papaparse'
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { ActorNetwork } from '#shared/contract/network.ts'
import { savedFile } from './saved-file.ts'
import { axeFindings, openReadOnlyStage, type PageOptions, PHONE, type Stage } from './stage.ts'

const opened: (() => Promise<void>)[] = []
const visit = async (stage: Stage, path: string, options?: PageOptions) => {
  const page = await stage.open(path, options)
  opened.push(() => stage.giveBack(page))
  return page
}
afterEach(async () => {
  for (const giveBack of opened.splice(0)) await giveBack()
})

const search = (page: Page) => Object.fromEntries(new URL(page.url()).searchParams)
const asks = (page: Page, name: string, value: string | null) =>
  expect.poll(() => new URL(page.url()).searchParams.get(name), { timeout: 10_000 }).toBe(value)
const legend = (page: Page, name: string | RegExp) => page.getByRole('region', { name })
const panel = (page: Page, name: string) => page.getByRole('dialog', { name })
const shown = (page: Page) => page.locator('h1').innerText()

async function openPanel(page: Page, button: string, title: string) {
  await page.getByRole('button', { name: button, exact: true }).click()
  await panel(page, title).getByRole('heading', { name: title }).waitFor()
  return panel(page, title)
}

/** Takes a file by its button and gives back its name and bytes. */
async function taken(page: Page, button: string | RegExp) {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: button }).click(),
  ])
  return { name: download.suggestedFilename(), bytes: await savedFile(download) }
}

/** An SVG as a browser reads it: by itself, without the page around it. */
const readSvg = (page: Page, svg: string) =>
  page.evaluate((text) => {
    const read = new DOMParser().parseFromString(text, 'image/svg+xml')
    const root = read.documentElement
    return {
      broken: read.querySelector('parsererror')?.textContent ?? null,
      title: root.querySelector('title')?.textContent ?? '',
      family: root.getAttribute('font-family') ?? '',
      words: [...root.querySelectorAll('text')].map((one) => one.textContent ?? ''),
      outside: [...root.querySelectorAll('*')].filter((one) =>
        /^https?:/.test(one.getAttribute('href') ?? one.getAttribute('xlink:href') ?? ''),
      ).length,
      unfilled: /\{[a-z]+\}|NaN|undefined/.test(text),
    }
  }, svg)

/** Width, height and the number of colours of a PNG, as a browser paints it. */
const readPng = (page: Page, bytes: Buffer) =>
  page.evaluate(async (base64) => {
    const image = new Image()
    image.src = `data:image/png;base64,${base64}`
    await image.decode()
    const canvas = document.createElement('canvas')
    canvas.width = image.naturalWidth
    canvas.height = image.naturalHeight
    const pen = canvas.getContext('2d')!
    pen.drawImage(image, 0, 0)
    const { data } = pen.getImageData(0, 0, canvas.width, canvas.height)
    const colours = new Set<number>()
    for (let at = 0; at < data.length; at += 4)
      colours.add((data[at]! << 16) | (data[at + 1]! << 8) | data[at + 2]!)
    return { width: canvas.width, height: canvas.height, colours: colours.size }
  }, bytes.toString('base64'))

describe('the look of the explorer, its filters, and what is taken away', { timeout: 120_000 }, () => {
  let stage: Stage
  let network: ActorNetwork
  beforeAll(async () => {
    stage = await openReadOnlyStage()
    network = await stage.call<ActorNetwork>('GET', '/network')
  }, 120_000)
  afterAll(() => stage.close())

  it('draws by an attribute and by a figure, says what that means, and filters by its legends', async () => {
    const page = await visit(stage, '/jejaring')
    await page
      .getByRole('region', { name: /^Tingkat sektor/ })
      .getByText('terisolasi')
      .first()
      .waitFor()
    const look = await openPanel(page, 'Rupa', 'Rupa gambar')
    await look.getByLabel('Warna').selectOption('region')
    await asks(page, 'color', 'region')
    await look.getByText('Warna, bentuk, dan dua huruf di depan nama menurut kelurahan.').waitFor()
    await look.getByText('Bentuk dipakai bersama warna').waitFor()
    expect(await axeFindings(page)).toEqual([])
    // the keyboard closes the panel and is back on its button
    await page.keyboard.press('Escape')
    expect(await page.evaluate(() => document.activeElement?.textContent?.trim())).toBe('Rupa')
    const regions = new Set(network.actors.regionCode.filter((code) => code !== null)).size
    expect(
      await legend(page, /^Warna: kelurahan/)
        .getByRole('button', { name: /^[A-Z]\S · / })
        .count(),
    ).toBe(regions)

    await page.goto(`${stage.url}/jejaring?color=partners&size=fixed&ring=clustering`)
    await page.getByText('Cara membaca gambar ini:').waitFor()
    const partners = legend(page, /^Warna: mitra/)
    await partners.getByRole('button').first().waitFor()
    const counted = network.actors.standing.filter((one) => one === 'linked' || one === 'unlinked').length
    const counts = await partners.locator('.legend-count').allInnerTexts()
    expect(counts.reduce((sum, one) => sum + Number(one), 0)).toBe(network.actors.id.length)
    expect(Number(counts.at(-1))).toBe(network.actors.id.length - counted)
    await legend(page, /^Cincin: mitra saling bermitra/)
      .getByRole('button', { name: /^tanpa nilai/ })
      .waitFor()

    // the lowest class alone, and all again
    const none = partners.getByRole('button', { name: /^0 \d+$/ })
    await none.click()
    await asks(page, 'partners', '0-0!~')
    const unlinked = network.actors.degree.filter(
      (degree, row) => degree === 0 && network.actors.standing[row] === 'unlinked',
    ).length
    await expect.poll(() => shown(page)).toContain(`${unlinked} usaha dan 0 hubungan`)
    await none.click()
    await asks(page, 'partners', null)
    await page.getByText('Tidak ada di data').waitFor({ state: 'detached' })
    await page.goto(`${stage.url}/jejaring`)
    await page.getByText('Tidak ada di data').waitFor()
  })

  it('stacks filters with what is left after each, by the keyboard', async () => {
    const page = await visit(stage, '/jejaring')
    const steps = page.getByRole('complementary', { name: 'Saringan' }).locator('.filter-stack > li')
    const add = async (name: string) => {
      const button = page.getByRole('button', { name: 'Tambah saringan' })
      await button.focus()
      await page.keyboard.press('Enter')
      await page.getByRole('button', { name, exact: true }).focus()
      await page.keyboard.press('Enter')
    }
    await add('Mitra')
    const least = page.getByRole('slider', { name: 'Mitra, paling sedikit' })
    await least.focus()
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('ArrowRight')
    await asks(page, 'partners', '2-')
    const { degree, standing } = network.actors
    const known = (row: number) => standing[row] === 'linked' || standing[row] === 'unlinked'
    const two = degree.filter((value, row) => known(row) && value >= 2).length
    const without = standing.filter((_, row) => !known(row)).length
    await expect
      .poll(() => steps.nth(1).locator('.step-count').innerText())
      .toMatch(new RegExp(`^${two + without} · `))
    await page.getByRole('checkbox', { name: /^Sertakan yang kosong/ }).press('Space')
    await asks(page, 'partners', '2-!~')
    await expect.poll(() => steps.nth(1).locator('.step-count').innerText()).toMatch(new RegExp(`^${two} · `))

    await add('Sektor')
    await page.getByRole('checkbox', { name: /^Kuliner/ }).click({ modifiers: ['Alt'] })
    await asks(page, 'sector', 'kuliner')
    const both = degree.filter(
      (value, row) => known(row) && value >= 2 && network.actors.sectorId[row] === 'kuliner',
    ).length
    await expect
      .poll(() => steps.nth(2).locator('.step-count').innerText())
      .toMatch(new RegExp(`^${both} · `))
    expect(search(page)['stack']).toBe('partners,sector')

    // the order changes what a step leaves, never what is left in the end
    await page.getByRole('button', { name: 'Naikkan saringan Sektor' }).press('Enter')
    await asks(page, 'stack', null)
    const kuliner = network.actors.sectorId.filter((one) => one === 'kuliner').length
    await expect
      .poll(() => steps.nth(1).locator('.step-count').innerText())
      .toMatch(new RegExp(`^${kuliner} · `))
    await expect
      .poll(() => steps.nth(2).locator('.step-count').innerText())
      .toMatch(new RegExp(`^${both} · `))
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe(
      'Turunkan saringan Sektor',
    )

    await page.getByRole('checkbox', { name: /Mitra/ }).first().press('Space')
    await asks(page, 'paused', 'partners')
    // the heading counts who is in the network
    const counted = network.actors.sectorId.filter((one, row) => one === 'kuliner' && known(row)).length
    await expect.poll(() => shown(page)).toContain(`${counted} usaha`)
    await page.getByText(`Saringan: 1. Sektor: hanya Kuliner (${kuliner} usaha`).waitFor()
    expect(await axeFindings(page)).toEqual([])
  })

  it('keeps views by name, renames and removes them with undo, and copies a link', async () => {
    const page = await visit(stage, '/jejaring?sector=batik&color=role')
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
    let take = await openPanel(page, 'Bawa', 'Simpan dan bawa')
    await take.getByText('Disimpan di peramban ini').waitFor()
    await take.getByLabel('Nama tampilan').fill('Batik menurut peran')
    await page.keyboard.press('Enter')
    await take.getByRole('button', { name: /^Batik menurut peran/ }).waitFor()
    await take.getByRole('button', { name: 'Ganti nama tampilan Batik menurut peran' }).click()
    await take.getByLabel('Nama baru untuk Batik menurut peran').fill('Batik')
    await page.keyboard.press('Enter')
    expect(await axeFindings(page)).toEqual([])

    await page.goto(`${stage.url}/jejaring?tab=list`)
    take = await openPanel(page, 'Bawa', 'Simpan dan bawa')
    // a table has no picture to take
    expect(await take.getByRole('button', { name: 'Unduh PNG' }).count()).toBe(0)
    await take.getByRole('button', { name: 'Batik', exact: true }).click()
    await asks(page, 'sector', 'batik')
    expect(search(page)).toEqual({ sector: 'batik', color: 'role' })

    take = await openPanel(page, 'Bawa', 'Simpan dan bawa')
    await take.getByRole('button', { name: 'Hapus tampilan Batik' }).click()
    await take.getByText('Tampilan dihapus.').waitFor()
    await take.getByRole('button', { name: 'Urungkan' }).click()
    await take.getByRole('button', { name: /^Batik/ }).waitFor()

    await take.getByRole('button', { name: 'Salin tautan' }).click()
    await take.getByRole('button', { name: 'Tautan tersalin' }).waitFor()
    const link = await page.evaluate(() => navigator.clipboard.readText())
    expect(Object.fromEntries(new URL(link).searchParams)).toEqual({
      sector: 'batik',
      color: 'role',
      on: network.on,
    })
  })

  it('takes the picture and its data away as files that open', async () => {
    const page = await visit(stage, '/jejaring?sector=kuliner,batik&on=2026-09-30', { theme: 'dark' })
    await page.getByRole('application').waitFor()
    const take = await openPanel(page, 'Bawa', 'Simpan dan bawa')
    const svg = await taken(page, 'Unduh SVG')
    expect(svg.name).toBe(`jejaring-2026-09-30-r${network.revision}.svg`)
    const read = await readSvg(page, svg.bytes.toString('utf8'))
    expect(read).toMatchObject({ broken: null, outside: 0, unfilled: false })
    expect(read.title).toBe('Jejaring usaha kreatif Kota Probolinggo')
    expect(read.family).toMatch(/sans-serif$/)
    const words = read.words.join('\n')
    for (const part of [
      'Warna: sektor',
      'Kuliner',
      'Penerbitan',
      'belum tercatat mitra',
      'kedaluwarsa',
      'Makin banyak mitra, makin besar',
      'Sektor: hanya',
      '30 September 2026',
      `revisi data ${network.revision}`,
      'Sumber: Jejaring',
    ])
      expect(words).toContain(part)
    // the printed address leads to this picture also when register and day have moved on
    const printed = words.replace(/\s+/g, '')
    expect(printed).toContain('on=2026-09-30')
    expect(printed).toContain(`known=${network.revision}`)

    await take.getByRole('radio', { name: '1×' }).check()
    const png = await readPng(page, (await taken(page, 'Unduh PNG')).bytes)
    expect(png.width).toBe(1280)
    expect(png.height).toBeGreaterThan(600)
    expect(png.colours).toBeGreaterThan(100)
    await take.getByRole('radio', { name: 'cetak hitam putih' }).check()
    await take.getByRole('radio', { name: '3×' }).check()
    const print = await taken(page, 'Unduh PNG')
    expect(print.name).toMatch(/\.3x\.png$/)
    // width, from the header of the file
    expect(print.bytes.readUInt32BE(16)).toBe(3840)

    const chosen = network.actors.sectorId.map((sector) => sector === 'kuliner' || sector === 'batik')
    const actors = await taken(page, /^CSV: .*usaha/)
    const rows = Papa.parse<string[]>(actors.bytes.toString('utf8').replace(/^\uFEFF/, ''), {
      skipEmptyLines: true,
    }).data
    expect(rows.length - 1).toBe(chosen.filter(Boolean).length)
    expect(rows[0]).toContain('Kelurahan')
    const ties = await taken(page, /^CSV: .*hubungan/)
    const lines = Papa.parse<string[]>(ties.bytes.toString('utf8').replace(/^\uFEFF/, ''), {
      skipEmptyLines: true,
    }).data
    const joined = network.ties.a.filter((a, tie) => chosen[a] && chosen[network.ties.b[tie]!])
    expect(lines.length - 1).toBe(joined.length)
  })

  it('takes comparisons and the matrix away in English', async () => {
    const page = await visit(stage, '/jejaring?tab=matrix', { locale: 'en' })
    await page.locator('.matrix-table').waitFor()
    await openPanel(page, 'Take away', 'Save and take away')
    const matrix = await readSvg(page, (await taken(page, 'Download SVG')).bytes.toString('utf8'))
    expect(matrix).toMatchObject({ broken: null, outside: 0, unfilled: false })
    expect(matrix.words).toEqual(expect.arrayContaining(['Batik', 'Culinary', 'Ku']))

    await page.goto(`${stage.url}/jejaring?compare=2026-03-31&on=2026-09-30&color=role`)
    await page.getByRole('application').waitFor()
    await openPanel(page, 'Take away', 'Save and take away')
    const compared = await readSvg(page, (await taken(page, 'Download SVG')).bytes.toString('utf8'))
    expect(compared).toMatchObject({ broken: null, outside: 0, unfilled: false })
    expect(compared.words).toEqual(
      expect.arrayContaining(['Changes from 31 March 2026 to 30 September 2026', '+', 'lapsed']),
    )
    // also what changed is drawn in the chosen look
    expect(compared.words.some((word) => word.startsWith('Colour: role'))).toBe(true)
  })

  it('is shown within the page of another site, as everybody may see it, and nothing else of it is', async () => {
    const page = await visit(stage, '/jejaring?on=2026-09-30&sector=kuliner,batik')
    await page.getByRole('application').waitFor()
    const take = await openPanel(page, 'Bawa', 'Simpan dan bawa')
    await take.getByRole('button', { name: 'Buat kode sematan' }).click()
    const code = await take.getByLabel('Kode sematan', { exact: true }).inputValue()
    const address = /src="([^"]+)"/.exec(code)![1]!
    const site = createServer((request, response) => {
      const framed = request.url === '/page' ? `${stage.url}/jejaring` : address
      response.setHeader('content-type', 'text/html')
      response.end(
        `<h1>Situs lain</h1><iframe src="${framed}" title="Jejaring" width="960" height="640"></iframe>`,
      )
    })
    await new Promise<void>((done) => site.listen(0, '127.0.0.1', done))
    const other = `http://127.0.0.1:${(site.address() as AddressInfo).port}`
    try {
      const reader = await visit(stage, '/masuk', { as: 'public' })
      await reader.goto(other)
      const frame = reader.frameLocator('iframe')
      await frame.getByRole('application').waitFor()
      expect(await frame.locator('h1').innerText()).toContain('hubungan')
      expect(await frame.getByRole('link', { name: /Buka di Jejaring/ }).getAttribute('href')).toContain(
        `known=${network.revision}`,
      )
      expect(await frame.getByRole('link', { name: 'Catat' }).count()).toBe(0)
      await reader.goto(`${other}/page`)
      await expect.poll(() => stage.faults.splice(0).join()).toContain('frame-ancestors')
      expect(await reader.frameLocator('iframe').locator('#root').count()).toBe(0)
    } finally {
      site.close()
    }
    // a link that was changed opens nothing, and says so
    const changed = await visit(stage, '/masuk', { as: 'public' })
    await changed.goto(`${stage.url}${new URL(address).pathname.slice(0, -3)}xyz`)
    await changed.getByRole('alert').waitFor()
    expect(await changed.getByRole('application').count()).toBe(0)
  })

  it('fits a phone, in the dark and in English', async () => {
    const page = await visit(stage, '/jejaring?tab=graph&color=core&sector=!kuliner', {
      size: PHONE,
      theme: 'dark',
      locale: 'en',
      touch: true,
    })
    const look = await openPanel(page, 'Look', 'Look of the picture')
    await look.getByLabel('Colour').selectOption('role')
    await asks(page, 'color', 'role')
    expect(await axeFindings(page)).toEqual([])
    await look.getByRole('button', { name: 'Close' }).click()
    const take = await openPanel(page, 'Take away', 'Save and take away')
    await take.getByRole('button', { name: 'Download PNG' }).scrollIntoViewIfNeeded()
    await take.getByRole('button', { name: 'Close' }).click()
    await page.getByRole('button', { name: /^Filters/ }).click()
    await page.getByRole('dialog').getByText('without Culinary').waitFor()
    expect(await axeFindings(page)).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(PHONE.width)
  })

  it('complained about nothing', () => {
    expect(stage.faults).toEqual([])
  })
})
