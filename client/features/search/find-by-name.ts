import UFuzzy from '@leeoniya/ufuzzy'

/** What is searched: one entry per name, several for who has other names; folded once. */
export interface NameIndex {
  /** Lower case, without accents and punctuation. */
  folded: string[]
  /** Entry → what it names. */
  of: number[]
}

export interface Found {
  /** The best of them, the best first; each once. */
  best: readonly number[]
  /** All that match. */
  total: number
}

/** Letters and digits of any script; one slip within each word: a letter too many, too few, another, or two swapped. */
const fuzzy = new UFuzzy({
  unicode: true,
  interSplit: "[^\\p{L}\\d']+",
  intraSplit: '\\p{Ll}\\p{Lu}',
  intraBound: '\\p{L}\\d|\\d\\p{L}|\\p{Ll}\\p{Lu}',
  intraChars: "[\\p{L}\\d']",
  intraMode: 1,
  intraIns: 1,
  intraSub: 1,
  intraTrn: 1,
  intraDel: 1,
})

export const fold = (text: string): string =>
  // most names are plain, and tens of thousands are folded at once
  /^[\w ]*$/.test(text)
    ? text.toLowerCase().trim()
    : text
        .normalize('NFD')
        .replace(/\p{M}/gu, '')
        .toLowerCase()
        .replace(/[^\p{L}\p{N}]+/gu, ' ')
        .trim()

/** @param namesOf the names of each thing, the usual one first */
export function indexNames(namesOf: readonly (readonly string[])[]): NameIndex {
  const index: NameIndex = { folded: [], of: [] }
  for (const [thing, names] of namesOf.entries())
    for (const name of names) {
      index.folded.push(fold(name))
      index.of.push(thing)
    }
  return index
}

/**
 * Every word of the query is somewhere in the name, in any order, each with at most one slip. Names that begin with the query come
 * first, then those in which words begin with its words, then the rest; the shorter name before the longer.
 */
export function findByName({ folded, of }: NameIndex, query: string, limit: number): Found {
  const asked = fold(query)
  if (asked === '') return { best: [], total: 0 }
  const words = asked.split(' ')
  let hits: number[] | null = null
  for (const word of words) {
    hits = matching(folded, word, hits, limit)
    if (hits.length === 0) return { best: [], total: 0 }
  }
  const ranked = new Map<number, number>()
  for (const entry of hits ?? []) {
    const name = folded[entry]!
    const rank = distance(name, asked, words) * 1_000 + Math.min(999, name.length)
    const thing = of[entry]!
    const known = ranked.get(thing)
    if (known === undefined || rank < known) ranked.set(thing, rank)
  }
  return { best: lowest(ranked, limit), total: ranked.size }
}

/** Names that hold the word; where hardly any does, also those that hold it with a slip. */
function matching(folded: string[], word: string, among: number[] | null, enough: number): number[] {
  // a letter or two say too little for slips: they begin a word
  if (word.length < 3) return holding(folded, word, among, beginsWord)
  const exact = holding(folded, word, among, holds)
  if (exact.length >= enough) return exact
  const found = new Set(exact)
  for (const entry of fuzzy.filter(folded, word, among ?? undefined) ?? []) found.add(entry)
  if (word.length > 3) {
    // slips at its ends, which the matcher leaves out
    for (const entry of holding(folded, word.slice(0, -1), among, beginsWord)) found.add(entry)
    for (const entry of holding(folded, word.slice(1), among, holds)) found.add(entry)
  }
  return [...found].sort((x, y) => x - y)
}

function holding(
  folded: readonly string[],
  part: string,
  among: readonly number[] | null,
  test: (name: string, part: string) => boolean,
): number[] {
  if (among) return among.filter((entry) => test(folded[entry]!, part))
  const found: number[] = []
  for (let entry = 0; entry < folded.length; entry++) if (test(folded[entry]!, part)) found.push(entry)
  return found
}

const holds = (name: string, part: string) => name.includes(part)
const beginsWord = (name: string, word: string) => name.startsWith(word) || name.includes(` ${word}`)

/** 0 the name itself · 1 its beginning · then by words: 2 begins one, 3 within, 5 with a slip. */
function distance(name: string, asked: string, words: readonly string[]): number {
  if (name === asked) return 0
  if (name.startsWith(asked)) return 1
  return words.reduce((sum, word) => sum + (beginsWord(name, word) ? 2 : name.includes(word) ? 3 : 5), 0)
}

/** The things of lowest rank, in order: without sorting thousands to show six. */
function lowest(ranked: ReadonlyMap<number, number>, limit: number): number[] {
  const best: [thing: number, rank: number][] = []
  for (const [thing, rank] of ranked) {
    if (best.length === limit && rank >= best[limit - 1]![1]) continue
    let at = best.length
    while (at > 0 && best[at - 1]![1] > rank) at--
    best.splice(at, 0, [thing, rank])
    if (best.length > limit) best.pop()
  }
  return best.map(([thing]) => thing)
}
