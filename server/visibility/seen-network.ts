import type { ActorNetwork, Multiples } from '#shared/contract/network.ts'
import type { Sight } from './sight.ts'

/** Answers are kept as long as their revision; so is what was cut to a sight. */
const kept = new WeakMap<Sight, WeakMap<object, object>>()

/** What is made of an answer for a sight, made once. `make` keeps the type of the answer. */
function once<A extends object>(sight: Sight, answer: A, make: () => A): A {
  const ofSight = kept.get(sight) ?? new WeakMap<object, object>()
  kept.set(sight, ofSight)
  const known = ofSight.get(answer) as A | undefined
  if (known) return known
  const made = make()
  ofSight.set(answer, made)
  return made
}

export const seenNetwork = (sight: Sight, answer: ActorNetwork): ActorNetwork =>
  sight.whole
    ? answer
    : once(sight, answer, () => {
        const { rows, newRow } = seenRows(sight, answer.actors.id)
        const at = <T>(column: readonly T[]): T[] => rows.map(({ row }) => column[row]!)
        const { actors } = answer
        return {
          ...answer,
          actors: {
            id: rows.map(({ id }) => id),
            name: rows.map(({ row }) => sight.nameOf(actors.id[row]!, actors.name[row]!)!),
            role: at(actors.role),
            sectorId: at(actors.sectorId),
            regionCode: rows.map(({ row }) => sight.regionOf(actors.id[row]!, actors.regionCode[row]!)),
            standing: at(actors.standing),
            census: at(actors.census),
            degree: at(actors.degree),
            crossDegree: at(actors.crossDegree),
            cutPairs: at(actors.cutPairs),
            x: at(actors.x),
            y: at(actors.y),
            ...(actors.community && {
              community: at(actors.community).map((first) => first && sight.idOf(first)),
            }),
          },
          ties: seenTies(answer.ties, newRow),
        }
      })

export const seenMultiples = (sight: Sight, answer: Multiples): Multiples =>
  sight.whole
    ? answer
    : once(sight, answer, () => {
        const { rows, newRow } = seenRows(sight, answer.actors.id)
        const at = <T>(column: readonly T[]): T[] => rows.map(({ row }) => column[row]!)
        const { sectorId, in: dates, x, y } = answer.actors
        return {
          ...answer,
          actors: {
            id: rows.map(({ id }) => id),
            sectorId: at(sectorId),
            in: at(dates),
            x: at(x),
            y: at(y),
          },
          ties: seenTies(answer.ties, newRow),
        }
      })

/** Rows in the order of the ids that are shown: that of the real ones would tell who is who. */
function seenRows(sight: Sight, ids: readonly string[]) {
  const rows = ids
    .flatMap((real, row) => {
      const id = sight.idOf(real)
      return id === null ? [] : [{ id, row }]
    })
    .sort((a, b) => (a.id < b.id ? -1 : 1))
  const newRow = new Int32Array(ids.length).fill(-1)
  for (const [at, { row }] of rows.entries()) newRow[row] = at
  return { rows, newRow }
}

type Ties = { a: number[]; b: number[] } & Record<string, unknown[]>

/** Ties between new rows, the lower first, in their order; every other column goes along. */
function seenTies<T extends Ties>(ties: T, newRow: Int32Array): T {
  const size = newRow.length
  const keyed = ties.a.flatMap((first, tie) => {
    const [a, b] = [newRow[first]!, newRow[ties.b[tie]!]!]
    if (a < 0 || b < 0) return []
    return [{ tie, key: Math.min(a, b) * size + Math.max(a, b) }]
  })
  keyed.sort((x, y) => x.key - y.key)
  const moved = Object.entries(ties).map(([name, column]) => [name, keyed.map(({ tie }) => column[tie])])
  // the columns of the same names
  return {
    ...(Object.fromEntries(moved) as T),
    a: keyed.map(({ key }) => Math.floor(key / size)),
    b: keyed.map(({ key }) => key % size),
  }
}
