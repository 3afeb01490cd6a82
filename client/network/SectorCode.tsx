import type { MarkHue } from './graph/scene.ts'

interface SectorCodeProps {
  x: number
  y: number
  /** Of the mark; two letters fit from 8.5 px on. */
  r: number
  code: string
  group: MarkHue | null
  unknown?: boolean
}

/** The two letters inside a mark. */
export function SectorCode({ x, y, r, code, group, unknown = false }: SectorCodeProps) {
  if (r < 8.5) return null
  return (
    <text x={x} y={y + 3.6} className={`mark-code mark-code-${unknown ? 'none' : (group ?? 'none')}`}>
      {code}
    </text>
  )
}
