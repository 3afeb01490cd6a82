import { type FieldId, fieldsOf, type SheetKind } from '#shared/contract/import-fields.ts'
import {
  type ImportDecisions,
  type ImportFixes,
  type ImportMapping,
  type ImportRow,
  type ImportRowPage,
  type ImportRowQuery,
  MATCHED_BY,
} from '#shared/contract/imports.ts'
import type { Db } from '../db/schema.ts'
import { invalidInput, issue } from '../errors.ts'
import type { Clock } from '../today.ts'
import { rowChecker, type SheetCells, sheetCells } from './check-sheet.ts'
import type { CheckedRow, Values } from './checked-row.ts'
import { type CommitRequest, commitPlan } from './commit-plan.ts'
import { decide, usuallyKept } from './decide.ts'
import { applyFixes } from './fix.ts'
import { createMatcher, isPlainlySame, type Match, type Matcher } from './matching/matcher.ts'
import { dryRunOf } from './planning/dry-run.ts'
import { newsOf, type Plan, type PlannedRow, planImport, type RowFate } from './planning/plan.ts'
import { readSpreadsheet } from './reading/read-spreadsheet.ts'
import { columnLetter, type SpreadsheetFile, textOf } from './reading/table.ts'
import { firstDataRow, type Remembers, recogniseFile, remap } from './recognise.ts'
import { KEY_FIELDS } from './recognising/column-names.ts'
import { dataRows } from './recognising/data-rows.ts'
import { findHeader, headersOf } from './recognising/find-header.ts'
import { isPresent, type RegisterReading, readRegister } from './register-reading.ts'
import { rowView } from './row-view.ts'
import type { Detail, StoredDecision, Work, WorkState } from './work.ts'
import { cellText } from './writing/cell-text.ts'
import { problemsFile } from './writing/problems-file.ts'

export type Progress = (
  step: 'reading' | 'checking' | 'trying' | 'committing',
  done: number,
  of: number,
) => void

export interface WorkbenchOptions {
  db: Db
  name: string
  bytes: Buffer
  /** null: as it is recognised. */
  work: Work | null
  remembers: Remembers
  progress: Progress
  /** While nobody else of this process writes. */
  exclusively<T>(work: () => Promise<T>): Promise<T>
  clock?: Clock | undefined
}

/** A row, what it may repeat, and what was said of that. */
interface BenchRow {
  checked: CheckedRow
  matches: Match[]
  /** Of nobody's saying. */
  proposed: StoredDecision | null
}

/** Where one import is worked on: the file, what people did to it, and what follows from both by the register as it is. */
export interface Workbench {
  state(): WorkState
  map(asked: ImportMapping): Promise<WorkState>
  rows(query: ImportRowQuery): Omit<ImportRowPage, 'version' | 'revision'> & { revision: number }
  fix(asked: ImportFixes): Promise<{ state: WorkState; rows: ImportRow[] }>
  decide(asked: ImportDecisions): Promise<WorkState>
  dryRun(version: number): Promise<{ state: WorkState; dryRun: ReturnType<typeof dryRunOf> }>
  commit(
    request: CommitRequest,
  ): Promise<Pick<WorkState, 'kind' | 'headers' | 'columns'> & { revision: number | null }>
  problemsFile(language: 'id' | 'en'): Promise<Buffer>
}

const TOLD_EVERY = 500
const SHOWN_FIXED = 100
const SHOWN_HEAD = 20
const SHOWN_COLUMNS = 12
const RECHECKED_AT_ONCE = 3_000

/** Throws a `Refusal` where the file cannot be read. */
export async function openWorkbench(options: WorkbenchOptions): Promise<Workbench> {
  options.progress('reading', 0, 0)
  const file = await readSpreadsheet(options.bytes, options.name)
  const register = await readRegister(options.db, options.clock)
  register.cells.from1904 = file.from1904
  const work = options.work ?? recogniseFile(file, options.name, register.cells, options.remembers)
  const bench = new Bench(options, file, register, work)
  bench.checkAll()
  return bench
}

class Bench implements Workbench {
  private readonly options: WorkbenchOptions
  private readonly file: SpreadsheetFile
  private register: RegisterReading
  private work: Work
  private readonly benchRows = new Map<number, BenchRow>()
  private cells: SheetCells | null = null
  private checker: ((row: number) => CheckedRow) | null = null
  private matcher: Matcher | null = null
  private ignored: Detail['ignored'] = []
  private skipped = new Set<number>()
  /** Something was mended since all rows were compared: rows below may repeat what they did not, or no more. */
  private isStale = false

  constructor(options: WorkbenchOptions, file: SpreadsheetFile, register: RegisterReading, work: Work) {
    this.options = options
    this.file = file
    this.register = register
    this.work = work
  }

  /** Reads and compares every row, in their order: what a row repeats stands above it. */
  checkAll() {
    const { kind } = this.work
    this.isStale = false
    this.benchRows.clear()
    this.skipped = new Set(this.work.skipped)
    const sheet = this.file.sheets[this.work.sheet]!
    const headers = this.headers()
    const keyColumns = this.work.columns.flatMap(({ field }, index) =>
      kind !== null && field !== null && KEY_FIELDS[kind].includes(field) ? [index] : [],
    )
    const found = dataRows(sheet, firstDataRow(this.work), headers, keyColumns)
    this.ignored = found.ignored
    if (kind === null) {
      this.cells = null
      return
    }
    this.cells = sheetCells(sheet, this.work, kind)
    this.checker = rowChecker(sheet, this.work, kind, found.rows, this.register)
    this.matcher = createMatcher(kind, this.register.records(kind).values(), this.register.context)
    for (const [i, row] of found.rows.entries()) {
      if (i % TOLD_EVERY === 0) this.options.progress('checking', i, found.rows.length)
      this.checkOne(kind, row)
    }
  }

  private checkOne(kind: SheetKind, row: number) {
    const checked = this.checker!(row)
    const matches = this.matcher!.matches(checked)
    const own = matches.find(({ by, known }) => by === 'id' && known.id !== null)
    if (own) this.forgive(checked, own.known.values)
    else if (checked.values.id !== undefined) checked.problems.push({ field: 'id', code: 'unknown-record' })
    const best = matches[0]
    const differing = best ? this.differing(kind, checked, best).length : 0
    const proposed: StoredDecision | null =
      best && isPlainlySame(best, checked, differing)
        ? { as: 'same', id: best.known.id, row: best.known.row, keep: usuallyKept(best) }
        : null
    this.benchRows.set(row, { checked, matches, proposed })
    if (!this.isSkipped(row)) this.matcher!.add(checked)
  }

  /** A cell that says what the record says is not wrong, whatever is asked of new ones. */
  private forgive(checked: CheckedRow, current: Values) {
    checked.problems = checked.problems.filter(
      ({ field }) =>
        textOf(this.cells!.cell(field, checked.row)) !==
        textOf(cellText(this.register, field, current[field])),
    )
  }

  /** The fields in which a row says something else than what it may repeat. */
  private differing(kind: SheetKind, { values }: CheckedRow, { known }: Match): FieldId[] {
    const record = known.id === null ? undefined : this.register.records(kind).get(known.id)
    if (record)
      return Object.keys(newsOf({ kind, context: this.register.context }, record, values)) as FieldId[]
    return (Object.keys(values) as FieldId[]).filter((field) => values[field] !== known.values[field])
  }

  private decisionOf(row: number): StoredDecision | null {
    return this.work.decisions[row] ?? this.benchRows.get(row)?.proposed ?? null
  }

  private isSkipped = (row: number) => this.skipped.has(row) || this.work.decisions[row]?.as === 'skip'
  private isWrong = (row: BenchRow) => row.checked.problems.length > 0 && !this.isSkipped(row.checked.row)
  private isOpen = ({ checked, matches }: BenchRow) =>
    matches.length > 0 && !this.isSkipped(checked.row) && this.decisionOf(checked.row) === null

  state(): WorkState {
    const rows = [...this.benchRows.values()]
    return {
      work: JSON.stringify({ ...this.work, skipped: [...this.skipped] }),
      kind: this.work.kind,
      headers: this.headers(),
      columns: this.work.columns,
      counts: {
        rows: rows.length,
        problems: rows.filter(this.isWrong).length,
        open: rows.filter(this.isOpen).length,
      },
      detail: JSON.stringify(this.detail(rows)),
    }
  }

  private headers(): string[] {
    const { sheet, headerRow, headerRows } = this.work
    return headersOf(this.file.sheets[sheet]!, headerRow, headerRows)
  }

  private detail(rows: readonly BenchRow[]): Detail {
    const { work, file } = this
    const headers = this.headers()
    const has = new Set([...work.columns.map(({ field }) => field), ...Object.keys(work.constants)])
    return {
      encoding: file.encoding,
      delimiter: file.delimiter,
      sheets: file.sheets.map((one, index) => ({
        index,
        name: one.name,
        hidden: one.hidden,
        rows: one.rows.length,
        columns: one.columns,
        kind: index === work.sheet ? work.kind : findHeader(one).kind,
      })),
      sheet: work.sheet,
      headerRow: work.headerRow,
      headerRows: work.headerRows,
      columns: work.columns.map(({ field, found }, index) => ({
        index,
        letter: columnLetter(index),
        header: headers[index] ?? '',
        samples: this.samples(index),
        field,
        found,
      })),
      head: file.sheets[work.sheet]!.rows.slice(0, SHOWN_HEAD).map((cells, i) => ({
        row: i + 1,
        cells: cells.slice(0, SHOWN_COLUMNS).map((cell) => textOf(cell).slice(0, 80)),
      })),
      constants: work.constants,
      missing:
        work.kind === null
          ? []
          : fieldsOf(work.kind).flatMap(({ id, required }) => (required && !has.has(id) ? [id] : [])),
      ignored: this.ignored.slice(0, 100),
      issues: this.issues(rows),
      duplicates: rows.filter(({ matches, checked }) => matches.length > 0 && !this.skipped.has(checked.row))
        .length,
      matches: this.matchesOf(rows),
      skipped: rows.filter(({ checked }) => this.isSkipped(checked.row)).length,
    }
  }

  private samples(column: number): string[] {
    const sheet = this.file.sheets[this.work.sheet]!
    const samples = new Set<string>()
    for (let row = firstDataRow(this.work); row <= sheet.rows.length && samples.size < 4; row++) {
      const text = textOf(sheet.rows[row - 1]?.[column])
      if (text !== '') samples.add(text.slice(0, 80))
    }
    return [...samples]
  }

  /** By the best match of each row: what a decision for all alike goes by. */
  private matchesOf(rows: readonly BenchRow[]): NonNullable<Detail['matches']> {
    return MATCHED_BY.flatMap((by) => {
      const alike = rows.filter(
        ({ matches, checked }) => matches[0]?.by === by && !this.skipped.has(checked.row),
      )
      return alike.length > 0 ? [{ by, rows: alike.length, open: alike.filter(this.isOpen).length }] : []
    })
  }

  private issues(rows: readonly BenchRow[]): Detail['issues'] {
    const counts = new Map<string, Detail['issues'][number]>()
    for (const row of rows) {
      if (!this.isWrong(row)) continue
      for (const { field, code } of row.checked.problems) {
        const count = counts.get(`${field} ${code}`) ?? { field, code, cells: 0, rows: 0 }
        counts.set(`${field} ${code}`, { ...count, cells: count.cells + 1, rows: count.rows + 1 })
      }
    }
    return [...counts.values()].sort((a, b) => b.cells - a.cells)
  }

  async map(asked: ImportMapping): Promise<WorkState> {
    this.work = remap(this.file, this.work, asked, this.register.cells, this.options.remembers)
    await this.refresh()
    this.checkAll()
    return this.state()
  }

  rows({ show, field, code, page, pageSize }: ImportRowQuery) {
    const wanted = [...this.benchRows.values()].filter((row) => {
      switch (show) {
        case 'problems':
          return (
            this.isWrong(row) &&
            row.checked.problems.some(
              (problem) => (!field || problem.field === field) && (!code || problem.code === code),
            )
          )
        case 'duplicates':
          return row.matches.length > 0
        case 'open':
          return this.isOpen(row)
        case 'skipped':
          return this.isSkipped(row.checked.row)
        default:
          return true
      }
    })
    const shown = wanted.slice((page - 1) * pageSize, page * pageSize)
    return {
      rows: shown.map((row) => this.view(row)),
      total: wanted.length,
      page,
      pageSize,
      revision: this.register.snapshot.revision,
    }
  }

  private view(row: BenchRow): ImportRow {
    return rowView({
      kind: this.work.kind!,
      cells: this.cells!,
      register: this.register,
      checked: row.checked,
      matches: row.matches,
      skipped: this.skipped.has(row.checked.row),
      decision: this.work.decisions[row.checked.row] ?? null,
      proposed: row.proposed,
    })
  }

  async fix({ fixes }: ImportFixes) {
    const { kind } = this.work
    if (kind === null) throw invalidInput(issue('fixes', 'no-kind', 'Say first what kind of sheet it is.'))
    const touched = applyFixes(this.work, fixes, {
      cells: this.cells!,
      rows: [...this.benchRows.keys()],
      skipped: this.skipped,
      problemsOf: (row) => this.benchRows.get(row)?.checked.problems ?? [],
      isField: (field) => fieldsOf(kind).some(({ id }) => id === field),
    })
    this.work = { ...this.work, skipped: [...this.skipped] }
    this.cells = sheetCells(this.file.sheets[this.work.sheet]!, this.work, kind)
    if (!this.recheckIfSmall()) {
      const all = [...this.benchRows.keys()]
      this.checker = rowChecker(this.file.sheets[this.work.sheet]!, this.work, kind, all, this.register)
      for (const row of [...touched].sort((x, y) => x - y)) this.checkOne(kind, row)
    }
    const rows = [...touched].slice(0, SHOWN_FIXED).map((row) => this.view(this.benchRows.get(row)!))
    return { state: this.state(), rows }
  }

  async decide(asked: ImportDecisions): Promise<WorkState> {
    this.work = decide(
      this.work,
      asked,
      [...this.benchRows.values()].map((row) => ({
        row: row.checked.row,
        matches: row.matches,
        isOpen: this.isOpen(row),
      })),
    )
    // who repeats what is left out repeats nothing
    if (asked.as !== 'same') this.recheckIfSmall()
    return this.state()
  }

  /** What rows below repeat follows from those above: at once where that is quick, else before it is tried. */
  private recheckIfSmall(): boolean {
    const isSmall = this.benchRows.size <= RECHECKED_AT_ONCE
    if (isSmall) this.checkAll()
    else this.isStale = true
    return isSmall
  }

  /** Everything anew where something was mended, or the register is another one by now. */
  private async recheck() {
    if ((await this.refresh()) || this.isStale) this.checkAll()
  }

  /** Against the register as it is now; says whether it was another one. */
  private async refresh(): Promise<boolean> {
    if (await isPresent(this.options.db, this.register)) return false
    this.register = await readRegister(this.options.db, this.options.clock)
    this.register.cells.from1904 = this.file.from1904
    return true
  }

  private plan(): Plan {
    const kind = this.work.kind!
    const rows = [...this.benchRows.values()].map(
      ({ checked, matches }): PlannedRow => ({ row: checked, fate: this.fateOf(checked.row, matches) }),
    )
    const plan = planImport({
      kind,
      rows,
      records: this.register.records(kind),
      context: this.register.context,
      asksWhoCame: this.cells!.fields.includes('attended'),
    })
    for (const { row, problem } of plan.refused) this.benchRows.get(row)?.checked.problems.push(problem)
    return plan
  }

  private fateOf(row: number, matches: readonly Match[]): RowFate {
    if (this.isSkipped(row)) return { as: 'skip' }
    const decision = this.decisionOf(row)
    if (decision?.as === 'same')
      return { as: 'same', id: decision.id, row: decision.row, keep: decision.keep }
    const others = decision?.as === 'new' ? matches.flatMap(({ known }) => known.id ?? []) : []
    return { as: 'new', notDuplicateOf: others }
  }

  async dryRun(version: number) {
    this.options.progress('trying', 0, 0)
    await this.recheck()
    const plan = this.plan()
    return { state: this.state(), dryRun: dryRunOf(this.work.kind!, plan, this.register, version) }
  }

  async commit(request: CommitRequest) {
    const { headers, work } = { headers: this.headers(), work: this.work }
    const { revision } = await commitPlan(this.options.db, request, {
      kind: this.work.kind!,
      plan: async () => {
        await this.recheck()
        const plan = this.plan()
        const { problems, open } = this.state().counts
        return { plan, revision: this.register.snapshot.revision, problems, open }
      },
      progress: (done, of) => this.options.progress('committing', done, of),
      exclusively: (write) => this.options.exclusively(write),
    })
    return { revision, kind: work.kind, headers, columns: work.columns }
  }

  problemsFile(language: 'id' | 'en'): Promise<Buffer> {
    const { work } = this
    const sheet = this.file.sheets[work.sheet]!
    const wrong = [...this.benchRows.values()].filter(this.isWrong)
    return problemsFile({
      headers: this.headers(),
      columns: work.columns,
      rows: wrong.map(({ checked }) => ({ checked, cells: sheet.rows[checked.row - 1] ?? [] })),
      language,
    })
  }
}
