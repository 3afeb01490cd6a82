import { foldName, isSimilarName, slips } from '../../actors/similar-name.ts'

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
 * more than the slips (Li, Deng, Wang, Feng 2011, Pass-Join). What `isSimilarName` says decides.
 */
export function createNameIndex<T>(
  items: Iterable<T>,
  namesOf: (item: T) => readonly string[],
): NameIndex<T> {
  const whole = new Map<string, T[]>()
  const sorted = new Map<string, T[]>()
  const pieces = new Map<string, T[]>()
  const put = (map: Map<string, T[]>, key: string, item: T) => {
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
      for (const [i, piece] of cut(folded).entries()) put(pieces, `${folded.length} ${i} ${piece.text}`, item)
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
      const near = new Set<T>()
      for (const key of keysNear(folded)) {
        const sharing = pieces.get(key)
        if (sharing && sharing.length <= TOO_COMMON) for (const item of sharing) near.add(item)
      }
      for (const item of near)
        if (!found.has(item) && namesOf(item).some((other) => isSimilarName(other, name))) found.add(item)
      return [...found]
    },
  }
}

const sortedWords = (folded: string) => folded.split(' ').sort().join(' ')

function cut(folded: string): { text: string; at: number }[] {
  const parts = slips(folded.length) + 1
  if (parts === 1) return []
  const size = Math.floor(folded.length / parts)
  return Array.from({ length: parts }, (_, i) => {
    const at = i * size
    return { at, text: folded.slice(at, i === parts - 1 ? undefined : at + size) }
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
