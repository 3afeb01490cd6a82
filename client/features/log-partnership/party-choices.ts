import type { Habits } from './habits.ts'
import type { PartyCandidate } from './known-party.ts'
import type { DraftParty } from './partnership-draft.ts'

export interface PartyChoices {
  known: PartyCandidate[]
  /** The name to register, when nobody of exactly this name is in the register. */
  create: string | null
}

const fold = (text: string) =>
  text
    .normalize('NFKD')
    .replace(/\p{Diacritic}/gu, '')
    .toLocaleLowerCase('id')
    .trim()
    .replace(/\s+/g, ' ')

/** 0 whole name · 1 its beginning · 2 beginning of a word · 3 within · 4 all words somewhere · 5 the server's guess. */
function closeness(name: string, query: string): number {
  const folded = fold(name)
  if (folded === query) return 0
  if (folded.startsWith(query)) return 1
  if (folded.includes(` ${query}`)) return 2
  if (folded.includes(query)) return 3
  return query.split(' ').every((word) => folded.includes(word)) ? 4 : 5
}

/** The answers of the register in the order a person expects, without those already chosen. */
export function partyChoices(
  query: string,
  found: readonly PartyCandidate[],
  chosen: readonly DraftParty[],
): PartyChoices {
  const folded = fold(query)
  const taken = new Set(chosen.flatMap((party) => (party.type === 'known' ? [party.actorId] : [])))
  const known = found
    .filter((row) => !taken.has(row.id) && row.leftOn === null)
    .map((row) => ({ row, rank: folded === '' ? 5 : closeness(row.name, folded) }))
    .sort(
      (a, b) =>
        a.rank - b.rank || a.row.name.localeCompare(b.row.name, 'id') || (a.row.id < b.row.id ? -1 : 1),
    )
    .map(({ row }) => row)
  const named = [...found.map((row) => row.name), ...chosen.map((party) => party.name)]
  const exists = named.some((name) => fold(name) === folded)
  return { known, create: folded.length >= 2 && !exists ? query.trim().replace(/\s+/g, ' ') : null }
}

/** Of the list at hand, who may be meant: every word is somewhere in the name. For the time without a connection. */
export function searchAtHand(query: string, everybody: readonly PartyCandidate[]): PartyCandidate[] {
  const words = fold(query).split(' ').filter(Boolean)
  if (words.length === 0) return []
  return everybody.filter(({ name }) => {
    const folded = fold(name)
    return words.every((word) => folded.includes(word))
  })
}

/**
 * Whom to propose before a letter is typed: those named last, then others of the kelurahan of the last entry. Each once, none
 * that is named already, at most `most`.
 */
export function proposedParties(
  { recent, regionCode }: Habits,
  everybody: readonly PartyCandidate[],
  chosen: readonly DraftParty[],
  most: number,
): PartyCandidate[] {
  const taken = new Set(chosen.flatMap((party) => (party.type === 'known' ? [party.actorId] : [])))
  const byId = new Map(everybody.map((candidate) => [candidate.id, candidate]))
  // Who has been merged or has left since is not in the list any more.
  const last = recent.flatMap(({ actorId }) => byId.get(actorId) ?? [])
  const near = regionCode === null ? [] : everybody.filter((one) => one.regionCode === regionCode)
  const inOrder = new Map([...last, ...near].map((candidate) => [candidate.id, candidate]))
  return [...inOrder.values()].filter(({ id }) => !taken.has(id)).slice(0, most)
}
