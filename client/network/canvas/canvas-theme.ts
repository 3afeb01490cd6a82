import { type GraphTheme, readTheme } from '../graph/graph-theme.ts'

/** The tokens of a graph and those of what only the large picture draws. */
export interface CanvasTheme extends GraphTheme {
  ghost: string
  sunken: string
}

export function readCanvasTheme(): CanvasTheme {
  const style = getComputedStyle(document.documentElement)
  const token = (name: string) => style.getPropertyValue(`--${name}`).trim()
  return { ...readTheme(), ghost: token('ghost'), sunken: token('sunken') }
}
