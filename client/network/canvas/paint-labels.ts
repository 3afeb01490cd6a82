import { type Box, type PlacedLabel, placeCanvasLabels } from './canvas-labels.ts'
import { labelOf } from './canvas-picture.ts'
import type { CanvasTheme } from './canvas-theme.ts'
import type { Brush } from './paint-marks.ts'
import type { Pen } from './svg-pen.ts'
import { radiusOnScreen } from './view-of-marks.ts'

const widths = new Map<string, number>()
const fontOf = (bold: boolean, theme: CanvasTheme) => `${bold ? '600 12.5px' : '400 11.5px'} ${theme.font}`

// Once a font has come, texts are as wide as it draws them.
if (typeof document !== 'undefined') document.fonts?.addEventListener('loadingdone', () => widths.clear())

/** Widths of texts, measured once each. */
export function measuring(pen: Pen, theme: CanvasTheme) {
  return (text: string, bold: boolean): number => {
    const key = `${fontOf(bold, theme)} ${text}`
    const known = widths.get(key)
    if (known !== undefined) return known
    pen.font = fontOf(bold, theme)
    const { width } = pen.measureText(text)
    widths.set(key, width)
    return width
  }
}

export interface LabelState {
  chosen: number
  partners: ReadonlySet<number>
  pale: Uint8Array | null
}

/** The name of an open sector or group on screen; a tap on it closes the group. */
export interface CaptionBox extends Box {
  group: number
  text: string
}

/** Fewer names while only the whole is seen; close up, all that have room. */
const NAMES = { far: 26, near: 60 }

export function labelsOf(brush: Brush, state: LabelState, captions: readonly CaptionBox[]): PlacedLabel[] {
  const { picture, camera, view, pen, theme } = brush
  return placeCanvasLabels(picture, camera, view, {
    chosen: state.chosen,
    first: state.partners.size <= 40 ? state.partners : new Set(),
    pale: state.pale,
    most: Math.round(
      (camera.zoom > 3 ? NAMES.near : NAMES.far) * Math.min(1, (view.width * view.height) / 5e5 + 0.3),
    ),
    widthOf: measuring(pen, theme),
    taken: captions,
  })
}

/** Where the names of what is open stand: the first free, so that two of them never cover each other. */
export function captionBoxes(brush: Brush): CaptionBox[] {
  const { picture, camera, view, pen, theme } = brush
  const measure = measuring(pen, theme)
  const placed: CaptionBox[] = []
  for (const { group, x, y } of picture.captions) {
    const text = picture.groups[group]!.label
    const half = measure(text, true) / 2
    const [left, top] = [x * camera.zoom + camera.x, y * camera.zoom + camera.y]
    const box = { group, text, left: left - half - 3, right: left + half + 3, top: top - 9, bottom: top + 9 }
    if (box.right < 0 || box.bottom < 0 || box.left > view.width || box.top > view.height) continue
    if (
      placed.some(
        (other) =>
          box.left < other.right &&
          other.left < box.right &&
          box.top < other.bottom &&
          other.top < box.bottom,
      )
    )
      continue
    placed.push(box)
  }
  return placed
}

export function paintLabels(brush: Brush, labels: readonly PlacedLabel[], captions: readonly CaptionBox[]) {
  const { pen, theme } = brush
  pen.textBaseline = 'middle'
  pen.lineJoin = 'round'
  pen.strokeStyle = theme.paper
  pen.textAlign = 'center'
  for (const { text, left, right, top, bottom } of captions) {
    pen.font = fontOf(true, theme)
    pen.lineWidth = 5
    const [x, y] = [(left + right) / 2, (top + bottom) / 2]
    pen.strokeText(text, x, y)
    pen.fillStyle = theme.ink2
    pen.fillText(text, x, y)
  }
  pen.textAlign = 'left'
  for (const { text, bold, x, y } of labels) haloed(brush, text, bold, x, y)
}

function haloed({ pen, theme }: Brush, text: string, bold: boolean, x: number, y: number): void {
  pen.font = fontOf(bold, theme)
  pen.lineWidth = 3.5
  pen.strokeStyle = theme.paper
  pen.strokeText(text, x, y)
  pen.fillStyle = theme.ink
  pen.fillText(text, x, y)
}

/** The name of the mark under the mouse, whatever is beneath. */
export function paintHoverName(brush: Brush, mark: number): void {
  const { picture, camera, view, pen, theme } = brush
  const text = labelOf(picture, mark)
  const width = measuring(pen, theme)(text, true)
  const x = picture.marks.x[mark]! * camera.zoom + camera.x
  const y = picture.marks.y[mark]! * camera.zoom + camera.y
  const r = radiusOnScreen(picture, mark, camera)
  const left = x + r + 6 + width > view.width ? x - r - 6 - width : x + r + 6
  pen.textBaseline = 'middle'
  pen.textAlign = 'left'
  pen.lineJoin = 'round'
  haloed(brush, text, true, Math.max(4, left), y)
}
