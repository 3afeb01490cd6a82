import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { createApp } from '#server/app.ts'
import { openDatabase } from '#server/db/database.ts'
import type { Import } from '#shared/contract/imports.ts'
import { cookieOf } from '../server/test-app.ts'
import type { Bench, Row } from './row.ts'

const ROWS = 50_000
const READ_EVERY_MS = 5

/** A list of fifty thousand businesses through the wizard, and how long readers wait meanwhile. */
export async function importChapter({ say }: Bench): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'jejaring-bench-'))
  const databaseFile = join(folder, 'bench.db')
  const db = await openDatabase(`file:${databaseFile}`)
  const app = await createApp({ db, databaseFile, importFolder: join(folder, 'imports') })
  const cookie = await cookieOf({ app, db }, 'staff')
  const connection = { incoming: { socket: { remoteAddress: '127.0.0.1' } } }
  const ask = async (method: string, path: string, body?: string): Promise<Import> => {
    const headers = {
      cookie,
      'content-type': path.includes('?name=') ? 'application/octet-stream' : 'application/json',
    }
    const response = await app.app.request(path, { method, headers, body: body ?? null }, connection)
    if (!response.ok) throw new Error(`${path}: ${await response.text()}`)
    return (await response.json()) as Import
  }
  const settled = async (draft: Import): Promise<Import> => {
    for (let now = draft; ; now = await ask('GET', `/api/imports/${draft.id}`)) {
      if (now.busy === null && now.state !== 'queued' && now.state !== 'committing') return now
      await delay(100)
    }
  }
  const phases: { what: string; ms: number; p99: number; worst: number }[] = []
  const phase = async (what: string, work: () => Promise<Import>): Promise<Import> => {
    const readers = readAllTheWhile(() => app.app.request('/api/events', { headers: { cookie } }, connection))
    const since = performance.now()
    const result = await settled(await work())
    const waits = await readers.stop()
    phases.push({ what, ms: performance.now() - since, ...waits })
    say(`  ${what}: ${Math.round(phases.at(-1)!.ms)} ms, readers p99 ${waits.p99.toFixed(1)} ms`)
    return result
  }
  try {
    const draft = await phase('read and checked', () =>
      ask('POST', '/api/imports?name=daftar.csv', madeUpList()),
    )
    const go = JSON.stringify({ version: draft.version })
    const tried = await phase('tried', () => ask('POST', `/api/imports/${draft.id}/dry-run`, go))
    if (tried.dryRun?.tally.new !== ROWS) throw new Error('The list was not read as it was written.')
    const done = await phase('committed with its log', () =>
      ask('POST', `/api/imports/${draft.id}/commit`, go),
    )
    if (done.state !== 'committed') throw new Error(`The import is ${done.state}.`)
  } finally {
    await app.close()
    await db.destroy()
    rmSync(folder, { recursive: true })
  }
  return phases.flatMap(({ what, ms, p99, worst }): Row[] => [
    {
      ...once(ms),
      target: null,
      what: `${ROWS} rows of a spreadsheet ${what}`,
      unit: 'ms',
      goal: null,
      rounds: 1,
    },
    {
      ...once(p99),
      target: 'P10',
      what: `readers' p99 while ${ROWS} rows are ${what}`,
      unit: 'ms',
      goal: 20,
      rounds: 1,
      note: `the longest wait ${Math.round(worst)} ms`,
    },
  ])
}

const once = (ms: number) => ({ least: ms, median: ms, most: ms })

/** Asks again and again, as readers do, and notes how long each waited from when it would have asked. */
function readAllTheWhile(read: () => Promise<Response> | Response) {
  const waits: number[] = []
  let going = true
  const loop = (async () => {
    for (let due = performance.now(); going; due = Math.max(due + READ_EVERY_MS, performance.now())) {
      await delay(Math.max(0, due - performance.now()))
      await (await read()).arrayBuffer()
      waits.push(performance.now() - due)
    }
  })()
  return {
    async stop() {
      going = false
      await loop
      waits.sort((a, b) => a - b)
      return { p99: waits[Math.floor(waits.length * 0.99)] ?? 0, worst: waits.at(-1) ?? 0 }
    },
  }
}

/** Every name is one of its own, so that nobody has to be asked about any. */
function madeUpList(): string {
  const letters = (number: number) =>
    number
      .toString(26)
      .padStart(4, '0')
      .replace(/\w/g, (digit) => 'bcdfghjklmnpqrstvwxyzaeiou'[Number.parseInt(digit, 26)]!.repeat(3))
  const lines = ['nama usaha;subsektor;kelurahan;nib;no hp;produk;tahun mulai']
  for (let i = 0; i < ROWS; i++)
    lines.push(
      [
        `Contoh ${letters(i)}`,
        ['Kuliner', 'Kriya', 'Batik', 'Fesyen'][i % 4],
        ['Jati', 'Mayangan', 'Kel. Pilang', 'Ketapang'][i % 4],
        String(1_000_000_000_000 + i),
        `08${1_000_000_000 + i}`,
        'keripik, abon',
        2000 + (i % 25),
      ].join(';'),
    )
  return lines.join('\n')
}
