import type { SectorLevel } from '#shared/contract/vocabulary.ts'

/** Gap of the dashed ring: about half, and a whole number of dashes so that no seam shows. */
function dashes(radius: number): string {
  const length = 2 * Math.PI * radius
  const count = Math.max(6, Math.round(length / 8.9))
  const step = length / count
  return `${(step * 0.52).toFixed(2)} ${(step * 0.48).toFixed(2)}`
}

/** The level of a sector around its mark: dashed, half, full, double ring; none while data are not enough. */
export function LevelRing({ level, x, y, r }: { level: SectorLevel; x: number; y: number; r: number }) {
  switch (level) {
    case 'isolated':
      return <circle cx={x} cy={y} r={r} className="ring ring-strong" strokeDasharray={dashes(r)} />
    case 'weak':
      return <path d={`M${x} ${y - r}a${r} ${r} 0 0 1 0 ${2 * r}`} className="ring ring-strong" />
    case 'integrated':
      return <circle cx={x} cy={y} r={r} className="ring" />
    case 'bridging':
      return (
        <>
          <circle cx={x} cy={y} r={r} className="ring" />
          <circle cx={x} cy={y} r={r + 3.2} className="ring" />
        </>
      )
    case 'insufficient-data':
    case 'no-network':
      return null
  }
}
