import type { ActorRecord } from '#shared/contract/actors.ts'
import { editDistance, foldName, slips } from './similar-name.ts'

interface KnownNames {
  /** All its names, folded. */
  folded: readonly string[]
  /** Sorts as a reader expects: without accents and marks, "Kopi 2" before "Kopi 10". */
  key: string
}

/** A record never changes: another one takes its place. So its names are folded once, whatever is asked and how often. */
const known = new WeakMap<ActorRecord, KnownNames>()

export function namesOfActor(actor: ActorRecord): KnownNames {
  let names = known.get(actor)
  if (!names) {
    const folded = [actor.name, ...actor.aliases].map(foldName)
    names = { folded, key: sortKey(folded[0]!) }
    known.set(actor, names)
  }
  return names
}

const sortKey = (folded: string) => folded.replace(/\d+/g, (digits) => digits.padStart(12, '0'))

/** Whether one of its names holds the words (folded). */
export const isNamed = (actor: ActorRecord, words: string): boolean =>
  namesOfActor(actor).folded.some((name) => name.includes(words))

/** Whether each of the words begins a word of one of its names, with a slip or two where the word is long. */
export function isNearlyNamed(actor: ActorRecord, words: readonly string[]): boolean {
  return namesOfActor(actor).folded.some((name) => {
    const parts = name.split(' ')
    return words.every((word) => parts.some((part) => begins(part, word)))
  })
}

function begins(part: string, word: string): boolean {
  if (part.startsWith(word)) return true
  const allowed = slips(word.length)
  if (allowed === 0 || part.length < word.length - allowed) return false
  // a letter too many or too few moves the end of what is compared
  for (let length = word.length - allowed; length <= word.length + allowed; length++)
    if (editDistance(part.slice(0, length), word) <= allowed) return true
  return false
}
