import { chunksOf, insertRows } from '../db/insert-rows.ts'
import type { Db } from '../db/schema.ts'
import { writeAside } from '../db/write-gate.ts'
import { sectorOn } from './as-of.ts'
import { type LayoutTask, minimumGap } from './layout/lay-out.ts'
import { type Point, placeNew } from './layout/place-new.ts'
import { partnersEver } from './partners-ever.ts'
import { definitionOf, type Snapshot } from './register.ts'

/** Where every actor is drawn: laid out once, stored, and from then on the picture stays put. */
export interface Positions {
  of(snapshot: Snapshot): Promise<ReadonlyMap<string, Point>>
}

/** With fewer than this share of the actors placed, there is no picture to keep. */
const KEEP_FROM = 0.5

export function createPositions(db: Db, layOut: (task: LayoutTask) => Promise<Float32Array>): Positions {
  let points: Map<string, Point> | undefined
  let seen: Snapshot | undefined
  let tail: Promise<unknown> = Promise.resolve()

  async function update(snapshot: Snapshot): Promise<ReadonlyMap<string, Point>> {
    if (snapshot.generation !== seen?.generation) {
      points = undefined
      seen = undefined
    } else if (points && snapshot.revision <= seen.revision) return points
    points ??= await readPositions(db)
    const missing = [...snapshot.actors.keys()].filter((id) => !points!.has(id)).sort()
    const moved = new Map<string, Point>()
    if (snapshot.actors.size - missing.length < KEEP_FROM * snapshot.actors.size) {
      const partners = await partnersEver(snapshot)
      for (const [id, point] of await layOutAll(snapshot, partners, layOut)) moved.set(id, point)
    } else if (missing.length > 0 || (seen && seen.partnerships !== snapshot.partnerships)) {
      const partners = await partnersEver(snapshot)
      const partnersThen = seen && (await partnersEver(seen))
      // who had no partner stood on the rim; with its first one it comes to it; who comes back stands where it stood
      const joined = partnersThen
        ? [...partners.keys()]
            .filter((id) => points!.has(id) && seen!.actors.has(id) && !partnersThen.has(id))
            .sort()
        : []
      for (const [id, point] of placeAmong(snapshot, partners, points, [...missing, ...joined]))
        moved.set(id, point)
    }
    // stored before they are shown, so that no picture is seen that a restart would change
    if (moved.size > 0) {
      await writePositions(db, moved)
      points = new Map([...points, ...moved])
    }
    seen = snapshot
    return points
  }

  return {
    of(snapshot) {
      const turn = tail.then(() => update(snapshot))
      tail = turn.catch(() => undefined)
      return turn
    },
  }
}

function sectorAngles(snapshot: Snapshot): (id: string) => number {
  const partition = snapshot.partitions.get(definitionOf(snapshot, 'official').partitionId)!
  const angles = new Map(partition.sectors.map((sector) => [sector.id, sector.angle]))
  return (id) => angles.get(sectorOn(snapshot.actors.get(id)!, partition.id, 'all') ?? '') ?? Number.NaN
}

async function layOutAll(
  snapshot: Snapshot,
  partners: ReadonlyMap<string, readonly string[]>,
  layOut: (task: LayoutTask) => Promise<Float32Array>,
): Promise<[string, Point][]> {
  const ids = [...snapshot.actors.keys()].sort()
  const numberOf = new Map(ids.map((id, number) => [id, number]))
  const ties: number[] = []
  for (const [v, id] of ids.entries())
    for (const other of partners.get(id) ?? []) if (id < other) ties.push(v, numberOf.get(other)!)
  const xy = await layOut({
    n: ids.length,
    ties: Uint32Array.from(ties),
    angles: Float64Array.from(ids, sectorAngles(snapshot)),
  })
  return ids.map((id, v) => [id, { x: xy[2 * v]!, y: xy[2 * v + 1]! }])
}

function placeAmong(
  snapshot: Snapshot,
  partners: ReadonlyMap<string, readonly string[]>,
  placed: ReadonlyMap<string, Point>,
  ids: readonly string[],
): Map<string, Point> {
  const gap = minimumGap(snapshot.actors.size)
  const angleOf = sectorAngles(snapshot)
  const all = new Map(placed)
  for (const id of ids) all.delete(id)
  const moved = new Map<string, Point>()
  for (const id of ids) {
    const near = (partners.get(id) ?? []).flatMap((other) => all.get(other) ?? [])
    const point = placeNew(near, angleOf(id), all.values(), gap)
    all.set(id, point)
    moved.set(id, point)
  }
  return moved
}

async function readPositions(db: Db): Promise<Map<string, Point>> {
  const rows = await db.selectFrom('position').selectAll().execute()
  return new Map(rows.map(({ actor_id, x, y }) => [actor_id, { x, y }]))
}

async function writePositions(db: Db, points: ReadonlyMap<string, Point>): Promise<void> {
  await writeAside(db, async (trx) => {
    for (const part of chunksOf([...points.keys()]))
      await trx.deleteFrom('position').where('actor_id', 'in', part).execute()
    await insertRows(
      trx,
      'position',
      ['actor_id', 'x', 'y'],
      [...points].map(([id, { x, y }]) => [id, x, y]),
    )
  })
}
