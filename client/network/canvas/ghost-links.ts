import type { NetworkIndex } from '../graph/network-index.ts'
import type { GhostLink } from './canvas-picture.ts'

/** With more pairs of sectors than this, only those are drawn where a tie was to be expected. */
const ALL_UP_TO = 120
/** Below this, a pair without a tie is nothing to wonder at. */
export const EXPECTED_FROM = 1.5
/** Never more lines than this, widest gaps first. */
const MOST_LINES = 160

/**
 * Pairs of sectors that no counting tie joins. Expected were sectors to play no role: 2m · n_s n_t / (n (n − 1)), as the
 * mixing matrix has it; n counts who is in the network with a sector.
 */
export function ghostLinks(
  index: NetworkIndex,
  places: ReadonlyMap<string, { x: number; y: number }>,
): { links: GhostLink[]; pairs: number } {
  const { actors, ties } = index.network
  const members = new Map<string, number>()
  let n = 0
  for (let row = 0; row < actors.id.length; row++) {
    const standing = actors.standing[row]
    const sectorId = actors.sectorId[row]
    if ((standing !== 'linked' && standing !== 'unlinked') || !sectorId) continue
    members.set(sectorId, (members.get(sectorId) ?? 0) + 1)
    n++
  }
  const ids = [...members.keys()].sort()
  const number = new Map(ids.map((id, at) => [id, at]))
  const tied = new Uint8Array(ids.length * ids.length)
  let m = 0
  for (let tie = 0; tie < ties.a.length; tie++) {
    if (!ties.counts[tie]) continue
    m++
    const s = number.get(actors.sectorId[ties.a[tie]!] ?? '')
    const t = number.get(actors.sectorId[ties.b[tie]!] ?? '')
    if (s !== undefined && t !== undefined) tied[Math.min(s, t) * ids.length + Math.max(s, t)] = 1
  }
  const links: GhostLink[] = []
  for (let s = 0; s < ids.length; s++)
    for (let t = s + 1; t < ids.length; t++) {
      if (tied[s * ids.length + t]) continue
      const [a, b] = [ids[s]!, ids[t]!]
      const expected = n > 1 ? (2 * m * members.get(a)! * members.get(b)!) / (n * (n - 1)) : 0
      const [from, to] = [places.get(a), places.get(b)]
      if (from && to) links.push({ a, b, x1: from.x, y1: from.y, x2: to.x, y2: to.y, expected })
    }
  const drawn =
    links.length <= ALL_UP_TO
      ? links
      : links
          .filter(({ expected }) => expected >= EXPECTED_FROM)
          .sort((one, other) => other.expected - one.expected)
          .slice(0, MOST_LINES)
  return { links: drawn, pairs: links.length }
}
