import { z } from 'zod'
import { id, isoDate, pageOf, paging, reason, revision } from './fields.ts'
import { CELL_ISSUES, FIELD_IDS, REFUSALS, SHEET_KINDS } from './import-fields.ts'
import { SECTOR_LEVELS } from './vocabulary.ts'

/**
 * A spreadsheet on its way into the register, a draft until it is committed as one changeset:
 * upload → mapping → rows (fixes) → duplicates (decisions) → dry run → commit. Every write answers with the import as it is then.
 * Reading, checking, trying and committing go on by themselves: ask again while `busy` is not null.
 */

const count = z.number().int().nonnegative()
const kind = z.enum(SHEET_KINDS)
/** A field of the sheet's kind; see `import-fields.ts`. */
const field = z.enum([...new Set(FIELD_IDS)])
const cellText = z.string().max(2_000)
const params = z.record(z.string(), z.union([z.string(), z.number()]))
/** Rows are named as the spreadsheet numbers them: from 1, counting title and header. */
const rowNumber = z.number().int().min(1)

/**
 * `reading`: not read yet; `rejected`: cannot be read, see `refusal`; `draft`: to be worked on; `queued`, `committing`: under way;
 * `committed`: in the register; `undone`: was, and was taken back.
 */
export const IMPORT_STATES = [
  'reading',
  'rejected',
  'draft',
  'queued',
  'committing',
  'committed',
  'undone',
] as const
export type ImportState = (typeof IMPORT_STATES)[number]

/** What is being done to it right now. */
export const IMPORT_STEPS = ['reading', 'checking', 'trying', 'committing'] as const

/** One line of the list. */
export const ImportLine = z
  .object({
    id,
    fileName: z.string(),
    bytes: count,
    state: z.enum(IMPORT_STATES),
    kind: kind.nullable(),
    /** Rows below the header, and how many of them have something wrong or wait for a decision. */
    rows: count,
    problems: count,
    open: count,
    author: z.string(),
    authorName: z.string().nullable(),
    createdAt: z.iso.datetime(),
    updatedAt: z.iso.datetime(),
    /** The changeset it became. */
    revision: revision.nullable(),
    /** Why the file cannot be read. */
    refusal: z.object({ code: z.enum(REFUSALS), params: params.optional() }).nullable(),
  })
  .meta({ id: 'ImportLine' })
export type ImportLine = z.infer<typeof ImportLine>

/** `GET /api/imports`, latest first. */
export const ImportQuery = z.object({ state: z.enum(IMPORT_STATES).optional(), ...paging }).strict()
export type ImportQuery = z.infer<typeof ImportQuery>
export const ImportPage = pageOf(ImportLine).meta({ id: 'ImportPage' })
export type ImportPage = z.infer<typeof ImportPage>

export const ImportSheet = z.object({
  index: count,
  name: z.string(),
  rows: count,
  columns: count,
  hidden: z.boolean(),
  /** What it seems to be; null where nothing fits. */
  kind: kind.nullable(),
})

export const ImportColumn = z.object({
  index: count,
  /** As the spreadsheet names it: A, B, … */
  letter: z.string(),
  header: z.string(),
  /** The first values that differ. */
  samples: z.array(z.string()),
  /** null: not taken over, and forgotten with the draft. */
  field: field.nullable(),
  /** How the field was found; null where nobody has found one. `chosen`: by a person, here. */
  found: z.enum(['chosen', 'remembered', 'exact', 'alias', 'similar', 'values']).nullable(),
})
export type ImportColumn = z.infer<typeof ImportColumn>

/** What is done in the register: new, changed, found to be so already, left out. */
const tally = z.object({ new: count, changed: count, same: count, skipped: count })

const Figure = z.object({ before: z.number().nullable(), after: z.number().nullable() })

/** What the import would do to the register and to the numbers. */
export const DryRun = z
  .object({
    /** Of the import, and of the register, that it was worked out on. */
    version: count,
    revision,
    on: isoDate,
    tally,
    /** The first hundred changes of records that are there, and the first hundred new ones. */
    changes: z.array(
      z.object({
        row: rowNumber,
        id,
        name: z.string(),
        fields: z.array(z.object({ field, before: z.string().nullable(), after: z.string().nullable() })),
      }),
    ),
    additions: z.array(z.object({ row: rowNumber, name: z.string() })),
    /** null where the numbers could not be worked out. */
    figures: z
      .object({
        businesses: Figure,
        ties: Figure,
        index: Figure,
        /** Those of which something changes. */
        sectors: z.array(
          z.object({
            sectorId: z.string(),
            businesses: Figure,
            reached: Figure,
            levelBefore: z.enum(SECTOR_LEVELS).nullable(),
            levelAfter: z.enum(SECTOR_LEVELS).nullable(),
          }),
        ),
      })
      .nullable(),
  })
  .meta({ id: 'DryRun' })
export type DryRun = z.infer<typeof DryRun>

/** How a row is found to repeat something. */
export const MATCHED_BY = ['id', 'nib', 'phone', 'name-region', 'name', 'same-record'] as const

/** `GET /api/imports/{id}`: all but its rows. */
export const Import = ImportLine.extend({
  /** Counts what was changed: mapping, fixes, decisions. */
  version: count,
  /** `of` 0: not known yet. */
  busy: z.object({ step: z.enum(IMPORT_STEPS), done: count, of: count }).nullable(),
  /** How text was read: `utf-8`, `utf-16le`, `utf-16be`, `windows-1252`; null for Excel. */
  encoding: z.string().nullable(),
  delimiter: z.string().nullable(),
  sheets: z.array(ImportSheet),
  /** The sheet that is imported, where its header lies, and what its columns mean. */
  sheet: count,
  headerRow: rowNumber.nullable(),
  headerRows: z.number().int().min(1).max(4),
  columns: z.array(ImportColumn),
  /** The first lines of the sheet, for whoever looks for its header. */
  head: z.array(z.object({ row: rowNumber, cells: z.array(z.string()) })),
  /** One value for every row, of fields without a column: `{ "sector": "kuliner" }`. */
  constants: z.partialRecord(field, z.string()),
  /** Fields that the sheet needs and that neither a column nor a constant says. */
  missing: z.array(field),
  /** Rows that were no rows: empty, the header again, sums and signatures below the table. */
  ignored: z.array(z.object({ row: rowNumber, why: z.enum(['header-again', 'footer']), text: z.string() })),
  /** How often each thing is wrong, most often first. */
  issues: z.array(
    z.object({ field: field.nullable(), code: z.enum(CELL_ISSUES), cells: count, rows: count }),
  ),
  /** Rows that seem to be in the register, or in the file twice; `open` of them without a decision. */
  duplicates: count,
  /** How many of them match in which way. */
  matches: z.array(z.object({ by: z.enum(MATCHED_BY), rows: count, open: count })),
  skipped: count,
  /** The last one; what changed since makes it stale, by `version` or `revision`. */
  dryRun: DryRun.nullable(),
  /** Why the last commit or dry run came to nothing; null where it did not. */
  failure: z.string().nullable(),
}).meta({ id: 'Import' })
export type Import = z.infer<typeof Import>

/** `POST /api/imports?name=…` with the file as `application/octet-stream`. */
export const ImportUpload = z.object({ name: z.string().trim().min(1).max(200) }).strict()

/** `PUT /api/imports/{id}/mapping`. What is absent stays, or is recognised anew where the sheet or its kind changes. */
export const ImportMapping = z
  .object({
    version: count,
    sheet: count.optional(),
    kind: kind.optional(),
    headerRow: rowNumber.optional(),
    headerRows: z.number().int().min(1).max(4).optional(),
    /** Of columns by index; null: not taken over. One column for a field. */
    columns: z.record(z.string().regex(/^\d{1,3}$/), field.nullable()).optional(),
    constants: z.partialRecord(field, cellText).optional(),
  })
  .strict()
  .meta({ id: 'ImportMapping' })
export type ImportMapping = z.infer<typeof ImportMapping>

export const ImportCell = z.object({
  /** As the file has it. */
  raw: z.string(),
  /** As it is checked: what somebody wrote instead, else `raw`. */
  text: z.string(),
  /** As it was read: an ISO date, a code, digits, an id; null where there is nothing or it cannot be read. */
  value: z.string().nullable(),
  /** What `value` is called, where that is not plain: of a code, a record. */
  label: z.string().nullable(),
  issue: z.object({ code: z.enum(CELL_ISSUES), params: params.optional() }).nullable(),
  /** What may be meant. */
  choices: z.array(z.object({ value: z.string(), label: z.string() })).optional(),
})
export type ImportCell = z.infer<typeof ImportCell>

/** The same one; another one; the row is left out. */
export const DECISIONS = ['same', 'new', 'skip'] as const

/** A record of the register (`id`), or an earlier row of the file (`row`), that a row may repeat. */
export const ImportMatch = z.object({
  id: id.nullable(),
  row: rowNumber.nullable(),
  name: z.string(),
  region: z.string().nullable(),
  by: z.enum(MATCHED_BY),
  /** What the row says otherwise; an empty cell says nothing. */
  differs: z.array(z.object({ field, theirs: z.string().nullable(), ours: z.string() })),
})
export type ImportMatch = z.infer<typeof ImportMatch>

export const ImportRow = z
  .object({
    row: rowNumber,
    /** By field, of those that have a column or a constant. */
    cells: z.partialRecord(field, ImportCell),
    skipped: z.boolean(),
    /** Best first; empty where it repeats nothing. */
    matches: z.array(ImportMatch),
    decision: z
      .object({
        as: z.enum(DECISIONS),
        /** Of `same`: with which match. */
        id: id.nullable(),
        row: rowNumber.nullable(),
        /** Of `same`: fields in which the register's word stays. The others are taken from the file. */
        keep: z.array(field),
        /** Follows from an equal id or NIB; nobody has said so. */
        proposed: z.boolean(),
      })
      .nullable(),
  })
  .meta({ id: 'ImportRow' })
export type ImportRow = z.infer<typeof ImportRow>

/**
 * `GET /api/imports/{id}/rows`. `show`: all; those with something wrong (narrowed by `field`, `code`); those that repeat something;
 * of them those without a decision; those that are left out.
 */
export const ImportRowQuery = z
  .object({
    show: z.enum(['all', 'problems', 'duplicates', 'open', 'skipped']).default('all'),
    field: field.optional(),
    code: z.enum(CELL_ISSUES).optional(),
    ...paging,
  })
  .strict()
export type ImportRowQuery = z.infer<typeof ImportRowQuery>
export const ImportRowPage = pageOf(ImportRow).extend({ version: count }).meta({ id: 'ImportRowPage' })
export type ImportRowPage = z.infer<typeof ImportRowPage>

/** Something done to cells or rows, one by one or by rule. `text` as a person would write it into the cell. */
export const ImportFix = z.discriminatedUnion('fix', [
  z.object({ fix: z.literal('cell'), row: rowNumber, field, text: cellText }).strict(),
  /** Wherever the column says so. */
  z.object({ fix: z.literal('replace'), field, from: cellText, text: cellText }).strict(),
  /** Nothing in place of what is wrong: wherever the column has this wrong, or anything. */
  z.object({ fix: z.literal('clear-problems'), field, code: z.enum(CELL_ISSUES).optional() }).strict(),
  /** The file's own words again: of a cell, or of everything where no row is named. */
  z.object({ fix: z.literal('restore'), row: rowNumber.optional(), field: field.optional() }).strict(),
  z
    .object({ fix: z.literal('skip'), rows: z.array(rowNumber).min(1).max(5_000), skip: z.boolean() })
    .strict(),
  /** Every row that has this wrong; without a code or a field every row with something wrong. */
  z
    .object({
      fix: z.literal('skip-problems'),
      field: field.optional(),
      code: z.enum(CELL_ISSUES).optional(),
    })
    .strict(),
])

/** `POST /api/imports/{id}/fixes`. */
export const ImportFixes = z
  .object({ version: count, fixes: z.array(ImportFix).min(1).max(500) })
  .strict()
  .meta({ id: 'ImportFixes' })
export type ImportFixes = z.infer<typeof ImportFixes>

/** `POST /api/imports/{id}/decisions`: for rows, or for all that match in this way. */
export const ImportDecisions = z
  .object({
    version: count,
    rows: z.union([
      z.array(rowNumber).min(1).max(5_000),
      z.object({ by: ImportMatch.shape.by, openOnly: z.boolean().default(true) }).strict(),
    ]),
    /** null: nothing decided again. */
    as: z.enum(DECISIONS).nullable(),
    /** Of `same`, for one row: with which match; the best one otherwise. */
    id: id.optional(),
    row: rowNumber.optional(),
    /** Left out: the name, unless it was found by id or NIB. A slip of the list does not rename what is there. */
    keep: z.array(field).max(40).optional(),
  })
  .strict()
  .meta({ id: 'ImportDecisions' })
export type ImportDecisions = z.input<typeof ImportDecisions>

/**
 * `POST /api/imports/{id}/dry-run`, `POST /api/imports/{id}/commit`. A commit asks for a draft in which nothing is wrong or open, and
 * for a dry run of this version; sent again it answers with what it became. `reason` is the changeset's.
 */
export const ImportGo = z
  .object({ version: count, reason: reason.optional() })
  .strict()
  .meta({ id: 'ImportGo' })
export type ImportGo = z.infer<typeof ImportGo>

/** Answer to fixes: the import, and the rows that were fixed (the first hundred) as they are now. */
export const ImportFixed = z.object({ import: Import, rows: z.array(ImportRow) }).meta({ id: 'ImportFixed' })
export type ImportFixed = z.infer<typeof ImportFixed>

/*
 * Without a body: `POST /api/imports/{id}/cancel` stops what is under way (a commit only before it is done),
 * `DELETE /api/imports/{id}` discards a draft with its file, `GET /api/imports/{id}/problems.xlsx` the rows with problems as Excel,
 * `GET /api/import-templates/{kind}`, `GET /api/exports/{kind}.xlsx`, `GET /api/exports/{kind}.csv`.
 * An import is undone by `POST /api/changesets/{revision}/undo`.
 */
