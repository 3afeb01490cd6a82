import { mkdtempSync, rmSync } from 'node:fs'
import { get } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { CDPSession, Page } from 'playwright-core'
import { importNetwork } from '#server/cli/import-network.ts'
import { userAdd } from '#server/cli/user.ts'
import type { ActorNetwork } from '#shared/contract/network.ts'
import { openStage, type Stage } from '../../flows/stage.ts'
import { graphOf } from '../graphology-peer.ts'
import type { BenchNetwork } from '../network-file.ts'
import type { Bench, Row } from '../row.ts'
import { watchProcessor } from './browser-page.ts'
import { writeFiles } from './model-actors.ts'

const SIZES = [1000, 5000]
const PAYLOAD_AT = 2000
const SAMPLES = 40
/** Client time that a click may take to be drawn, ms. */
const DRAWN_WITHIN = 100
const SECTOR_BUTTONS = '[aria-labelledby="open-sector"] > ul > li > button'
/** Back and on; the field between them has a button of its own. */
const STEP_BUTTONS = '.as-of-steps > button'
/** Who writes while the page is looked at. */
const STAFF = { email: 'uji@uji.example', password: 'perahu layar biru' }
/** Ten minutes of one interaction a second. */
const LONG = 600

/** The whole page on a real server: what a click costs, what the stream disturbs, what stays in memory, what crosses the wire. */
export async function exploringRows({ networkOf, say }: Bench): Promise<Row[]> {
  const rows: Row[] = []
  for (const n of SIZES) {
    say(`  exploring ${n} …`)
    rows.push(...(await onStage(networkOf(n), (stage) => exploring(stage, n, n === SIZES[0]), STAFF)))
  }
  say('  payload …')
  rows.push(...(await onStage(networkOf(PAYLOAD_AT), (stage) => payload(stage, networkOf(PAYLOAD_AT)))))
  return rows
}

/** `staff`: who writes in it; without one everybody may read. */
async function onStage<T>(
  network: BenchNetwork,
  work: (stage: Stage) => Promise<T>,
  staff?: typeof STAFF,
): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-explorer-'))
  writeFiles(network, folder)
  const silent = { out: async () => {}, say: () => {} }
  const stage = await openStage(async (database) => {
    await importNetwork([folder, '--sector', 'branch', '--database', database], silent)
    if (!staff) return
    const person = ['--email', staff.email, '--name', 'Uji', '--role', 'staff', '--password-stdin']
    await userAdd([...person, '--database', database], { ...silent, input: async () => staff.password })
  }, staff)
  try {
    await stage.call('GET', '/network')
    return await work(stage)
  } finally {
    await stage.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

async function exploring(stage: Stage, n: number, long: boolean): Promise<Row[]> {
  const page = await stage.open('/jejaring')
  await page.locator('.network-canvas').waitFor()
  await watchPage(page)
  const watch = await watchProcessor(page.context().browser()!)
  const actors = `${n.toLocaleString('en')} actors`
  const row = async (what: string, press: (turn: number) => Promise<number>): Promise<Row> => {
    for (const turn of [-2, -1]) await press(turn)
    const clock: number[] = []
    const busy: number[] = []
    for (let turn = 0; turn < SAMPLES; turn++) {
      const before = await watch()
      clock.push(await press(turn))
      busy.push((await watch()) - before)
    }
    return {
      ...only(spread(busy).most),
      target: null,
      what: `${what}, ${actors}: processor time until drawn, 95th percentile`,
      unit: 'ms',
      goal: DRAWN_WITHIN,
      rounds: SAMPLES,
      note: `median ${spread(busy).median.toFixed(0)} ms; by the clock, without the server: ${spread(clock).median.toFixed(0)} ms, 95th percentile ${spread(clock).most.toFixed(0)} ms`,
    }
  }
  const rows = [
    await row('opening or closing a sector', (turn) =>
      press(page, SECTOR_BUTTONS, Math.abs(turn >> 1) % 12, 'marks'),
    ),
    await row('a filter changed', (turn) =>
      press(page, '.explorer-filters .legend-button', Math.abs(turn >> 1) % 12, 'summary'),
    ),
    await row('another date', (turn) => press(page, STEP_BUTTONS, Math.abs(turn) % 8 < 4 ? 0 : 1, 'summary')),
  ]
  await page.context().close()
  rows.push(await streaming(stage, n))
  if (long) rows.push(await lasting(stage, n))
  return rows
}

/** In the page: clicks, waits until what is drawn has changed and stands on the canvas; ms without what the server took. */
function watching(): void {
  const frame = () => new Promise((done) => requestAnimationFrame(done))
  const state = {
    marks: () => document.querySelector('.network-canvas')?.getAttribute('data-marks') ?? '',
    summary: () =>
      `${document.querySelector('.explorer-summary')?.textContent}${document.querySelector('.explorer-middle.is-previous') !== null}`,
  }
  const pressed = async (selector: string, at: number, sign: 'marks' | 'summary') => {
    const before = state[sign]()
    performance.clearResourceTimings()
    const started = performance.now()
    document.querySelectorAll<HTMLElement>(selector)[at]?.click()
    while (state[sign]() === before || document.querySelector('.is-previous')) {
      if (performance.now() - started > 20_000) throw new Error(`${selector} ${at}: nothing changed`)
      await new Promise((done) => setTimeout(done))
    }
    await frame()
    for (const canvas of document.querySelectorAll<HTMLCanvasElement>('.network-layer'))
      canvas.getContext('2d')!.getImageData(0, 0, 1, 1)
    const total = performance.now() - started
    const asked = performance.getEntriesByType('resource').filter(({ name }) => /\/api\/network\?/.test(name))
    return total - asked.reduce((sum, { duration }) => sum + duration, 0)
  }
  Object.assign(window, { pressed })
}

/** Functions that are sent to the page carry the name-keeping call of the compiler that runs the bench. */
const keepNames = (page: Page) => page.evaluate('globalThis.__name = (named) => named')

async function watchPage(page: Page): Promise<void> {
  await keepNames(page)
  await page.evaluate(watching)
}

const press = (page: Page, selector: string, at: number, sign: 'marks' | 'summary') =>
  page.evaluate(
    ([one, place, what]) =>
      (window as unknown as { pressed: (s: string, n: number, w: string) => Promise<number> }).pressed(
        one,
        place,
        what,
      ),
    [selector, at, sign] as const,
  )

/** How long a frame is kept waiting while somebody else's partnership arrives. */
async function streaming(stage: Stage, n: number): Promise<Row> {
  const network = await stage.call<ActorNetwork>('GET', '/network')
  const page = await stage.open('/jejaring?detail=actor')
  await page.locator('.network-canvas').waitFor()
  const m = network.counts.m
  await keepNames(page)
  await page.evaluate(() => {
    const gaps: number[] = []
    let last = performance.now()
    const next = (now: number) => {
      gaps.push(now - last)
      last = now
      requestAnimationFrame(next)
    }
    requestAnimationFrame(next)
    Object.assign(window, { gaps })
  })
  await page.waitForTimeout(1000)
  const calm = spread(await page.evaluate(() => (window as unknown as { gaps: number[] }).gaps.splice(0)))
  const gaps: number[] = []
  for (let turn = 1; turn <= 3; turn++) {
    await stage.call('POST', '/partnerships', {
      parties: [{ actorId: network.actors.id[turn]! }, { actorId: network.actors.id[n - turn]! }],
      kind: network.kinds[0],
      startedOn: '2026-01-01',
      notDuplicate: true,
    })
    await page.waitForFunction(
      (count) =>
        (document.querySelector('.explorer-summary')?.textContent ?? '')
          .replace(/\D/g, '')
          .includes(String(count)),
      m + turn,
    )
    await page.waitForTimeout(300)
    gaps.push(...(await page.evaluate(() => (window as unknown as { gaps: number[] }).gaps.splice(0))))
  }
  await page.context().close()
  return {
    ...only(spread(gaps).most),
    target: null,
    what: `frames while the stream brings a change, ${n.toLocaleString('en')} actors all drawn: 95th percentile`,
    unit: 'ms',
    goal: DRAWN_WITHIN,
    rounds: 3,
    note: `by the clock; longest ${Math.max(...gaps).toFixed(0)} ms; without a change ${calm.median.toFixed(0)} ms, 95th percentile ${calm.most.toFixed(0)} ms`,
  }
}

/** What stays in memory after long exploring. */
async function lasting(stage: Stage, n: number): Promise<Row> {
  const page = await stage.open('/jejaring')
  await page.locator('.network-canvas').waitFor()
  await watchPage(page)
  const session = await page.context().newCDPSession(page)
  await explore(page, LONG / 5)
  const before = await heap(session)
  await explore(page, LONG)
  const after = await heap(session)
  await page.context().close()
  return {
    ...only(after / before),
    target: null,
    what: `memory after ${LONG} interactions / after ${LONG / 5}, ${n.toLocaleString('en')} actors`,
    unit: 'ratio',
    goal: 1.05,
    rounds: 1,
    note: `${(before / 1e6).toFixed(1)} MB, then ${(after / 1e6).toFixed(1)} MB, garbage collected; sectors opened and closed, filters, dates, walked and moved about`,
  }
}

async function explore(page: Page, times: number): Promise<void> {
  const graph = page.getByRole('application')
  for (let turn = 0; turn < times; turn += 10) {
    const at = (turn / 10) % 6
    for (const _ of [1, 2]) await press(page, SECTOR_BUTTONS, at, 'marks')
    for (const _ of [1, 2]) await press(page, '.explorer-filters .legend-button', at, 'summary')
    for (const back of [0, 1]) await press(page, STEP_BUTTONS, back, 'summary')
    await graph.focus()
    for (const key of ['ArrowDown', 'ArrowRight', 'Shift+ArrowLeft', 'Escape']) await page.keyboard.press(key)
  }
}

async function heap(session: CDPSession): Promise<number> {
  for (const _ of [1, 2, 3]) await session.send('HeapProfiler.collectGarbage')
  const { usedSize } = await session.send('Runtime.getHeapUsage')
  return usedSize
}

/** P9: what the page fetches, beside the same network as its peers read it. */
async function payload(stage: Stage, network: BenchNetwork): Promise<Row[]> {
  const sent = await bytesOf(`${stage.url}/api/network`)
  const columns = JSON.stringify(await stage.call('GET', '/network'))
  const graph = graphOf(network)
  const { actors } = JSON.parse(columns) as ActorNetwork
  graph.forEachNode((key, _attributes) => {
    const row = Number(key)
    graph.mergeNodeAttributes(key, {
      label: actors.name[row],
      x: actors.x[row],
      y: actors.y[row],
      sector: actors.sectorId[row],
    })
  })
  const sigma = gzipSync(JSON.stringify(graph.export())).length
  const cytoscape = gzipSync(
    JSON.stringify({
      nodes: actors.id.map((id, row) => ({
        data: { id, label: actors.name[row], sector: actors.sectorId[row] },
        position: { x: actors.x[row], y: actors.y[row] },
      })),
      edges: network.ties.map(([a, b], tie) => ({
        data: { id: `t${tie}`, source: actors.id[a], target: actors.id[b] },
      })),
    }),
  ).length
  return [
    {
      ...only(sent / 1000),
      target: 'P9',
      what: `the network of ${PAYLOAD_AT.toLocaleString('en')} actors on the wire`,
      unit: 'kB',
      goal: 45,
      rounds: 1,
      note: `as the server sends it to a browser, brotli; without standing, dates, kinds and figures graphology's JSON is ${(sigma / 1000).toFixed(1)} kB and cytoscape's ${(cytoscape / 1000).toFixed(1)} kB gzipped`,
    },
  ]
}

/** Bytes of the body as they cross the wire to a browser. */
const bytesOf = (url: string) =>
  new Promise<number>((done, failed) => {
    get(url, { headers: { 'accept-encoding': 'gzip, deflate, br' } }, (response) => {
      let bytes = 0
      response.on('data', (part: Buffer) => {
        bytes += part.length
      })
      response.on('end', () => done(bytes))
    }).on('error', failed)
  })

const only = (value: number) => ({ least: value, median: value, most: value })

/** Least, median, and the 95th percentile as `most`. */
function spread(values: readonly number[]) {
  const sorted = [...values].sort((a, b) => a - b)
  const at = (share: number) => sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN
  return { least: at(0), median: at(0.5), most: at(0.95) }
}
