import { type Stepwise, unhurried } from '../unhurried.ts'
import { pairsOf } from './pairs-of.ts'
import { definitionOf, type Snapshot } from './register.ts'

const ever = new WeakMap<Snapshot, Promise<Map<string, string[]>>>()

/**
 * For every actor, with whom a partnership ever joined it, whatever counts: picture and groups are of the whole history, so that no
 * date moves them.
 */
export function partnersEver(snapshot: Snapshot): Promise<Map<string, string[]>> {
  const known = ever.get(snapshot) ?? unhurried(findPartners(snapshot))
  ever.set(snapshot, known)
  return known
}

/** So many records between two chances for others. */
const RECORDS_PER_STEP = 500

function* findPartners(snapshot: Snapshot): Stepwise<Map<string, string[]>> {
  const { rule } = definitionOf(snapshot, 'official')
  const partners = new Map<string, Set<string>>()
  const add = (from: string, to: string) => {
    const known = partners.get(from)
    if (known) known.add(to)
    else partners.set(from, new Set([to]))
  }
  let read = 0
  for (const partnership of snapshot.partnerships.values()) {
    if (read++ % RECORDS_PER_STEP === 0) yield
    if (snapshot.kinds.get(partnership.kind)?.twoMode !== false) continue
    if (partnership.statuses.at(-1)?.value === 'declined') continue
    for (const [a, b] of pairsOf(partnership, rule, snapshot.kinds)) {
      if (!snapshot.actors.has(a) || !snapshot.actors.has(b)) continue
      add(a, b)
      add(b, a)
    }
  }
  const sorted = new Map<string, string[]>()
  for (const [id, others] of partners) {
    if (sorted.size % RECORDS_PER_STEP === 0) yield
    sorted.set(id, [...others].sort())
  }
  return sorted
}
