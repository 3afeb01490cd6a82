import { addDays } from '#server/network/calendar.ts'
import type { PartnershipRecord } from '#shared/contract/partnerships.ts'
import type { BusinessPlan } from './businesses.ts'
import type { Generator } from './generator.ts'
import { plausibleKinds } from './kinds.ts'
import { type Fate, type PartnershipPlan, partnershipRecord } from './partnership-record.ts'
import { quarterAt } from './quarters.ts'

/** Collects the partnerships of the demonstration and remembers who has whom, so that later picks can look. */
export class TieBuilder {
  readonly records: PartnershipRecord[] = []
  /** Businesses with a planted part: no chance pick touches them. */
  readonly reserved = new Set<string>()
  readonly #chance: Generator
  readonly #partners = new Map<string, Set<string>>()
  readonly #reached = new Set<string>()

  constructor(chance: Generator) {
    this.#chance = chance
  }

  add(plan: PartnershipPlan): PartnershipRecord {
    const id = `kerja-sama-${String(this.records.length + 1).padStart(4, '0')}`
    const record = partnershipRecord(this.#chance, id, plan)
    this.records.push(record)
    return record
  }

  /** A partnership of two businesses that counts from its start. */
  tie(a: BusinessPlan, b: BusinessPlan, quarter: number, fate: Fate = { is: 'lasting' }): PartnershipRecord {
    const parties = [a.record.id, b.record.id]
    const startedOn = this.dayIn(quarter, [a, b])
    this.remember([a, b])
    return this.add({ kind: this.#chance.pick(plausibleKinds(a.sector, b.sector)), parties, startedOn, fate })
  }

  /** Marks every pair among them as partners. */
  remember(businesses: BusinessPlan[]): void {
    for (const a of businesses)
      for (const b of businesses) {
        if (a === b) continue
        const partners = this.#partners.get(a.record.id) ?? new Set()
        this.#partners.set(a.record.id, partners.add(b.record.id))
        if (a.sector !== b.sector) this.#reached.add(a.record.id)
      }
  }

  areJoined = (a: BusinessPlan, b: BusinessPlan) => this.#partners.get(a.record.id)?.has(b.record.id) ?? false

  degree = (plan: BusinessPlan) => this.#partners.get(plan.record.id)?.size ?? 0

  isReached = (plan: BusinessPlan) => this.#reached.has(plan.record.id)

  /** A day of the quarter on which all of them are in the register and surveyed. */
  dayIn(quarter: number, businesses: BusinessPlan[]): string {
    const { from, to } = quarterAt(quarter)
    const known = businesses.flatMap(
      ({ record }) => record.census.filter(({ value }) => value !== 'none')[0]?.from ?? [],
    )
    const earliest = [from, ...known].sort().at(-1) ?? from
    const latest = addDays(to, -4)
    const span = Math.max(0, (Date.parse(latest) - Date.parse(earliest)) / 86_400_000)
    return addDays(earliest, this.#chance.between(0, span))
  }
}

/** Those of a sector that chance may join in the quarter. */
export function candidates(
  builder: TieBuilder,
  businesses: readonly BusinessPlan[],
  sector: string,
  quarter: number,
): BusinessPlan[] {
  return businesses.filter(
    (plan) =>
      plan.sector === sector &&
      plan.surveyed !== null &&
      plan.surveyed <= quarter &&
      plan.leftOn === null &&
      !plan.newcomer &&
      !builder.reserved.has(plan.record.id),
  )
}
