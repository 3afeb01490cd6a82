import type { Csr } from './csr.ts'
import type { Labels } from './labels.ts'
import { type Measured, measured, undefinedFor } from './measured.ts'

/**
 * How the actors of each place stand in the network: how many, how many without a partner, how many with a partner in another sector,
 * and their partners.
 *
 *   isolated share = isolates / actors,  reach = reached / actors,  partners per actor = tie ends / actors
 *
 * The shares are those of the whole network (isolates; reach, pillar J) read on one place; partners elsewhere count, a tie between
 * two places has an end in both. O(n + m). A place without actors has counts of 0 and no shares.
 */
export interface PlaceProfile {
  /** per place */
  actors: Uint32Array
  isolates: Uint32Array
  reached: Uint32Array
  tieEnds: Uint32Array
}

export function placeProfile(csr: Csr, sectors: Labels, places: Labels): PlaceProfile {
  const { n, offsets, neighbours } = csr
  const profile: PlaceProfile = {
    actors: new Uint32Array(places.count),
    isolates: new Uint32Array(places.count),
    reached: new Uint32Array(places.count),
    tieEnds: new Uint32Array(places.count),
  }
  for (let v = 0; v < n; v++) {
    const place = places.of[v]
    const degree = offsets[v + 1] - offsets[v]
    profile.actors[place]++
    profile.tieEnds[place] += degree
    if (degree === 0) profile.isolates[place]++
    for (let i = offsets[v]; i < offsets[v + 1]; i++) {
      if (sectors.of[neighbours[i]] === sectors.of[v]) continue
      profile.reached[place]++
      break
    }
  }
  return profile
}

export const PLACE_MEASURES = ['actors', 'reach', 'isolates', 'partners'] as const
export type PlaceMeasure = (typeof PLACE_MEASURES)[number]

/** One measure of one place: a count, two shares, a mean. */
export function placeValue(profile: PlaceProfile, measure: PlaceMeasure, place: number): Measured<number> {
  const actors = profile.actors[place]
  if (measure === 'actors') return measured(actors)
  if (actors === 0) return undefinedFor('no-actors')
  const part =
    measure === 'reach' ? profile.reached : measure === 'isolates' ? profile.isolates : profile.tieEnds
  return measured(part[place] / actors)
}
