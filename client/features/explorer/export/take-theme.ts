import { type GraphTheme, type MarkColour, readTheme } from '../../../network/graph/graph-theme.ts'
import { RAMP } from '../../../network/graph/scene.ts'

export type TakeStyle = 'light' | 'print'

/** The colours of a picture that leaves the page: those of the light theme whatever the page is in, or ink alone. */
export function takeTheme(style: TakeStyle): GraphTheme {
  const light = lightTheme()
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

/** The tokens are read while the page is in the light theme for as long as no frame is drawn. */
function lightTheme(): GraphTheme {
  const root = document.documentElement
  const before = root.dataset['theme']
  root.dataset['theme'] = 'light'
  try {
    return readTheme()
  } finally {
    if (before === undefined) delete root.dataset['theme']
    else root.dataset['theme'] = before
  }
}
