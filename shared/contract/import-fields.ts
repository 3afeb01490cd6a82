/**
 * What a spreadsheet may say, sheet by sheet, free of any validator. The template, the export and the import know the same columns:
 * what one writes the other reads.
 */

/** usaha (every actor of the register), kolaborasi, kegiatan, kehadiran. */
export const SHEET_KINDS = ['actors', 'partnerships', 'events', 'attendance'] as const
export type SheetKind = (typeof SHEET_KINDS)[number]

/** How a cell is read, and what it is edited with: `actor`, `event` name a record of the register by id or name. */
export const CELL_TYPES = [
  'text',
  'list',
  'integer',
  'date',
  'yes-no',
  'year',
  'nib',
  'phone',
  'kbli',
  'url',
  'address',
  'id',
  'actor',
  'actors',
  'event',
  'region',
  'sector',
  'role',
  'kind',
  'direction',
  'kbli-version',
  'size-class',
  'size-basis',
  'census',
  'consent',
  'channel',
  'status',
  'end-reason',
  'evidence',
  'event-type',
  'affiliation-role',
] as const
export type CellType = (typeof CELL_TYPES)[number]

export interface SheetField {
  id: string
  type: CellType
  /** A row without it is wrong; a sheet needs a column or a constant for it. */
  required?: true
  /** Read to tell something else, and kept nowhere. */
  notKept?: true
}

const FIELDS = {
  actors: [
    { id: 'id', type: 'id' },
    { id: 'name', type: 'text', required: true },
    { id: 'role', type: 'role' },
    { id: 'sector', type: 'sector' },
    { id: 'region', type: 'region' },
    /** Only where no column says the kelurahan: the kelurahan is looked for in it. */
    { id: 'address', type: 'address', notKept: true },
    { id: 'nib', type: 'nib' },
    { id: 'phone', type: 'phone' },
    { id: 'website', type: 'url' },
    { id: 'kbli', type: 'kbli' },
    { id: 'kbliVersion', type: 'kbli-version' },
    { id: 'sizeClass', type: 'size-class' },
    { id: 'sizeBasis', type: 'size-basis' },
    { id: 'yearStarted', type: 'year' },
    { id: 'aliases', type: 'list' },
    { id: 'products', type: 'list' },
    { id: 'needs', type: 'list' },
    { id: 'offers', type: 'list' },
    { id: 'inCity', type: 'yes-no' },
    { id: 'registeredOn', type: 'date' },
    { id: 'census', type: 'census' },
    { id: 'censusOn', type: 'date' },
    { id: 'consentDisplay', type: 'consent' },
    { id: 'consentContact', type: 'consent' },
    { id: 'consentRecommendation', type: 'consent' },
    { id: 'consentResearch', type: 'consent' },
    { id: 'consentOn', type: 'date' },
    { id: 'consentChannel', type: 'channel' },
  ],
  partnerships: [
    { id: 'id', type: 'id' },
    { id: 'partyA', type: 'actor', required: true },
    { id: 'partyB', type: 'actor', required: true },
    { id: 'otherParties', type: 'actors' },
    { id: 'kind', type: 'kind', required: true },
    /** `A>B`, `B>A`, or pairs of positions such as `1>2; 1>3`. */
    { id: 'direction', type: 'direction' },
    { id: 'intensity', type: 'integer' },
    { id: 'status', type: 'status' },
    { id: 'startedOn', type: 'date' },
    { id: 'endedOn', type: 'date' },
    { id: 'endReason', type: 'end-reason' },
    { id: 'evidence', type: 'evidence' },
    { id: 'evidenceUrl', type: 'url' },
    { id: 'confirmedOn', type: 'date' },
    { id: 'note', type: 'text' },
  ],
  events: [
    { id: 'id', type: 'id' },
    { id: 'title', type: 'text', required: true },
    { id: 'eventType', type: 'event-type', required: true },
    { id: 'startsOn', type: 'date', required: true },
    { id: 'endsOn', type: 'date' },
    { id: 'host', type: 'actor' },
    { id: 'region', type: 'region' },
  ],
  attendance: [
    { id: 'id', type: 'id' },
    { id: 'event', type: 'event' },
    /** Only tells events of one title apart. */
    { id: 'eventOn', type: 'date', notKept: true },
    /** Instead of an event: an actor that others are members of. */
    { id: 'forum', type: 'actor' },
    { id: 'actor', type: 'actor', required: true },
    { id: 'attendanceRole', type: 'affiliation-role' },
    { id: 'invited', type: 'yes-no' },
    { id: 'registered', type: 'yes-no' },
    { id: 'attended', type: 'yes-no' },
    { id: 'from', type: 'date' },
    { id: 'to', type: 'date' },
  ],
} as const satisfies Record<SheetKind, readonly SheetField[]>

export type FieldId = (typeof FIELDS)[SheetKind][number]['id']

export const FIELD_IDS = SHEET_KINDS.flatMap((kind) => FIELDS[kind].map(({ id }) => id)) as [
  FieldId,
  ...FieldId[],
]

/** The columns of a sheet in the order of the template. */
export const fieldsOf = (kind: SheetKind): readonly (SheetField & { id: FieldId })[] => FIELDS[kind]

/** Largest file, and most rows and columns of a sheet. */
export const IMPORT_LIMITS = { bytes: 20 * 1024 * 1024, rows: 50_000, columns: 200 } as const

/** Why a file cannot be read at all; `params` of the sentence are named beside it. */
export const REFUSALS = [
  'empty',
  /** `megabytes` */
  'too-large',
  /** `rows` */
  'too-many-rows',
  /** `columns` */
  'too-many-columns',
  /** Unpacked it is larger than anything of its kind: `megabytes`. */
  'unpacks-too-large',
  'macros',
  'encrypted',
  /** `.xls`, before 2007. */
  'old-excel',
  /** `found` says what it looks like: pdf, image, word, archive, ods, xlsb, web-page, other. */
  'not-a-spreadsheet',
  /** Broken off or overwritten; of text the `row` where a quotation mark is never closed. */
  'damaged',
  /** `seconds` */
  'took-too-long',
  /** No sheet has a row with something in it. */
  'no-table',
] as const
export type RefusalCode = (typeof REFUSALS)[number]

/** Why a cell cannot be taken as it is; `params` of the sentence are named beside it. */
export const CELL_ISSUES = [
  'missing',
  /** `max` */
  'too-long',
  'not-a-number',
  /** `min`, `max` */
  'out-of-range',
  'not-a-date',
  /** Day and month may be either way round: `first`, `second` (ISO dates). */
  'ambiguous-date',
  /** `today` */
  'later-than-today',
  /** `date` */
  'too-early',
  /** `start`, `end` */
  'start-after-end',
  'not-yes-no',
  'not-a-nib',
  'not-a-phone',
  'not-a-kbli',
  /** Excel wrote the number as `1,23E+12`: digits are lost. */
  'digits-lost',
  'not-a-url',
  /** In no list; `choices` of the cell may be meant. */
  'unknown-code',
  /** Means one of several: `choices` of the cell. */
  'ambiguous-code',
  /** Nobody is put into it any more. */
  'retired-code',
  /** No record of this name; `choices` may be meant. */
  'unknown-record',
  /** Several records of this name: `choices`. */
  'ambiguous-record',
  'same-party',
  /** A record that is there keeps its parties. */
  'parties-fixed',
  'direction-missing',
  'direction-not-fitting',
  /** Letters that cannot be read: the file is damaged, or in an encoding of its own. */
  'unreadable-letters',
  /** More cells than the table has columns: something is shifted. `text` is what is too many. */
  'extra-cells',
  /** A formula that came to nothing: `text` (`#REF!`, `#N/A`). */
  'formula-error',
  /** What else the register says of such a record: `message`. */
  'refused',
] as const
export type CellIssueCode = (typeof CELL_ISSUES)[number]
