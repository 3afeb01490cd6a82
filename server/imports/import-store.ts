import type { FieldId, SheetKind } from '#shared/contract/import-fields.ts'
import type { Import, ImportLine, ImportPage, ImportQuery, ImportState } from '#shared/contract/imports.ts'
import { currentRevision } from '../db/changeset-log.ts'
import { chunksOf } from '../db/insert-rows.ts'
import type { Db, SpreadsheetTable } from '../db/schema.ts'
import { untilWritable } from '../db/write-gate.ts'
import { notFound } from '../errors.ts'
import type { Remembers } from './recognise.ts'
import type { RememberedMapping } from './recognising/map-columns.ts'
import { headersKey } from './recognising/map-columns.ts'
import type { Detail, Work, WorkState } from './work.ts'

const NOTHING_READ: Detail = {
  encoding: null,
  delimiter: null,
  sheets: [],
  sheet: 0,
  headerRow: null,
  headerRows: 1,
  columns: [],
  head: [],
  constants: {},
  missing: [],
  ignored: [],
  issues: [],
  duplicates: 0,
  matches: [],
  skipped: 0,
}

/** Without what people did to it, which may be large. */
export type ImportRecord = Omit<SpreadsheetTable, 'work'>

const COLUMNS = [
  'id',
  'author',
  'file_name',
  'bytes',
  'created_at',
  'updated_at',
  'state',
  'version',
  'kind',
  'row_count',
  'problems',
  'open',
  'refusal',
  'detail',
  'dry_run',
  'failure',
  'revision',
] as const

const isShort = (column: (typeof COLUMNS)[number]): column is Exclude<typeof column, 'detail' | 'dry_run'> =>
  column !== 'detail' && column !== 'dry_run'

export async function getImport(db: Db, id: string): Promise<ImportRecord> {
  const row = await db.selectFrom('spreadsheet').select(COLUMNS).where('id', '=', id).executeTakeFirst()
  if (!row) throw notFound('import', id)
  return row
}

export async function addImport(
  db: Db,
  { id, author, name, bytes }: { id: string; author: string; name: string; bytes: number },
): Promise<void> {
  const at = new Date().toISOString()
  await untilWritable(db)
  await db
    .insertInto('spreadsheet')
    .values({
      id,
      author,
      file_name: name,
      bytes,
      created_at: at,
      updated_at: at,
      state: 'reading',
      version: 0,
      kind: null,
      row_count: 0,
      problems: 0,
      open: 0,
      refusal: null,
      work: 'null',
      detail: null,
      dry_run: null,
      failure: null,
      revision: null,
    })
    .execute()
}

export async function setImport(db: Db, id: string, values: Partial<SpreadsheetTable>): Promise<void> {
  await untilWritable(db)
  await db
    .updateTable('spreadsheet')
    .set({ ...values, updated_at: new Date().toISOString() })
    .where('id', '=', id)
    .execute()
}

/** What was worked out, as columns of the table. */
export const stateColumns = ({ work, kind, detail, counts }: WorkState): Partial<SpreadsheetTable> => ({
  work,
  kind,
  detail,
  row_count: counts.rows,
  problems: counts.problems,
  open: counts.open,
})

/** null where the file has not been read yet. */
export async function readWork(db: Db, id: string): Promise<Work | null> {
  const row = await db.selectFrom('spreadsheet').select('work').where('id', '=', id).executeTakeFirst()
  return row ? (JSON.parse(row.work) as Work | null) : null
}

export async function removeImport(db: Db, id: string): Promise<void> {
  await untilWritable(db)
  await db.deleteFrom('spreadsheet').where('id', '=', id).execute()
}

/**
 * What was under way when the process ended comes to nothing, and can be asked for again.
 * @returns those that have not been read
 */
export async function resumeImports(db: Db): Promise<string[]> {
  await db
    .updateTable('spreadsheet')
    .set({ state: 'draft' })
    .where('state', 'in', ['queued', 'committing'])
    .execute()
  const unread = await db.selectFrom('spreadsheet').select('id').where('state', '=', 'reading').execute()
  return unread.map(({ id }) => id)
}

export async function listImports(db: Db, { state, page, pageSize }: ImportQuery): Promise<ImportPage> {
  const rows = await db
    .selectFrom('spreadsheet')
    .leftJoin('account', 'account.id', 'spreadsheet.author')
    .select(COLUMNS.filter(isShort).map((column) => `spreadsheet.${column}` as const))
    .select('account.name as author_name')
    .orderBy('spreadsheet.created_at', 'desc')
    .orderBy('spreadsheet.id', 'desc')
    .execute()
  const undone = await undoneAmong(
    db,
    rows.flatMap(({ revision }) => revision ?? []),
  )
  const lines = rows
    .map((row) => lineOf(row, row.author_name, undone))
    .filter((line) => !state || line.state === state)
  return {
    rows: lines.slice((page - 1) * pageSize, page * pageSize),
    total: lines.length,
    page,
    pageSize,
    revision: await currentRevision(db),
  }
}

export async function importView(db: Db, row: ImportRecord, busy: Import['busy']): Promise<Import> {
  const account = await db
    .selectFrom('account')
    .select('name')
    .where('id', '=', row.author)
    .executeTakeFirst()
  const undone = await undoneAmong(db, row.revision === null ? [] : [row.revision])
  const detail = row.detail === null ? NOTHING_READ : (JSON.parse(row.detail) as Detail)
  return {
    ...lineOf(row, account?.name ?? null, undone),
    version: row.version,
    busy,
    ...detail,
    dryRun: row.dry_run === null ? null : JSON.parse(row.dry_run),
    failure: row.failure,
  }
}

function lineOf(
  row: Omit<ImportRecord, 'detail' | 'dry_run'>,
  authorName: string | null,
  undone: ReadonlySet<number>,
): ImportLine {
  const isUndone = row.revision !== null && undone.has(row.revision)
  return {
    id: row.id,
    fileName: row.file_name,
    bytes: row.bytes,
    state: isUndone ? 'undone' : (row.state as ImportState),
    kind: row.kind as SheetKind | null,
    rows: row.row_count,
    problems: row.problems,
    open: row.open,
    author: row.author,
    authorName,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    revision: row.revision,
    refusal: row.refusal === null ? null : JSON.parse(row.refusal),
  }
}

/** Those that were taken back wholly, by an undo that stands. */
async function undoneAmong(db: Db, revisions: readonly number[]): Promise<Set<number>> {
  const undone = new Set<number>()
  if (revisions.length === 0) return undone
  const undos: { revision: number; undoes: number; partial: number }[] = []
  for (const part of chunksOf(revisions))
    undos.push(
      ...((await db
        .selectFrom('changeset')
        .select(['revision', 'undoes', 'partial'])
        .where('undoes', 'in', part)
        .execute()) as typeof undos),
    )
  const again = await undoneAmong(
    db,
    undos.map(({ revision }) => revision),
  )
  for (const { revision, undoes, partial } of undos)
    if (partial === 0 && !again.has(revision)) undone.add(undoes)
  return undone
}

/** What people chose for sets of headers; asked for many times while a file is recognised, so read once. */
export async function readRemembered(db: Db): Promise<Remembers> {
  const rows = await db.selectFrom('column_mapping').selectAll().execute()
  const byKey = new Map(
    rows.map((row) => [
      row.headers,
      { kind: row.kind as SheetKind, fields: JSON.parse(row.fields) as RememberedMapping },
    ]),
  )
  return (headers) => byKey.get(headersKey(headers)) ?? null
}

export async function rememberMapping(
  db: Db,
  author: string,
  headers: readonly string[],
  kind: SheetKind,
  fields: Record<string, FieldId | null>,
): Promise<void> {
  const key = headersKey(headers)
  if (key === '') return
  const row = { kind, fields: JSON.stringify(fields), author, at: new Date().toISOString() }
  await untilWritable(db)
  await db
    .insertInto('column_mapping')
    .values({ headers: key, ...row })
    .onConflict((conflict) => conflict.column('headers').doUpdateSet(row))
    .execute()
}
