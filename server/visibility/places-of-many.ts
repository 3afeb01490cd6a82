import type { ActorRecord } from '#shared/contract/actors.ts'
import { SMALL_CELLS } from '#shared/contract/visibility.ts'

/**
 * Of each of these actors the narrowest place that is sent: the kelurahan where at least `SMALL_CELLS.businesses` of them share it
 * with role, sectors and size class, else the district that as many of the others share; no entry where none is.
 */
export function placesOfMany(actors: readonly ActorRecord[]): ReadonlyMap<string, string> {
  const places = new Map<string, string>()
  let open = actors.flatMap((actor) => {
    const code = actor.regions.at(-1)?.value
    return code ? [{ id: actor.id, code, like: likeness(actor) }] : []
  })
  while (open.length > 0) {
    const cells = new Map<string, number>()
    for (const { code, like } of open) cells.set(`${code} ${like}`, (cells.get(`${code} ${like}`) ?? 0) + 1)
    const small: typeof open = []
    for (const one of open) {
      if (cells.get(`${one.code} ${one.like}`)! >= SMALL_CELLS.businesses) places.set(one.id, one.code)
      else small.push(one)
    }
    open = small.flatMap((one) => {
      const wider = widerPlace(one.code)
      return wider === null ? [] : [{ ...one, code: wider }]
    })
  }
  return places
}

/** A kelurahan's code has four parts, its district's the first three; wider than that tells nothing. */
const widerPlace = (code: string): string | null => {
  const parts = code.split('.')
  return parts.length <= 3 ? null : parts.slice(0, -1).join('.')
}

/** What else is sent of a pseudonym that many share. */
const likeness = ({ roles, sectors, sizeClass }: ActorRecord): string =>
  JSON.stringify([
    roles.at(-1)?.value ?? null,
    sizeClass,
    ...Object.entries(sectors)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([, dated]) => dated.at(-1)?.value ?? null),
  ])
