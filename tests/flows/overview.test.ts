import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { axeFindings, DESKTOP, openReadOnlyStage, PHONE, type Stage } from './stage.ts'

let stage: Stage

beforeAll(async () => {
  stage = await openReadOnlyStage()
}, 120_000)
afterAll(() => stage.close())

/** The page with its second row, which is a chunk of its own, and the chart, which is another. */
const whole = async (page: Page) => {
  await page.locator('.progress .line-label').first().waitFor()
  return page
}

const overflow = (page: Page) =>
  page.evaluate(() => {
    const { scrollWidth, scrollHeight, clientWidth } = document.documentElement
    return { sideways: scrollWidth - clientWidth, height: scrollHeight }
  })

describe('the overview', () => {
  it('shows the whole finding on a laptop without scrolling', async () => {
    for (const locale of ['id', 'en'] as const) {
      const page = await whole(await stage.open('/', { locale }))
      expect(await overflow(page)).toEqual({ sideways: 0, height: DESKTOP.height })
      await stage.giveBack(page)
    }
  })

  it('finds what was planted: batik works inward, seni rupa hardly at all, the sector of two cannot be tested', async () => {
    const page = await stage.open('/')
    const headline = await page.locator('h1').innerText()
    expect(headline).toContain('Batik')
    expect(headline).toContain('Seni rupa')
    const row = (name: string) => page.locator('.verdict-row', { hasText: name }).innerText()
    expect(await row('Batik')).toMatch(/Terisolasi · tertutup.*bukti kuat/s)
    expect(await row('Seni rupa')).toMatch(/Terisolasi · tidur/)
    expect(await row('Penerbitan')).toMatch(/0 dari 2.*tidak dapat diuji/s)
    await stage.giveBack(page)
  })

  it('lets the keyboard go round the map and open a card', async () => {
    const page = await stage.open('/')
    const marks = page.locator('[data-sector]')
    await marks.first().waitFor()
    expect(await page.locator('[data-sector][tabindex="0"]').count()).toBe(1)
    await page.locator('[data-sector][tabindex="0"]').focus()
    const start = await page.evaluate(() => document.activeElement?.getAttribute('data-sector'))
    await page.keyboard.press('ArrowRight')
    const next = await page.evaluate(() => document.activeElement?.getAttribute('data-sector'))
    expect(next).not.toBe(start)
    await page.keyboard.press('ArrowLeft')
    expect(await page.evaluate(() => document.activeElement?.getAttribute('data-sector'))).toBe(start)
    await page.keyboard.press('Enter')
    await page.waitForURL(`**/sektor/${start}`)
    await stage.giveBack(page)
  })

  it('chooses a sector with a click on its mark, opens it in place, and Back closes it', async () => {
    const page = await stage.open('/')
    await page.locator('[data-sector="batik"] .map-mark').click()
    await page.getByRole('button', { name: 'Buka', exact: true }).click()
    await page.waitForURL('**/?buka=batik')
    await page.locator('canvas').first().waitFor()
    await page.goBack()
    await page.locator('[data-sector="batik"]').waitFor()
    expect(new URL(page.url()).search).toBe('')
    await stage.giveBack(page)
  })

  it('shows the whole page as of a quarter that is clicked, and leads back to now', async () => {
    const page = await whole(await stage.open('/'))
    const now = await page.locator('h1').innerText()
    await page
      .getByRole('link', { name: /per Triwulan III 2025/ })
      .first()
      .click()
    await page.waitForURL('**/?on=2025-09-30')
    await page.getByText('Keadaan per 30 September 2025').waitFor()
    await page.getByText('per 30 September 2025, dibandingkan 30 Juni').waitFor()
    // The date stays while moving about.
    await page.locator('.verdict-row').first().click()
    await page.waitForURL('**/sektor/*?on=2025-09-30')
    await page.goBack()
    await page.getByRole('link', { name: 'Kembali ke kini' }).click()
    await page.locator('h1', { hasText: now }).waitFor()
    expect(new URL(page.url()).search).toBe('')
    await stage.giveBack(page)
  })

  it('says the same in tables as in pictures', async () => {
    const page = await whole(await stage.open('/'))
    await page.getByRole('button', { name: 'Lihat sebagai tabel' }).first().click()
    const table = page.getByRole('region', { name: 'Sektor dan mitra lintas sektornya' })
    await table.waitFor()
    expect(await table.locator('tbody').first().locator('tr').count()).toBe(13)
    expect(await table.locator('tbody').nth(1).locator('tr').count()).toBe((13 * 12) / 2)
    await stage.giveBack(page)
  })

  it('opens the method beside a number: formula, what counts, the revision', async () => {
    const page = await stage.open('/')
    await page.getByRole('button', { name: 'Cara menghitung: Indeks Integrasi Ekosistem' }).click()
    const card = page.getByRole('dialog', { name: /Cara menghitung/ })
    await card.getByText('100 · (J · S · C)^(1/3)').waitFor()
    await card.getByText(/definisi Resmi, versi 1/).waitFor()
    await card.getByText(/data revisi \d+/).waitFor()
    expect(await axeFindings(page)).toEqual([])
    await page.keyboard.press('Escape')
    await card.waitFor({ state: 'hidden' })
    await stage.giveBack(page)
  })

  it('prints on one sheet without the bars', async () => {
    const page = await whole(await stage.open('/'))
    const pdf = await page.pdf({ preferCSSPageSize: true })
    expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)).toHaveLength(1)
    await page.emulateMedia({ media: 'print' })
    expect(await page.locator('header').first().isVisible()).toBe(false)
    expect(await page.locator('.print-foot').innerText()).toMatch(/revisi \d+/)
    await stage.giveBack(page)
  })

  it('stands without a connection and comes back with it', async () => {
    const page = await whole(await stage.open('/', { keepsPages: true }))
    await page.waitForLoadState('networkidle').catch(() => {})
    await page.waitForTimeout(1_500)
    await page.context().setOffline(true)
    await page.getByText('luring').waitFor()
    await page
      .getByRole('link', { name: /per Triwulan II 2025/ })
      .first()
      .click()
    await page.getByText(/^Perangkat ini tidak punya sinyal/).waitFor()
    await page.context().setOffline(false)
    // It asks again by itself.
    await page.getByText('per 30 Juni 2025, dibandingkan 31 Maret').waitFor()
    await stage.giveBack(page)
  })

  it('says so when nobody was registered on a date, and when a sector does not exist', async () => {
    const page = await stage.open('/?on=1990-01-01')
    await page.getByRole('heading', { name: 'Belum ada pelaku pada tanggal ini' }).waitFor()
    await page.goto(`${stage.url}/sektor/tidak-ada`)
    await page.getByRole('heading', { name: 'Sektor ini tidak ada' }).last().waitFor()
    await stage.giveBack(page)
  })

  it('is clean for axe and never scrolls sideways: each size, theme and language, with the card of a sector', async () => {
    for (const size of [DESKTOP, PHONE])
      for (const [theme, locale] of [
        ['light', 'id'],
        ['dark', 'en'],
      ] as const) {
        const page = await whole(await stage.open('/', { size, theme, locale, touch: size === PHONE }))
        expect(await axeFindings(page)).toEqual([])
        expect((await overflow(page)).sideways).toBe(0)
        await page.goto(`${stage.url}/sektor/batik`)
        await page.locator('.level-history').waitFor()
        expect(await axeFindings(page)).toEqual([])
        expect((await overflow(page)).sideways).toBe(0)
        await stage.giveBack(page)
      }
  })

  it('leaves no fault on the console', () => {
    expect(stage.faults).toEqual([])
  })
})
