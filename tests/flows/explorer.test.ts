import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { importNetwork } from '#server/cli/import-network.ts'
import type { ActorNetwork } from '#shared/contract/network.ts'
import { axeFindings, openStage, type PageOptions, PHONE, type Stage } from './stage.ts'

/** Pages are closed after each test: a graph in the background takes its share of the machine. */
const opened: (() => Promise<void>)[] = []
const visit = async (stage: Stage, path: string, options?: PageOptions) => {
  const page = await stage.open(path, options)
  opened.push(() => stage.giveBack(page))
  return page
}
afterEach(async () => {
  for (const giveBack of opened.splice(0)) await giveBack()
})

const summary = (page: Page) =>
  page
    .locator('h1')
    .innerText()
    .then((text) => text.trim())
const search = (page: Page) => Object.fromEntries(new URL(page.url()).searchParams)
const details = (page: Page) => page.getByRole('complementary', { name: 'Rincian' })
const said = (page: Page, words: string | RegExp) =>
  page.getByRole('status').filter({ hasText: words }).first().waitFor({ state: 'attached' })
/** The canvas is there and something is painted on it. */
const painted = (page: Page) =>
  page.waitForFunction(
    () =>
      [...document.querySelectorAll('canvas')].some((canvas) => {
        const pixels = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data
        return pixels?.some((value, at) => at % 4 === 3 && value > 0) ?? false
      }),
    undefined,
    { polling: 250 },
  )

describe('the explorer on the demonstration', { timeout: 120_000 }, () => {
  let stage: Stage
  let network: ActorNetwork
  beforeAll(async () => {
    stage = await openStage()
    network = await stage.call<ActorNetwork>('GET', '/network')
  }, 120_000)
  afterAll(() => stage.close())

  const rowOf = (id: string) => network.actors.id.indexOf(id)
  const mostLinked = () => {
    const most = Math.max(...network.actors.degree)
    return network.actors.id[network.actors.degree.indexOf(most)]!
  }

  it('says what is in the network and keeps those without a partner in the tray', async () => {
    const page = await visit(stage, '/jejaring')
    await painted(page)
    expect(await summary(page)).toBe(
      `${network.counts.n} usaha di jaringan · ${network.counts.m} hubungan dari ${network.counts.records} catatan`,
    )
    const tray = page.getByRole('region', { name: 'Tanpa mitra dan belum didata' })
    expect(await tray.getByText(`${network.counts.unlinked} usaha belum tercatat mitra`).count()).toBe(1)
    expect(await tray.getByText(`${network.counts.unasked} usaha belum didata`).count()).toBe(1)
    expect(await tray.getByRole('button').count()).toBe(
      network.actors.standing.filter((one) => ['unlinked', 'unasked', 'unclassified'].includes(one)).length,
    )
    expect(await axeFindings(page)).toEqual([])
  })

  it('is walked with the arrow keys, focused with F, and left with Escape', async () => {
    const first = mostLinked()
    const page = await visit(stage, `/jejaring?actor=${first}`)
    await painted(page)
    const graph = page.getByRole('application')
    await graph.focus()
    for (const key of ['ArrowRight', 'ArrowLeft', 'ArrowDown', 'ArrowUp']) {
      await page.keyboard.press(key)
      await page.waitForTimeout(50)
      if (search(page)['actor'] !== first) break
    }
    const second = search(page)['actor']!
    expect(second).not.toBe(first)
    const joined = network.ties.a.some((a, tie) => {
      const ends = [network.actors.id[a], network.actors.id[network.ties.b[tie]!]]
      return ends.includes(first) && ends.includes(second)
    })
    expect(joined).toBe(true)
    const name = network.actors.name[rowOf(second)]!
    await details(page).getByRole('heading', { name }).waitFor()
    await said(page, name)

    await page.keyboard.press('f')
    await page.keyboard.press('3')
    await page.waitForFunction(() => new URL(location.href).searchParams.get('focus') === '3')
    await details(page).getByText('derajat 3').waitFor()
    await page.keyboard.press('-')
    await details(page).getByText('derajat 2').waitFor()
    await page.keyboard.press('Escape')
    await page.waitForFunction(() => !new URL(location.href).searchParams.has('focus'))
    expect(search(page)['actor']).toBe(second)
    await page.keyboard.press('Escape')
    await page.waitForFunction(() => !new URL(location.href).searchParams.has('actor'))
  })

  it('filters by the legend, counts what is left, and hides nobody in the tray', async () => {
    const page = await visit(stage, '/jejaring')
    const batik = page.getByRole('button', { name: /^Batik \d+$/ })
    await batik.click({ modifiers: ['Alt'] })
    await page.waitForFunction(() => new URL(location.href).searchParams.get('sector') === 'batik')
    const counted = (row: number) =>
      network.actors.sectorId[row] === 'batik' &&
      ['linked', 'unlinked'].includes(network.actors.standing[row]!)
    const inBatik = network.actors.id.filter((_, row) => counted(row)).length
    expect(await batik.getAttribute('aria-pressed')).toBe('true')
    expect(await page.getByRole('button', { name: /^Kuliner \d+$/ }).getAttribute('aria-pressed')).toBe(
      'false',
    )
    const ties = network.ties.a.filter(
      (a, tie) => network.ties.counts[tie] && counted(a) && counted(network.ties.b[tie]!),
    ).length
    expect(await summary(page)).toBe(`${inBatik} usaha dan ${ties} hubungan pada saringan ini`)
    await said(page, `${inBatik} usaha, ${ties} hubungan.`)

    const alone = network.actors.standing.map(
      (standing, row) => standing === 'unlinked' && network.actors.sectorId[row],
    )
    const part = alone.filter((sector) => sector === 'batik').length
    const tray = page.getByRole('region', { name: 'Tanpa mitra dan belum didata' })
    await tray.getByText(`${part} dari ${network.counts.unlinked} usaha belum tercatat mitra`).waitFor()
    expect(await tray.getByRole('button').count()).toBeGreaterThanOrEqual(network.counts.unlinked)

    await page.getByRole('checkbox', { name: 'Pakai saringan Sektor' }).uncheck()
    expect(await summary(page)).toContain('di jaringan')
    await page.getByRole('button', { name: 'Hapus saringan Sektor' }).click()
    await page.waitForFunction(() => location.search === '')
  })

  it('says so when the filters leave nobody, and lets go of them', async () => {
    const page = await visit(stage, '/jejaring?role=media&sector=batik')
    await page.getByText('Tidak ada pelaku pada saringan ini.').waitFor()
    await page
      .getByText(`${network.counts.unlinked} usaha belum tercatat mitra, tetap ada di bawah.`)
      .waitFor()
    await page.getByRole('button', { name: 'Longgarkan saringan' }).first().click()
    await page.waitForFunction(() => location.search === '')
  })

  it('shows the same view from a pasted address', async () => {
    const actor = mostLinked()
    const path = `/jejaring?definition=strict&tab=list&sector=%21kuliner%2C~&region=${network.actors.regionCode.find(Boolean)}&paused=region&intensity=2-4&actor=${actor}&q=contoh`
    const page = await visit(stage, path)
    await page.getByRole('table').waitFor()
    // a line with nothing but dots stands where an answer is still on its way
    await expect.poll(() => page.locator('main').innerText()).not.toMatch(/^\s*…\s*$/m)
    const before = await page.locator('main').innerText()
    expect(await page.getByRole('searchbox', { name: 'Cari nama' }).inputValue()).toBe('contoh')
    expect(await page.getByRole('checkbox', { name: 'Pakai saringan Kelurahan' }).isChecked()).toBe(false)
    expect(await page.getByRole('combobox', { name: 'Definisi' }).inputValue()).toBe('strict')
    await details(page).getByRole('link', { name: 'Buka profil' }).waitFor()
    const again = await visit(stage, new URL(page.url()).pathname + new URL(page.url()).search)
    await again.getByRole('table').waitFor()
    await expect.poll(() => again.locator('main').innerText()).toBe(before)
  })

  it('reads another date, and the picture and its counts follow', async () => {
    const page = await visit(stage, '/jejaring')
    await painted(page)
    const slider = page.getByRole('slider', { name: 'Tanggal' })
    await slider.focus()
    await page.keyboard.press('Home')
    await page.keyboard.press('ArrowRight')
    await page.waitForFunction(() => new URL(location.href).searchParams.get('on') === '2024-12-31')
    expect(await slider.getAttribute('aria-valuetext')).toContain('31 Desember 2024')
    const then = await stage.call<ActorNetwork>('GET', '/network?on=2024-12-31')
    expect(then.counts.n).not.toBe(network.counts.n)
    await expect
      .poll(() => summary(page))
      .toBe(
        `${then.counts.n} usaha di jaringan · ${then.counts.m} hubungan dari ${then.counts.records} catatan`,
      )
    await page.getByText('Keadaan per 31 Desember 2024').first().waitFor()
    await page.getByRole('button', { name: 'Triwulan sebelumnya' }).click()
    await page.waitForFunction(() => new URL(location.href).searchParams.get('on') === '2024-09-30')
    await page.goBack()
    await expect.poll(() => summary(page)).toContain(`${then.counts.m} hubungan`)
  })

  it('lists the same actors on the phone before it draws them, and tells about one in a sheet', async () => {
    const page = await visit(stage, '/jejaring', { size: PHONE, touch: true, theme: 'dark' })
    expect(await page.getByRole('tab', { selected: true }).innerText()).toBe('Tabel')
    const name = network.actors.name[rowOf(mostLinked())]!
    await page.getByRole('table').getByRole('button', { name }).tap()
    const sheet = page.getByRole('dialog', { name })
    await sheet.getByRole('link', { name: 'Catat kerja sama' }).waitFor()
    expect(await axeFindings(page)).toEqual([])
    await sheet.getByRole('button', { name: 'Tutup rincian' }).tap()
    await page.getByRole('button', { name: 'Saringan' }).tap()
    await page
      .getByRole('dialog', { name: 'Saringan' })
      .getByRole('button', { name: /^Batik \d+$/ })
      .tap()
    await page.waitForFunction(() => new URL(location.href).searchParams.get('sector') === '!batik')
    await page.keyboard.press('Escape')
    await page.getByRole('tab', { name: 'Graf' }).tap()
    await painted(page)
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(
      0,
    )
  })

  it('follows a partnership logged elsewhere, without losing who is chosen', async () => {
    const { standing, sectorId, id, name } = network.actors
    const alone = id.findIndex((_, row) => standing[row] === 'unlinked' && sectorId[row] !== null)
    const partner = id.findIndex((_, row) => standing[row] === 'linked' && sectorId[row] !== sectorId[alone])
    const page = await visit(stage, `/jejaring?actor=${id[alone]}`)
    await details(page).getByText('Belum tercatat mitra.').waitFor()
    const before = await stage.call<ActorNetwork>('GET', '/network')
    await stage.call('POST', '/partnerships', {
      parties: [{ actorId: id[alone] }, { actorId: id[partner] }],
      kind: 'co_production',
      startedOn: '2026-09-30',
      notDuplicate: true,
    })
    await details(page).getByRole('button', { name: name[partner]! }).waitFor()
    await expect.poll(() => summary(page)).toContain(`${before.counts.m + 1} hubungan`)
    expect(await details(page).getByText('Belum tercatat mitra.').count()).toBe(0)
    expect(search(page)['actor']).toBe(id[alone])
  })

  it('opens a sector of the overview in place', async () => {
    const page = await visit(stage, '/?buka=batik')
    await painted(page)
    const inBatik = network.actors.sectorId.filter((sector) => sector === 'batik').length
    await page.getByRole('heading', { name: `Batik: ${inBatik} pelaku` }).waitFor()
    const members = page.getByRole('list', { name: 'Pelaku di Batik' })
    expect(await members.getByRole('button').count()).toBe(inBatik)
    await members.getByRole('button').first().click()
    await page.getByRole('link', { name: 'Buka profil' }).waitFor()
    await page.getByRole('button', { name: 'Tutup sektor' }).click()
    await page.waitForFunction(() => !new URL(location.href).searchParams.has('buka'))
  })

  it('complained about nothing', () => {
    expect(stage.faults).toEqual([])
  })
})

describe('the explorer on a large imported network', { timeout: 120_000 }, () => {
  let stage: Stage
  const folder = mkdtempSync(join(tmpdir(), 'jejaring-large-'))
  const NODES = 900
  const SECTORS = ['north', 'east', 'south']

  beforeAll(async () => {
    const nodes = Array.from({ length: NODES }, (_, row) => `n${row},Organisation ${row},${SECTORS[row % 3]}`)
    // The last hundred have no tie; within and across sectors for the others.
    const edges = Array.from({ length: NODES - 100 }, (_, row) =>
      [1, 3, 9].map((step) => `n${row},n${(row + step * (1 + (row % 4))) % (NODES - 100)}`),
    ).flat()
    writeFileSync(join(folder, 'nodes.csv'), ['id,label,region', ...nodes].join('\n'))
    writeFileSync(join(folder, 'edges.csv'), ['source,target', ...edges].join('\n'))
    const silent = { out: async () => {}, say: () => {} }
    stage = await openStage((database) =>
      importNetwork([folder, '--sector', 'region', '--database', database], silent),
    )
  }, 120_000)
  afterAll(async () => {
    await stage.close()
    rmSync(folder, { recursive: true, force: true })
  })

  it('begins with sectors, opens one on demand, and lists who is not drawn', async () => {
    const page = await visit(stage, '/jejaring')
    await painted(page)
    await page
      .getByRole('region', { name: 'Buka sektor' })
      .getByRole('button', { name: /^north/ })
      .click()
    await page.waitForFunction(() => new URL(location.href).searchParams.get('open') === 'north')
    await page.getByRole('heading', { name: 'north: 300 organisasi' }).waitFor()
    await page.getByText('33 tanpa garis').waitFor()
    await said(page, 'north dibuka')
    const list = details(page).getByRole('table')
    expect(await list.getByRole('row').count()).toBe(51)
    await details(page).getByRole('searchbox').fill('Organisation 12')
    await expect.poll(() => list.getByRole('row').count()).toBeLessThan(51)
    expect(await axeFindings(page)).toEqual([])
  })

  it('counts who has no partner per sector, and names them', async () => {
    const page = await visit(stage, '/jejaring')
    const tray = page.getByRole('region', { name: 'Tanpa mitra dan belum didata' })
    await tray.getByText('100 organisasi belum tercatat mitra').waitFor()
    await tray.getByRole('button', { name: /^north \d+ belum tercatat mitra/ }).click()
    const sheet = page.getByRole('dialog')
    expect(await sheet.getByRole('listitem').count()).toBeGreaterThan(30)
    await sheet.getByRole('listitem').first().getByRole('button').click()
    await details(page).getByText('Belum tercatat mitra.').waitFor()
  })

  it('opens a sector from the graph with the keyboard', async () => {
    const page = await visit(stage, '/jejaring')
    await painted(page)
    await page.getByRole('application').focus()
    await page.keyboard.press('ArrowDown')
    await said(page, /Enter untuk membuka/)
    await page.keyboard.press('Enter')
    await page.waitForFunction(() => new URL(location.href).searchParams.has('open'))
    await page.keyboard.press('Escape')
    await page.waitForFunction(() => !new URL(location.href).searchParams.has('open'))
  })

  it('complained about nothing', () => {
    expect(stage.faults).toEqual([])
  })
})
