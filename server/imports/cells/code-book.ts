import { editDistance, foldName, slips } from '../../actors/similar-name.ts'
import { type CellReading, type Choice, NOTHING, says, wrong } from './cell-reading.ts'

export interface CodeEntry {
  code: string
  /** What it is called on screen and in files that go out. */
  label: string
  /** Everything that it is called, the label included. */
  names: readonly string[]
  retired?: boolean
  /** What is called so may be this, and may be another: it is asked. */
  unsure?: readonly string[]
}

/** A list of codes, found by code or by any of their names. */
export interface CodeBook {
  entries: readonly CodeEntry[]
  labelOf(code: string): string | null
  read(text: string): CellReading
}

const MOST_CHOICES = 5
/** A tick has no letters and is its own key. */
const key = (text: string) => foldName(text).replaceAll(' ', '') || text.trim()

/** `cleaned`: what of a text is the name, such as the village in "Kel. Jati". */
export function createCodeBook(
  entries: readonly CodeEntry[],
  cleaned: (text: string) => string = (text) => text,
): CodeBook {
  const byKey = new Map<string, CodeEntry[]>()
  const unsure = new Map<string, CodeEntry[]>()
  for (const entry of entries)
    for (const name of new Set((entry.unsure ?? []).map(key)))
      unsure.set(name, [...(unsure.get(name) ?? []), entry])
  const byCode = new Map(entries.map((entry) => [entry.code, entry]))
  for (const entry of entries)
    for (const name of new Set([entry.code, ...entry.names].map(key))) {
      const named = byKey.get(name)
      if (named) named.push(entry)
      else byKey.set(name, [entry])
    }
  return {
    entries,
    labelOf: (code) => byCode.get(code)?.label ?? null,
    read(text) {
      const exact = byCode.get(text.trim())
      const named = exact ? [exact] : (byKey.get(key(text)) ?? byKey.get(key(cleaned(text))) ?? [])
      const [only, other] = named
      if (only && !other) return only.retired ? wrong('retired-code', undefined, []) : says(only.code)
      if (named.length > 1) return wrong('ambiguous-code', undefined, named.map(choiceOf))
      if (key(text) === '') return NOTHING
      const asked = unsure.get(key(text))
      if (asked) return wrong('ambiguous-code', undefined, asked.map(choiceOf))
      return wrong('unknown-code', undefined, nearest(entries, cleaned(text)))
    },
  }
}

const choiceOf = ({ code, label }: CodeEntry): Choice => ({ value: code, label })

/** Those of a name that is a slip or two away, or that is among the words: proposed, never taken. */
function nearest(entries: readonly CodeEntry[], text: string): Choice[] {
  const wanted = key(text)
  const words = new Set(foldName(text).split(' '))
  const scored = entries.flatMap((entry) => {
    if (entry.retired) return []
    const distance = Math.min(
      ...entry.names.map((name) => {
        const own = key(name)
        if (own.length >= 4 && (wanted.includes(own) || (wanted.length >= 4 && own.includes(wanted))))
          return 0.5
        if (
          foldName(name)
            .split(' ')
            .every((word) => words.has(word))
        )
          return 0.5
        return Math.abs(own.length - wanted.length) > 3 ? 99 : editDistance(own, wanted)
      }),
    )
    return distance <= Math.max(1, slips(wanted.length) + 1) ? [{ entry, distance }] : []
  })
  return scored
    .sort((a, b) => a.distance - b.distance)
    .slice(0, MOST_CHOICES)
    .map(({ entry }) => choiceOf(entry))
}
