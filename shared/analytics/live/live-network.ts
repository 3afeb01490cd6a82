import type { Csr } from '../csr.ts'
import { smallSectors } from '../integration-index.ts'
import { type Labels, occupiedSectors } from '../labels.ts'
import { type Measured, measured, undefinedFor } from '../measured.ts'
import { MIXING_LIMIT } from '../mixing.ts'
import { composePillars, createPillarScratch, type PillarScratch } from '../pillars.ts'
import {
  addToComponents,
  componentsAfterRemove,
  componentsBeforeInsert,
  componentsBeforeMove,
  dropFromComponents,
  type LiveComponents,
  liveComponents,
} from './live-components.ts'
import { addCore, coresAfterInsert, coresAfterRemove, type LiveCores, liveCores } from './live-cores.ts'
import { addRow, areTied, insertTie, type LiveRows, larger, liveRows, removeTie } from './live-rows.ts'
import {
  addToSectors,
  countTie,
  dropFromSectors,
  type LiveSectors,
  liveSectors,
  moveInSectors,
} from './live-sectors.ts'
import { countTriangles, type LiveTriangles, liveTriangles } from './live-triangles.ts'

/**
 * A network that changes, with figures that are fresh after every change without being computed anew: degrees, components, mixing,
 * E-I, reach, triangles, core numbers, and the shares J, S and H of the integration index. Each equals what its own kernel gives for
 * the network as it stands. Another date is a batch of such changes.
 *
 * Wholeness T, and with it the index, is not among them: which actors hold a network together cannot be told locally.
 */
export interface LiveNetwork {
  rows: LiveRows
  components: LiveComponents
  cores: LiveCores
  sectors: LiveSectors
  triangles: LiveTriangles
  isolates: number
  /** numbers of those who left, to be given again, and who is there */
  free: number[]
  present: Uint8Array
  scratch: PillarScratch
}

/** @throws RangeError above 2,000 sectors, which mixing does not go beyond */
export function liveNetwork(csr: Csr, labels: Labels): LiveNetwork {
  if (labels.count > MIXING_LIMIT)
    throw new RangeError(`${labels.count} sectors are more than ${MIXING_LIMIT}`)
  const found = liveComponents(csr, labels.of, labels.count)
  return {
    rows: liveRows(csr),
    components: found,
    cores: liveCores(csr),
    sectors: liveSectors(csr, labels.of, labels.count),
    triangles: liveTriangles(csr),
    isolates: found.bySize[1] ?? 0,
    free: [],
    present: new Uint8Array(csr.n).fill(1),
    scratch: createPillarScratch(labels.count),
  }
}

/** @returns false where the two were tied already, or are one */
export function addTie(network: LiveNetwork, a: number, b: number): boolean {
  const { rows, components, cores, sectors, triangles } = network
  if (a === b || areTied(rows, a, b)) return false
  if (rows.lengths[a] === 0) network.isolates--
  if (rows.lengths[b] === 0) network.isolates--
  componentsBeforeInsert(components, rows, sectors.of, a, b)
  countTriangles(triangles, rows, a, b, 1)
  insertTie(rows, a, b)
  coresAfterInsert(cores, rows, a, b)
  countTie(sectors, a, b, 1)
  return true
}

/** @returns false where the two were not tied */
export function dropTie(network: LiveNetwork, a: number, b: number): boolean {
  const { rows, components, cores, sectors, triangles } = network
  if (a === b || !areTied(rows, a, b)) return false
  removeTie(rows, a, b)
  if (rows.lengths[a] === 0) network.isolates++
  if (rows.lengths[b] === 0) network.isolates++
  const common = countTriangles(triangles, rows, a, b, -1)
  if (common === 0) componentsAfterRemove(components, rows, sectors.of, a, b)
  coresAfterRemove(cores, rows, a, b)
  countTie(sectors, a, b, -1)
  return true
}

/** @returns the number of the new actor, which may be that of one who left */
export function addActor(network: LiveNetwork, sector: number): number {
  const { rows, components, cores, sectors, triangles, free } = network
  const v = free.pop() ?? addRow(rows)
  if (v >= network.present.length) {
    const present = new Uint8Array(Math.max(16, 2 * v))
    present.set(network.present)
    network.present = present
  }
  if (v >= triangles.at.length) triangles.at = larger(triangles.at)
  addCore(cores, v)
  addToComponents(components, v)
  addToSectors(sectors, v, sector)
  network.present[v] = 1
  network.isolates++
  return v
}

/** The actor and all of its ties leave. */
export function dropActor(network: LiveNetwork, v: number): void {
  const { rows } = network
  while (rows.lengths[v] > 0) dropTie(network, v, rows.pool[rows.starts[v] + rows.lengths[v] - 1])
  dropFromComponents(network.components, v)
  dropFromSectors(network.sectors, v)
  network.present[v] = 0
  network.free.push(v)
  network.isolates--
}

export function changeSector(network: LiveNetwork, v: number, sector: number): void {
  const { rows, components, sectors } = network
  if (sectors.of[v] === sector) return
  componentsBeforeMove(components, rows, sectors.of, v, sector)
  moveInSectors(sectors, rows, v, sector)
}

/** E-I index as it stands. Undefined without ties. */
export function liveEi({ rows, sectors }: LiveNetwork): Measured<number> {
  return rows.m === 0 ? undefinedFor('no-ties') : measured((sectors.external - sectors.internal) / rows.m)
}

/** Three shares of the integration index, 0 .. 1. */
export interface LiveShares {
  J: number
  S: number
  H: number
}

/** The shares as they stand. O(K). Undefined below two actors or two occupied sectors. */
export function liveShares(network: LiveNetwork): Measured<LiveShares> {
  const { components, sectors, scratch } = network
  if (sectors.n < 2) return undefinedFor('fewer-than-two-actors')
  if (occupiedSectors(sectors.sizes) < 2) return undefinedFor('one-sector')
  scratch.n = sectors.n
  scratch.reachedTotal = sectors.reachedTotal
  scratch.joined = components.joined
  scratch.sizes.set(sectors.sizes)
  scratch.reached.set(sectors.reached)
  composePillars(smallSectors(sectors.sizes), scratch)
  return measured({ J: scratch.J, S: scratch.S, H: scratch.H })
}
