import type { SectorLevel } from '#shared/contract/vocabulary.ts'

function Drawing({ level }: { level: SectorLevel }) {
  switch (level) {
    case 'isolated':
      return <circle cx="8" cy="8" r="6" className="ring ring-strong" strokeDasharray="3.3 2.98" />
    case 'weak':
      return (
        <>
          <circle cx="8" cy="8" r="6" className="ring ring-pale" />
          <path d="M8 2a6 6 0 0 1 0 12" className="ring ring-strong" />
        </>
      )
    case 'integrated':
      return <circle cx="8" cy="8" r="6" className="ring" strokeWidth="1.6" />
    case 'bridging':
      return (
        <>
          <circle cx="8" cy="8" r="6.8" className="ring" />
          <circle cx="8" cy="8" r="3.8" className="ring" />
        </>
      )
    case 'insufficient-data':
      return <circle cx="8" cy="8" r="6" className="mark mark-unknown" />
    case 'no-network':
      return <path d="M3 8h10" className="ring ring-pale" />
  }
}

/** The level as a sign beside its word; never alone. */
export function LevelIcon({ level, size = 16 }: { level: SectorLevel; size?: number }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 16 16"
      className="inline-block flex-none align-[-3px]"
      aria-hidden="true"
    >
      <Drawing level={level} />
    </svg>
  )
}
