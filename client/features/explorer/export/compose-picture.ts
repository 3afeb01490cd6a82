import { cecekPattern, escaped } from '../../../network/graph/mark-image.ts'
import { drawLegend } from './draw-legend.ts'
import { drawMark } from './draw-scene.ts'
import type { Frame, PictureBody, PictureContent } from './picture-content.ts'
import { svgText, wrapped } from './svg-text.ts'

export interface ComposedPicture {
  svg: string
  /** px at 1×. */
  width: number
  height: number
}

const MARGIN = 32
const WIDTH = 1280
const LEGEND = 250
const GAP = 32
const SCENE_WIDTH = WIDTH - 2 * MARGIN - LEGEND - GAP
const [LEAST_HEIGHT, MOST_HEIGHT] = [420, 860]
const TITLE = 20
const NOTE = 12
const NOTE_LINE = 17
const MARK_STEP = 21
/** More marks than that would be a picture of their own: their count says it. */
const MOST_MARKS = 400

/** Beside a legend no less high than it; one that has its own is as high as it is. */
function frameOf(body: PictureBody, legend: number | null): Frame {
  if (legend === null) {
    const width = WIDTH - 2 * MARGIN
    return { width, height: Math.round(body.heightAt(width)) }
  }
  const wanted = Math.min(MOST_HEIGHT, Math.max(LEAST_HEIGHT, body.heightAt(SCENE_WIDTH)))
  return { width: SCENE_WIDTH, height: Math.round(Math.max(legend, wanted)) }
}

/** The whole sheet: title, picture with its legend, who is beside it, what it means, where it is from. */
export function composePicture(content: PictureContent): ComposedPicture {
  const { theme, measure } = content
  const legend = content.legend ? drawLegend(content, content.legend, LEGEND) : null
  const frame = frameOf(content.body, legend?.height ?? null)
  const parts: string[] = []
  let y = MARGIN + TITLE
  parts.push(svgText(MARGIN, y, content.title, { size: TITLE, bold: true, color: theme.ink }))
  y += 22
  parts.push(svgText(MARGIN, y, content.subtitle, { size: 13, color: theme.ink2 }))
  y += 20
  parts.push(
    `<svg x="${MARGIN}" y="${y}" width="${frame.width}" height="${frame.height}">${content.body.draw(frame)}</svg>`,
  )
  if (legend) parts.push(`<g transform="translate(${WIDTH - MARGIN - LEGEND} ${y})">${legend.svg}</g>`)
  y += frame.height + 12
  const width = WIDTH - 2 * MARGIN
  for (const { words, marks } of content.beside) {
    y += NOTE_LINE
    parts.push(svgText(MARGIN, y, words, { size: NOTE, color: theme.ink, bold: true }))
    if (marks.length > MOST_MARKS) continue
    const perRow = Math.floor(width / MARK_STEP)
    for (const [at, mark] of marks.entries()) {
      const place = {
        x: MARGIN + 10 + (at % perRow) * MARK_STEP,
        y: y + 18 + Math.floor(at / perRow) * MARK_STEP,
      }
      const drawn = drawMark(
        {
          r: content.coded ? 7.5 : 5,
          look: mark.look,
          mark: mark.mark,
          ring: undefined,
          kind: 'actor',
          chosen: false,
          coded: content.coded,
        },
        place,
        1,
        theme,
      )
      parts.push(mark.faded ? `<g opacity="0.35">${drawn}</g>` : drawn)
    }
    y += Math.ceil(marks.length / perRow) * MARK_STEP + 10
  }
  y += 6
  parts.push(
    `<line x1="${MARGIN}" y1="${y}" x2="${WIDTH - MARGIN}" y2="${y}" stroke="${theme.ink}" stroke-width="1.5"/>`,
  )
  y += 4
  for (const note of content.notes)
    for (const line of wrapped(note, width, NOTE, measure)) {
      y += NOTE_LINE
      parts.push(svgText(MARGIN, y, line, { size: NOTE, color: theme.ink2 }))
    }
  y += 6
  for (const line of wrapped(content.source, width, NOTE, measure)) {
    y += NOTE_LINE
    parts.push(svgText(MARGIN, y, line, { size: NOTE, color: theme.ink3 }))
  }
  const height = Math.ceil(y + MARGIN)
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${height}" viewBox="0 0 ${WIDTH} ${height}" font-variant="tabular-nums" font-family="${theme.font.replaceAll('"', "'")}" role="img">
<title>${escaped(content.title)}</title>
<desc>${escaped([content.subtitle, ...content.notes, content.source].join(' '))}</desc>
${cecekPattern(theme)}
<rect width="${WIDTH}" height="${height}" fill="${theme.paper}"/>
${parts.join('\n')}
</svg>`
  return { svg, width: WIDTH, height }
}
