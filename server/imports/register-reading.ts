import type { FieldId, SheetKind } from '#shared/contract/import-fields.ts'
import { currentRevision } from '../db/changeset-log.ts'
import type { Db } from '../db/schema.ts'
import { loadSnapshot, type Snapshot } from '../network/register.ts'
import { readReference } from '../reference/read-reference.ts'
import { readWriteContext, type WriteContext } from '../reference/write-context.ts'
import type { Clock } from '../today.ts'
import type { CellContext } from './cells/cell-context.ts'
import { createCellContext } from './cells/create-context.ts'
import type { SheetRecords } from './planning/current-values.ts'

/** The register at one revision, and what cells are read with. */
export interface RegisterReading {
  snapshot: Snapshot
  context: WriteContext
  cells: CellContext
  records<K extends SheetKind>(kind: K): ReadonlyMap<string, SheetRecords[K]>
}

export async function readRegister(db: Db, clock?: Clock): Promise<RegisterReading> {
  const snapshot = await loadSnapshot(db)
  const context = await readWriteContext(db, clock)
  const { regions } = await readReference(db, clock)
  const cells = createCellContext({
    today: context.today,
    roles: snapshot.roles,
    kinds: [...snapshot.kinds.values()],
    regions,
    partition: snapshot.partitions.get(context.officialPartition)!,
    actors: snapshot.actors,
    events: snapshot.events,
  })
  const records: { [K in SheetKind]: ReadonlyMap<string, SheetRecords[K]> } = {
    actors: snapshot.actors,
    partnerships: snapshot.partnerships,
    events: snapshot.events,
    attendance: snapshot.affiliations,
  }
  return { snapshot, context, cells, records: (kind) => records[kind] }
}

/** Whether nothing was committed since. */
export const isPresent = async (db: Db, reading: RegisterReading): Promise<boolean> =>
  (await currentRevision(db)) === reading.snapshot.revision

/** What a value is called on screen and in files; the value itself where it has no other name. */
export function labelOf(reading: RegisterReading, field: FieldId, type: string, value: string): string {
  if (type === 'actor') return reading.snapshot.actors.get(value)?.name ?? value
  if (type === 'actors')
    return value
      .split('; ')
      .map((id) => reading.snapshot.actors.get(id)?.name ?? id)
      .join('; ')
  if (type === 'event') return reading.snapshot.events.get(value)?.title ?? value
  // the kelurahan that was found in an address is a region
  const book = reading.cells.book(
    field === 'address' ? 'region' : (type as Parameters<CellContext['book']>[0]),
  )
  return book?.labelOf(value) ?? value
}
