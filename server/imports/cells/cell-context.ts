import type { CellType, FieldId } from '#shared/contract/import-fields.ts'
import type { CodeBook } from './code-book.ts'
import type { RecordBook } from './record-book.ts'

/** What cells are read with: the code lists and the records of the register, and the day. */
export interface CellContext {
  today: string
  from1904: boolean
  /** Columns with dates that can only be read month first. */
  monthFirst: ReadonlySet<FieldId>
  /** Of types that are codes. */
  book(type: CellType): CodeBook | undefined
  actors: RecordBook
  events: RecordBook
}
