import type { Scene, SceneNode } from './scene.ts'

export interface GraphCaption {
  key: string
  x: number
  y: number
  text: string
}

export interface WordBox {
  x: number
  y: number
  width: number
  height: number
}

/** What the canvas shows. */
export interface GraphPicture {
  scene: Scene
  captions: readonly GraphCaption[]
  /** Key of the node that is chosen, or that the keyboard stands on. */
  chosen: string | null
  /** Keys that a focus keeps; everything else fades. Null = no focus. */
  kept: ReadonlySet<string> | null
  /** Words of a picture beneath, which labels keep clear of; in the units of the scene. */
  words: readonly WordBox[]
  /** Keys of picked nodes, and of ties that an answer marks. */
  marked?: ReadonlySet<string> | undefined
  /** What fills the view: the plane of the layout, the same on every date, or what is drawn. */
  extent: 'layout' | 'content'
}

/** How far the rings of a mark reach beyond it, px. */
export function ringRoom({ mark, ring, beneath }: SceneNode, chosen: boolean): number {
  const own = mark === 'unlinked' ? 4 : ring === 'double' ? 8.5 : ring ? 5.5 : 1
  return Math.max(chosen ? 7 : 0, beneath ? 2 : own)
}

/** Longer names are cut on the canvas; beside it they are whole. */
const LONGEST_LABEL = 34

export const shortened = (name: string) =>
  name.length > LONGEST_LABEL ? `${name.slice(0, LONGEST_LABEL - 1).trimEnd()}…` : name
