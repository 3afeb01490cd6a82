import { foldName, slips } from '../../actors/similar-name.ts'

/** Finds similar names without comparing with every name. */
export interface NameIndex<T> {
  alike(name: string): T[]
  add(item: T): void
}

/** So many names may share a piece before it tells nothing. */
const TOO_COMMON = 400
const MOST_SLIPS = 2

/**
 * Names in pieces: of a name with at most two slips, cut into one piece more than slips, at least one piece is found whole, moved by no
 * more than the slips (Li, Deng, Wang, Feng 2011, Pass-Join). What is found is what `isSimilarName` says.
 */
export function createNameIndex<T>(
  items: Iterable<T>,
  namesOf: (item: T) => readonly string[],
): NameIndex<T> {
  const whole = new Map<string, T[]>()
  const sorted = new Map<string, T[]>()
  const pieces = new Map<string, Spelling<T>[]>()
  const put = <V>(map: Map<string, V[]>, key: string, item: V) => {
    const list = map.get(key)
    if (list) list.push(item)
    else map.set(key, [item])
  }
  const add = (item: T) => {
    for (const name of namesOf(item)) {
      const folded = foldName(name)
      if (folded === '') continue
      put(whole, folded.replaceAll(' ', ''), item)
      put(sorted, sortedWords(folded), item)
      const spelling = spellingOf(item, folded)
      for (const [i, piece] of cut(folded).entries()) put(pieces, `${folded.length} ${i} ${piece}`, spelling)
    }
  }
  for (const item of items) add(item)
  return {
    add,
    alike(name) {
      const folded = foldName(name)
      if (folded === '') return []
      const found = new Set<T>()
      for (const item of whole.get(folded.replaceAll(' ', '')) ?? []) found.add(item)
      for (const item of sorted.get(sortedWords(folded)) ?? []) found.add(item)
      const asked = spellingOf(null, folded)
      const seen = new Set<Spelling<T>>()
      for (const key of keysNear(folded)) {
        const sharing = pieces.get(key)
        if (!sharing || sharing.length > TOO_COMMON) continue
        for (const spelling of sharing) {
          if (seen.has(spelling)) continue
          seen.add(spelling)
          if (areSlips(spelling, asked)) found.add(spelling.item)
        }
      }
      return [...found]
    },
  }
}

/** A folded name with what tells at once that two are far apart. */
interface Spelling<T> {
  item: T
  folded: string
  digits: string
  /** One bit for each letter or digit that is in it. */
  letters: number
}

function spellingOf<T>(item: T, folded: string): Spelling<T> {
  let letters = 0
  for (let i = 0; i < folded.length; i++) letters |= 1 << (folded.charCodeAt(i) % 31)
  return { item, folded, digits: folded.replace(/\D+/g, ' '), letters }
}

/** As `isSimilarName` has it of two names that differ by slips: numbers are never slips. */
function areSlips(a: Spelling<unknown>, b: Spelling<unknown>): boolean {
  const allowed = slips(Math.min(a.folded.length, b.folded.length))
  if (allowed === 0 || Math.abs(a.folded.length - b.folded.length) > allowed || a.digits !== b.digits)
    return false
  // a slip brings one letter in and puts one out
  if (bitsIn(a.letters & ~b.letters) > allowed || bitsIn(b.letters & ~a.letters) > allowed) return false
  return isWithin(a.folded, b.folded, allowed)
}

function bitsIn(bits: number): number {
  let count = 0
  for (let rest = bits; rest !== 0; rest &= rest - 1) count++
  return count
}

/** Whether the Levenshtein distance is at most `allowed`: only the diagonals that can end there are walked. */
function isWithin(a: string, b: string, allowed: number): boolean {
  const width = 2 * allowed + 1
  let row = new Uint8Array(width).fill(99)
  for (let d = allowed; d < width; d++) row[d] = d - allowed
  for (let i = 1; i <= a.length; i++) {
    const next = new Uint8Array(width).fill(99)
    let least = 99
    for (let d = 0; d < width; d++) {
      const j = i + d - allowed
      if (j < 0 || j > b.length) continue
      let cost = j === 0 ? i : row[d]! + (a.charCodeAt(i - 1) === b.charCodeAt(j - 1) ? 0 : 1)
      if (d > 0 && j > 0) cost = Math.min(cost, next[d - 1]! + 1)
      if (d < width - 1) cost = Math.min(cost, row[d + 1]! + 1)
      next[d] = cost
      if (cost < least) least = cost
    }
    if (least > allowed) return false
    row = next
  }
  return row[b.length - a.length + allowed]! <= allowed
}

const sortedWords = (folded: string) => folded.split(' ').sort().join(' ')

function cut(folded: string): string[] {
  const parts = slips(folded.length) + 1
  if (parts === 1) return []
  const size = Math.floor(folded.length / parts)
  return Array.from({ length: parts }, (_, i) => {
    const at = i * size
    return folded.slice(at, i === parts - 1 ? undefined : at + size)
  })
}

function* keysNear(folded: string): Generator<string> {
  for (let length = folded.length - MOST_SLIPS; length <= folded.length + MOST_SLIPS; length++) {
    const parts = slips(length) + 1
    if (parts === 1) continue
    const size = Math.floor(length / parts)
    for (let i = 0; i < parts; i++) {
      const pieceLength = i === parts - 1 ? length - i * size : size
      for (let shift = -MOST_SLIPS; shift <= MOST_SLIPS; shift++) {
        const at = i * size + shift
        if (at >= 0 && at + pieceLength <= folded.length)
          yield `${length} ${i} ${folded.slice(at, at + pieceLength)}`
      }
    }
  }
}
