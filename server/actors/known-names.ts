import type { ActorRecord } from '#shared/contract/actors.ts'
import { editDistance, foldName, slips } from './similar-name.ts'

interface KnownNames {
  /** All its names, folded. */
  folded: readonly string[]
  /** Sorts as a reader expects: without accents and marks, "Kopi 2" before "Kopi 10". */
  key: string
  /** The words of each name, made when a name is searched with a slip in it. */
  words: readonly (readonly Word[])[] | undefined
}

interface Word {
  text: string
  letters: number
}

/** A record never changes: another one takes its place. So its names are folded once, whatever is asked and how often. */
const known = new WeakMap<ActorRecord, KnownNames>()

function namesOfActor(actor: ActorRecord): KnownNames {
  let names = known.get(actor)
  if (!names) {
    const folded = [actor.name, ...actor.aliases].map(foldName)
    names = { folded, key: `${sortKey(folded[0]!)} ${actor.id}`, words: undefined }
    known.set(actor, names)
  }
  return names
}

const sortKey = (folded: string) => folded.replace(/\d+/g, (digits) => digits.padStart(12, '0'))

/** Whether one of its names holds the words (folded). */
export const isNamed = (actor: ActorRecord, words: string): boolean =>
  namesOfActor(actor).folded.some((name) => name.includes(words))

/** Finds by a name in which each of the words (folded) begins a word, with a slip or two where it is long. */
export function nearlyNamed(words: string): (actor: ActorRecord) => boolean {
  const asked = words.split(' ').map(wordOf)
  return (actor) => {
    const names = namesOfActor(actor)
    names.words ??= names.folded.map((name) => name.split(' ').map(wordOf))
    return names.words.some((parts) => asked.every((word) => parts.some((part) => begins(part, word))))
  }
}

const wordOf = (text: string): Word => ({ text, letters: lettersIn(text) })

/** One bit for each letter or digit that is in a word: tells in one step that two words are far apart. */
function lettersIn(text: string): number {
  let letters = 0
  for (let i = 0; i < text.length; i++) letters |= 1 << (text.charCodeAt(i) % 31)
  return letters
}

function countBits(bits: number): number {
  let count = 0
  for (let rest = bits; rest !== 0; rest &= rest - 1) count++
  return count
}

function begins(part: Word, word: Word): boolean {
  if (part.text.startsWith(word.text)) return true
  const allowed = slips(word.text.length)
  if (allowed === 0 || part.text.length < word.text.length - allowed) return false
  if (countBits(word.letters & ~part.letters) > allowed) return false
  // a letter too many or too few moves the end of what is compared
  for (let length = word.text.length - allowed; length <= word.text.length + allowed; length++)
    if (editDistance(part.text.slice(0, length), word.text) <= allowed) return true
  return false
}

const ordered = new WeakMap<ReadonlyMap<string, ActorRecord>, readonly ActorRecord[]>()
const ranks = new WeakMap<readonly ActorRecord[], ReadonlyMap<string, number>>()

/** Everybody in the order of their names; put in order once for every state of the register. */
export function inNameOrder(actors: ReadonlyMap<string, ActorRecord>): readonly ActorRecord[] {
  let list = ordered.get(actors)
  if (!list) {
    const keyed = [...actors.values()].map((actor) => ({ actor, key: namesOfActor(actor).key }))
    list = keyed.sort((a, b) => (a.key < b.key ? -1 : 1)).map(({ actor }) => actor)
    ordered.set(actors, list)
  }
  return list
}

/** The place of each in the order of their names. */
export function nameRanks(actors: ReadonlyMap<string, ActorRecord>): ReadonlyMap<string, number> {
  const list = inNameOrder(actors)
  let places = ranks.get(list)
  if (!places) {
    places = new Map(list.map(({ id }, place) => [id, place]))
    ranks.set(list, places)
  }
  return places
}
