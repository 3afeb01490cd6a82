import type { ActorReading, OpenView } from '../actors/actor-view.ts'
import type { PartnershipView } from '../partnerships/partnership-view.ts'
import type { Clock } from '../today.ts'
import type { Network } from './derive-network.ts'
import { questionOf } from './question.ts'
import { actorReading, partnershipDay, partnershipReading, partnershipStanding } from './record-readings.ts'
import { networkOn, type Register, type Revisions } from './register.ts'
import { countedRecords } from './tie-sets.ts'

/** An actor reads the same for as long as its network is kept. */
const readingsByNetwork = new WeakMap<Network, Map<string, ActorReading>>()

function readingsOf(network: Network): Map<string, ActorReading> {
  const known = readingsByNetwork.get(network) ?? new Map<string, ActorReading>()
  readingsByNetwork.set(network, known)
  return known
}

/** The register as actors and partnerships list it: their records, read in the network of a date and a definition. */
export function registerView(register: Register, clock?: Clock): OpenView<PartnershipView> {
  return (query, commit) => {
    const read = commit ? register.after(commit) : register.current()
    const { snapshot, dates, definition, on } = questionOf(read, query, clock)
    const network = networkOn(snapshot, definition, on)
    const readings = readingsOf(network)
    return {
      revision: snapshot.revision,
      today: dates.today,
      on,
      actors: snapshot.actors,
      partnerships: snapshot.partnerships,
      counted: { records: countedRecords(network), ties: network.csr.m },
      actorRevision: (id) => revisionIn(snapshot.revisions.actors, id),
      partnershipRevision: (id) => revisionIn(snapshot.revisions.partnerships, id),
      actorReading(actor) {
        let reading = readings.get(actor.id)
        if (!reading) {
          reading = actorReading(network, actor)
          readings.set(actor.id, reading)
        }
        return reading
      },
      partnershipStanding: (partnership) => partnershipStanding(network, partnership),
      partnershipDay: (partnership, which) => partnershipDay(network, partnership, which),
      partnershipReading: (partnership) => partnershipReading(network, partnership, snapshot.actors),
    }
  }
}

function revisionIn(revisions: Revisions, id: string): number {
  const revision = revisions.get(id)
  if (revision === undefined) throw new Error(`The register has no record "${id}".`)
  return revision
}
