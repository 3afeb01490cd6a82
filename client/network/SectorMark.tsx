import type { SectorShape } from '#shared/contract/vocabulary.ts'
import type { MarkHue } from './graph/scene.ts'
import { SectorGlyph } from './SectorGlyph.tsx'

interface SectorMarkProps {
  group: MarkHue | null
  shape: SectorShape
  /** Pixels. */
  size?: number
}

/** The mark of a sector beside its name. */
export function SectorMark({ group, shape, size = 14 }: SectorMarkProps) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 14 14"
      className="inline-block flex-none align-[-2px]"
      aria-hidden="true"
    >
      <SectorGlyph
        x={7}
        y={shape === 'triangle' ? 8 : 7}
        r={shape === 'triangle' ? 4.4 : 4.8}
        group={group}
        shape={shape}
      />
    </svg>
  )
}
