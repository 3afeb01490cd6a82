import { afterAll, beforeAll, expect, it } from 'vitest'
import type { ActorPage, CardPage } from '#shared/contract/actors.ts'
import { axeFindings, openStage, PHONE, type Stage } from './stage.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
})
afterAll(() => stage.close())

it('records a consent with the keyboard on a phone, which everybody reads at once, and takes it back', async () => {
  const { rows } = await stage.call<ActorPage>('GET', '/actors?pageSize=1&sector=batik')
  const { id, name } = rows[0]!
  const cards = async () => (await stage.call<CardPage>('GET', '/cards')).rows.map((card) => card.name)
  const page = await stage.open(`/pelaku/${id}`, { size: PHONE })
  const display = page.getByRole('switch', { name: 'Tampil untuk umum' })
  await display.focus()
  await page.keyboard.press('Space')
  const form = page.getByRole('form', { name: 'Catat persetujuan: Tampil untuk umum' })
  await form.waitFor()
  expect(await axeFindings(page)).toEqual([])

  // without saying how it was said nothing is recorded
  await page.keyboard.press('Enter')
  await form.getByText('Pilih caranya: itu bukti persetujuan.').waitFor()
  expect(await cards()).toEqual([])
  await page.keyboard.press('Space')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Enter')
  await page.getByText('Persetujuan “Tampil untuk umum” tercatat dan sudah berlaku.').waitFor()
  await page.getByText(/^Setuju sejak .*, formulir$/).waitFor()
  expect(await display.getAttribute('aria-checked')).toBe('true')
  expect(await cards()).toEqual([name])
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(PHONE.width)
  expect(await axeFindings(page)).toEqual([])

  // withdrawing is two presses
  await display.focus()
  await page.keyboard.press('Space')
  await page.getByRole('form', { name: 'Cabut persetujuan: Tampil untuk umum' }).waitFor()
  await page.keyboard.press('Enter')
  await page.getByText('Persetujuan “Tampil untuk umum” dicabut dan sudah tidak berlaku.').waitFor()
  expect(await cards()).toEqual([])
  await page.getByRole('button', { name: 'Urungkan' }).press('Enter')
  await page.locator('#isi').getByText('Diurungkan. Persetujuan kembali seperti semula.').waitFor()
  expect(await cards()).toEqual([name])
  expect(stage.faults).toEqual([])
})
