import { type CanvasTheme, readCanvasTheme } from '../../../network/canvas/canvas-theme.ts'
import type { MarkColour } from '../../../network/graph/graph-theme.ts'
import { RAMP } from '../../../network/graph/scene.ts'

export type TakeStyle = 'light' | 'print'

/** The colours of a picture that leaves the page: those of the light theme whatever the page is in, or ink alone. */
export function takeTheme(style: TakeStyle): CanvasTheme {
  const light = inLightTheme(readCanvasTheme)
  if (style === 'light') return light
  const alike = (colour: string) =>
    Object.fromEntries(Object.keys(light.fill).map((key) => [key, colour])) as Record<MarkColour, string>
  return {
    ...light,
    paper: '#ffffff',
    ink: '#000000',
    ink2: '#222222',
    ink3: '#444444',
    grape: '#000000',
    tie: '#666666',
    tieStrong: '#111111',
    expired: '#555555',
    unknown: '#555555',
    ring: '#000000',
    ghost: '#777777',
    sunken: '#f2f2f2',
    fill: { ...alike('#ffffff'), ...GREYS },
    line: alike('#000000'),
    code: alike('#000000'),
  }
}

/** A ranking in grey, from paper to nearly black. */
const SHADES = ['#ffffff', '#d4d4d4', '#a6a6a6', '#707070', '#2b2b2b']
const GREYS = Object.fromEntries(RAMP.map((step, at) => [step, SHADES[at]!])) as Record<
  (typeof RAMP)[number],
  string
>

/** Reads what it reads while the page is in the light theme, for as long as no frame is drawn. */
export function inLightTheme<T>(read: () => T): T {
  const root = document.documentElement
  const before = root.dataset['theme']
  // Colours that glide to their new value would be read on their way.
  const still = new CSSStyleSheet()
  still.replaceSync('*, *::before, *::after { transition: none !important; }')
  document.adoptedStyleSheets.push(still)
  root.dataset['theme'] = 'light'
  try {
    return read()
  } finally {
    if (before === undefined) delete root.dataset['theme']
    else root.dataset['theme'] = before
    // The old colours are in force again before anything may glide to them.
    getComputedStyle(root).getPropertyValue('color')
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((sheet) => sheet !== still)
  }
}
