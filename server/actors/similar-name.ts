/** Lower case, without accents and punctuation: how names are searched and compared. */
export const foldName = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/** Typing slips allowed: none in a short name, one in a middling one, two in a long one. */
export const slips = (length: number) => (length < 6 ? 0 : length < 14 ? 1 : 2)

/** Whether two names are likely one: the same letters, the same words in another order, or a slip or two apart. */
export const isSimilarName = (a: string, b: string): boolean => isSimilarFolded(foldName(a), foldName(b))

/** The same of names that are folded already. */
export function isSimilarFolded(x: string, y: string): boolean {
  if (x === '' || y === '') return false
  if (x.replaceAll(' ', '') === y.replaceAll(' ', '')) return true
  if (sortedWords(x) === sortedWords(y)) return true
  // "Kopi 1" and "Kopi 2" are two: numbers are never slips.
  if (x.replace(/\D+/g, ' ') !== y.replace(/\D+/g, ' ')) return false
  const allowed = slips(Math.min(x.length, y.length))
  return allowed > 0 && Math.abs(x.length - y.length) <= allowed && editDistance(x, y) <= allowed
}

const sortedWords = (folded: string) => folded.split(' ').sort().join(' ')

/** Levenshtein distance, one row at a time. */
export function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++)
      next[j] = Math.min(next[j - 1]! + 1, row[j]! + 1, row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1))
    row = next
  }
  return row[b.length]!
}
