import type { NotCountingReason, Standing } from '#shared/contract/vocabulary.ts'

/** How one partnership reads on the date, under the definition. */
export interface PartnershipStanding {
  standing: Standing
  /** makes at least one tie */
  counts: boolean
  /** why not; empty where it counts */
  notCounting: readonly NotCountingReason[]
}

/** How every partnership reads: what differs between dates is a list, by numbers that all dates share. */
export class PartnershipStandings implements Iterable<[string, PartnershipStanding]> {
  constructor(
    private readonly numberOf: ReadonlyMap<string, number>,
    private readonly standings: readonly PartnershipStanding[],
  ) {}

  get(id: string): PartnershipStanding | undefined {
    const number = this.numberOf.get(id)
    return number === undefined ? undefined : this.standings[number]
  }

  values(): Iterable<PartnershipStanding> {
    return this.standings
  }

  *[Symbol.iterator](): Iterator<[string, PartnershipStanding]> {
    for (const [id, number] of this.numberOf) yield [id, this.standings[number]!]
  }
}

const known = new Map<string, PartnershipStanding>()

/** Few differ, of however many partnerships, so equal ones are one object. */
export function standingWith(
  standing: Standing,
  notCounting: readonly NotCountingReason[],
): PartnershipStanding {
  const key = notCounting.length === 0 ? standing : `${standing} ${notCounting.join(' ')}`
  let found = known.get(key)
  if (!found) {
    found = { standing, counts: notCounting.length === 0, notCounting: [...notCounting] }
    known.set(key, found)
  }
  return found
}
