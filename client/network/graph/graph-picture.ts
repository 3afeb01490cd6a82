import type { Scene, SceneNode } from './scene.ts'

export interface GraphCaption {
  key: string
  x: number
  y: number
  text: string
}

/** What the canvas shows. */
export interface GraphPicture {
  scene: Scene
  captions: readonly GraphCaption[]
  /** Key of the node that is chosen, or that the keyboard stands on. */
  chosen: string | null
  /** Keys that a focus keeps; everything else fades. Null = no focus. */
  kept: ReadonlySet<string> | null
  /** Keys of picked nodes, and of ties that an answer marks. */
  marked?: ReadonlySet<string> | undefined
  /** What fills the view: the plane of the layout, the same on every date, or what is drawn. */
  extent: 'layout' | 'content'
}

/** How far the rings of a mark reach beyond it, px. */
export function ringRoom({ mark, level }: SceneNode, chosen: boolean): number {
  const ring = mark === 'unlinked' ? 4 : level === undefined || level === 'insufficient-data' ? 1 : 6
  return Math.max(chosen ? 7 : 0, level === 'bridging' ? 9 : ring)
}

/** Longer names are cut on the canvas; beside it they are whole. */
const LONGEST_LABEL = 34

export const shortened = (name: string) =>
  name.length > LONGEST_LABEL ? `${name.slice(0, LONGEST_LABEL - 1).trimEnd()}…` : name
