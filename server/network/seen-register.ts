import type { ActorRecord } from '#shared/contract/actors.ts'
import type { PartnershipRecord } from '#shared/contract/partnerships.ts'
import type { PartnershipView } from '../partnerships/partnership-view.ts'
import { seenActor, seenPartnership } from '../visibility/seen-records.ts'
import type { Sight } from '../visibility/sight.ts'

/** Records as they are shown, by the ids that are shown, and the real record behind each. */
interface Seen<R> {
  shown: ReadonlyMap<string, R>
  real: ReadonlyMap<string, R>
}

/**
 * The register as somebody may see it. It is searched, filtered and put in order by what is shown, so that neither an answer nor its
 * place in a list tells what is not; how records read comes from the whole register.
 */
export function seenRegister(view: PartnershipView, sight: Sight): PartnershipView {
  if (sight.whole) return view
  const actors = seen(sight, view.actors, seenActor)
  const partnerships = seen(sight, view.partnerships, seenPartnership)
  const realActor = (shown: ActorRecord) => real(actors, shown)
  const realPartnership = (shown: PartnershipRecord) => real(partnerships, shown)
  return {
    ...view,
    actors: actors.shown,
    partnerships: partnerships.shown,
    actorReading: (shown) => {
      const actor = realActor(shown)
      const reading = view.actorReading(actor)
      return {
        ...reading,
        regionCode: sight.regionOf(actor.id, reading.regionCode),
        // it tells the business code
        suggestion: sight.sees('activity', actor.id) ? reading.suggestion : null,
      }
    },
    actorRevision: (id) => view.actorRevision(actors.real.get(id)?.id ?? id),
    partnershipStanding: (record) => view.partnershipStanding(realPartnership(record)),
    partnershipDay: (record, which) => view.partnershipDay(realPartnership(record), which),
    partnershipReading: (record) => view.partnershipReading(realPartnership(record)),
    partnershipRevision: (id) => view.partnershipRevision(partnerships.real.get(id)?.id ?? id),
  }
}

function real<R extends { id: string }>({ real }: Seen<R>, shown: R): R {
  const record = real.get(shown.id)
  if (!record) throw new Error(`Nobody is shown a record "${shown.id}".`)
  return record
}

type Records<R> = ReadonlyMap<string, R>
/** Dates and definitions share the records of a revision: each is cut once. */
const kept = new WeakMap<Sight, WeakMap<Records<never>, Seen<never>>>()

function seen<R extends { id: string }>(
  sight: Sight,
  records: Records<R>,
  cut: (sight: Sight, record: R) => R | null,
): Seen<R> {
  const ofSight = (kept.get(sight) ?? new WeakMap()) as WeakMap<Records<R>, Seen<R>>
  kept.set(sight, ofSight as WeakMap<Records<never>, Seen<never>>)
  const known = ofSight.get(records)
  if (known) return known
  const pairs: [shown: R, real: R][] = []
  for (const record of records.values()) {
    const shown = cut(sight, record)
    if (shown) pairs.push([shown, record])
  }
  pairs.sort(([x], [y]) => (x.id < y.id ? -1 : 1))
  const found: Seen<R> = {
    shown: new Map(pairs.map(([shown]) => [shown.id, shown])),
    real: new Map(pairs.map(([shown, record]) => [shown.id, record])),
  }
  ofSight.set(records, found)
  return found
}
