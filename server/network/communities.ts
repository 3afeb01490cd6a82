import { regionOn } from './as-of.ts'
import type { CommunityTask } from './find-communities.ts'
import { partnersEver } from './partners-ever.ts'
import type { Snapshot } from './register.ts'

/** Groups of actors that a large network opens to: by actor, the id of the group's first member; null for who is in none. */
export type CommunityOf = (id: string) => string | null

/** So few need no groups: a sector of at most so many opens at once to its actors. */
const FROM = 61
/** From this share of actors with a kelurahan on, they are grouped by it instead. */
const REGION_FROM = 0.6
/** Fewer are no group. */
const SMALLEST = 4

/** Found once a revision, from all ties on record whatever their date; null where none are wanted. */
export function createCommunities(find: (task: CommunityTask) => Promise<Uint32Array | null>) {
  const found = new WeakMap<Snapshot, Promise<CommunityOf | null>>()
  return (snapshot: Snapshot): Promise<CommunityOf | null> => {
    const known = found.get(snapshot) ?? search(snapshot, find)
    found.set(snapshot, known)
    // a search that failed is tried again
    known.catch(() => found.delete(snapshot))
    return known
  }
}

async function search(
  snapshot: Snapshot,
  find: (task: CommunityTask) => Promise<Uint32Array | null>,
): Promise<CommunityOf | null> {
  const actors = [...snapshot.actors.values()]
  const placed = actors.filter((actor) => regionOn(actor, 'all') !== null).length
  if (actors.length < FROM || placed >= REGION_FROM * actors.length) return null
  const partners = await partnersEver(snapshot)
  const ids = [...partners.keys()].sort()
  const numberOf = new Map(ids.map((id, number) => [id, number]))
  const [a, b]: [number[], number[]] = [[], []]
  for (const [number, id] of ids.entries()) {
    for (const other of partners.get(id)!) {
      if (id > other) continue
      a.push(number)
      b.push(numberOf.get(other)!)
    }
  }
  const of = await find({ n: ids.length, a: Uint32Array.from(a), b: Uint32Array.from(b) })
  if (!of) return null
  const members = new Map<number, { first: string; count: number }>()
  for (const [number, id] of ids.entries()) {
    const community = members.get(of[number]!)
    if (community) community.count++
    else members.set(of[number]!, { first: id, count: 1 })
  }
  return (id) => {
    const number = numberOf.get(id)
    if (number === undefined) return null
    const { first, count } = members.get(of[number]!)!
    return count < SMALLEST ? null : first
  }
}
