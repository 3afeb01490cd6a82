import { buildCsr, type Csr } from '#shared/analytics/csr.ts'
import type { Labels } from '#shared/analytics/labels.ts'
import type { ActorRecord } from '#shared/contract/actors.ts'
import type { PartnershipRecord } from '#shared/contract/partnerships.ts'
import type { Definition, DefinitionRule, Kind, Partition } from '#shared/contract/reference.ts'
import type { ActorStanding, NotCountingReason, On, Standing } from '#shared/contract/vocabulary.ts'
import { atOnce, type Stepwise } from '../unhurried.ts'
import { censusOn, isThere, lastVerifiedOn, roleOn, sectorOn, standingOn } from './as-of.ts'
import { addMonths } from './calendar.ts'
import { type PairEnds, pairEnds } from './pair-ends.ts'
import { type PartnershipStanding, PartnershipStandings, standingWith } from './partnership-standings.ts'

/** What a network is read from: the records of one revision and the code lists that give them meaning. */
export interface NetworkSource {
  actors: ReadonlyMap<string, ActorRecord>
  partnerships: ReadonlyMap<string, PartnershipRecord>
  kinds: ReadonlyMap<string, Kind>
}

/** An actor there on the date that the definition's roles and boundary let in. */
export interface Registered {
  actor: ActorRecord
  /** its place among the registered */
  place: number
  sectorId: string | null
  surveyed: boolean
  /** surveyed or verified in the 12 months up to the date */
  verified: boolean
  inNetwork: boolean
}

/**
 * The network of a definition on a date. Actors are numbered in external-id order, classes likewise: numbers, p-values and sums
 * depend on nothing else.
 */
export interface Network {
  on: On
  definition: Definition
  partition: Partition
  /** Actors in n: ids and numbers both ways. */
  ids: readonly string[]
  numberOf: ReadonlyMap<string, number>
  members: readonly ActorRecord[]
  /** Sector of every class number; the classes beyond are roles of actors without a sector (where these may be in). */
  sectorIds: readonly string[]
  csr: Csr
  labels: Labels
  /** All that the definition could let in, also those outside n; by id. */
  registered: ReadonlyMap<string, Registered>
  /** Never asked and party to no counting tie; without a sector. Both outside n, sorted by id. */
  unasked: readonly string[]
  unclassified: readonly string[]
  /** Of a role that counts and there on the date, but outside the city. */
  outsideCity: readonly string[]
  partnerships: PartnershipStandings
}

export function deriveNetwork(
  source: NetworkSource,
  definition: Definition,
  partition: Partition,
  on: On,
): Network {
  return atOnce(deriveNetworkStepwise(source, definition, partition, on))
}

/** So many records between two chances for others. */
const RECORDS_PER_STEP = 500

/** The same in steps, for registers of tens of thousands. */
export function* deriveNetworkStepwise(
  source: NetworkSource,
  definition: Definition,
  partition: Partition,
  on: On,
): Stepwise<Network> {
  const { rule } = definition
  const pairs = yield* pairEnds(source, rule)
  const population = yield* registeredOnDate(source, rule, partition, pairs, on)
  const { registered, outsideCity } = population
  const { partnerships, ends } = yield* readPartnerships(source, rule, population, pairs, on)
  const { ids, entries, unasked, unclassified } = dividePopulation(registered, rule, ends)
  yield
  const numberOf = new Map(ids.map((id, number) => [id, number]))
  yield
  const { sectorIds, labels } = labelMembers(entries, partition, on)
  yield
  const csr = tieNetwork(entries, registered.size, ends)
  yield
  return {
    on,
    definition,
    partition,
    ids,
    numberOf,
    members: entries.map(({ actor }) => actor),
    sectorIds,
    csr,
    labels,
    registered,
    unasked,
    unclassified,
    outsideCity,
    partnerships,
  }
}

/** How every partnership reads, and the ends of the ties that those which count make: places among the registered, two for each. */
function* readPartnerships(
  source: NetworkSource,
  rule: DefinitionRule,
  population: Population,
  pairs: PairEnds,
  on: On,
): Stepwise<{ partnerships: PartnershipStandings; ends: number[] }> {
  const standings: PartnershipStanding[] = []
  const ends: number[] = []
  for (const partnership of source.partnerships.values()) {
    const p = standings.length
    if (p % RECORDS_PER_STEP === 0) yield
    const before = ends.length
    pushTies(ends, pairs, p, population.placeAt)
    const standing = standingOn(partnership, on, rule.expiryMonths)
    const reasons = reasonsOfRecord(source, partnership, rule, standing)
    if (pairs.starts[p] === pairs.starts[p + 1]) reasons.push('pairs-not-confirmed')
    else if (ends.length === before)
      reasons.push(...reasonsOfParties(source, partnership, rule, population.registered, on))
    if (reasons.length > 0) ends.length = before
    standings.push(standingWith(standing, reasons))
  }
  return { partnerships: new PartnershipStandings(pairs.numberOf, standings), ends }
}

function pushTies(ends: number[], pairs: PairEnds, partnership: number, placeAt: Int32Array): void {
  for (let i = pairs.starts[partnership]!; i < pairs.starts[partnership + 1]!; i += 2) {
    const a = placeAt[pairs.ends[i]!] ?? -1
    const b = placeAt[pairs.ends[i + 1]!] ?? -1
    if (a >= 0 && b >= 0) ends.push(a, b)
  }
}

/** Ends are places among the registered, of whom the network has some. */
function tieNetwork(entries: readonly Registered[], registered: number, ends: readonly number[]): Csr {
  const numberAt = new Uint32Array(registered)
  for (const [number, { place }] of entries.entries()) numberAt[place] = number
  const sources = new Uint32Array(ends.length / 2)
  const targets = new Uint32Array(ends.length / 2)
  for (let e = 0; e < sources.length; e++) {
    sources[e] = numberAt[ends[2 * e]!]!
    targets[e] = numberAt[ends[2 * e + 1]!]!
  }
  return buildCsr(entries.length, sources, targets)
}

/** Who is in n, and who is outside it and why. Marks those in n. */
function dividePopulation(
  registered: ReadonlyMap<string, Registered>,
  rule: DefinitionRule,
  ends: readonly number[],
): { ids: string[]; entries: Registered[]; unasked: string[]; unclassified: string[] } {
  const linked = new Uint8Array(registered.size)
  for (const place of ends) linked[place] = 1
  const ids: string[] = []
  const entries: Registered[] = []
  const unasked: string[] = []
  const unclassified: string[] = []
  for (const [id, entry] of registered) {
    if (rule.sectorRequired && entry.sectorId === null) unclassified.push(id)
    else if (rule.surveyedOnly && !entry.surveyed && linked[entry.place] === 0) unasked.push(id)
    else {
      entry.inNetwork = true
      ids.push(id)
      entries.push(entry)
    }
  }
  return { ids, entries, unasked, unclassified }
}

interface Population {
  registered: Map<string, Registered>
  /** by number of the actor: its place among the registered, or -1 for one that can be no end of a tie */
  placeAt: Int32Array
  outsideCity: string[]
}

/** Sorted by id, so that everything made from it is too. */
function* registeredOnDate(
  source: NetworkSource,
  rule: DefinitionRule,
  partition: Partition,
  { actorIds }: PairEnds,
  on: On,
): Stepwise<Population> {
  const registered = new Map<string, Registered>()
  const placeAt = new Int32Array(actorIds.length).fill(-1)
  const outsideCity: string[] = []
  const sectors = new Set(partition.sectors.map((sector) => sector.id))
  for (const [i, id] of actorIds.entries()) {
    if (i % RECORDS_PER_STEP === 0) yield
    const actor = source.actors.get(id)!
    if (!isThere(actor, on) || !roleCounts(rule, roleOn(actor, on))) continue
    if (rule.inCityOnly && !actor.inCity) {
      outsideCity.push(id)
      continue
    }
    const sectorId = sectorOn(actor, partition.id, on)
    const surveyed = censusOn(actor, on) !== 'none'
    const entry: Registered = {
      actor,
      place: registered.size,
      sectorId: sectorId !== null && sectors.has(sectorId) ? sectorId : null,
      surveyed,
      verified: surveyed && isRecent(lastVerifiedOn(actor, on), on),
      inNetwork: false,
    }
    if (mayTie(entry, rule)) placeAt[i] = entry.place
    registered.set(id, entry)
  }
  return { registered, placeAt, outsideCity }
}

/** In (t − 12 months, t]; where dates are ignored, ever. */
function isRecent(verifiedOn: string | null, on: On): boolean {
  if (on === 'all') return true
  return verifiedOn !== null && verifiedOn > addMonths(on, -12)
}

export function roleCounts(rule: DefinitionRule, role: string | null): boolean {
  return rule.roles === null || (role !== null && rule.roles.includes(role))
}

/** Whether somebody registered can be an end of a tie: with a sector where one is required. */
const mayTie = ({ sectorId }: Registered, rule: DefinitionRule): boolean =>
  !rule.sectorRequired || sectorId !== null

/** Whether a standing is one of those that the rule counts. A lapsed tie never is. */
export function standingCounts(rule: DefinitionRule, standing: Standing): boolean {
  return standing !== 'expired' && standing !== 'future' && rule.statuses.includes(standing)
}

export function kindCounts(rule: DefinitionRule, kind: Kind | undefined): boolean {
  if (kind === undefined || kind.twoMode) return false
  return rule.kinds === null || rule.kinds.includes(kind.id)
}

function reasonsOfRecord(
  source: NetworkSource,
  partnership: PartnershipRecord,
  rule: DefinitionRule,
  standing: Standing,
): NotCountingReason[] {
  const reasons: NotCountingReason[] = []
  if (standing === 'future') reasons.push('not-started')
  else if (standing === 'expired') reasons.push('expired')
  else if (!standingCounts(rule, standing)) reasons.push('not-active')
  if (!kindCounts(rule, source.kinds.get(partnership.kind))) reasons.push('kind-does-not-count')
  if (partnership.intensity < rule.minIntensity) reasons.push('intensity-too-low')
  if (rule.evidence !== null && !rule.evidence.includes(partnership.evidence))
    reasons.push('evidence-too-low')
  return reasons
}

/** Asked only where no pair of parties can be tied. */
function reasonsOfParties(
  source: NetworkSource,
  partnership: PartnershipRecord,
  rule: DefinitionRule,
  registered: ReadonlyMap<string, Registered>,
  on: On,
): NotCountingReason[] {
  const reasons = new Set<NotCountingReason>()
  for (const id of partnership.parties) {
    const actor = source.actors.get(id)
    if (actor === undefined || !isThere(actor, on)) reasons.add('party-absent')
    else if (!roleCounts(rule, roleOn(actor, on))) reasons.add('party-not-business')
    else if (rule.inCityOnly && !actor.inCity) reasons.add('party-outside-city')
    else if (!mayTie(registered.get(id)!, rule)) reasons.add('party-without-sector')
  }
  // every party may be tied, but none of the pairs that the record names
  return reasons.size > 0 ? [...reasons] : ['pairs-not-confirmed']
}

/** An actor without a sector is classed by its role, so that everybody is in exactly one class. */
function labelMembers(
  entries: readonly Registered[],
  partition: Partition,
  on: On,
): { sectorIds: string[]; labels: Labels } {
  const sectorIds = partition.sectors.map((sector) => sector.id).sort()
  const ofSector = new Map(sectorIds.map((id, number) => [id, number]))
  const roles = entries.map(({ sectorId, actor }) => (sectorId === null ? (roleOn(actor, on) ?? '') : null))
  const others = [...new Set(roles.filter((role) => role !== null))].sort()
  const ofRole = new Map(others.map((role, i) => [role, sectorIds.length + i]))
  const of = Uint16Array.from(entries, ({ sectorId }, v) =>
    sectorId === null ? ofRole.get(roles[v] ?? '')! : ofSector.get(sectorId)!,
  )
  return { sectorIds, labels: { count: sectorIds.length + others.length, of } }
}

export function sectorNumber(network: Network, sectorId: string): number {
  return network.sectorIds.indexOf(sectorId)
}

/** Sector of the actor with this number; null for one that is classed by its role. */
export function sectorIdAt(network: Network, number: number): string | null {
  return network.sectorIds[network.labels.of[number]!] ?? null
}

/** How an actor stands: in n with or without a partner, never asked, without a sector, or none of the definition's business. */
export function actorStanding(network: Network, id: string): ActorStanding {
  const number = network.numberOf.get(id)
  if (number !== undefined)
    return network.csr.offsets[number] === network.csr.offsets[number + 1] ? 'unlinked' : 'linked'
  const entry = network.registered.get(id)
  if (entry === undefined) return 'outside'
  return network.definition.rule.sectorRequired && entry.sectorId === null ? 'unclassified' : 'unasked'
}
