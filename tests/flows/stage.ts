import { copyFile, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import axe from 'axe-core'
import { type Browser, chromium, type Page } from 'playwright-core'
import { openDemonstration } from '#seed/demonstration.ts'
import type { AccountRole, Role } from '#shared/contract/rights.ts'
import { BACKSTAGE } from './backstage.ts'
import { freePort, startBuiltProduct } from './built-product.ts'
import { CHROMIUM_ARGS, findChromium } from './chromium.ts'
import { createDevices, type Devices } from './devices.ts'

export const DESKTOP = { width: 1440, height: 1000 }
export const PHONE = { width: 360, height: 780 }

export interface PageOptions {
  size?: { width: number; height: number }
  theme?: 'light' | 'dark'
  locale?: 'id' | 'en'
  /** Fingers instead of a mouse. */
  touch?: boolean
  /** Keeps the pages for use without signal: fetches all of them at every first visit, so only where a flow is about that. */
  keepsPages?: boolean
  /** Who sits at it; staff of the demonstration unless a flow says otherwise, nobody where there is none. */
  as?: Role
}

/** A real server, and a real browser in front of it. */
export interface Stage {
  url: string
  /** What pages complained about on their consoles so far; a flow ends with it empty. */
  faults: string[]
  /** A page in a context of its own, as another person's device. */
  open: (path: string, options?: PageOptions) => Promise<Page>
  /** Ends with the device that the page is on; its other pages are closed too. */
  giveBack: (page: Page) => Promise<void>
  /** Speaks to the API as another program would, signed in as staff where there is a demonstration. */
  call: <T>(method: string, path: string, body?: unknown, headers?: Record<string, string>) => Promise<T>
  close: () => Promise<void>
}

async function fillDemonstration(database: string) {
  const seeded = process.env[BACKSTAGE.demonstration]
  if (seeded) await copyFile(seeded, database.replace(/^file:/, ''))
  else await (await openDemonstration(database)).destroy()
}

/** The one of the run, or one of the process where it is no run of tests. */
let browser: Promise<Browser> | undefined
function openBrowser(): Promise<Browser> {
  const endpoint = process.env[BACKSTAGE.browser]
  browser ??= endpoint
    ? chromium.connect(endpoint)
    : chromium.launch({ executablePath: findChromium(), args: CHROMIUM_ARGS })
  return browser
}

async function closeBrowser() {
  await (await browser)?.close()
  browser = undefined
  audiences.clear()
}

/** Pages at an address, and what they complained about. */
interface Audience {
  devices: Devices
  faults: string[]
}
/** Kept from file to file, by address: a page that has been there before has the program already. */
const audiences = new Map<string, Audience>()
async function audienceAt(url: string): Promise<Audience> {
  const kept = audiences.get(url)
  if (kept) return kept
  const faults: string[] = []
  const devices = createDevices(await openBrowser(), url, (page) => {
    page.setDefaultTimeout(30_000)
    page.on('pageerror', (error) => faults.push(`${page.url()}: ${error.message}`))
    page.on('console', (message) => {
      // A refused request is an answer that the page shows, not a fault of it.
      if (message.type() === 'error' && !message.text().startsWith('Failed to load resource'))
        faults.push(`${page.url()}: ${message.text()}`)
    })
  })
  const audience = { devices, faults }
  audiences.set(url, audience)
  return audience
}

/** Handed out again and again, so that one server's pages are at the address of the last one's. */
const freePorts: number[] = []

/**
 * On a database of its own, freshly seeded. `fill` makes it, which the server then opens; `account`: of staff in it, where it is
 * no demonstration.
 */
export async function openStage(
  fill: (database: string) => Promise<void> = fillDemonstration,
  account?: { email: string; password: string },
): Promise<Stage> {
  const folder = await mkdtemp(join(tmpdir(), 'jejaring-flow-'))
  const database = `file:${join(folder, 'demonstration.db')}`
  await fill(database)
  const port = freePorts.pop() ?? (await freePort())
  const product = await startBuiltProduct(database, port)
  try {
    const staff = account
      ? await sessionCookie(`${product.url}/api/sign-in`, account)
      : await demoCookie(product.url, 'staff')
    const leave = async () => {
      await product.stop()
      freePorts.push(port)
      await rm(folder, { recursive: true, force: true })
    }
    return createStage({ url: product.url, audience: await audienceAt(product.url), staff, leave })
  } catch (error) {
    await product.stop()
    throw error
  }
}

/** For flows that only read: all of a run look at one demonstration. Closing it throws where something was written after all. */
export async function openReadOnlyStage(): Promise<Stage> {
  const url = process.env[BACKSTAGE.readOnly]
  if (!url) return openStage()
  const revision = async () =>
    ((await (await fetch(`${url}/api/reference`)).json()) as { revision: number }).revision
  const before = await revision()
  const leave = async () => {
    if ((await revision()) !== before)
      throw new Error('A flow wrote into the demonstration that others read.')
  }
  return createStage({ url, audience: await audienceAt(url), staff: await demoCookie(url, 'staff'), leave })
}

interface Parts {
  url: string
  audience: Audience
  /** The cookie of a session of staff; null where no demonstration is served. */
  staff: string | null
  /** After the pages are empty. */
  leave: () => Promise<void>
}

/** The cookie of a session in the demonstration; null where none is served. */
export const demoCookie = (url: string, role: AccountRole): Promise<string | null> =>
  sessionCookie(`${url}/api/demo-sign-in`, { role })

async function sessionCookie(address: string, body: object): Promise<string | null> {
  const response = await fetch(address, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  return response.ok ? (response.headers.getSetCookie()[0]?.split(';')[0] ?? null) : null
}

function createStage({ url, audience: { devices, faults }, staff, leave }: Parts): Stage {
  faults.length = 0
  const open = async (path: string, options: PageOptions = {}) => {
    const {
      size = DESKTOP,
      theme = 'light',
      locale = 'id',
      touch = false,
      keepsPages = false,
      as = 'staff',
    } = options
    const page = await devices.take({ touch, keepsPages })
    await page.setViewportSize(size)
    await page.evaluate(
      (preferences) => localStorage.setItem('jejaring.preferences', preferences),
      JSON.stringify({ theme, locale }),
    )
    if (as !== 'public') {
      const cookie = as === 'staff' ? staff : await demoCookie(url, as)
      const [name = '', value = ''] = cookie?.split('=', 2) ?? []
      if (cookie !== null)
        await page.context().addCookies([{ name, value, url, httpOnly: true, sameSite: 'Lax' }])
    }
    await page.goto(`${url}${path}`, { waitUntil: 'domcontentloaded' })
    await page.locator('h1').first().waitFor({ state: 'attached' })
    return page
  }

  const call = async <T>(
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ) => {
    const response = await fetch(`${url}/api${path}`, {
      method,
      headers: {
        'content-type': 'application/json',
        ...(staff === null ? {} : { cookie: staff }),
        ...headers,
      },
      body: body === undefined ? undefined : JSON.stringify(body),
    })
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`)
    return (await response.json()) as T
  }

  const close = async () => {
    await devices.giveAllBack()
    await leave()
    if (!process.env[BACKSTAGE.browser]) await closeBrowser()
  }
  return { url, faults, open, giveBack: devices.giveBack, call, close }
}

interface AxeResults {
  violations: {
    id: string
    impact: string | null
    help: string
    nodes: { target: unknown[]; html: string }[]
  }[]
}

/** What axe finds on the page as it stands, one line per element; empty is good. */
export async function axeFindings(page: Page): Promise<string[]> {
  await page.evaluate(axe.source)
  const results = await page.evaluate(async () => {
    const { axe } = window as unknown as {
      axe: { run: (root: Document, options: object) => Promise<AxeResults> }
    }
    return axe.run(document, { resultTypes: ['violations'], preload: false })
  })
  return results.violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target, html }) => `${id}: ${help} (${target.join(' ')}) ${html.slice(0, 160)}`),
  )
}
