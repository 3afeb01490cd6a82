/** The parts of a list in one cell: parted by semicolons or lines, or else by commas. Each once. */
export function normalList(text: string): string[] {
  const separator = /[;\n]/.test(text) ? /[;\n]/ : /,/
  const parts = text.split(separator).map((part) => part.replace(/\s+/g, ' ').trim())
  return [...new Set(parts.filter((part) => part !== ''))]
}

/** A list as one cell, which reads as the same list. */
export const listText = (list: readonly string[]): string =>
  list.length === 1 && list[0]!.includes(',') ? `${list[0]};` : list.join('; ')
