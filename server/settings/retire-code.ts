import type { CodeList, CodeLists } from '#shared/contract/code-lists.ts'
import type { Reference } from '#shared/contract/reference.ts'
import type { ChangesetTx } from '../db/changeset.ts'
import { invalidInput, issue } from '../errors.ts'
import type { PartnershipView } from '../partnerships/partnership-view.ts'
import { kindStore } from '../reference/kind-store.ts'
import { sectorRecordId, sectorStore } from '../reference/sector-store.ts'

/** Retires a value in the changeset, or takes it up again. Throws `not-found`, and `invalid-input` for the last one in use. */
export async function retireCode(
  tx: ChangesetTx,
  official: string,
  { list, id, retired }: { list: CodeList; id: string; retired: boolean },
): Promise<void> {
  if (list === 'kind') {
    const { record } = await tx.get(kindStore, id)
    const others = [...(await kindStore.read(tx.db)).values()].filter((kind) => kind.record.id !== id)
    if (retired) refuseLast(others.map((kind) => kind.record.retired))
    await tx.put(kindStore, { ...record, retired })
    return
  }
  const { record } = await tx.get(sectorStore, sectorRecordId(official, id))
  const others = [...(await sectorStore.read(tx.db)).values()].filter(
    (sector) => sector.record.partitionId === official && sector.record.sectorId !== id,
  )
  if (retired) refuseLast(others.map((sector) => sector.record.retired))
  await tx.put(sectorStore, { ...record, retired })
}

function refuseLast(retired: readonly boolean[]) {
  if (retired.every(Boolean))
    throw invalidInput(issue('retired', 'last-value', 'At least one value of the list stays in use.'))
}

export const officialPartition = ({ partitions }: Reference) => {
  const official = partitions.find((partition) => partition.official)
  if (!official) throw new Error('The database has no official partition.')
  return official
}

/** The values with how many records have each of them. */
export function codeLists(view: PartnershipView, reference: Reference): CodeLists {
  const kinds = new Map<string, number>()
  for (const { kind } of view.partnerships.values()) kinds.set(kind, (kinds.get(kind) ?? 0) + 1)
  const sectors = new Map<string, number>()
  for (const actor of view.actors.values()) {
    const { sectorId } = view.actorReading(actor)
    if (sectorId !== null) sectors.set(sectorId, (sectors.get(sectorId) ?? 0) + 1)
  }
  const counted = (values: readonly { id: string; retired: boolean }[], uses: ReadonlyMap<string, number>) =>
    values.map(({ id, retired }) => ({ id, retired, uses: uses.get(id) ?? 0 }))
  return {
    kinds: counted(reference.kinds, kinds),
    sectors: counted(officialPartition(reference).sectors, sectors),
    revision: view.revision,
  }
}
