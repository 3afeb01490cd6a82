import type { SectorLevel } from '#shared/contract/vocabulary.ts'
import type { MarkRing } from './graph/scene.ts'

const RING_OF: Readonly<Record<SectorLevel, MarkRing | null>> = {
  isolated: 'broken',
  weak: 'half',
  integrated: 'whole',
  bridging: 'double',
  'insufficient-data': null,
  'no-network': null,
}

interface Place {
  x: number
  y: number
  r: number
}

/** The level of a sector around its mark; none while data are not enough. */
export function LevelRing({ level, ...place }: { level: SectorLevel } & Place) {
  const ring = RING_OF[level]
  return ring ? <Ring ring={ring} {...place} /> : null
}

export function Ring({ ring, x, y, r }: { ring: MarkRing } & Place) {
  switch (ring) {
    case 'broken':
      return <circle cx={x} cy={y} r={r} className="ring ring-strong" strokeDasharray={dashes(r)} />
    case 'half':
      return <path d={`M${x} ${y - r}a${r} ${r} 0 0 1 0 ${2 * r}`} className="ring ring-strong" />
    case 'whole':
      return <circle cx={x} cy={y} r={r} className="ring" />
    case 'double':
      return (
        <>
          <circle cx={x} cy={y} r={r} className="ring" />
          <circle cx={x} cy={y} r={r + 3.2} className="ring" />
        </>
      )
  }
}

/** About half, and a whole number of dashes so that no seam shows. */
function dashes(radius: number): string {
  const length = 2 * Math.PI * radius
  const count = Math.max(6, Math.round(length / 8.9))
  const step = length / count
  return `${(step * 0.52).toFixed(2)} ${(step * 0.48).toFixed(2)}`
}
