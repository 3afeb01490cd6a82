import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createWorkerPool } from '#server/insights/worker-pool.ts'
import {
  type Figures,
  type Job,
  type ResearchCatalog,
  SNIPPET_LANGUAGES,
  type Snippet,
  type SnippetLanguage,
} from '#shared/contract/research.ts'
import { oracleRecords, type TestRegister, testRegister } from '../insights/test-register.ts'
import { columnOf, figuresOf, finished, post, read } from '../research/asking.ts'
import { modelRecords } from '../research/model-records.ts'
import { findLibrary, type LibraryName } from './python-library.ts'

/** The code that the API hands out, run on the files that it hands out, against its own figures. */

interface Ran {
  result?: number | Record<string, number | null>
  printed?: string
  error?: string
}

type Codes = Record<string, string>

/** Who runs each language here; null, and a printed message, where nobody does. */
const RUNNERS: Record<SnippetLanguage, ((codes: Codes) => Record<string, Ran>) | null> = {
  'python-networkx': pythonRunner('networkx'),
  'python-igraph': pythonRunner('igraph'),
  'r-igraph': rRunner(),
}

/** Relative; their PageRank stops at a tolerance of its own. */
const TOLERANCE: Record<string, number> = { 'actors.page_rank': 1e-7 }

const pool = createWorkerPool(1)
const folder = mkdtempSync(join(tmpdir(), 'snippets-'))
afterAll(async () => {
  await pool.close()
  rmSync(folder, { recursive: true })
})

describe.each([
  ['KM', () => oracleRecords('KM')],
  ['a generated network of 300', () => modelRecords(300)],
])('code for %s', (_, records) => {
  let register: TestRegister
  let catalog: ResearchCatalog
  const tables: Partial<Record<string, Figures>> = {}
  beforeAll(async () => {
    register = await testRegister({ ...records(), pool })
    catalog = await read<ResearchCatalog>(register, '/api/research/catalog')
    const metrics = ['betweenness', 'closeness']
    await finished(
      register,
      await post<Job>(register, '/api/research/jobs', { kind: 'figures', reader: 'test', metrics }),
    )
    for (const table of ['network', 'sectors', 'actors'])
      tables[table] = await figuresOf(register, table, 'columns=all')
    for (const file of ['nodes.csv', 'edges.csv'])
      writeFileSync(
        join(folder, file),
        await (await register.app.request(`/api/research/network/${file}`)).text(),
      )
  }, 120_000)
  afterAll(() => register.close())

  for (const language of SNIPPET_LANGUAGES) {
    const run = RUNNERS[language]
    it.skipIf(run === null)(`in ${language} gives every figure that the API gives`, async () => {
      const measures = catalog.measures.filter(({ snippets }) => snippets.includes(language))
      expect(measures.length).toBeGreaterThan(30)
      const codes: Codes = {}
      for (const { id } of measures) {
        const path = `/api/research/snippet?measure=${id}&language=${language}`
        codes[id] = (await read<Snippet>(register, path)).code
      }
      const ran = run!(codes)
      const wrong: string[] = []
      for (const { id, table, key } of measures) {
        const found = ran[id]!
        if (found.error !== undefined) wrong.push(`${id}: ${found.error}`)
        else wrong.push(...differences(id, tables[table]!, key, found))
      }
      expect(wrong).toEqual([])
    })
  }
})

function pythonRunner(library: LibraryName) {
  const python = findLibrary(library)
  if (python === null) return null
  const script = resolve(import.meta.dirname, 'run_snippets.py')
  return (codes: Codes) =>
    JSON.parse(output(python.interpreter, ['-W', 'ignore', script], JSON.stringify(codes))) as Record<
      string,
      Ran
    >
}

function rRunner() {
  const asked = spawnSync('Rscript', ['-e', 'library(igraph)'], { encoding: 'utf8' })
  if (asked.status !== 0) {
    console.info('The code in R is not run: Rscript with igraph is not installed.')
    return null
  }
  return (codes: Codes) => {
    mkdirSync(join(folder, 'codes'), { recursive: true })
    for (const [id, code] of Object.entries(codes)) writeFileSync(join(folder, 'codes', `${id}.R`), code)
    return readRun(output('Rscript', [resolve(import.meta.dirname, 'run_snippets.R')]))
  }
}

/** The lines of run_snippets.R: measure, kind, name and value. */
function readRun(text: string): Record<string, Ran> {
  const ran: Record<string, Ran> = {}
  for (const line of text.trimEnd().split('\n')) {
    const [id = '', kind, name = '', value = ''] = line.split('\t')
    const one = ran[id] ?? {}
    ran[id] = one
    if (kind === 'error') one.error = value
    else if (kind === 'printed') one.printed = value === '0' ? '' : value
    else if (name === '') one.result = Number(value)
    else one.result = { ...(one.result as Record<string, number>), [name]: Number(value) }
  }
  return ran
}

function output(command: string, args: string[], input?: string): string {
  const ran = spawnSync(command, args, { input, cwd: folder, encoding: 'utf8', maxBuffer: 1 << 28 })
  if (ran.status !== 0) throw new Error(ran.stderr)
  return ran.stdout
}

/** Every defined figure has to be there; an undefined one of ours may be left out, NaN or 0 there. */
function differences(id: string, table: Figures, key: string, { result, printed }: Ran): string[] {
  const { values } = columnOf(table, key)
  if (printed === '') return [`${id}: nothing is printed`]
  const near = (ours: unknown, theirs: unknown) =>
    typeof ours === 'number' &&
    typeof theirs === 'number' &&
    Math.abs(ours - theirs) <= (TOLERANCE[id] ?? 1e-9) * Math.max(1, Math.abs(ours), Math.abs(theirs))
  const names = table.table === 'network' ? [null] : (table.columns[0]!.values as string[])
  return names.flatMap((name, row) => {
    const ours = values[row]
    if (ours === null) return []
    const theirs = name === null || typeof result !== 'object' ? result : result[name]
    return near(ours, theirs) ? [] : [`${id} ${name ?? ''}: ${ours} against ${theirs}`]
  })
}
