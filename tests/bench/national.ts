import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createWriteStream, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { Description } from '#shared/analytics/description.ts'
import { blockModel, type ModelNetwork } from './block-model.ts'
import { writeNetwork } from './network-file.ts'
import { openPythonPeers } from './python-peers.ts'

/**
 * `npm run bench:national [-- ACTORS]`: a country of 1,000,000 actors and 3,000,000 ties through `analyze --metrics linear`, with time
 * and memory beside igraph's panel. Takes minutes, so it stands outside `npm run bench`.
 */
const actors = Number(process.argv[2] ?? 1_000_000)
const root = resolve(import.meta.dirname, '../..')
const folder = mkdtempSync(join(tmpdir(), 'national-'))
const say = (line: string) => process.stdout.write(`${line}\n`)

const network = blockModel(actors)
await writeFiles(network)
const binary = join(folder, 'network.bin')
writeNetwork(binary, network)
say(`${network.csr.n.toLocaleString('en')} actors, ${network.csr.m.toLocaleString('en')} ties`)

const ours = await analyzeInProcess()
say(
  `analyze --metrics linear, files included: ${ours.busy.toFixed(0)} s of the processor, ${ours.seconds.toFixed(0)} s by the clock, ${gigabytes(ours.peak)} at most`,
)
const peers = openPythonPeers()
if (peers.versions.igraph) {
  const { seconds, peak_bytes: peak } = await peers.run('igraph_panel', binary)
  say(
    `igraph ${peers.versions.igraph}, panel from arrays: ${seconds.toFixed(0)} s, ${gigabytes(peak)} at most`,
  )
}
peers.close()
rmSync(folder, { recursive: true })

async function writeFiles({ labels, ties }: ModelNetwork): Promise<void> {
  await writeLines('nodes.csv', 'id,sector', actors, (v) => `a${v},s${labels.of[v]}`)
  await writeLines('edges.csv', 'source,target', ties.length, (i) => `a${ties[i]?.[0]},a${ties[i]?.[1]}`)
}

async function writeLines(name: string, header: string, count: number, line: (i: number) => string) {
  const file = createWriteStream(join(folder, name))
  file.write(`${header}\n`)
  for (let from = 0; from < count; from += 10_000) {
    const part = Array.from({ length: Math.min(10_000, count - from) }, (_, i) => line(from + i))
    if (!file.write(`${part.join('\n')}\n`)) await once(file, 'drain')
  }
  file.end()
  await once(file, 'finish')
}

/** The command from its sources, as somebody would run it; memory is asked of the system while it runs. */
async function analyzeInProcess(): Promise<{ seconds: number; busy: number; peak: number }> {
  const started = performance.now()
  const args = ['analyze', '--nodes', join(folder, 'nodes.csv'), '--edges', join(folder, 'edges.csv')]
  const child = spawn(
    process.execPath,
    [
      '--import',
      'tsx',
      join(root, 'server/cli/main.ts'),
      ...args,
      '--sector',
      'sector',
      '--metrics',
      'linear',
      '--json',
    ],
    { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] },
  )
  const printed: Buffer[] = []
  child.stdout.on('data', (part: Buffer) => printed.push(part))
  let peak = 0
  let busy = 0
  const asking = setInterval(() => {
    peak = Math.max(peak, residentBytes(child.pid))
    busy = Math.max(busy, processorSeconds(child.pid))
  }, 200)
  const [code] = await once(child, 'close')
  clearInterval(asking)
  if (code !== 0) throw new Error(`analyze ended with ${code}.`)
  const seconds = (performance.now() - started) / 1000
  refuseInconsistent(JSON.parse(Buffer.concat(printed).toString()) as Description)
  return { seconds, busy, peak }
}

/** Figures that were found in different ways have to agree, with each other and with what was written. */
function refuseInconsistent({ n, m, ...found }: Description): void {
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)
  const distribution = found.degree_distribution ?? []
  const cells = Object.values(found.mixing ?? {})
  const within = Object.values(found.sectors ?? {}).map(({ I }) => I ?? 0)
  const sizes = Object.values(found.sectors ?? {}).map(({ n: members }) => members ?? 0)
  const relations: [string, number, number][] = [
    ['actors read', n, network.csr.n],
    ['ties read', m, network.csr.m],
    ['actors by number of partners', sum(distribution), n],
    ['tie ends by number of partners', sum(distribution.map((actors, degree) => actors * degree)), 2 * m],
    ['actors by component', sum(found.components ?? []), n],
    ['actors by sector', sum(sizes), n],
    ['ties in and between sectors', (found.internal ?? 0) + (found.external ?? 0), m],
    ['ties by sector and within', sum(within), found.internal ?? 0],
    ['ties by cell of the mixing matrix', sum(cells.map(({ obs }) => obs)), m],
    ['ties expected by cell', Math.round(sum(cells.map(({ exp }) => exp))), m],
  ]
  for (const [what, is, wanted] of relations)
    if (is !== wanted) throw new Error(`${what}: ${is} instead of ${wanted}`)
  say(`${relations.length} relations between the figures hold`)
}

/** Most memory resident so far; 0 where the system does not tell. */
function residentBytes(pid: number | undefined): number {
  const status = `/proc/${pid}/status`
  if (!existsSync(status)) return 0
  return 1024 * Number(/VmHWM:\s+(\d+)/.exec(readFileSync(status, 'utf8'))?.[1] ?? 0)
}

/** In user and system, fields 14 and 15 of the process's statistics, a hundred to the second. */
function processorSeconds(pid: number | undefined): number {
  const statistics = `/proc/${pid}/stat`
  if (!existsSync(statistics)) return 0
  const fields = readFileSync(statistics, 'utf8').split(') ').at(-1)?.split(' ') ?? []
  return (Number(fields[11]) + Number(fields[12])) / 100
}

function gigabytes(bytes: number): string {
  return `${(bytes / 2 ** 30).toFixed(1)} GB`
}
