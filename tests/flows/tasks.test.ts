import { afterAll, beforeAll, expect, it } from 'vitest'
import type { TaskCounts } from '#shared/contract/tasks.ts'
import { axeFindings, openStage, PHONE, type Stage } from './stage.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
}, 120_000)
afterAll(() => stage.close())

const counts = async () => (await stage.call<TaskCounts>('GET', '/tasks/counts')).kinds

it('lists what must be done; by keyboard alone a tie is confirmed, and the next one is at hand', async () => {
  const before = await counts()
  const page = await stage.open('/')
  await page.getByRole('button', { name: 'Lainnya' }).click()
  const total = before.tie + before.business + before.duplicate
  await page.getByRole('link', { name: `Tugas ${total}` }).click()
  const ties = page.getByRole('list', { name: 'Hubungan perlu dipastikan' })
  await ties.getByRole('listitem').first().waitFor()
  expect(await ties.getByRole('listitem').count()).toBe(before.tie)
  expect(await axeFindings(page)).toEqual([])

  const second = await ties.getByRole('link').nth(1).innerText()
  await ties
    .getByRole('button', { name: /^Masih berjalan/ })
    .first()
    .focus()
  await page.keyboard.press('Enter')
  await page.getByText('dipastikan masih berjalan.', { exact: false }).first().waitFor()
  await expect.poll(() => ties.getByRole('listitem').count()).toBe(before.tie - 1)
  await expect
    .poll(() => page.evaluate(() => document.activeElement?.closest('li')?.textContent))
    .toContain(second)
  expect((await counts()).tie).toBe(before.tie - 1)
  await page.getByRole('button', { name: 'Urungkan' }).click()
  await expect.poll(() => ties.getByRole('listitem').count()).toBe(before.tie)

  await ties
    .getByRole('button', { name: /^Saya tanyakan/ })
    .first()
    .click()
  await ties.getByText('tugas Anda · paling lambat 7 Oktober 2026').waitFor()
  await page.getByLabel('Untuk').selectOption('me')
  await expect.poll(() => ties.getByRole('listitem').count()).toBe(1)
  await ties.getByRole('button', { name: /^Bagi tugas/ }).click()
  await ties.getByLabel('Dikerjakan oleh').selectOption({ label: 'belum ada' })
  await ties.getByRole('button', { name: 'Simpan' }).click()
  await page.getByText('Tidak ada yang menunggu dalam pilihan ini').waitFor()

  await page.getByLabel('Untuk').selectOption('anybody')
  await page.getByRole('button', { name: /^Mungkin sama/ }).click()
  const pairs = page.getByRole('list', { name: 'Mungkin sama' })
  for (let left = before.duplicate; left > 0; left--) {
    await expect.poll(() => pairs.getByRole('listitem').count()).toBe(left)
    await pairs
      .getByRole('button', { name: /^Bukan duplikat/ })
      .first()
      .click()
  }
  await page.getByText('Tidak ada yang menunggu', { exact: true }).waitFor()
  expect((await counts()).duplicate).toBe(0)
  await page.context().close()
})

it('goes from business to business by telephone, with large buttons or with keys', async () => {
  const { business } = await counts()
  const page = await stage.open('/tugas?jenis=business&mode=telepon', { size: PHONE })
  const place = (at: number) => page.getByText(`${at} dari ${business}`, { exact: true })
  await place(1).waitFor()
  const answer = page.getByRole('button', { name: 'Masih ada, data benar' })
  const box = await answer.boundingBox()
  expect(box?.height).toBeGreaterThanOrEqual(48)
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0)
  expect(await axeFindings(page)).toEqual([])
  await answer.click()
  await place(2).waitFor()
  await page.keyboard.press('3')
  await place(3).waitFor()
  await page.keyboard.press('4')
  await place(4).waitFor()
  await page.keyboard.press('ArrowLeft')
  await place(3).waitFor()
  await page.keyboard.press('2')
  await place(4).waitFor()
  // one verified, one gone; who did not answer is a task for tomorrow
  expect((await counts()).business).toBe(business - 2)
  await page.getByRole('button', { name: 'Kembali ke daftar' }).click()
  await page.getByText('tugas Anda · paling lambat 1 Oktober 2026').waitFor()
  expect(await axeFindings(page)).toEqual([])
  await page.context().close()
})

it('is offered to those alone who keep the register', async () => {
  const page = await stage.open('/', { as: 'public' })
  await page.getByRole('button', { name: 'Lainnya' }).click()
  await page.getByRole('link', { name: 'Riwayat' }).waitFor()
  expect(await page.getByRole('link', { name: /^Tugas/ }).count()).toBe(0)
  await page.context().close()
  expect(stage.faults).toEqual([])
})
