/** The columns that a person chose for a table stay on the device; the address wins where it names some. */

const keyOf = (table: string) => `jejaring.columns.${table}`

export function rememberedColumns(table: string): string | undefined {
  try {
    return localStorage.getItem(keyOf(table)) ?? undefined
  } catch {
    return undefined
  }
}

/** @param columns undefined: the usual ones */
export function rememberColumns(table: string, columns: string | undefined): void {
  try {
    if (columns === undefined) localStorage.removeItem(keyOf(table))
    else localStorage.setItem(keyOf(table), columns)
  } catch {
    // a device that keeps nothing shows the usual ones next time
  }
}

/** Those of a comma list that are offered, in the order of the offer; the usual ones where none is named. */
export function chosenColumns<C extends string>(
  text: string | undefined,
  offered: readonly C[],
  usual: readonly C[],
): readonly C[] {
  const named = new Set(text?.split(','))
  const chosen = offered.filter((column) => named.has(column))
  return chosen.length > 0 ? chosen : offered.filter((column) => usual.includes(column))
}
