import { LINE_STYLE } from '../../../network/graph/line-style.ts'
import type { LegendBlock, LegendEntry } from '../appearance/use-legend.ts'
import { drawMark, lineStroke } from './draw-scene.ts'
import type { LegendColumn, PictureContent } from './picture-content.ts'
import { svgText, wrapped } from './svg-text.ts'

const SIZE = 12
const LINE = 18
const SMALL = 11
const SMALL_LINE = 15
const GAP = 16
const NAME_AT = 26
/** As many rows as go beside a picture; the others follow as a sentence. */
const MOST_ENTRIES = 30
/** Room for two letters. */
const CODED_RADIUS = 7.5

/** A column of `width`: what marks and lines say, with counts, entries that filters leave out struck through. */
export function drawLegend(
  content: PictureContent,
  legend: LegendColumn,
  width: number,
): { svg: string; height: number } {
  const { theme, measure } = content
  const { lines } = legend
  const parts: string[] = []
  let y = 0
  const title = (text: string) => {
    for (const line of wrapped(text, width, SIZE, measure)) {
      y += LINE
      parts.push(svgText(0, y - 5, line, { size: SIZE, bold: true, color: theme.ink }))
    }
  }
  const row = (mark: string, name: string, count: string, on: boolean, height: number) => {
    const color = on ? theme.ink : theme.ink3
    const room = width - NAME_AT - (count === '' ? 0 : measure(count, SIZE, false) + 8)
    const names = wrapped(name, room, SIZE, measure)
    parts.push(mark)
    for (const [at, line] of names.entries())
      parts.push(
        svgText(NAME_AT, y + height / 2 + 4 + at * SMALL_LINE, line, { size: SIZE, color, struck: !on }),
      )
    if (count !== '')
      parts.push(svgText(width, y + height / 2 + 4, count, { size: SIZE, color: theme.ink2, anchor: 'end' }))
    y += height + (names.length - 1) * SMALL_LINE
  }
  const note = (text: string) => {
    for (const line of wrapped(text, width, SMALL, measure)) {
      y += SMALL_LINE
      parts.push(svgText(0, y - 4, line, { size: SMALL, color: theme.ink3 }))
    }
  }
  for (const block of legend.blocks) {
    title(block.title)
    for (const entry of block.entries.slice(0, MOST_ENTRIES)) {
      const r = content.coded && block.id === 'color' ? CODED_RADIUS : entry.r
      const height = Math.max(LINE, 2 * r + 6)
      const on = legend.entryOn(block, entry.key)
      row(
        entryMark(content, block, { ...entry, r }, on, { x: 10, y: y + height / 2 }),
        entry.name,
        entry.count === null ? '' : String(entry.count),
        on,
        height,
      )
    }
    const more = block.entries.slice(MOST_ENTRIES)
    if (more.length > 0) note(more.map(({ name, count }) => `${name} ${count ?? ''}`).join(' · '))
    if (block.note) note(block.note)
    if (block.absent.length > 0) note(legend.absentTitle(block.absent))
    y += GAP
  }
  if (lines.entries.length > 0) title(lines.title)
  for (const { line, name, count, on } of lines.entries)
    row(lineMark(content, line, y + LINE / 2), name, String(count), on, LINE)
  return { svg: parts.join('\n'), height: y }
}

function entryMark(
  { theme, coded }: PictureContent,
  block: LegendBlock,
  entry: LegendEntry,
  on: boolean,
  at: { x: number; y: number },
): string {
  const look = on ? entry.look : { ...entry.look, group: null }
  return drawMark(
    {
      r: entry.r,
      look,
      mark: entry.mark,
      ring: entry.ring,
      kind: 'actor',
      chosen: false,
      coded: coded && block.id === 'color',
    },
    at,
    1,
    theme,
  )
}

function lineMark(
  { theme }: PictureContent,
  line: LegendColumn['lines']['entries'][number]['line'],
  y: number,
): string {
  const { sign, width } = LINE_STYLE[line]
  return (
    `<line x1="0" y1="${y}" x2="20" y2="${y}" ${lineStroke(line, theme, 1)} stroke-width="${width.cross}"/>` +
    (sign
      ? svgText(10, y + 4, sign, {
          size: 11,
          bold: true,
          color: theme.ink,
          anchor: 'middle',
          halo: theme.paper,
        })
      : '')
  )
}
