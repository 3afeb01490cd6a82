import { setTimeout as delay } from 'node:timers/promises'
import type {
  Import,
  ImportDecisions,
  ImportFixed,
  ImportFixes,
  ImportGo,
  ImportMapping,
  ImportRowPage,
  ImportRowQuery,
} from '#shared/contract/imports.ts'
import { foldName } from '../actors/similar-name.ts'
import { noticeForeignCommits } from '../db/commit-feed.ts'
import { newId } from '../db/new-id.ts'
import type { Db } from '../db/schema.ts'
import { AppError, issue } from '../errors.ts'
import type { Clock } from '../today.ts'
import { type Bench, openBench } from './bench-host.ts'
import { openImportFiles } from './import-files.ts'
import {
  addImport,
  getImport,
  type ImportRecord,
  importView,
  readWork,
  rememberMapping,
  removeImport,
  resumeImports,
  setImport,
  stateColumns,
} from './import-store.ts'
import { Refusal } from './reading/refusal.ts'
import type { WorkState } from './work.ts'

export interface ImportsOptions {
  db: Db
  databaseFile: string | null
  /** Folder of the uploaded files; without one they last as long as the process. */
  folder: string | null
  clock?: Clock | undefined
}

/** Every import of this server, from upload to commit. Each call answers with the import as it is then. */
export interface Imports {
  view(id: string): Promise<Import>
  upload(author: string, name: string, bytes: Uint8Array): Promise<Import>
  map(id: string, author: string, asked: ImportMapping): Promise<Import>
  rows(id: string, query: ImportRowQuery): Promise<ImportRowPage>
  fix(id: string, asked: ImportFixes): Promise<ImportFixed>
  decide(id: string, asked: ImportDecisions): Promise<Import>
  dryRun(id: string, asked: Go): Promise<Import>
  commit(id: string, author: string, asked: Go): Promise<Import>
  cancel(id: string): Promise<Import>
  discard(id: string): Promise<void>
  problemsFile(id: string, language: 'id' | 'en'): Promise<{ name: string; bytes: Uint8Array }>
  close(): Promise<void>
}

type Go = ImportGo

/** What is quick is answered when it is done; what is not goes on, and is asked after. */
const SOON_MS = 1_500
/** A thread is kept for so long after it was last asked, and so many at a time. */
const IDLE_MS = 5 * 60_000
const MOST_BENCHES = 2

interface OpenedBench {
  bench: Promise<Bench>
  /** One call after the other, and how many are not done. */
  tail: Promise<unknown>
  pending: number
  timer: NodeJS.Timeout | undefined
}

export function createImports({ db, databaseFile, folder, clock }: ImportsOptions): Imports {
  const files = openImportFiles(folder)
  const benches = new Map<string, OpenedBench>()
  const busy = new Map<string, NonNullable<Import['busy']>>()
  const cancelled = new Set<string>()
  let commits: Promise<unknown> = Promise.resolve()
  let closing = false
  const started = resumeImports(db).then(async (unread) => {
    await files.sweep(db)
    for (const id of unread) void longWork(id, 'reading', read(id))
  })
  started.catch((error: unknown) => console.error('Drafts of imports could not be looked through:', error))

  /** What is under way is asked first: what has ended since is then in the row. */
  const view = async (id: string) => {
    const underWay = busy.get(id) ?? null
    return importView(db, await getImport(db, id), underWay)
  }

  async function drop(id: string) {
    const opened = benches.get(id)
    benches.delete(id)
    clearTimeout(opened?.timer)
    await opened?.bench.then((bench) => bench.close()).catch(() => undefined)
  }

  function benchOf(row: ImportRecord): OpenedBench {
    const known = benches.get(row.id)
    if (known) {
      // asked again it is the youngest
      benches.delete(row.id)
      benches.set(row.id, known)
      return known
    }
    for (const id of [...benches.keys()].slice(0, -(MOST_BENCHES - 1) || undefined))
      if (!busy.has(id) && benches.get(id)?.pending === 0) void drop(id)
    const { id } = row
    const bench = Promise.all([files.read(id), readWork(db, id)]).then(([bytes, work]) =>
      openBench({
        db,
        databaseFile,
        name: row.file_name,
        bytes,
        work,
        clock,
        onEnd: () => {
          if (benches.get(id) === opened) benches.delete(id)
        },
        progress: (step, done, of) => {
          if (busy.has(id)) busy.set(id, { step, done, of })
        },
      }),
    )
    bench.catch(() => benches.delete(id))
    const opened: OpenedBench = { bench, tail: Promise.resolve(), pending: 0, timer: undefined }
    benches.set(id, opened)
    return opened
  }

  /** One after the other, so that no two change one import at once. */
  async function withBench<T>(id: string, work: (bench: Bench, row: ImportRecord) => Promise<T>): Promise<T> {
    const opened = benchOf(await getImport(db, id))
    clearTimeout(opened.timer)
    opened.pending++
    const turn = opened.tail.then(async () => work(await opened.bench, await getImport(db, id)))
    opened.tail = turn.catch(() => undefined)
    try {
      return await turn
    } finally {
      clearTimeout(opened.timer)
      if (--opened.pending === 0) {
        opened.timer = setTimeout(() => benches.get(id) === opened && void drop(id), IDLE_MS)
        opened.timer.unref()
      }
    }
  }

  async function change<T>(
    id: string,
    version: number,
    work: (bench: Bench) => Promise<{ state: WorkState; answer: T }>,
  ): Promise<T> {
    return withBench(id, async (bench, row) => {
      mustBeDraft(row)
      mustBeVersion(row, version)
      const { state, answer } = await work(bench)
      await setImport(db, id, { ...stateColumns(state), version: version + 1, failure: null })
      return answer
    })
  }

  /** What takes its time: the page is told soon, and asks after it. */
  async function longWork(
    id: string,
    step: NonNullable<Import['busy']>['step'],
    work: () => Promise<void>,
  ): Promise<Import> {
    busy.set(id, { step, done: 0, of: 0 })
    const ended = work().finally(() => {
      busy.delete(id)
      cancelled.delete(id)
    })
    ended.catch((error: unknown) => console.error(`The import ${id} could not go on:`, error))
    await Promise.race([ended.catch(() => undefined), delay(SOON_MS)])
    return view(id)
  }

  const read = (id: string) => async () => {
    try {
      const state = await withBench(id, (bench) => bench.call('state'))
      await setImport(db, id, { ...stateColumns(state), state: 'draft' })
    } catch (error) {
      await refuse(id, error)
    }
  }

  async function refuse(id: string, error: unknown) {
    // it is read at the next start
    if (closing) return
    if (cancelled.has(id)) {
      await removeImport(db, id)
    } else {
      if (!(error instanceof Refusal)) console.error(`The import ${id} could not be read:`, error)
      const { code, params } = error instanceof Refusal ? error : new Refusal('damaged')
      await setImport(db, id, {
        state: 'rejected',
        refusal: JSON.stringify({ code, ...(params ? { params } : {}) }),
      })
    }
    await drop(id)
    await files.remove(id)
  }

  async function commitNow(id: string, author: string, { version, reason }: Go) {
    const row = await getImport(db, id)
    if (cancelled.has(id)) {
      await setImport(db, id, { state: 'draft' })
      return
    }
    await setImport(db, id, { state: 'committing' })
    const expected = (JSON.parse(row.dry_run!) as NonNullable<Import['dryRun']>).tally
    let mapping: Parameters<typeof remember>[1] | null = null
    try {
      mapping = await withBench(id, (bench, now) => {
        // a change that was under way when the commit was asked for
        mustBeVersion(now, version)
        return bench.call('commit', { importId: id, author, reason: reason || row.file_name, expected })
      })
    } catch (error) {
      // A thread that is ended after the commit cannot say so; the register can.
      if ((await getImport(db, id)).state !== 'committed') {
        await setImport(db, id, { state: 'draft', failure: failureCode(error, cancelled.has(id)) })
        if (!(error instanceof AppError) && !cancelled.has(id))
          console.error(`The import ${id} was not committed:`, error)
        return
      }
    }
    await noticeForeignCommits(db)
    if (mapping) await remember(author, mapping)
    await drop(id)
    await files.remove(id)
  }

  async function remember(
    author: string,
    { kind, headers, columns }: Pick<WorkState, 'kind' | 'headers' | 'columns'>,
  ) {
    if (kind === null) return
    const fields = Object.fromEntries(
      columns.flatMap(({ field }, i) => (headers[i] ? [[foldName(headers[i]), field] as const] : [])),
    )
    await rememberMapping(db, author, headers, kind, fields)
  }

  return {
    view,
    async upload(author, name, bytes) {
      const id = newId()
      await files.keep(id, bytes)
      await addImport(db, { id, author, name, bytes: bytes.length })
      return longWork(id, 'reading', read(id))
    },
    async map(id, author, asked) {
      await change(id, asked.version, async (bench) => {
        const state = await bench.call('map', asked)
        if (asked.columns) await remember(author, state)
        return { state, answer: null }
      })
      return view(id)
    },
    async rows(id, query) {
      return withBench(id, async (bench, row) => {
        mustBeDraft(row)
        return { ...(await bench.call('rows', query)), version: row.version }
      })
    },
    async fix(id, asked) {
      const rows = await change(id, asked.version, async (bench) => {
        const { state, rows } = await bench.call('fix', asked)
        return { state, answer: rows }
      })
      return { import: await view(id), rows }
    },
    async decide(id, asked) {
      await change(id, asked.version, async (bench) => ({
        state: await bench.call('decide', asked),
        answer: null,
      }))
      return view(id)
    },
    async dryRun(id, { version }) {
      const row = await getImport(db, id)
      mustBeDraft(row)
      mustBeVersion(row, version)
      mustBeComplete(row)
      if (busy.has(id)) return view(id)
      return longWork(id, 'trying', async () => {
        try {
          await withBench(id, async (bench, now) => {
            mustBeVersion(now, version)
            const { state, dryRun } = await bench.call('dryRun', version)
            await setImport(db, id, {
              ...stateColumns(state),
              dry_run: JSON.stringify(dryRun),
              failure: null,
            })
          })
        } catch (error) {
          await setImport(db, id, { failure: failureCode(error, cancelled.has(id)) })
          if (!cancelled.has(id)) throw error
        }
      })
    },
    async commit(id, author, asked) {
      const { version } = asked
      const row = await getImport(db, id)
      if (row.state === 'committed' || row.state === 'queued' || row.state === 'committing') return view(id)
      mustBeDraft(row)
      mustBeVersion(row, version)
      mustBeReady(row)
      if (busy.has(id))
        throw new AppError('conflict', { detail: 'Something is being done to this import; wait for it.' })
      await setImport(db, id, { state: 'queued', failure: null })
      return longWork(id, 'committing', () => {
        const turn = commits.then(() => commitNow(id, author, asked))
        commits = turn.catch(() => undefined)
        return turn
      })
    },
    async cancel(id) {
      await getImport(db, id)
      if (busy.has(id)) {
        cancelled.add(id)
        await drop(id)
        // what was under way notes how it ended
        for (let i = 0; i < 100 && busy.has(id); i++) await delay(20)
      }
      const row = await db.selectFrom('spreadsheet').select('id').where('id', '=', id).executeTakeFirst()
      if (!row) throw new AppError('not-found', { detail: 'The import was cancelled before it was read.' })
      return view(id)
    },
    async discard(id) {
      const row = await getImport(db, id)
      if (row.state === 'queued' || row.state === 'committing')
        throw new AppError('conflict', { detail: 'It is being committed; cancel that first.' })
      if (row.state === 'committed')
        throw new AppError('conflict', { detail: 'It is in the register; take its changeset back instead.' })
      cancelled.add(id)
      await drop(id)
      await removeImport(db, id)
      await files.remove(id)
      if (!busy.has(id)) cancelled.delete(id)
    },
    async problemsFile(id, language) {
      return withBench(id, async (bench, row) => {
        mustBeDraft(row)
        const bytes = await bench.call('problemsFile', language)
        return { name: row.file_name.replace(/\.\w+$/, ''), bytes }
      })
    },
    async close() {
      closing = true
      await started.catch(() => undefined)
      await Promise.all([...benches.keys()].map(drop))
      for (let i = 0; i < 100 && busy.size > 0; i++) await delay(20)
      files.close()
    },
  }
}

function mustBeDraft(row: ImportRecord) {
  if (row.state === 'draft') return
  throw new AppError('conflict', {
    detail: `The import is ${row.state}, no draft.`,
    issues: [issue('state', 'not-a-draft', `The import is ${row.state}.`, { state: row.state })],
  })
}

function mustBeVersion(row: ImportRecord, version: number) {
  if (row.version === version) return
  throw new AppError('stale', {
    detail: `The import was changed since: you have version ${version}, it is at ${row.version}.`,
    current: { version: row.version },
  })
}

/** What stands in the way of trying it. */
function mustBeComplete(row: ImportRecord) {
  const missing = row.detail === null ? [] : (JSON.parse(row.detail) as Pick<Import, 'missing'>).missing
  const issues = [
    ...(row.kind === null ? [issue('kind', 'missing', 'Say what kind of sheet it is.')] : []),
    ...missing.map((field) => issue(`columns.${field}`, 'missing', `No column says "${field}".`, { field })),
    ...(row.problems > 0
      ? [issue('rows', 'problems', `Something is wrong in ${row.problems} rows.`, { rows: row.problems })]
      : []),
    ...(row.open > 0
      ? [issue('rows', 'open', `${row.open} rows wait for a decision.`, { rows: row.open })]
      : []),
  ]
  if (issues.length > 0)
    throw new AppError('invalid-input', { detail: issues.map(({ message }) => message).join(' '), issues })
}

function mustBeReady(row: ImportRecord) {
  mustBeComplete(row)
  const dryRun = row.dry_run === null ? null : (JSON.parse(row.dry_run) as NonNullable<Import['dryRun']>)
  if (dryRun?.version !== row.version)
    throw new AppError('invalid-input', {
      detail: 'Try it first: a commit does what a dry run said.',
      issues: [issue('dryRun', 'missing', 'There is no dry run of this version.')],
    })
}

/** Told to whoever asked: a code of an error, `cancelled`, or `internal`. */
const failureCode = (error: unknown, wasCancelled: boolean): string =>
  wasCancelled ? 'cancelled' : error instanceof AppError ? error.code : 'internal'
