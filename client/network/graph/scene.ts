import type { SectorGroup, SectorShape } from '#shared/contract/vocabulary.ts'
import type { DrawnLine } from './line-style.ts'

/** What the graph draws, in its own coordinates: one unit is one CSS pixel at zoom 1, y grows downwards. */
export interface Scene {
  nodes: readonly SceneNode[]
  ties: readonly SceneTie[]
  /** What the size limit keeps out of the picture; always said beside it. */
  left: { actors: number; ties: number }
}

/** Steps of a ranking, from little to much. */
export const RAMP = ['ramp-1', 'ramp-2', 'ramp-3', 'ramp-4', 'ramp-5'] as const
/** Colours of marks: of a sector group, which any classes may borrow, of a ranking, or one for all. */
export type MarkHue = SectorGroup | (typeof RAMP)[number] | 'plain'

/** How a class of actors looks: a sector, or a role where there is no sector. */
export interface MarkLook {
  id: string
  name: string
  code: string
  /** Null = hollow mark with an ink outline. */
  group: MarkHue | null
  shape: SectorShape
}

/** `actor`: one organisation. `group`: a closed sector. `rest`: the part of an opened sector that is not drawn. */
export type SceneNodeKind = 'actor' | 'group' | 'rest'

export interface SceneNode {
  key: string
  kind: SceneNodeKind
  /** Actor id, or sector id ('' = without sector). */
  ref: string
  label: string
  look: MarkLook
  x: number
  y: number
  /** Radius at zoom 1, px. */
  r: number
  /** Actors that the node stands for. */
  count: number
  mark: 'plain' | 'unlinked' | 'unasked'
  /** Ring that a chosen appearance draws around it. */
  ring?: MarkRing | undefined
  faded: boolean
  /** A picture beneath the canvas draws it: here it only takes lines, taps and the keyboard. */
  beneath?: boolean | undefined
}

/** From little to much: half, whole, double; broken says that there is no value. */
export type MarkRing = 'broken' | 'half' | 'whole' | 'double'

export interface SceneTie {
  key: string
  from: string
  to: string
  /** `bundle`: several ties between or into closed groups. Where two dates are compared, what became of the tie. */
  line: DrawnLine
  cross: boolean
  /** Width at zoom 1, px. */
  width: number
  count: number
  faded: boolean
}

export const actorKey = (id: string) => `actor:${id}`
export const groupKey = (sectorId: string) => `group:${sectorId}`
export const restKey = (sectorId: string) => `rest:${sectorId}`
export const tieKey = (from: string, to: string) => (from < to ? `${from}|${to}` : `${to}|${from}`)

/** Where to draw what the server laid out within −1000 … 1000. */
export const PICTURE_SCALE = 0.42

/**
 * Radius of an actor's mark by its partners, px: 5.3 for one, 8.7 for nine. `most` is the largest number of partners in
 * the network: where hubs have many, everybody grows more slowly, so that the largest stays below 13.
 */
export const actorRadius = (partners: number, most: number): number =>
  partners === 0 ? 5 : 3.6 + Math.min(1.7, 9 / Math.sqrt(Math.max(1, most))) * Math.sqrt(partners)

/** Radius of a closed group by its members. */
export const groupRadius = (members: number): number => Math.min(44, 9 + 1.4 * Math.sqrt(members))

/**
 * Width of a bundle, px: between two groups by the number of its ties, 0.8 to 9, where many share the same range; from a
 * single actor thinner. `most` is the number of ties of the largest bundle between groups.
 */
export const bundleWidth = (ties: number, single: boolean, most: number): number =>
  single
    ? Math.min(3, 0.5 + 0.4 * Math.sqrt(ties))
    : Math.min(9, 0.8 + Math.min(0.62, 8.2 / Math.max(1, most)) * ties)
