import { ratios, type Spread, spreadOf } from '../interleave.ts'
import type { Bench, Row } from '../row.ts'
import { type BenchPage, openDrawingPage } from './browser-page.ts'
import type { Drawer, DrawingPage } from './drawing-page.ts'
import { actorsOf } from './model-actors.ts'

const SIZES = [500, 2000, 5000, 10_000, 20_000]
const FRAMES: Readonly<Record<Drawer, number>> = { ours: 30, sigma: 30, cytoscape: 3 }
/** One round of cytoscape takes a minute at 5,000 actors and many beyond: there it is not run. */
const CYTOSCAPE = { most: 5000, rounds: 1 }
/** P7: at so many actors, shares of the peers' times, and ms per frame (20 frames a second). */
const PROMISED = { at: 5000, sigma: 1 / 10, cytoscape: 1 / 20, frameMs: 50 }

/** ms: of the processor for the first picture with all its ties and for a frame while moving; by the clock to the first frame. */
interface Times {
  drawing: number
  frame: number
  first: number
}
type TimesOf = Record<Drawer, Times[]>

/** P7: the actors of one network, all at once, beside sigma + graphology and cytoscape. */
export async function drawingRows({ networkOf, rounds, say }: Bench): Promise<Row[]> {
  const bench = await openDrawingPage()
  const rows: Row[] = []
  for (const n of SIZES) {
    const network = actorsOf(networkOf(n))
    await bench.page.evaluate((columns) => Object.assign(window, { network: columns }) && null, network)
    const times: TimesOf = { ours: [], sigma: [], cytoscape: [] }
    for (let round = n === SIZES[0] ? -1 : 0; round < rounds; round++)
      for (const drawer of Object.keys(times) as Drawer[]) {
        if (drawer === 'cytoscape' && (n > CYTOSCAPE.most || round >= CYTOSCAPE.rounds)) continue
        const took = await oneRound(bench, drawer)
        if (round >= 0) times[drawer].push(took)
      }
    const told = (Object.keys(times) as Drawer[]).map(
      (one) =>
        `${one} ${JSON.stringify(times[one].map(({ drawing, frame, first }) => [drawing, frame, first].map(Math.round)))}`,
    )
    say(`  ${n}: ${told.join(' ')}`)
    rows.push(...rowsOf(n, times))
  }
  await bench.close()
  return rows
}

async function oneRound({ page, busy }: BenchPage, drawer: Drawer): Promise<Times> {
  const before = await busy()
  const { first } = await page.evaluate((one) => (window as unknown as DrawingPage).draw(one), drawer)
  const drawn = await busy()
  await page.evaluate((frames) => (window as unknown as DrawingPage).move(frames), FRAMES[drawer])
  const moved = await busy()
  await page.evaluate(() => (window as unknown as DrawingPage).clear())
  return { drawing: drawn - before, frame: (moved - drawn) / FRAMES[drawer], first }
}

const columnOf = (times: readonly Times[], which: keyof Times) => times.map((one) => one[which])
const middle = (times: readonly Times[], which: keyof Times) =>
  spreadOf(columnOf(times, which)).median.toFixed(0)

/** Round by round, as far as both have run. */
const beside = (ours: readonly Times[], theirs: readonly Times[], which: keyof Times): Spread =>
  ratios(columnOf(ours.slice(0, theirs.length), which), columnOf(theirs, which))

function rowsOf(n: number, times: TimesOf): Row[] {
  const promised = n === PROMISED.at
  const actors = `${n.toLocaleString('en')} actors`
  const { ours } = times
  const peers = (['sigma', 'cytoscape'] as const).filter((peer) => times[peer].length > 0)
  return [
    ...peers.map(
      (peer): Row => ({
        ...beside(ours, times[peer], 'drawing'),
        target: promised ? 'P7' : null,
        what: `picture of ${actors}, data in memory / ${peer}${peer === 'sigma' ? ' + graphology (WebGL in software)' : ''}`,
        unit: 'ratio',
        goal: promised ? PROMISED[peer] : null,
        rounds: times[peer].length,
        note: `all ties; processor ms ${middle(ours, 'drawing')}/${middle(times[peer], 'drawing')}; first frame by the clock ${middle(ours, 'first')}/${middle(times[peer], 'first')}`,
      }),
    ),
    {
      ...spreadOf(columnOf(ours, 'frame')),
      target: promised ? 'P7' : null,
      what: `moving about among ${actors}: processor time of a frame`,
      unit: 'ms',
      goal: promised ? PROMISED.frameMs : null,
      rounds: ours.length,
      note: `${peers.map((peer) => `${peer} ${middle(times[peer], 'frame')} ms`).join(', ')}; ours with names, and as many ties as keep the pace`,
    },
  ]
}
