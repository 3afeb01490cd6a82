import { SECTOR_GROUPS } from '#shared/contract/vocabulary.ts'
import { type MarkHue, RAMP } from './scene.ts'

export type MarkColour = MarkHue | 'none'

/** The tokens that a canvas cannot take from a style sheet, as they are under the theme in force. */
export interface GraphTheme {
  paper: string
  ink: string
  ink2: string
  ink3: string
  grape: string
  tie: string
  tieStrong: string
  expired: string
  unknown: string
  ring: string
  fill: Readonly<Record<MarkColour, string>>
  line: Readonly<Record<MarkColour, string>>
  code: Readonly<Record<MarkColour, string>>
  font: string
  /** Milliseconds that a node takes to a new place; 0 under reduced motion. */
  duration: number
}

export function readTheme(): GraphTheme {
  const style = getComputedStyle(document.documentElement)
  const token = (name: string) => style.getPropertyValue(`--${name}`).trim()
  // The ramp is one of the explorer's own style sheet; other pages have no use for it.
  const perGroup = (prefix: string, plain: string, none: string) =>
    Object.fromEntries([
      ...SECTOR_GROUPS.map((group) => [group, token(`${prefix}-${group}`)]),
      ...RAMP.map((step) => [step, token(prefix === 's' ? step : `${prefix}-ramp`)]),
      ['plain', plain],
      ['none', none],
    ]) as Record<MarkColour, string>
  return {
    paper: token('paper'),
    ink: token('ink'),
    ink2: token('ink-2'),
    ink3: token('ink-3'),
    grape: token('grape'),
    tie: token('tie'),
    tieStrong: token('tie-strong'),
    expired: token('expired'),
    unknown: token('unknown'),
    ring: token('ring'),
    fill: perGroup('s', token('tie'), token('paper')),
    line: perGroup('l', token('tie-strong'), token('ink-2')),
    code: perGroup('on', token('paper'), token('ink-2')),
    font: getComputedStyle(document.body).fontFamily,
    duration: Number.parseFloat(token('duration-graph')) || 0,
  }
}

const QUERIES = [
  '(prefers-color-scheme: dark)',
  '(prefers-contrast: more)',
  '(prefers-reduced-motion: reduce)',
  'print',
]

/** Calls back whenever the theme may have changed. Returns what ends it. */
export function watchTheme(changed: () => void): () => void {
  const observer = new MutationObserver(changed)
  observer.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] })
  const queries = QUERIES.map((query) => matchMedia(query))
  for (const query of queries) query.addEventListener('change', changed)
  return () => {
    observer.disconnect()
    for (const query of queries) query.removeEventListener('change', changed)
  }
}
