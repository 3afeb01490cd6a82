import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { type Browser, chromium, type Page } from 'playwright-core'
import { build } from 'vite'
import { findChromium } from '../../flows/chromium.ts'

const root = resolve(import.meta.dirname, '../../..')

/** WebGL has no hardware where this runs: it is computed by the processor, as the 2D canvas is. */
const ARGS = [
  '--headless',
  '--no-sandbox',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--enable-unsafe-swiftshader',
  '--disable-gpu',
  '--disable-accelerated-2d-canvas',
  '--js-flags=--expose-gc',
]

export interface BenchPage {
  page: Page
  /** ms of the processor that the browser has taken so far to compute and draw pages, all its threads together. */
  busy: () => Promise<number>
  close: () => Promise<void>
}

/** What a browser took of the processor: on a machine that others use too, the clock tells of them. */
export async function watchProcessor(browser: Browser): Promise<() => Promise<number>> {
  const session = await browser.newBrowserCDPSession()
  return async () => {
    const { processInfo } = await session.send('SystemInfo.getProcessInfo')
    const drawing = processInfo.filter(({ type }) => type === 'renderer' || type === 'GPU')
    return 1000 * drawing.reduce((sum, { cpuTime }) => sum + cpuTime, 0)
  }
}

/** An empty page with the product's colours and the contestants loaded. */
export async function openDrawingPage(): Promise<BenchPage> {
  const script = await bundled(resolve(import.meta.dirname, 'drawing-page.ts'))
  const browser = await chromium.launch({ executablePath: findChromium(), args: ARGS })
  const page = await browser.newPage({ viewport: { width: 1000, height: 700 } })
  const tokens = readFileSync(resolve(root, 'client/styles/tokens.css'), 'utf8')
  await page.setContent(`<!doctype html><style>${tokens}</style><body></body>`)
  await page.addScriptTag({ content: script })
  return { page, busy: await watchProcessor(browser), close: () => browser.close() }
}

async function bundled(entry: string): Promise<string> {
  const built = await build({
    configFile: false,
    root,
    logLevel: 'error',
    define: { 'process.env.NODE_ENV': '"production"' },
    build: { write: false, minify: true, lib: { entry, formats: ['iife'], name: 'bench' } },
  })
  const [output] = [built].flat()
  const chunk = output && 'output' in output ? output.output.find((one) => one.type === 'chunk') : undefined
  if (chunk?.type !== 'chunk') throw new Error('The page of the bench was not built.')
  return chunk.code
}
