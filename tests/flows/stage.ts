import { type ChildProcess, spawn } from 'node:child_process'
import { accessSync, constants, existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { delimiter, join, resolve } from 'node:path'
import axe from 'axe-core'
import { type Browser, chromium, type Page } from 'playwright-core'
import { openDemonstration } from '#seed/demonstration.ts'
import type { AccountRole, Role } from '#shared/contract/rights.ts'
import { createDevices } from './devices.ts'

const root = resolve(import.meta.dirname, '../..')
const SERVER = join(root, 'dist/server/main.js')

const CHROMIUM_NAMES = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome']
export const CHROMIUM_ARGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

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

/** A real server on a freshly seeded database of its own, and a real browser in front of it. */
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

const fillDemonstration = async (database: string) => (await openDemonstration(database)).destroy()

/** `fill` makes the database that the server then opens; `account`: of staff in it, where it is no demonstration. */
export async function openStage(
  fill: (database: string) => Promise<void> = fillDemonstration,
  account?: { email: string; password: string },
): Promise<Stage> {
  if (!existsSync(SERVER)) throw new Error('The flows run on the built product: npm run build.')
  const folder = await mkdtemp(join(tmpdir(), 'jejaring-flow-'))
  const database = `file:${join(folder, 'demonstration.db')}`
  await fill(database)
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const server = startServer(port, database)
  try {
    await answering(url, server)
    const browser = await chromium.launch({ executablePath: findChromium(), args: CHROMIUM_ARGS })
    const staff = account
      ? await sessionCookie(`${url}/api/sign-in`, account)
      : await demoCookie(url, 'staff')
    return createStage({ url, browser, server, folder, staff })
  } catch (error) {
    server.kill()
    throw error
  }
}

interface Parts {
  url: string
  browser: Browser
  server: ChildProcess
  folder: string
  /** The cookie of a session of staff; null where no demonstration is served. */
  staff: string | null
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

function createStage({ url, browser, server, folder, staff }: Parts): Stage {
  const faults: string[] = []
  const devices = createDevices(browser, url, (page) => {
    page.setDefaultTimeout(30_000)
    page.on('pageerror', (error) => faults.push(`${page.url()}: ${error.message}`))
    page.on('console', (message) => {
      // A refused request is an answer that the page shows, not a fault of it.
      if (message.type() === 'error' && !message.text().startsWith('Failed to load resource'))
        faults.push(`${page.url()}: ${message.text()}`)
    })
  })

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
    await devices.close()
    await browser.close()
    const stopped = new Promise((done) => server.once('exit', done))
    server.kill()
    await stopped
    await rm(folder, { recursive: true, force: true })
  }
  return { url, faults, open, giveBack: devices.giveBack, call, close }
}

function startServer(port: number, database: string): ChildProcess {
  const server = spawn(process.execPath, [SERVER], {
    cwd: root,
    env: { ...process.env, HOST: '127.0.0.1', PORT: String(port), DATABASE_URL: database },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  server.stderr?.on('data', (text: Buffer) => process.stderr.write(text))
  return server
}

async function answering(url: string, server: ChildProcess): Promise<void> {
  for (let tries = 0; tries < 200; tries++) {
    if (server.exitCode !== null) throw new Error(`The server ended with ${server.exitCode}.`)
    const healthy = await fetch(`${url}/api/health`).then(
      ({ ok }) => ok,
      () => false,
    )
    if (healthy) return
    await new Promise((done) => setTimeout(done, 100))
  }
  throw new Error('The server did not answer within 20 s.')
}

function freePort(): Promise<number> {
  return new Promise((found, failed) => {
    const probe = createServer()
    probe.once('error', failed)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => found(typeof address === 'object' && address ? address.port : 0))
    })
  })
}

/** The browser of `CHROMIUM_PATH`, or the first of the usual names. */
export function findChromium(): string {
  const named = process.env['CHROMIUM_PATH']
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter(Boolean)
  const candidates = named
    ? [named]
    : CHROMIUM_NAMES.flatMap((name) => folders.map((folder) => join(folder, name)))
  const found = candidates.find((file) => {
    try {
      accessSync(file, constants.X_OK)
      return true
    } catch {
      return false
    }
  })
  if (!found) throw new Error('The flows need Chromium: set CHROMIUM_PATH.')
  return found
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
