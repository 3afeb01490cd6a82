import type { SectorLevel } from '#shared/contract/vocabulary.ts'
import type { MarkLook } from '../graph/scene.ts'

export const MARK_KINDS = ['actor', 'sector', 'group', 'absent'] as const
/** `sector`, `group`: closed, standing for many. `absent`: a closed group of those without a partner, or not asked. */
export type MarkKind = (typeof MARK_KINDS)[number]

/** The last four are those of a chosen appearance. */
export const MARK_RINGS = ['none', 'unlinked', 'unasked', 'broken', 'half', 'whole', 'double'] as const
export type MarkRing = (typeof MARK_RINGS)[number]

/** Marks as columns, one entry each; places and radii in px at zoom 1. */
export interface Marks {
  count: number
  x: Float32Array
  y: Float32Array
  r: Float32Array
  /** Number in `looks`. */
  look: Uint16Array
  /** Number in `MARK_KINDS`. */
  kind: Uint8Array
  /** Number in `MARK_RINGS`. */
  ring: Uint8Array
  /** 1 where filters take it out: drawn pale. */
  faded: Uint8Array
  /** Row of the actor; of a closed group its number in `groups`. */
  ref: Int32Array
}

/** A group of actors that is, or can be, one mark. */
export interface PictureGroup {
  /** What the address keeps: `sector`, or `sector/group`. */
  id: string
  sectorId: string
  kind: 'sector' | 'group' | 'unlinked' | 'unasked'
  label: string
  rows: readonly number[]
  level?: SectorLevel | undefined
}

export const TIE_LINES = ['active', 'new', 'expired', 'uncounted', 'bundle'] as const
export type TieLine = (typeof TIE_LINES)[number]

/** Ties that are stroked in one go: alike in everything but their ends. The heaviest come first. */
export interface TieBatch {
  line: TieLine
  cross: boolean
  faded: boolean
  /** px at zoom 1. */
  width: number
  ties: Uint32Array
}

/** Ties as columns; both ends are marks. */
export interface Ties {
  count: number
  a: Uint32Array
  b: Uint32Array
  /** Row in the network; −1 for a bundle. */
  tie: Int32Array
  batches: readonly TieBatch[]
}

/** Two sectors without any tie between them, from the place of the one to that of the other. */
export interface GhostLink {
  a: string
  b: string
  x1: number
  y1: number
  x2: number
  y2: number
  /** Ties to be expected were sectors to play no role. */
  expected: number
}

/** The name of an opened sector or group, written where its closed mark would stand. */
export interface OpenCaption {
  group: number
  x: number
  y: number
}

export interface CanvasPicture {
  marks: Marks
  ties: Ties
  looks: readonly MarkLook[]
  groups: readonly PictureGroup[]
  ghosts: readonly GhostLink[]
  captions: readonly OpenCaption[]
  /** Mark of every actor row: its own, or the group it is in; −1 where it is not in the picture. */
  markOf: Int32Array
  nameOf: (row: number) => string
}

export const kindOf = (picture: CanvasPicture, mark: number): MarkKind =>
  MARK_KINDS[picture.marks.kind[mark]!]!

export function labelOf(picture: CanvasPicture, mark: number): string {
  const ref = picture.marks.ref[mark]!
  return picture.marks.kind[mark] === 0 ? picture.nameOf(ref) : picture.groups[ref]!.label
}

/** How many actors a mark stands for. */
export const standsFor = (picture: CanvasPicture, mark: number): number =>
  picture.marks.kind[mark] === 0 ? 1 : picture.groups[picture.marks.ref[mark]!]!.rows.length
