import type { ReactNode } from 'react'

/** A group inside an SVG that is for the eye only; what it shows is said in words beside it. */
export function Silent({ children }: { children: ReactNode }) {
  // biome-ignore lint/a11y/noAriaHiddenOnFocusable: a group of shapes takes no focus
  return <g aria-hidden="true">{children}</g>
}
