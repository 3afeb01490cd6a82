/** Reached of n as a bar from 0, with a tick where it would be were sectors to play no role. */
export function ReachBar({ reached, n, expected }: { reached: number; n: number; expected: number | null }) {
  const share = n > 0 ? (100 * reached) / n : 0
  const tick = expected !== null && n > 0 ? Math.min(99.4, (100 * expected) / n) : null
  return (
    <svg width="100%" height="14" className="block" aria-hidden="true">
      <rect x="0" y="4" width="100%" height="7" className="fill-hairline" />
      {reached > 0 ? (
        <rect x="0" y="4" width={`${share}%`} height="7" className="reach-fill fill-grape" />
      ) : (
        <rect x="0" y="2" width="1.5" height="11" className="fill-ink-2" />
      )}
      {tick === null ? null : <rect x={`${tick}%`} y="1" width="1.5" height="13" className="fill-ink" />}
    </svg>
  )
}
