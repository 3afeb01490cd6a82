import type { ActorDetail, ActorPatch } from '#shared/contract/actors.ts'
import type { PartnershipDetail, PartnershipPatch } from '#shared/contract/partnerships.ts'

/** A change that could not be sent for want of a signal: of which record, as it was read, and what is to become of it. */
export type KeptChange =
  | {
      entity: 'actor'
      id: string
      revision: number
      /** null where the record as it was read is not at hand any more. */
      base: ActorDetail | null
      patch: ActorPatch
    }
  | {
      entity: 'partnership'
      id: string
      revision: number
      base: PartnershipDetail | null
      patch: PartnershipPatch
    }

type Keeper = (change: KeptChange) => Promise<void>
let keeper: Keeper | null = null

/** Who keeps them on this device: the outbox, where there is one. Ends with the function answered. */
export function keepChangesWith(keep: Keeper): () => void {
  keeper = keep
  return () => {
    if (keeper === keep) keeper = null
  }
}

/** Whether it is kept now, and will be sent by itself. */
export async function keepChange(change: KeptChange): Promise<boolean> {
  if (!keeper) return false
  return keeper(change).then(
    () => true,
    () => false,
  )
}
