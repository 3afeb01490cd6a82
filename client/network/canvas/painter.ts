import type { Camera } from './camera.ts'
import type { DragMode } from './canvas-gestures.ts'
import type { PlacedLabel } from './canvas-labels.ts'
import type { Layers } from './canvas-layers.ts'
import type { CanvasPicture } from './canvas-picture.ts'
import type { CanvasTheme } from './canvas-theme.ts'
import { EXPECTED_FROM } from './ghost-links.ts'
import type { MarkSprites } from './mark-sprites.ts'
import type { MarksSetOff } from './marks-set-off.ts'
import { type CaptionBox, captionBoxes, labelsOf, paintHoverName, paintLabels } from './paint-labels.ts'
import { type Brush, paintActors, paintGroups } from './paint-marks.ts'
import { paintOver } from './paint-over.ts'
import { paintGhosts, paintTies } from './paint-ties.ts'

export interface Painted {
  picture: CanvasPicture
  camera: Camera
  theme: CanvasTheme
  sprites: MarkSprites
  setOff: MarksSetOff
  chosen: number
  mode: DragMode
}

export interface Painter {
  /** Everything anew in the next frame; while moving, fewer ties and the labels of before. */
  base: (moving: boolean) => void
  choose: (at: { ties: readonly number[]; partners: ReadonlySet<number> }) => void
  hover: (mark: number) => void
  outline: (points: readonly number[]) => void
  captionAt: (at: { x: number; y: number }) => number | null
  /** Whether nothing is left to be painted. */
  isComplete: () => boolean
  end: () => void
}

/** Ties while moving: as many as the machine draws in time. */
const MOVING = { start: 10_000, least: 600 }
const FRAME_MS = { slow: 38, quick: 24 }
const REST_MS = 120

/** Paints in frames: while moving a fair part of the ties, all of them at rest. */
export function createPainter(layers: Layers, current: () => Painted | null): Painter {
  let frame = 0
  let overFrame = 0
  let restTimer = 0
  let moving = false
  let movingTies = MOVING.start
  let lastFrame = 0
  let complete = false
  let labels: PlacedLabel[] = []
  let shownLabels: readonly PlacedLabel[] = []
  let captions: CaptionBox[] = []
  let at: { ties: readonly number[]; partners: ReadonlySet<number> } = { ties: [], partners: new Set() }
  let hovered = -1
  let outline: readonly number[] = []

  const brushOn = (pen: CanvasRenderingContext2D, { picture, camera, theme }: Painted): Brush => ({
    pen,
    picture,
    camera,
    theme,
    view: layers,
  })
  /** @param share of the ties, the heaviest of every kind first */
  const paintGround = ({ picture, camera, theme, sprites, setOff }: Painted, brush: Brush, share: number) => {
    const { ground } = layers
    ground.clear(theme.paper)
    const ties = { share, only: setOff.kept, faded: false }
    if (setOff.kept) {
      const rest = { share: Math.min(share, 0.4), only: null, faded: true }
      paintTies(ground, picture, camera, layers, theme, rest)
    }
    paintTies(ground, picture, camera, layers, theme, ties)
    paintGhosts(ground, picture, camera, theme, EXPECTED_FROM)
    paintActors(brush, setOff.pale, { ground, sprites })
    ground.show()
  }
  const paintBase = (now: number) => {
    const painted = current()
    if (!painted || layers.width === 0) return
    const count = Math.max(1, painted.picture.ties.count)
    if (moving) {
      const took = now - lastFrame
      if (took > FRAME_MS.slow) movingTies = Math.max(MOVING.least, movingTies * 0.75)
      else if (took < FRAME_MS.quick) movingTies = Math.min(count, movingTies * 1.15)
      lastFrame = now
    }
    const brush = brushOn(layers.groups, painted)
    paintGround(painted, brush, moving ? Math.min(1, movingTies / count) : 1)
    layers.clear('groups')
    paintGroups(brush, painted.setOff.pale)
    captions = captionBoxes(brush)
    if (!moving)
      labels = labelsOf(
        brush,
        {
          chosen: painted.chosen,
          partners: painted.setOff.named ?? at.partners,
          pale: painted.setOff.pale,
        },
        captions,
      )
    shownLabels = moving ? moved(labels, painted) : labels
    labelCamera = moving ? labelCamera : painted.camera
    paintTop()
    complete = !moving
  }
  let labelCamera: Camera = { zoom: 1, x: 0, y: 0 }
  /** While moving, names go along with their marks. */
  const moved = (list: readonly PlacedLabel[], { picture, camera }: Painted): PlacedLabel[] =>
    list
      .filter(({ mark }) => mark < picture.marks.count)
      .map((label) => ({
        ...label,
        x:
          label.x +
          picture.marks.x[label.mark]! * (camera.zoom - labelCamera.zoom) +
          camera.x -
          labelCamera.x,
        y:
          label.y +
          picture.marks.y[label.mark]! * (camera.zoom - labelCamera.zoom) +
          camera.y -
          labelCamera.y,
      }))
  const paintTop = () => {
    const painted = current()
    if (!painted) return
    layers.clear('over')
    const brush = brushOn(layers.over, painted)
    const { chosen, setOff, mode } = painted
    paintOver(brush, { chosen, hovered, ties: at.ties, setOff, outline, isBox: mode === 'box' })
    // Names lie over the lines that are set off.
    paintLabels(brush, shownLabels, captions)
    if (hovered >= 0 && hovered < painted.picture.marks.count) paintHoverName(brush, hovered)
  }
  const over = () => {
    cancelAnimationFrame(overFrame)
    overFrame = requestAnimationFrame(paintTop)
  }
  return {
    base(isMoving) {
      if (isMoving && !moving) lastFrame = performance.now()
      moving = isMoving
      complete = false
      cancelAnimationFrame(frame)
      frame = requestAnimationFrame(paintBase)
      clearTimeout(restTimer)
      if (!isMoving) return
      restTimer = window.setTimeout(() => {
        moving = false
        cancelAnimationFrame(frame)
        frame = requestAnimationFrame(paintBase)
      }, REST_MS)
    },
    choose(next) {
      at = next
      hovered = -1
    },
    hover(mark) {
      if (mark === hovered) return
      hovered = mark
      over()
    },
    outline(points) {
      outline = points
      over()
    },
    captionAt: ({ x, y }) =>
      captions.find((box) => x >= box.left && x <= box.right && y >= box.top && y <= box.bottom)?.group ??
      null,
    isComplete: () => complete,
    end() {
      cancelAnimationFrame(frame)
      cancelAnimationFrame(overFrame)
      clearTimeout(restTimer)
    },
  }
}
