import type { Labels } from './labels.ts'
import { type Measured, measured, undefinedFor } from './measured.ts'

/**
 * Attendance conversion: of the pairs from two sectors that met at an event untied, how many are tied within 180 days, against
 * pairs alike in all that is recorded that did not meet.
 *
 * A pair counts at the first event that both attended while both were there and no tie ran between them, if the 180 days lie
 * within the data; a tie that starts on the day itself counts. It is compared with the pairs of the same stratum (the two sectors,
 * the caller's two strata, the two classes of running ties 0, 1-2, 3+) there on that day without a running tie that meet at no
 * event up to the end of the 180 days. Comparison rate = the strata's rates weighted by the pairs that met: matching is exact,
 * nothing is drawn. "Goes together with", not "leads to": who comes differs from who stays away.
 *
 * Feld 1981, AJS 86:1015 (foci); Miettinen 1972, Am J Epidemiol 96:383 (standardised rate). Days are whole numbers from any origin.
 * O(events * (n + ties + pairs met) + sum size^2): comparison pairs are counted, never listed.
 */
export interface AttendanceRecords {
  labels: Labels
  /** further stratum per actor, such as kecamatan or size (default: one for all) */
  strata?: ArrayLike<number>
  /** per actor: first day there, and the day from which it no longer is */
  entered: ArrayLike<number>
  until: ArrayLike<number>
  eventDays: ArrayLike<number>
  /** one row per actor asked to an event or present at it */
  guests: { actors: ArrayLike<number>; events: ArrayLike<number>; attended: ArrayLike<number> }
  /** spells: first day, and the first day on which the tie no longer runs (infinity while it does) */
  ties: { a: ArrayLike<number>; b: ArrayLike<number>; started: ArrayLike<number>; ended: ArrayLike<number> }
  introductions: { a: ArrayLike<number>; b: ArrayLike<number>; day: ArrayLike<number> }
  /** the first day that is not yet in the data */
  endOfData: number
}

export interface AttendanceConversion {
  /** pairs asked to the same event, met at one, introduced in time, tied in time */
  funnel: { invited: number; attended: number; introduced: number; tied: number }
  /** tied / attended */
  rate: Measured<number>
  /** pairs that met and have some to compare with, and the rate among them */
  matched: number
  matchedRate: Measured<number>
  /** rate among pairs alike that did not meet, and how many of these were looked at, once per event */
  comparisonRate: Measured<number>
  comparisonPairs: number
  /** matchedRate - comparisonRate */
  difference: Measured<number>
  /** pairs that met too late to have been observed for the whole time */
  pending: number
}

export const CONVERSION_DAYS = 180

export function attendanceConversion(
  records: AttendanceRecords,
  days: number = CONVERSION_DAYS,
): AttendanceConversion {
  const history = readHistory(records)
  const counted = { invited: new Set<number>(), attended: new Set<number>() }
  const sum = { introduced: 0, tied: 0, pending: 0, invited: 0, attended: 0 }
  const compared: Comparison = { matched: 0, matchedTied: 0, expected: 0, pairs: 0 }
  for (const event of eventsByDay(records.eventDays)) {
    const day = records.eventDays[event]
    const lastDay = day + days
    const observed = lastDay < records.endOfData
    const eligible = (a: number, b: number): boolean =>
      isThere(records, a, day) &&
      isThere(records, b, day) &&
      !runsOn(history.ties.get(history.key(a, b)), day)
    for (const pair of crossPairs(history.asked[event], records.labels, history, eligible)) {
      if (counted.invited.has(pair)) continue
      counted.invited.add(pair)
      if (observed) sum.invited++
    }
    const met: MetPair[] = []
    for (const pair of crossPairs(history.attended[event], records.labels, history, eligible)) {
      if (counted.attended.has(pair)) continue
      counted.attended.add(pair)
      if (!observed) {
        sum.pending++
        continue
      }
      const tied = (history.ties.get(pair) ?? []).some(({ started }) => started >= day && started <= lastDay)
      const introduced = (history.introductions.get(pair) ?? []).some((on) => on >= day && on <= lastDay)
      met.push({ pair, tied })
      sum.attended++
      if (tied) sum.tied++
      if (introduced) sum.introduced++
    }
    if (met.length > 0) compare(records, history, met, day, lastDay, compared)
  }
  return conclude(sum, compared)
}

interface MetPair {
  pair: number
  tied: boolean
}

interface Comparison {
  matched: number
  matchedTied: number
  /** ties that the met pairs would have at the rates of their strata */
  expected: number
  pairs: number
}

interface Spell {
  started: number
  ended: number
}

/** Everything by pair; a pair is one number. */
interface History {
  key: (a: number, b: number) => number
  ends: (pair: number) => [number, number]
  ties: ReadonlyMap<number, Spell[]>
  introductions: ReadonlyMap<number, number[]>
  /** first day on which two actors of different sectors met at any event */
  firstMet: ReadonlyMap<number, number>
  /** per event, ascending: asked or present, and present */
  asked: number[][]
  attended: number[][]
}

function readHistory({ labels, eventDays, guests, ties, introductions }: AttendanceRecords): History {
  const n = labels.of.length
  const key = (a: number, b: number): number => Math.min(a, b) * n + Math.max(a, b)
  const spells = new Map<number, Spell[]>()
  for (let e = 0; e < ties.a.length; e++) {
    const pair = key(ties.a[e], ties.b[e])
    append(spells, pair, { started: ties.started[e], ended: ties.ended[e] })
  }
  const introduced = new Map<number, number[]>()
  for (let e = 0; e < introductions.a.length; e++)
    append(introduced, key(introductions.a[e], introductions.b[e]), introductions.day[e])
  const asked = guestLists(eventDays.length, guests, false)
  const attended = guestLists(eventDays.length, guests, true)
  const firstMet = new Map<number, number>()
  for (const event of eventsByDay(eventDays)) {
    for (const [i, a] of attended[event].entries()) {
      for (const b of attended[event].slice(i + 1)) {
        if (labels.of[a] !== labels.of[b] && !firstMet.has(key(a, b)))
          firstMet.set(key(a, b), eventDays[event])
      }
    }
  }
  const ends = (pair: number): [number, number] => [Math.floor(pair / n), pair % n]
  return { key, ends, ties: spells, introductions: introduced, firstMet, asked, attended }
}

function append<T>(lists: Map<number, T[]>, key: number, value: T): void {
  const list = lists.get(key)
  if (list) list.push(value)
  else lists.set(key, [value])
}

function guestLists(events: number, guests: AttendanceRecords['guests'], onlyAttended: boolean): number[][] {
  const sets = Array.from({ length: events }, () => new Set<number>())
  for (let i = 0; i < guests.actors.length; i++)
    if (!onlyAttended || guests.attended[i]) sets[guests.events[i]].add(guests.actors[i])
  return sets.map((set) => [...set].sort((x, y) => x - y))
}

function eventsByDay(days: ArrayLike<number>): number[] {
  return Array.from({ length: days.length }, (_, e) => e).sort((e, f) => days[e] - days[f] || e - f)
}

function isThere({ entered, until }: AttendanceRecords, v: number, day: number): boolean {
  return entered[v] <= day && day < until[v]
}

/** A tie that starts on the day is not running yet. */
function runsOn(spells: readonly Spell[] | undefined, day: number): boolean {
  return spells?.some(({ started, ended }) => started < day && ended > day) ?? false
}

function* crossPairs(
  guests: readonly number[],
  { of }: Labels,
  { key }: History,
  eligible: (a: number, b: number) => boolean,
): Generator<number> {
  for (let i = 0; i < guests.length; i++) {
    for (let j = i + 1; j < guests.length; j++) {
      if (of[guests[i]] !== of[guests[j]] && eligible(guests[i], guests[j])) yield key(guests[i], guests[j])
    }
  }
}

/** Adds the strata of one event that have somebody to compare with. */
function compare(
  records: AttendanceRecords,
  history: History,
  met: readonly MetPair[],
  day: number,
  lastDay: number,
  into: Comparison,
): void {
  const { classOf, sizes } = classify(records, history, day)
  const stratumOf = (pair: number): number => {
    const [a, b] = history.ends(pair)
    return Math.min(classOf[a], classOf[b]) * sizes.length + Math.max(classOf[a], classOf[b])
  }
  const isCandidate = (pair: number): boolean => {
    const [a, b] = history.ends(pair)
    return classOf[a] >= 0 && classOf[b] >= 0 && records.labels.of[a] !== records.labels.of[b]
  }
  const meetsInTime = (pair: number): boolean => (history.firstMet.get(pair) ?? lastDay + 1) <= lastDay
  const excluded = new Map<number, number>()
  const converted = new Map<number, number>()
  const count = (tally: Map<number, number>, pair: number): void => {
    if (isCandidate(pair)) tally.set(stratumOf(pair), (tally.get(stratumOf(pair)) ?? 0) + 1)
  }
  for (const [pair, firstDay] of history.firstMet) if (firstDay <= lastDay) count(excluded, pair)
  for (const [pair, spells] of history.ties) {
    if (meetsInTime(pair)) continue
    if (runsOn(spells, day)) count(excluded, pair)
    else if (spells.some(({ started }) => started >= day && started <= lastDay)) count(converted, pair)
  }
  const strata = new Map<number, MetPair[]>()
  for (const pair of met) append(strata, stratumOf(pair.pair), pair)
  for (const [stratum, pairs] of strata) {
    const all = sizes[Math.floor(stratum / sizes.length)] * sizes[stratum % sizes.length]
    const available = all - (excluded.get(stratum) ?? 0)
    if (available === 0) continue
    into.matched += pairs.length
    into.matchedTied += pairs.filter(({ tied }) => tied).length
    into.expected += (pairs.length * (converted.get(stratum) ?? 0)) / available
    into.pairs += available
  }
}

/** Class of every actor there on the day (else -1) by sector, stratum and running ties, and the size of every class. */
function classify(
  records: AttendanceRecords,
  history: History,
  day: number,
): { classOf: Int32Array; sizes: number[] } {
  const n = records.labels.of.length
  const running = new Uint32Array(n)
  for (const [pair, spells] of history.ties) {
    if (!runsOn(spells, day)) continue
    for (const end of history.ends(pair)) running[end]++
  }
  const numbers = new Map<string, number>()
  const sizes: number[] = []
  const classOf = new Int32Array(n).fill(-1)
  for (let v = 0; v < n; v++) {
    if (!isThere(records, v, day)) continue
    const activity = running[v] === 0 ? 0 : running[v] < 3 ? 1 : 2
    const name = `${records.labels.of[v]} ${records.strata?.[v] ?? 0} ${activity}`
    const number = numbers.get(name) ?? sizes.push(0) - 1
    numbers.set(name, number)
    sizes[number]++
    classOf[v] = number
  }
  return { classOf, sizes }
}

function conclude(
  sum: { invited: number; attended: number; introduced: number; tied: number; pending: number },
  { matched, matchedTied, expected, pairs }: Comparison,
): AttendanceConversion {
  const { invited, attended, introduced, tied, pending } = sum
  const over = (
    part: number,
    whole: number,
    reason: 'no-observations' | 'no-comparison',
  ): Measured<number> => (whole === 0 ? undefinedFor(reason) : measured(part / whole))
  return {
    funnel: { invited, attended, introduced, tied },
    rate: over(tied, attended, 'no-observations'),
    matched,
    matchedRate: over(matchedTied, matched, 'no-comparison'),
    comparisonRate: over(expected, matched, 'no-comparison'),
    comparisonPairs: pairs,
    difference: over(matchedTied - expected, matched, 'no-comparison'),
    pending,
  }
}
