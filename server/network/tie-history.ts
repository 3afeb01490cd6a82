import type { Labels } from '#shared/analytics/labels.ts'
import type { Attendance, TieHistory } from '#shared/analytics/tie-history.ts'
import type { TieRows } from '#shared/analytics/tie-spells.ts'
import type { ActorRecord } from '#shared/contract/actors.ts'
import type { PartnershipRecord } from '#shared/contract/partnerships.ts'
import type { DefinitionRule } from '#shared/contract/reference.ts'
import type { On } from '#shared/contract/vocabulary.ts'
import type { Stepwise } from '../unhurried.ts'
import { lastConfirmedOn, leftOn, regionOn, registeredOn, roleOn, sectorOn, standingOn } from './as-of.ts'
import { addDays, addMonths } from './calendar.ts'
import { kindCounts, type Network, roleCounts, standingCounts } from './derive-network.ts'
import { pairsOf } from './pairs-of.ts'
import type { Snapshot } from './register.ts'
import { BEGINNING, mayTieOn } from './tie-since.ts'

/** What the register knows of a definition's ties through time, up to a day. Of actors there may be more than on the day. */
export interface RegisterHistory extends Omit<TieHistory, 'spells' | 'proven'> {
  ids: readonly string[]
  labels: Labels
  /** a row per run of a partnership and pair, of which `tieSpells` makes spells; `proofs` with lapsed runs ending at their last proof */
  rows: TieRows
  proofs: TieRows
}

/** From a day up to and without another. */
interface Run {
  from: number
  to: number
}

/** So many records between two chances for others. */
const RECORDS_PER_STEP = 200

/** @param end last day of the data, an ISO date; what comes after it is not known yet */
export function* registerHistory(
  snapshot: Snapshot,
  network: Network,
  end: string,
): Stepwise<RegisterHistory> {
  const { on, definition, partition } = network
  const { rule } = definition
  const actors = [...snapshot.actors.values()]
    .filter((actor) => everCounts(actor, rule, partition.id))
    .sort((x, y) => (x.id < y.id ? -1 : 1))
  yield
  const numberOf = new Map(actors.map(({ id }, number) => [id, number]))
  const presence: Run[][] = []
  for (const actor of actors) {
    if (presence.length % RECORDS_PER_STEP === 0) yield
    presence.push(runsOfActor(actor, rule, partition.id))
  }
  const { rows, proofs } = yield* rowsOf(snapshot, rule, numberOf, presence, end)
  yield
  const labels = labelsOf(actors, partition.id, network, on)
  yield
  const attendance = attendanceOf(snapshot, actors, numberOf, end)
  yield
  return {
    n: actors.length,
    ids: actors.map(({ id }) => id),
    labels,
    rows,
    proofs,
    end: dayOf(end),
    entered: Float64Array.from(actors, (actor) => {
      const day = registeredOn(actor)
      return day === null ? Number.NEGATIVE_INFINITY : dayOf(day)
    }),
    until: Float64Array.from(actors, (actor) => {
      const day = leftOn(actor, end)
      return day === null ? Number.POSITIVE_INFINITY : dayOf(day)
    }),
    attendance,
  }
}

const DAY_MS = 86_400_000

const dayOf = (date: string): number => Date.parse(`${date}T00:00:00Z`) / DAY_MS

/** Whether the definition could ever let the actor in. */
function everCounts(actor: ActorRecord, rule: DefinitionRule, partitionId: string): boolean {
  if (rule.inCityOnly && !actor.inCity) return false
  if (rule.roles !== null && !actor.roles.some(({ value }) => roleCounts(rule, value))) return false
  return !rule.sectorRequired || (actor.sectors[partitionId] ?? []).some(({ value }) => value !== null)
}

/** The sector on the day, else that it has at any time, else its role: as the classes of a network. */
function labelsOf(actors: readonly ActorRecord[], partitionId: string, network: Network, on: On): Labels {
  const classOf = new Map(network.sectorIds.map((id, k) => [id, k]))
  const others = new Map<string, number>()
  const of = actors.map((actor) => {
    const sector = sectorOn(actor, partitionId, on) ?? sectorOn(actor, partitionId, 'all')
    const known = sector === null ? undefined : classOf.get(sector)
    if (known !== undefined) return known
    const role = roleOn(actor, on) ?? ''
    const other = others.get(role) ?? classOf.size + others.size
    others.set(role, other)
    return other
  })
  return { count: classOf.size + others.size, of: Uint16Array.from(of) }
}

/** The runs of days on which a yes-or-no of a record holds, which can change on the given days only. */
function runsOf(days: Iterable<string>, holds: (day: string) => boolean): Run[] {
  const runs: Run[] = []
  let open: number | null = holds(BEGINNING) ? Number.NEGATIVE_INFINITY : null
  for (const day of [...new Set(days)].sort()) {
    const is = holds(day)
    if (is && open === null) open = dayOf(day)
    else if (!is && open !== null) {
      runs.push({ from: open, to: dayOf(day) })
      open = null
    }
  }
  if (open !== null) runs.push({ from: open, to: Number.POSITIVE_INFINITY })
  return runs
}

function runsOfActor(actor: ActorRecord, rule: DefinitionRule, partitionId: string): Run[] {
  const rows = [...actor.presence, ...actor.roles, ...(actor.sectors[partitionId] ?? [])]
  const days = rows.flatMap(({ from }) => (from === null ? [] : [from]))
  return runsOf(days, (day) => mayTieOn(actor, rule, partitionId, day))
}

function runsOfPartnership(partnership: PartnershipRecord, rule: DefinitionRule): Run[] {
  const { startedOn, endedOn, recordedOn, confirmations, statuses } = partnership
  const days: string[] = []
  for (const day of [startedOn, endedOn, recordedOn, ...statuses.map(({ from }) => from)])
    if (day !== null) days.push(day)
  for (const day of [startedOn ?? recordedOn, ...confirmations]) {
    if (day === null) continue
    days.push(day)
    if (rule.expiryMonths !== null) days.push(addDays(addMonths(day, rule.expiryMonths), 1))
  }
  return runsOf(days, (day) => standingCounts(rule, standingOn(partnership, day, rule.expiryMonths)))
}

/** A run that has ended because nobody confirmed it ends on the day after its last proof instead. */
function provenRun(partnership: PartnershipRecord, rule: DefinitionRule, run: Run, last: number): Run {
  if (run.to > last) return run
  const lapsedOn = new Date(run.to * DAY_MS).toISOString().slice(0, 10)
  if (standingOn(partnership, lapsedOn, rule.expiryMonths) !== 'expired') return run
  const proof = lastConfirmedOn(partnership, lapsedOn)
  return proof === null ? run : { from: run.from, to: dayOf(proof) + 1 }
}

interface Rows extends TieRows {
  sources: number[]
  targets: number[]
  started: number[]
  ended: number[]
}

const packed = ({ sources, targets, started, ended }: Rows): TieRows => ({
  sources: Uint32Array.from(sources),
  targets: Uint32Array.from(targets),
  started: Float64Array.from(started),
  ended: Float64Array.from(ended),
})

const noRows = (): Rows => ({ sources: [], targets: [], started: [], ended: [] })

function* rowsOf(
  snapshot: Snapshot,
  rule: DefinitionRule,
  numberOf: ReadonlyMap<string, number>,
  presence: readonly Run[][],
  end: string,
): Stepwise<{ rows: TieRows; proofs: TieRows }> {
  const rows = noRows()
  const proofs = noRows()
  const last = dayOf(end)
  let read = 0
  for (const partnership of snapshot.partnerships.values()) {
    if (read++ % RECORDS_PER_STEP === 0) yield
    if (!recordCounts(snapshot, partnership, rule)) continue
    const runs = runsOfPartnership(partnership, rule)
    const proven = runs.map((run) => provenRun(partnership, rule, run, last))
    for (const [idA, idB] of pairsOf(partnership, rule, snapshot.kinds)) {
      const a = numberOf.get(idA)
      const b = numberOf.get(idB)
      if (a === undefined || b === undefined) continue
      const both = overlaps(presence[a]!, presence[b]!)
      addRows(rows, a, b, overlaps(runs, both), last)
      addRows(proofs, a, b, overlaps(proven, both), last)
    }
  }
  yield
  const packedRows = packed(rows)
  yield
  return { rows: packedRows, proofs: packed(proofs) }
}

function recordCounts({ kinds }: Snapshot, partnership: PartnershipRecord, rule: DefinitionRule): boolean {
  return (
    kindCounts(rule, kinds.get(partnership.kind)) &&
    partnership.intensity >= rule.minIntensity &&
    (rule.evidence === null || rule.evidence.includes(partnership.evidence))
  )
}

function overlaps(some: readonly Run[], others: readonly Run[]): Run[] {
  const both: Run[] = []
  for (const x of some)
    for (const y of others) {
      const from = Math.max(x.from, y.from)
      const to = Math.min(x.to, y.to)
      if (from < to) both.push({ from, to })
    }
  return both
}

/** What ends after the last day of the data still runs on it. */
function addRows(rows: Rows, a: number, b: number, runs: readonly Run[], last: number): void {
  for (const { from, to } of runs) {
    if (from > last) continue
    rows.sources.push(a)
    rows.targets.push(b)
    rows.started.push(from)
    rows.ended.push(to > last ? Number.POSITIVE_INFINITY : to)
  }
}

/** Null where no event has begun by then, or nobody in question was asked to any. */
function attendanceOf(
  snapshot: Snapshot,
  actors: readonly ActorRecord[],
  numberOf: ReadonlyMap<string, number>,
  end: string,
): Attendance | null {
  const events = [...snapshot.events.values()]
    .filter(({ startsOn }) => startsOn <= end)
    .sort((x, y) => (x.id < y.id ? -1 : 1))
  const eventNumber = new Map(events.map(({ id }, number) => [id, number]))
  const guests = { actors: [] as number[], events: [] as number[], attended: [] as number[] }
  for (const { actorId, target, invited, registered, attended } of snapshot.affiliations.values()) {
    const actor = numberOf.get(actorId)
    const event = target.type === 'event' ? eventNumber.get(target.id) : undefined
    if (actor === undefined || event === undefined || !(invited || registered || attended)) continue
    guests.actors.push(actor)
    guests.events.push(event)
    guests.attended.push(attended ? 1 : 0)
  }
  if (guests.actors.length === 0) return null
  return {
    days: events.map(({ startsOn }) => dayOf(startsOn)),
    ...guests,
    strata: districtNumbers(actors, end),
    introductions: introductionsOf(snapshot, numberOf, end),
  }
}

/** Kecamatan of every actor as a number, 0 where not known. */
function districtNumbers(actors: readonly ActorRecord[], on: On): number[] {
  const numbers = new Map<string, number>([['', 0]])
  return actors.map((actor) => {
    const district = districtOn(actor, on) ?? ''
    const number = numbers.get(district) ?? numbers.size
    numbers.set(district, number)
    return number
  })
}

/** Code of the kecamatan that a kelurahan lies in: its first three parts. */
export function districtOn(actor: ActorRecord, on: On): string | null {
  return regionOn(actor, on)?.split('.').slice(0, 3).join('.') ?? null
}

/** Pairs brought together on a day, whatever came of it. */
function introductionsOf(snapshot: Snapshot, numberOf: ReadonlyMap<string, number>, end: string) {
  const found = { a: [] as number[], b: [] as number[], day: [] as number[] }
  for (const partnership of snapshot.partnerships.values()) {
    const row = partnership.statuses.find(({ value }) => value === 'introduced')
    const day = row === undefined ? null : (row.from ?? partnership.recordedOn)
    if (day === null || day > end) continue
    for (const [idA, idB] of pairsOf(partnership, { maxParties: null }, snapshot.kinds)) {
      const a = numberOf.get(idA)
      const b = numberOf.get(idB)
      if (a === undefined || b === undefined) continue
      found.a.push(a)
      found.b.push(b)
      found.day.push(dayOf(day))
    }
  }
  return found
}
