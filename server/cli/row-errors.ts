import { CommandError } from './command-error.ts'

const SHOWN = 50

/** Collects what is wrong with the rows of some files, so that all of it is told at once and nothing is written. */
export class RowErrors {
  readonly #found: string[] = []
  #count = 0

  add(file: string, row: number, column: string | null, message: string): void {
    this.#count++
    if (this.#found.length >= SHOWN) return
    const place = column === null ? `${file} row ${row}` : `${file} row ${row}, column ${column}`
    this.#found.push(`${place}: ${message}`)
  }

  get count(): number {
    return this.#count
  }

  /** @throws CommandError with every error, up to a cap, when there are any */
  throwIfAny(): void {
    if (this.#count === 0) return
    const more = this.#count - this.#found.length
    const lines = [`${this.#count} ${this.#count === 1 ? 'row is' : 'rows are'} wrong; nothing was done:`]
    lines.push(...this.#found.map((line) => `  ${line}`))
    if (more > 0) lines.push(`  … and ${more} more`)
    throw new CommandError(lines.join('\n'))
  }
}
