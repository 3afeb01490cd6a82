import { escaped } from '../../../network/graph/mark-image.ts'

export interface TextStyle {
  size: number
  color: string
  bold?: boolean
  anchor?: 'start' | 'middle' | 'end'
  /** Colour of an outline that sets it off from what lies beneath. */
  halo?: string
  struck?: boolean
}

/** Width of a text in px. */
export type MeasureText = (text: string, size: number, bold: boolean) => number

export function svgText(x: number, y: number, text: string, style: TextStyle): string {
  const { size, color, bold, anchor = 'start', halo, struck } = style
  const attributes = [
    `x="${number(x)}" y="${number(y)}" font-size="${size}" fill="${color}"`,
    bold ? 'font-weight="600"' : '',
    anchor === 'start' ? '' : `text-anchor="${anchor}"`,
    halo ? `stroke="${halo}" stroke-width="3.5" stroke-linejoin="round" paint-order="stroke"` : '',
    struck ? 'text-decoration="line-through"' : '',
  ].filter(Boolean)
  return `<text ${attributes.join(' ')}>${escaped(text)}</text>`
}

/** Two decimals are plenty, and keep the file small. */
export const number = (value: number): string => String(Math.round(value * 100) / 100)

/** Lines no wider than `width`, broken between words; a word that is wider stands alone. */
export function wrapped(text: string, width: number, size: number, measure: MeasureText): readonly string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`
    if (line !== '' && measure(longer, size, false) > width) {
      lines.push(line)
      line = word
    } else line = longer
  }
  return line === '' ? lines : [...lines, line]
}
