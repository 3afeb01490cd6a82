import { CommandError } from './command-error.ts'

const SHOWN = 50

/** Collects what is wrong with the rows of some files, so that all of it is told at once and nothing is written. */
export class RowErrors {
  readonly #found: { file: string; row: number; text: string }[] = []

  add(file: string, row: number, column: string | null, message: string): void {
    const place = column === null ? `${file} row ${row}` : `${file} row ${row}, column ${column}`
    this.#found.push({ file, row, text: `  ${place}: ${message}` })
  }

  /** @throws CommandError with every error in the order of the files' rows, up to a cap, when there are any */
  throwIfAny(): void {
    const count = this.#found.length
    if (count === 0) return
    const files = [...new Set(this.#found.map(({ file }) => file))]
    const ordered = this.#found.sort((a, b) => files.indexOf(a.file) - files.indexOf(b.file) || a.row - b.row)
    const lines = [`${count} ${count === 1 ? 'row is' : 'rows are'} wrong; nothing was done:`]
    lines.push(...ordered.slice(0, SHOWN).map(({ text }) => text))
    if (count > SHOWN) lines.push(`  … and ${count - SHOWN} more`)
    throw new CommandError(lines.join('\n'))
  }
}
