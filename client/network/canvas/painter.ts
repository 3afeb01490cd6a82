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
import { type Brush, paintMarks } from './paint-marks.ts'
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

/** Ties in the first frame, and in each that completes it. */
const PART = { first: 5000, more: 6000 }
/** Ties while moving: as many as the machine draws in time. */
const MOVING = { start: 3000, least: 600, most: 12_000 }
const FRAME_MS = { slow: 38, quick: 24 }
const REST_MS = 120

/** Paints in frames: at once a fair part of the ties, the rest while nothing moves. */
export function createPainter(layers: Layers, current: () => Painted | null): Painter {
  let frame = 0
  let overFrame = 0
  let restTimer = 0
  let moving = false
  let movingTies = MOVING.start
  let lastFrame = 0
  let done = 0
  let labels: PlacedLabel[] = []
  let shownLabels: readonly PlacedLabel[] = []
  let captions: CaptionBox[] = []
  let at: { ties: readonly number[]; partners: ReadonlySet<number> } = { ties: [], partners: new Set() }
  let hovered = -1
  let outline: readonly number[] = []

  const brushOn = (pen: CanvasRenderingContext2D, { picture, camera, theme, sprites }: Painted): Brush => ({
    pen,
    picture,
    camera,
    theme,
    sprites,
    view: layers,
    ratio: layers.ratio,
  })
  const ties = (painted: Painted, from: number, to: number) => {
    const { picture, camera, theme, setOff } = painted
    if (setOff.kept && from === 0)
      paintTies(layers.ties, picture, camera, layers, theme, {
        from,
        to: Math.min(to, 0.4),
        only: null,
        faded: true,
      })
    paintTies(layers.ties, picture, camera, layers, theme, { from, to, only: setOff.kept, faded: false })
  }
  const paintBase = (now: number) => {
    const painted = current()
    if (!painted || layers.width === 0) return
    const count = Math.max(1, painted.picture.ties.count)
    if (moving) {
      const took = now - lastFrame
      if (took > FRAME_MS.slow) movingTies = Math.max(MOVING.least, movingTies * 0.75)
      else if (took < FRAME_MS.quick) movingTies = Math.min(MOVING.most, movingTies * 1.15)
      lastFrame = now
    }
    layers.clear('ties')
    done = Math.min(1, (moving ? movingTies : PART.first) / count)
    ties(painted, 0, done)
    layers.clear('marks')
    const brush = brushOn(layers.marks, painted)
    paintGhosts(layers.marks, painted.picture, painted.camera, painted.theme, EXPECTED_FROM)
    paintMarks(brush, painted.setOff.pale)
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
    if (!moving && done < 1) frame = requestAnimationFrame(paintMore)
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
  const paintMore = () => {
    const painted = current()
    if (!painted) return
    const next = Math.min(1, done + PART.more / Math.max(1, painted.picture.ties.count))
    ties(painted, done, next)
    done = next
    if (done < 1) frame = requestAnimationFrame(paintMore)
  }
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
    isComplete: () => !moving && done >= 1,
    end() {
      cancelAnimationFrame(frame)
      cancelAnimationFrame(overFrame)
      clearTimeout(restTimer)
    },
  }
}
