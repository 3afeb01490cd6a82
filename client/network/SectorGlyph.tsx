import type { SectorShape } from '#shared/contract/vocabulary.ts'
import type { MarkHue } from './graph/scene.ts'
import { SectorCode } from './SectorCode.tsx'
import { shapePath } from './sector-shape.ts'

interface SectorGlyphProps {
  x: number
  y: number
  r: number
  group: MarkHue | null
  shape: SectorShape
  code?: string
  /** Not enough is known of it: the dots of cecek instead of its colour. */
  unknown?: boolean
}

/** The mark of a sector inside an SVG: group = colour, shape and code = which one. */
export function SectorGlyph({ x, y, r, group, shape, code, unknown = false }: SectorGlyphProps) {
  const path = shapePath(shape, x, y, r)
  const colour = unknown ? 'mark mark-unknown' : `mark mark-${group ?? 'none'}`
  return (
    <>
      {path ? (
        <path d={path} className={colour} strokeLinejoin="round" />
      ) : (
        <circle cx={x} cy={y} r={r} className={colour} />
      )}
      {code ? <SectorCode x={x} y={y} r={r} code={code} group={group} unknown={unknown} /> : null}
    </>
  )
}
