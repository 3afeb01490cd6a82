import type { AbsentSectors } from '#shared/contract/reference.ts'
import type { On } from '#shared/contract/vocabulary.ts'
import { sectorOn } from './as-of.ts'
import type { Network } from './derive-network.ts'
import type { Snapshot } from './register.ts'

/**
 * Sectors with nobody registered, in the order of their partition: absent from the data differs from isolated. The official
 * partition may hold only the sectors that the city has; where another one is in use beside it, that one says which the city lacks.
 */
export function absentSectors(snapshot: Snapshot, network: Network, on: On): AbsentSectors {
  const registered = [...network.registered.values()]
  const other = [...snapshot.partitions.values()].find(
    ({ id }) =>
      id !== network.partition.id && [...snapshot.actors.values()].some((actor) => id in actor.sectors),
  )
  const partition = other ?? network.partition
  const present = new Set(
    registered.map(({ actor, sectorId }) => (other ? sectorOn(actor, other.id, on) : sectorId)),
  )
  return {
    partitionId: partition.id,
    // nobody is missing from a sector that is no longer used
    sectorIds: partition.sectors
      .filter(({ id, retired }) => !retired && !present.has(id))
      .map(({ id }) => id),
  }
}
