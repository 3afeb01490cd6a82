import type { ActorRecord } from '#shared/contract/actors.ts'
import type { AffiliationRecord, EventRecord } from '#shared/contract/events.ts'
import type { PartnershipRecord } from '#shared/contract/partnerships.ts'
import { planBusinesses } from './businesses.ts'
import { planAffiliations, planEvents } from './events.ts'
import { createGenerator } from './generator.ts'
import { addHistory, growTies } from './grown-ties.ts'
import { planOrganisations } from './organisations.ts'
import { PLANTED_SECTORS, type PlantedBusinesses, plantTies } from './planted-ties.ts'
import { TieBuilder } from './tie-builder.ts'
import { addHelixTies, addProjects, addUncounted } from './wider-ties.ts'

/** The whole demonstration as records, and what was planted in it. */
export interface DemonstrationPlan {
  actors: ActorRecord[]
  partnerships: PartnershipRecord[]
  events: EventRecord[]
  affiliations: AffiliationRecord[]
  truths: PlantedBusinesses & {
    sectors: typeof PLANTED_SECTORS
    /** Cut vertex of the helix network. */
    aggregator: string
    /** Partnerships lapsed on the reference date. */
    lapsed: string[]
    /** Businesses never surveyed. */
    unasked: string[]
    /** Registered and surveyed in 2026-Q2, without a partner then. */
    newcomers: string[]
  }
}

const SEED = 277

export function planDemonstration(seed = SEED): DemonstrationPlan {
  // One stream for each part, so that a change to one leaves the others as they were.
  const businesses = planBusinesses(createGenerator(seed), createGenerator(seed + 1_000_000))
  const chance = createGenerator(seed + 2_000_000)
  const builder = new TieBuilder(chance)
  const scene = { chance, builder, businesses }
  const planted = plantTies(scene)
  growTies(scene)
  addProjects(scene)
  const lapsed = addHistory(scene)
  addUncounted(scene)
  addHelixTies(scene, planted.aggregated)
  return {
    actors: [...businesses.map(({ record }) => record), ...planOrganisations()],
    partnerships: builder.records,
    events: planEvents(),
    affiliations: planAffiliations(createGenerator(seed + 3_000_000), businesses),
    truths: {
      ...planted,
      sectors: PLANTED_SECTORS,
      aggregator: 'agregator',
      lapsed,
      unasked: businesses.filter(({ surveyed }) => surveyed === null).map(({ record }) => record.id),
      newcomers: businesses.filter(({ newcomer }) => newcomer).map(({ record }) => record.id),
    },
  }
}
