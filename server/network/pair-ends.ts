import type { DefinitionRule } from '#shared/contract/reference.ts'
import type { Stepwise } from '../unhurried.ts'
import type { NetworkSource } from './derive-network.ts'
import { pairsOf } from './pairs-of.ts'

/** What of the records is the same on every date: who is joined by what, by number instead of by id. */
export interface PairEnds {
  /** actors in order of their ids */
  actorIds: readonly string[]
  /** number of a partnership among the records */
  numberOf: ReadonlyMap<string, number>
  /** partnership p joins the pairs at starts[p] .. starts[p + 1], each two numbers of actors, -1 for one that is not there */
  starts: Uint32Array
  ends: Int32Array
}

interface Kept {
  source: NetworkSource
  maxParties: number | null
  found: PairEnds
}

const kept = new WeakMap<NetworkSource['partnerships'], Kept[]>()

/** So many records between two chances for others. */
const RECORDS_PER_STEP = 500

/** Found once for all dates and for all definitions that divide large partnerships alike. */
export function* pairEnds(
  source: NetworkSource,
  rule: Pick<DefinitionRule, 'maxParties'>,
): Stepwise<PairEnds> {
  const { actors, kinds, partnerships } = source
  const isKept = ({ source: of, maxParties }: Kept) =>
    of.actors === actors && of.kinds === kinds && maxParties === rule.maxParties
  const known = kept.get(partnerships)?.find(isKept)
  if (known) return known.found
  const found = yield* findPairEnds(source, rule)
  const others = (kept.get(partnerships) ?? []).filter((one) => one.source.actors === actors && !isKept(one))
  kept.set(partnerships, [
    ...others,
    { source: { actors, kinds, partnerships }, maxParties: rule.maxParties, found },
  ])
  return found
}

function* findPairEnds(
  { actors, partnerships, kinds }: NetworkSource,
  rule: Pick<DefinitionRule, 'maxParties'>,
): Stepwise<PairEnds> {
  const actorIds = [...actors.keys()].sort()
  yield
  const actorNumber = new Map(actorIds.map((id, number) => [id, number]))
  yield
  const numberOf = new Map<string, number>()
  const starts = new Uint32Array(partnerships.size + 1)
  const ends: number[] = []
  for (const partnership of partnerships.values()) {
    const p = numberOf.size
    if (p % RECORDS_PER_STEP === 0) yield
    numberOf.set(partnership.id, p)
    for (const [a, b] of pairsOf(partnership, rule, kinds))
      ends.push(actorNumber.get(a) ?? -1, actorNumber.get(b) ?? -1)
    starts[p + 1] = ends.length
  }
  return { actorIds, numberOf, starts, ends: Int32Array.from(ends) }
}
