import { isInside, type Outline } from '../../../network/canvas/outline.ts'

/**
 * One part of a selection, as the address keeps it. What is picked by a rule follows the data; what was clicked stays.
 * `group` is a closed group of the picture, `area` whoever is drawn within an outline, `search` whose name holds the text.
 */
export type Pick =
  | { by: 'actor'; id: string }
  | { by: 'sector'; id: string }
  | { by: 'group'; id: string }
  | { by: 'area'; outline: Outline }
  | { by: 'search'; text: string }
  | { by: 'without'; id: string }

/** More than so many actors are kept as a rule instead of one by one, so that an address stays an address. */
export const MOST_NAMED = 80
const CORNERS = 24
const LETTER = { actor: 'a', sector: 's', group: 'g', area: 'p', search: 'q', without: 'x' } as const

/** Parts are parted by commas, so none may hold one. */
const safe = (text: string) => encodeURIComponent(text).replaceAll('.', '%2E')

export function writePicks(picks: readonly Pick[]): string {
  return picks
    .map((pick) => {
      const letter = LETTER[pick.by]
      if (pick.by === 'area') return `${letter}.${pick.outline.map((value) => Math.round(value)).join('.')}`
      return `${letter}.${safe(pick.by === 'search' ? pick.text : pick.id)}`
    })
    .join(',')
}

/** What it does not understand, it leaves out. */
export function readPicks(value: string): readonly Pick[] {
  return value.split(',').flatMap((part): Pick[] => {
    const [letter, ...rest] = part.split('.')
    const by = (Object.keys(LETTER) as (keyof typeof LETTER)[]).find((one) => LETTER[one] === letter)
    if (!by || rest.length === 0) return []
    if (by === 'area') {
      const outline = rest.map(Number)
      const whole = outline.length >= 6 && outline.length <= 2 * CORNERS && outline.length % 2 === 0
      return whole && outline.every(Number.isInteger) ? [{ by, outline }] : []
    }
    const text = decoded(rest.join('.'))
    if (text === null) return []
    return by === 'search' ? [{ by, text }] : [{ by, id: text }]
  })
}

function decoded(text: string): string | null {
  try {
    return decodeURIComponent(text)
  } catch {
    return null
  }
}

/** What a selection is made of: the actors, and where they are in the picture. */
export interface Selectable {
  ids: readonly string[]
  names: readonly string[]
  sectors: readonly (string | null)[]
  /** 1 = in the network at all. */
  present: ArrayLike<number>
  rowOf: ReadonlyMap<string, number>
  rowsOfGroup: (id: string) => readonly number[]
  /** Where an actor is drawn by itself; null where it is not. */
  placeOf: (row: number) => { x: number; y: number } | null
  /** Outlines take only who passes the filters. */
  passes: (row: number) => boolean
}

/** 1 for every actor that is picked. Null where nobody is. */
export function pickedRows(picks: readonly Pick[], from: Selectable): Uint8Array | null {
  if (picks.length === 0) return null
  const picked = new Uint8Array(from.ids.length)
  for (const pick of picks) {
    if (pick.by === 'actor' || pick.by === 'without') {
      const row = from.rowOf.get(pick.id)
      if (row !== undefined) picked[row] = pick.by === 'actor' ? 1 : 0
    } else if (pick.by === 'group') {
      for (const row of from.rowsOfGroup(pick.id)) picked[row] = 1
    } else
      for (let row = 0; row < picked.length; row++)
        if (from.present[row] && isMeant(pick, from, row)) picked[row] = 1
  }
  return picked.includes(1) ? picked : null
}

function isMeant(
  pick: Exclude<Pick, { id: string }> | { by: 'sector'; id: string },
  from: Selectable,
  row: number,
) {
  if (pick.by === 'sector') return (from.sectors[row] ?? '') === pick.id
  if (pick.by === 'search')
    return from.names[row]!.toLocaleLowerCase().includes(pick.text.toLocaleLowerCase())
  const place = from.passes(row) ? from.placeOf(row) : null
  return place !== null && isInside(pick.outline, place.x, place.y)
}

/** With this actor in, or out where it was in. */
export function toggled(picks: readonly Pick[], id: string, isPicked: boolean): readonly Pick[] {
  const others = picks.filter((pick) => !((pick.by === 'actor' || pick.by === 'without') && pick.id === id))
  if (!isPicked) return [...others, { by: 'actor', id }]
  const wasAlone = picks.some((pick) => pick.by === 'actor' && pick.id === id)
  const byRule = others.some((pick) => pick.by !== 'actor' && pick.by !== 'without')
  return wasAlone && !byRule ? others : [...others, { by: 'without', id }]
}

/** Several at once, named one by one. */
export const withActors = (picks: readonly Pick[], ids: readonly string[]): readonly Pick[] => {
  const named = new Set(ids)
  const kept = picks.filter((pick) => !((pick.by === 'actor' || pick.by === 'without') && named.has(pick.id)))
  return [...kept, ...ids.map((id): Pick => ({ by: 'actor', id }))]
}
