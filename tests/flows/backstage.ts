import { copyFile, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium } from 'playwright-core'
import { openDemonstration } from '#seed/demonstration.ts'
import { freePort, startBuiltProduct } from './built-product.ts'
import { CHROMIUM_ARGS, findChromium } from './chromium.ts'

/**
 * What the flows have in common, once for a run: a browser, the seeded demonstration to copy, and a server on a copy of it for
 * those that only read. They find it in their environment.
 */
export const BACKSTAGE = {
  browser: 'FLOWS_BROWSER',
  demonstration: 'FLOWS_DEMONSTRATION',
  readOnly: 'FLOWS_READ_ONLY',
} as const

export async function setup() {
  const folder = await mkdtemp(join(tmpdir(), 'jejaring-flows-'))
  const demonstration = join(folder, 'demonstration.db')
  await (await openDemonstration(`file:${demonstration}`)).destroy()
  await copyFile(demonstration, join(folder, 'read-only.db'))
  const product = await startBuiltProduct(`file:${join(folder, 'read-only.db')}`, await freePort())
  const browser = await chromium.launchServer({
    executablePath: findChromium(),
    args: CHROMIUM_ARGS,
    host: '127.0.0.1',
  })
  process.env[BACKSTAGE.browser] = browser.wsEndpoint()
  process.env[BACKSTAGE.demonstration] = demonstration
  process.env[BACKSTAGE.readOnly] = product.url
  return async () => {
    await browser.close()
    await product.stop()
    await rm(folder, { recursive: true, force: true })
  }
}
