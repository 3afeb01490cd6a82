import { cameraFitting } from '../../../network/canvas/camera.ts'
import type { CanvasTheme } from '../../../network/canvas/canvas-theme.ts'
import { cameraAt, type Place } from '../../../network/canvas/create-network-canvas.ts'
import type { Emphasis } from '../../../network/canvas/emphasis.ts'
import { EXPECTED_FROM } from '../../../network/canvas/ghost-links.ts'
import { strokingLines } from '../../../network/canvas/line-pen.ts'
import { marksSetOff, tiesAt } from '../../../network/canvas/marks-set-off.ts'
import { captionBoxes, labelsOf, paintLabels } from '../../../network/canvas/paint-labels.ts'
import { paintActors, paintGroups } from '../../../network/canvas/paint-marks.ts'
import { paintOver } from '../../../network/canvas/paint-over.ts'
import { paintGhosts, paintTies } from '../../../network/canvas/paint-ties.ts'
import { SvgPen } from '../../../network/canvas/svg-pen.ts'
import type { CanvasModel } from '../focus/use-canvas-picture.ts'
import type { Frame, PictureBody } from './picture-content.ts'

interface DrawnCanvas {
  canvas: CanvasModel
  emphasis: Emphasis
  /** Number of the chosen mark; −1 = none. */
  chosen: number
  /** Where the reader looks; null = at everything. */
  place: Place | null
  theme: CanvasTheme
}

const PADDING = 24
const SHAPE = 0.72

/** A large network by the painters of its canvas: at the place and nearness, and opened as far, as the reader has it. */
export function canvasBody(drawn: DrawnCanvas): PictureBody {
  return { heightAt: (width) => width * SHAPE, draw: (frame) => drawCanvas(drawn, frame) }
}

function drawCanvas({ canvas, emphasis, chosen, place, theme }: DrawnCanvas, view: Frame): string {
  const ruler = document.createElement('canvas').getContext('2d')
  if (!ruler) throw new Error('no canvas to measure text on')
  const { picture, plan } = canvas
  const pen = new SvgPen(ruler)
  const camera = place ? cameraAt(place, view) : cameraFitting(plan.extent, view, PADDING)
  const lines = strokingLines(pen)
  const brush = { pen, picture, camera, view, theme }
  const setOff = marksSetOff(picture, emphasis)
  const at = tiesAt(picture, chosen)
  const ties = { share: 1, only: setOff.kept, faded: false }
  if (setOff.kept) paintTies(lines, picture, camera, view, theme, { ...ties, only: null, faded: true })
  paintTies(lines, picture, camera, view, theme, ties)
  paintGhosts(lines, picture, camera, theme, EXPECTED_FROM)
  paintActors(brush, setOff.pale, null)
  paintGroups(brush, setOff.pale)
  paintOver(brush, { chosen, hovered: -1, ties: at.ties, setOff, outline: [], isBox: false })
  const captions = captionBoxes(brush)
  const labels = labelsOf(brush, { chosen, partners: at.partners, pale: setOff.pale }, captions)
  paintLabels(brush, labels, captions)
  return pen.svg
}
