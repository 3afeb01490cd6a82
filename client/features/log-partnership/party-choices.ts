import type { ActorRow } from '#shared/contract/actors.ts'
import type { DraftParty } from './partnership-draft.ts'

export interface PartyChoices {
  known: ActorRow[]
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
  found: readonly ActorRow[],
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
