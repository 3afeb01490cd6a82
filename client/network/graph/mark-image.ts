import { ringDashes } from '../sector-shape.ts'
import type { GraphTheme, MarkColour } from './graph-theme.ts'
import type { MarkRing } from './scene.ts'

/** What lies on a mark beyond its own shape and colour. */
export interface MarkImage {
  /** Radius of the mark, px. */
  r: number
  colour: MarkColour
  code: string | null
  ring: 'none' | 'unlinked' | MarkRing
  chosen: boolean
  picked?: boolean
  unasked: boolean
}

/** Room around the mark for its rings. */
export const IMAGE_MARGIN = 9

/** Rings, code letters and cecek as an SVG in a data URI; null where the mark needs none. One per look and theme. */
export function markImage(image: MarkImage, theme: GraphTheme): string | null {
  const overlay = markOverlay(image, theme)
  if (overlay === '') return null
  const size = 2 * (image.r + IMAGE_MARGIN)
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="${size}" viewBox="0 0 ${size} ${size}">${image.unasked ? cecekPattern(theme) : ''}${overlay}</svg>`
  return `data:image/svg+xml;utf8,${encodeURIComponent(svg)}`
}

/** The same as parts of a larger SVG, in a square of r + IMAGE_MARGIN each way; cecek needs `cecekPattern` once. */
export function markOverlay(image: MarkImage, theme: GraphTheme): string {
  const half = image.r + IMAGE_MARGIN
  const parts: string[] = []
  if (image.unasked) parts.push(cecek(half, image.r, theme))
  parts.push(ringOf(image, half, theme.ring))
  if (image.picked) parts.push(circle(half, image.r + 2.4, theme.grape, 1.6))
  if (image.chosen) parts.push(circle(half, image.r + 5.5, theme.grape, 2))
  if (image.code !== null)
    parts.push(
      `<text x="${half}" y="${half + 3.6}" text-anchor="middle" font-family="${theme.font.replaceAll('"', "'")}" font-size="10.5" font-weight="600" fill="${theme.code[image.colour]}">${escaped(image.code)}</text>`,
    )
  return parts.join('')
}

const circle = (half: number, radius: number, colour: string, width: number, dash = '') =>
  `<circle cx="${half}" cy="${half}" r="${radius}" fill="none" stroke="${colour}" stroke-width="${width}"${dash}/>`

/** Without a partner: finely broken, close to the mark; the others as the sector map draws levels. */
function ringOf({ ring, r }: MarkImage, half: number, colour: string): string {
  if (ring === 'unlinked') return circle(half, r + 3, colour, 1.3, dashes(r + 3, 5))
  const radius = r + 4.5
  if (ring === 'broken') return circle(half, radius, colour, 2, dashes(radius, 8.9))
  if (ring === 'half')
    return `<path d="M${half} ${half - radius}a${radius} ${radius} 0 0 1 0 ${2 * radius}" fill="none" stroke="${colour}" stroke-width="2"/>`
  if (ring === 'whole') return circle(half, radius, colour, 1.2)
  if (ring === 'double') return circle(half, radius, colour, 1.2) + circle(half, radius + 3.2, colour, 1.2)
  return ''
}

const dashes = (radius: number, about: number): string =>
  ` stroke-dasharray="${ringDashes(radius, about)
    .map((part) => part.toFixed(3))
    .join(' ')}"`

const cecek = (half: number, r: number, theme: GraphTheme) =>
  `<circle cx="${half}" cy="${half}" r="${r}" fill="url(#c)" stroke="${theme.unknown}" stroke-dasharray="2 2"/>`

export function cecekPattern(theme: GraphTheme): string {
  const dot = (x: number, y: number) => `<circle cx="${x}" cy="${y}" r=".75" fill="${theme.unknown}"/>`
  return `<defs><pattern id="c" width="4" height="4" patternUnits="userSpaceOnUse">${dot(1, 1)}${dot(3, 3)}</pattern></defs>`
}

export const escaped = (text: string) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`)
