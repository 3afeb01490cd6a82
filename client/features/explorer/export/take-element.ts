import { SvgPen } from '../../../network/canvas/svg-pen.ts'
import { cecekPattern, escaped } from '../../../network/graph/mark-image.ts'
import { paintedOn } from '../time/PaintedPicture.tsx'
import { paintNetwork } from '../time/paint-network.ts'
import type { PictureBody } from './picture-content.ts'
import { number } from './svg-text.ts'
import { inLightTheme, type TakeStyle, takeTheme } from './take-theme.ts'

/** Widened to the sheet, but no more than that. */
const MOST_SCALE = 1.25
const GAP = 20
/** From here on a grey is as white as the sheet. */
const PAPER = 248
const DRAWN = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'stroke-linecap',
  'stroke-linejoin',
  'stroke-opacity',
  'opacity',
  'font-size',
  'font-weight',
  'text-anchor',
  'paint-order',
  'visibility',
] as const
const COLOUR = /rgba?\([^)]*\)|#[0-9a-f]{6}\b/gi

/**
 * A part of the page, as it is laid out there, as a picture: boxes with their colours and frames, words where they stand,
 * drawings with the looks that the style sheet gives them. In the light theme whatever the page is in; for print in greys.
 */
export function elementsBody(elements: readonly HTMLElement[], style: TakeStyle): PictureBody {
  const taken = inLightTheme(() => elements.map((element) => take(element, style)))
  const widest = Math.max(1, ...taken.map(({ width }) => width))
  const scaleAt = (width: number) => Math.min(MOST_SCALE, width / widest)
  const height = taken.reduce((sum, one) => sum + one.height + GAP, 0)
  return {
    heightAt: (width) => height * scaleAt(width),
    draw: ({ width }) => {
      let y = 0
      const parts = taken.map((one) => {
        const part = `<g transform="translate(0 ${number(y)})">${one.svg}</g>`
        y += one.height + GAP
        return part
      })
      return `<g transform="scale(${number(scaleAt(width))})">${parts.join('\n')}</g>`
    },
  }
}

interface Taken {
  svg: string
  width: number
  height: number
}

interface Origin {
  left: number
  top: number
}

function take(element: HTMLElement, style: TakeStyle): Taken {
  const { left, top, width, height } = element.getBoundingClientRect()
  const parts: string[] = []
  walk(element, { left, top }, style, parts)
  const theme = takeTheme(style)
  const svg = `${cecekPattern(theme)}${parts.join('\n')}`
  return { svg: style === 'print' ? svg.replace(COLOUR, grey) : svg, width, height }
}

function walk(element: Element, origin: Origin, style: TakeStyle, parts: string[]): void {
  const look = getComputedStyle(element)
  if (
    look.display === 'none' ||
    look.visibility === 'hidden' ||
    element.classList.contains('visually-hidden')
  )
    return
  if (element instanceof SVGSVGElement) {
    parts.push(drawing(element, origin))
    return
  }
  if (element instanceof HTMLCanvasElement) {
    parts.push(painting(element, origin, style))
    return
  }
  parts.push(box(element, look, origin))
  for (const child of element.childNodes) {
    if (child instanceof Element) walk(child, origin, style, parts)
    else if (child instanceof Text) parts.push(words(child, look, origin))
  }
}

const shown = (colour: string) => !/^rgba\(.*, 0\)$|^transparent$/.test(colour)

function box(element: Element, look: CSSStyleDeclaration, { left, top }: Origin): string {
  const rect = element.getBoundingClientRect()
  const line = Number.parseFloat(look.borderTopWidth)
  const sides = [look.borderTopWidth, look.borderRightWidth, look.borderBottomWidth, look.borderLeftWidth]
  const framed = sides.every((side) => Number.parseFloat(side) > 0) && look.borderTopStyle !== 'none'
  const textured = look.backgroundImage !== 'none'
  if (!shown(look.backgroundColor) && !framed && !textured) return ''
  const inset = framed ? line / 2 : 0
  const at = `x="${number(rect.left - left + inset)}" y="${number(rect.top - top + inset)}" width="${number(Math.max(0, rect.width - 2 * inset))}" height="${number(Math.max(0, rect.height - 2 * inset))}" rx="${Number.parseFloat(look.borderTopLeftRadius) || 0}"`
  const fill = shown(look.backgroundColor) ? look.backgroundColor : 'none'
  const dash = { dotted: `${line} ${line * 1.6}`, dashed: `${line * 3} ${line * 2}` }[look.borderTopStyle]
  const frame =
    framed && shown(look.borderTopColor)
      ? ` stroke="${look.borderTopColor}" stroke-width="${line}"${dash ? ` stroke-dasharray="${dash}"` : ''}`
      : ''
  return `<rect ${at} fill="${fill}"${frame}/>${textured ? `<rect ${at} fill="url(#c)" opacity="0.4"/>` : ''}`
}

/** Word by word, each where it stands: lines are broken as on the page. */
function words(text: Text, look: CSSStyleDeclaration, { left, top }: Origin): string {
  const size = Number.parseFloat(look.fontSize)
  const range = document.createRange()
  return [...text.data.matchAll(/\S+/g)]
    .map((word) => {
      range.setStart(text, word.index)
      range.setEnd(text, word.index + word[0].length)
      const rect = range.getBoundingClientRect()
      if (rect.width === 0) return ''
      const y = rect.top - top + rect.height / 2 + size * 0.35
      return `<text x="${number(rect.left - left)}" y="${number(y)}" font-size="${size}" font-weight="${look.fontWeight}" fill="${look.color}">${escaped(word[0])}</text>`
    })
    .join('')
}

function painting(canvas: HTMLCanvasElement, { left, top }: Origin, style: TakeStyle): string {
  const network = paintedOn(canvas)
  const ruler = document.createElement('canvas').getContext('2d')
  if (!network || !ruler) return ''
  const rect = canvas.getBoundingClientRect()
  const pen = new SvgPen(ruler)
  paintNetwork(pen, network, rect, takeTheme(style))
  return `<g transform="translate(${number(rect.left - left)} ${number(rect.top - top)})">${pen.svg}</g>`
}

/** A drawing of the page with its looks written onto it, and the patterns that it is filled with. */
function drawing(svg: SVGSVGElement, { left, top }: Origin): string {
  const rect = svg.getBoundingClientRect()
  const copy = svg.cloneNode(true) as SVGSVGElement
  const patterns = new Map<string, string>()
  inscribe(svg, copy, patterns)
  copy.setAttribute('x', number(rect.left - left))
  copy.setAttribute('y', number(rect.top - top))
  copy.setAttribute('width', number(rect.width))
  copy.setAttribute('height', number(rect.height))
  const drawn = new XMLSerializer().serializeToString(copy)
  return patterns.size === 0 ? drawn : `<defs>${[...patterns.values()].join('')}</defs>${drawn}`
}

const SPOKEN = /^(role|tabindex|class|style|data-|aria-)/

function inscribe(from: Element, to: Element, patterns: Map<string, string>): void {
  const look = getComputedStyle(from)
  for (const { name } of [...to.attributes]) if (SPOKEN.test(name)) to.removeAttribute(name)
  for (const property of DRAWN) {
    const value = look.getPropertyValue(property)
    if (value === '') continue
    const id = /^url\(["']?#([^"')]+)/.exec(value)?.[1]
    to.setAttribute(property, id ? `url(#${id})` : value)
    if (id) keepPattern(id, patterns)
  }
  const children = [...to.children]
  for (const [at, child] of [...from.children].entries()) inscribe(child, children[at]!, patterns)
}

function keepPattern(id: string, patterns: Map<string, string>): void {
  const pattern = document.getElementById(id)
  if (!pattern || patterns.has(id)) return
  patterns.set(id, '')
  const copy = pattern.cloneNode(true) as Element
  inscribe(pattern, copy, patterns)
  copy.setAttribute('id', id)
  patterns.set(id, new XMLSerializer().serializeToString(copy))
}

/** As light as the colour is to the eye (Rec. 709). */
function grey(colour: string): string {
  const parts = colour.startsWith('#')
    ? [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16))
    : (colour.match(/[\d.]+/g) ?? []).map(Number)
  const [red = 0, green = 0, blue = 0, alpha] = parts
  const eye = Math.round(0.2126 * red + 0.7152 * green + 0.0722 * blue)
  const light = eye >= PAPER ? 255 : eye
  return alpha === undefined
    ? `rgb(${light}, ${light}, ${light})`
    : `rgba(${light}, ${light}, ${light}, ${alpha})`
}
