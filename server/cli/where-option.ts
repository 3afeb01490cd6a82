import { CommandError } from './command-error.ts'

/** `--where column=value`, repeated: the values allowed per column. */
export function whereOption(given: readonly string[] | undefined): ReadonlyMap<string, ReadonlySet<string>> {
  const where = new Map<string, Set<string>>()
  for (const filter of given ?? []) {
    const at = filter.indexOf('=')
    if (at < 1) throw new CommandError(`--where must read column=value; it is "${filter}".`)
    const column = filter.slice(0, at)
    where.set(column, (where.get(column) ?? new Set()).add(filter.slice(at + 1)))
  }
  return where
}
