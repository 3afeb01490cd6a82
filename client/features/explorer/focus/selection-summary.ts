import type { ActorNetwork } from '#shared/contract/network.ts'

/** A set of actors in numbers, by the definition in force: only who is in n and ties that count. */
export interface SetNumbers {
  /** Actors in n; and those of the set that are not (unasked, outside). */
  n: number
  beside: number
  /** Counting ties among them. */
  ties: number
  /** Counting ties to others. */
  outward: number
  /** 2m / (n (n − 1)); null below two actors. */
  density: number | null
  /** Of the ties among them, those between two sectors; null without ties. */
  crossShare: number | null
  cross: number
  /** Actors with a partner in another sector, wherever. */
  reached: number
  reach: number | null
}

/** @param picked per actor row 1 = in the set; null = everybody */
export function setNumbers(network: ActorNetwork, picked: Uint8Array | null): SetNumbers {
  const { actors, ties } = network
  const counted = (row: number) => actors.standing[row] === 'linked' || actors.standing[row] === 'unlinked'
  let [n, beside, reached] = [0, 0, 0]
  for (let row = 0; row < actors.id.length; row++) {
    if (picked && picked[row] !== 1) continue
    if (!counted(row)) beside++
    else {
      n++
      if (actors.crossDegree[row]! > 0) reached++
    }
  }
  let [inside, outward, cross] = [0, 0, 0]
  for (let tie = 0; tie < ties.a.length; tie++) {
    if (!ties.counts[tie]) continue
    const [a, b] = [ties.a[tie]!, ties.b[tie]!]
    const ends = picked ? picked[a]! + picked[b]! : 2
    if (ends === 1) outward++
    if (ends !== 2) continue
    inside++
    if (actors.sectorId[a] !== actors.sectorId[b]) cross++
  }
  return {
    n,
    beside,
    ties: inside,
    outward,
    density: n < 2 ? null : (2 * inside) / (n * (n - 1)),
    crossShare: inside === 0 ? null : cross / inside,
    cross,
    reached,
    reach: n === 0 ? null : reached / n,
  }
}
