/**
 * The sector of every actor. Sectors are 0 .. count-1 in the order given by the caller; a sector may be empty.
 */
export interface Labels {
  count: number
  /** n sector numbers */
  of: Uint16Array
}

/** As many as 16 bits can tell apart. */
export const SECTOR_LIMIT = 65_535

/** Members per sector. O(n). */
export function sectorSizes(labels: Labels): Uint32Array {
  const sizes = new Uint32Array(labels.count)
  for (let v = 0; v < labels.of.length; v++) sizes[labels.of[v]]++
  return sizes
}

/** How many sectors have a member. */
export function occupiedSectors(sizes: Uint32Array): number {
  let occupied = 0
  for (let k = 0; k < sizes.length; k++) if (sizes[k] > 0) occupied++
  return occupied
}
