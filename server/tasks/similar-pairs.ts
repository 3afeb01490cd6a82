import type { ActorRecord } from '#shared/contract/actors.ts'
import { foldName, isSimilarFolded, slips } from '../actors/similar-name.ts'
import type { Stepwise } from '../unhurried.ts'

/** Of one actor at most so many: a name that dozens have is no sign of anything. */
const MOST_PAIRS = 5

interface Name {
  actor: number
  folded: string
  /** `lettersIn` */
  letters: number
}

/**
 * Pairs of actors that have names which are likely one (`isSimilarName`), as places in the list, the lower first. Not every pair is
 * compared: two names with at most k slips between them have one of k + 1 pieces in common, almost at the same place (Li, Deng,
 * Wang and Feng 2011, Proc VLDB 5:253), and what differs in blanks or the order of words is found by its letters and words.
 */
export function* similarPairs(actors: readonly ActorRecord[]): Stepwise<[number, number][]> {
  const found = new Map<number, Set<number>>()
  const buckets = new Map<string, Name[]>()
  for (const [actor, record] of actors.entries()) {
    for (const text of [record.name, ...record.aliases]) {
      const folded = foldName(text)
      const name = { actor, folded, letters: lettersIn(folded) }
      if (folded === '') continue
      const seen = new Set<Name>()
      for (const key of wantedKeys(folded))
        for (const other of buckets.get(key) ?? []) {
          if (other.actor === actor || seen.has(other)) continue
          seen.add(other)
          if (mayBeNear(name, other) && isSimilarFolded(other.folded, folded)) note(found, other.actor, actor)
        }
      for (const key of ownKeys(folded)) {
        const bucket = buckets.get(key)
        if (bucket) bucket.push(name)
        else buckets.set(key, [name])
      }
    }
    yield
  }
  return [...found].flatMap(([one, others]) => [...others].map((other): [number, number] => [one, other]))
}

function note(found: Map<number, Set<number>>, one: number, other: number) {
  const others = found.get(one) ?? new Set()
  found.set(one, others)
  if (others.size < MOST_PAIRS) others.add(other)
}

/** One bit for each letter or digit that is in a name. */
function lettersIn(folded: string): number {
  let letters = 0
  for (let i = 0; i < folded.length; i++) if (folded[i] !== ' ') letters |= 1 << (folded.charCodeAt(i) % 31)
  return letters
}

/** Each slip changes two letters at most: most names are told apart in one step. */
function mayBeNear(one: Name, other: Name): boolean {
  let count = 0
  for (let rest = one.letters ^ other.letters; rest !== 0; rest &= rest - 1) count++
  return count <= 2 * slips(Math.max(one.folded.length, other.folded.length))
}

const wholeKeys = (folded: string) => [
  `letters ${folded.replaceAll(' ', '')}`,
  `words ${folded.split(' ').sort().join(' ')}`,
]

/** Where the pieces of a name of this length begin and how long they are: one more than slips are allowed between two of any length. */
function piecesOf(length: number): { start: number; length: number }[] {
  const pieces = slips(Number.POSITIVE_INFINITY) + 1
  const size = Math.floor(length / pieces)
  return Array.from({ length: pieces }, (_, i) => ({
    start: i * size,
    length: i === pieces - 1 ? length - i * size : size,
  }))
}

function ownKeys(folded: string): string[] {
  const keys = wholeKeys(folded)
  if (slips(folded.length) > 0)
    for (const [i, { start, length }] of piecesOf(folded.length).entries())
      keys.push(`${folded.length} ${i} ${folded.slice(start, start + length)}`)
  return keys
}

/** The keys under which a name that is likely the same may stand. */
function wantedKeys(folded: string): Set<string> {
  const keys = new Set(wholeKeys(folded))
  const most = slips(folded.length)
  for (let length = folded.length - most; length <= folded.length + most; length++) {
    if (slips(Math.min(length, folded.length)) === 0) continue
    for (const [i, piece] of piecesOf(length).entries())
      for (let shift = -most; shift <= most; shift++) {
        const start = piece.start + shift
        if (start >= 0 && start + piece.length <= folded.length)
          keys.add(`${length} ${i} ${folded.slice(start, start + piece.length)}`)
      }
  }
  return keys
}
