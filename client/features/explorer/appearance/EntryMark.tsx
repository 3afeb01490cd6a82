import { Ring } from '../../../network/LevelRing.tsx'
import { SectorGlyph } from '../../../network/SectorGlyph.tsx'
import type { LegendEntry } from './use-legend.ts'

const ROOM = 6

/** The mark of an entry as the picture draws it; switched off, hollow. */
export function EntryMark({ entry, on }: { entry: LegendEntry; on: boolean }) {
  const half = Math.max(8, Math.ceil(entry.r) + (entry.ring || entry.mark === 'unlinked' ? ROOM : 1))
  const { group, shape } = entry.look
  return (
    <svg
      width={2 * half}
      height={2 * half}
      viewBox={`0 0 ${2 * half} ${2 * half}`}
      className="flex-none"
      aria-hidden="true"
    >
      <SectorGlyph x={half} y={half} r={entry.r} group={on ? group : null} shape={shape} />
      {entry.mark === 'unlinked' ? (
        <circle cx={half} cy={half} r={entry.r + 3} className="tray-ring" />
      ) : entry.ring ? (
        <Ring ring={entry.ring} x={half} y={half} r={entry.r + 3} />
      ) : null}
    </svg>
  )
}
