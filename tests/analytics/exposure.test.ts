import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type AttendanceRecords, attendanceConversion } from '#shared/analytics/attendance-conversion.ts'
import { createRandom } from '#shared/analytics/random.ts'
import { twoModeProjection } from '#shared/analytics/two-mode-projection.ts'
import { expectClose } from './closeness.ts'

const RUNS = { numRuns: 200, seed: 20240909 }

describe('two-mode projection', () => {
  it('published: e1 {B1, K1, C1}, e2 {B1, K1}, e3 {K1, K2, C1, C2}', () => {
    const ids = ['B1', 'C1', 'C2', 'K1', 'K2']
    const events = [
      ['B1', 'K1', 'C1'],
      ['B1', 'K1'],
      ['K1', 'K2', 'C1', 'C2'],
    ]
    const rows = events.flatMap((guests, e) => guests.map((id) => [ids.indexOf(id), e] as const))
    const found = twoModeProjection({
      actorCount: 5,
      eventCount: 3,
      actors: rows.map(([v]) => v),
      events: rows.map(([, e]) => e),
    })
    const weights = Array.from(
      found.weight,
      (w, i) => [`${ids[found.a[i] ?? 0]}-${ids[found.b[i] ?? 0]}`, w] as const,
    )
    const wanted = {
      'B1-C1': 1 / 2,
      'B1-K1': 3 / 2,
      'C1-C2': 1 / 3,
      'C1-K1': 5 / 6,
      'C1-K2': 1 / 3,
      'C2-K1': 1 / 3,
      'C2-K2': 1 / 3,
      'K1-K2': 1 / 3,
    }
    expect(weights.map(([pair]) => pair)).toEqual(Object.keys(wanted))
    for (const [i, weight] of Object.values(wanted).entries())
      expectClose(found.weight[i] ?? null, weight, `${i}`)
    expect(found.shared[1]).toBe(2)
  })

  it('equals the sum over events, pair by pair; an actor shares out as much weight as it met others', () => {
    const row = fc.tuple(fc.nat(14), fc.nat(6))
    fc.assert(
      fc.property(fc.array(row, { maxLength: 60 }), (rows) => {
        const run = (list: [number, number][]) =>
          twoModeProjection({
            actorCount: 15,
            eventCount: 7,
            actors: list.map(([v]) => v),
            events: list.map(([, e]) => e),
          })
        const found = run(rows)
        const guests = Array.from(
          { length: 7 },
          (_, e) => new Set(rows.filter(([, f]) => f === e).map(([v]) => v)),
        )
        const wanted: string[] = []
        for (let a = 0; a < 15; a++) {
          let shared = 0
          for (let b = 0; b < 15; b++) {
            const both = guests.filter((set) => a !== b && set.has(a) && set.has(b))
            const weight = both.reduce((sum, set) => sum + 1 / (set.size - 1), 0)
            shared += weight
            if (a < b && both.length > 0) wanted.push(`${a}-${b} ${both.length} ${weight.toFixed(9)}`)
          }
          expectClose(shared, guests.filter((set) => set.has(a) && set.size > 1).length, `${a}`)
        }
        const listed = Array.from(
          found.a,
          (a, i) => `${a}-${found.b[i]} ${found.shared[i]} ${found.weight[i]?.toFixed(9)}`,
        )
        expect(listed).toEqual(wanted)
        expect(run([...rows, ...rows].reverse())).toEqual(found)
      }),
      RUNS,
    )
  })

  it('an event of one gives nothing', () => {
    const found = twoModeProjection({ actorCount: 2, eventCount: 2, actors: [0, 1], events: [0, 1] })
    expect(found.weight.length).toBe(0)
  })
})

interface Row {
  v: number
  e: number
  attended: boolean
}
interface Spell {
  a: number
  b: number
  started: number
  length: number
}

const ACTORS = 9
const WINDOW = 10

const naiveNothing = {
  invited: 0,
  attended: 0,
  introduced: 0,
  tied: 0,
  pending: 0,
  matched: 0,
  matchedTied: 0,
  expected: 0,
  pairs: 0,
}

/** The definition again, over all pairs on every event's day. */
function naive(records: AttendanceRecords, rows: Row[], spells: Spell[]) {
  const { labels, eventDays, entered, until, endOfData, strata } = records
  const pairOf =
    (a: number, b: number) =>
    (x: { a: number; b: number }): boolean =>
      (x.a === a && x.b === b) || (x.a === b && x.b === a)
  const running = (a: number, b: number, day: number): boolean =>
    spells.filter(pairOf(a, b)).some((s) => s.started < day && s.started + s.length > day)
  const starts = (a: number, b: number, day: number): boolean =>
    spells.filter(pairOf(a, b)).some((s) => s.started >= day && s.started <= day + WINDOW)
  const there = (v: number, day: number): boolean => (entered[v] ?? 0) <= day && day < (until[v] ?? 0)
  const guests = (e: number, attended: boolean): number[] => [
    ...new Set(rows.filter((row) => row.e === e && (!attended || row.attended)).map(({ v }) => v)),
  ]
  const pairs = (list: number[]): [number, number][] =>
    list.flatMap((a) =>
      list.filter((b) => a < b && labels.of[a] !== labels.of[b]).map((b): [number, number] => [a, b]),
    )
  const meets = (a: number, b: number, lastDay: number): boolean =>
    Array.from(eventDays).some(
      (day, e) => day <= lastDay && guests(e, true).includes(a) && guests(e, true).includes(b),
    )
  const kindOf = (v: number, day: number): string => {
    const d = Array.from({ length: ACTORS }, (_, w) => w).filter((w) => w !== v && running(v, w, day)).length
    return `${labels.of[v]}/${strata?.[v]}/${d === 0 ? 0 : d < 3 ? 1 : 2}`
  }
  const stratum = (a: number, b: number, day: number): string =>
    [kindOf(a, day), kindOf(b, day)].sort().join(' ')
  const result = { ...naiveNothing }
  const [asked, met] = [new Set<string>(), new Set<string>()]
  const order = [...Array.from(eventDays).keys()].sort(
    (e, f) => (eventDays[e] ?? 0) - (eventDays[f] ?? 0) || e - f,
  )
  const { introductions } = records
  for (const e of order) {
    const day = eventDays[e] ?? 0
    const seen = day + WINDOW < endOfData
    const eligible = ([a, b]: [number, number]): boolean =>
      there(a, day) && there(b, day) && !running(a, b, day)
    for (const [a, b] of pairs(guests(e, false)).filter(eligible)) {
      if (!asked.has(`${a} ${b}`) && seen) result.invited++
      asked.add(`${a} ${b}`)
    }
    const fresh = pairs(guests(e, true))
      .filter(eligible)
      .filter(([a, b]) => !met.has(`${a} ${b}`))
    for (const [a, b] of fresh) met.add(`${a} ${b}`)
    if (!seen) result.pending += fresh.length
    else {
      const strataMet = new Map<string, [number, number][]>()
      for (const [a, b] of fresh) {
        result.attended++
        if (starts(a, b, day)) result.tied++
        const told = Array.from(introductions.a).some(
          (x, i) =>
            pairOf(a, b)({ a: x, b: introductions.b[i] ?? -1 }) &&
            (introductions.day[i] ?? -1) >= day &&
            (introductions.day[i] ?? 99) <= day + WINDOW,
        )
        if (told) result.introduced++
        strataMet.set(stratum(a, b, day), [...(strataMet.get(stratum(a, b, day)) ?? []), [a, b]])
      }
      const others = pairs(Array.from({ length: ACTORS }, (_, v) => v))
        .filter(eligible)
        .filter(([a, b]) => !meets(a, b, day + WINDOW))
      for (const [name, list] of strataMet) {
        const alike = others.filter(([a, b]) => stratum(a, b, day) === name)
        if (alike.length === 0) continue
        result.matched += list.length
        result.matchedTied += list.filter(([a, b]) => starts(a, b, day)).length
        result.expected += (list.length * alike.filter(([a, b]) => starts(a, b, day)).length) / alike.length
        result.pairs += alike.length
      }
    }
  }
  return result
}

describe('attendance conversion', () => {
  const everybody = {
    entered: new Array(6).fill(0),
    until: new Array(6).fill(1000),
    labels: { count: 2, of: Uint16Array.from([0, 0, 0, 1, 1, 1]) },
    introductions: { a: [0], b: [3], day: [120] },
    endOfData: 400,
  }

  it('counts who met, who is tied in time, and the same for pairs alike that did not meet', () => {
    // 0 and 1 meet 3 and 4 on day 100; 0-3 are tied on day 150, 1-4 on day 290 (too late), 2-5 without having met
    const found = attendanceConversion({
      ...everybody,
      eventDays: [100, 350],
      guests: {
        actors: [0, 1, 3, 4, 2, 0, 5],
        events: [0, 0, 0, 0, 0, 1, 1],
        attended: [1, 1, 1, 1, 0, 1, 1],
      },
      ties: { a: [0, 1, 2], b: [3, 4, 5], started: [150, 290, 200], ended: [Infinity, Infinity, Infinity] },
    })
    expect(found.funnel).toEqual({ invited: 6, attended: 4, introduced: 1, tied: 1 })
    expect(found.rate.value).toBe(1 / 4)
    // all six are alike: 9 cross pairs, less the 4 that met; 2-5 of the 5 is tied
    expect([found.matched, found.comparisonPairs, found.comparisonRate.value]).toEqual([4, 5, 1 / 5])
    expectClose(found.difference.value, 1 / 4 - 1 / 5, 'difference')
    expect(found.pending).toBe(1)
  })

  it('leaves out pairs already tied, and says when nobody is alike', () => {
    const found = attendanceConversion({
      ...everybody,
      eventDays: [100],
      guests: { actors: [0, 3], events: [0, 0], attended: [1, 1] },
      ties: { a: [3], b: [0], started: [50], ended: [500] },
    })
    expect([found.rate.reason, found.difference.reason]).toEqual(['no-observations', 'no-comparison'])
    const alone = attendanceConversion({
      ...everybody,
      strata: [1, 0, 0, 2, 0, 0],
      eventDays: [100],
      guests: { actors: [0, 3], events: [0, 0], attended: [1, 1] },
      ties: { a: [], b: [], started: [], ended: [] },
    })
    expect([alone.rate.value, alone.matched, alone.comparisonRate.reason]).toEqual([0, 0, 'no-comparison'])
  })

  it('equals its definition over all pairs', () => {
    const random = createRandom(20240909)
    const many = <T>(count: number, one: () => T): T[] => Array.from({ length: count }, one)
    const drawSpell = (): Spell => {
      const a = random.below(ACTORS)
      const b = (a + 1 + random.below(ACTORS - 1)) % ACTORS
      return { a, b, started: random.below(50), length: 1 + random.below(40) }
    }
    const met: Record<string, number> = {}
    for (let round = 0; round < 250; round++) {
      const entered = many(ACTORS, () => random.below(15))
      const rows = many(
        18,
        (): Row => ({ v: random.below(ACTORS), e: random.below(4), attended: random.below(3) > 0 }),
      )
      const spells = many(12, drawSpell)
      const told = many(8, drawSpell)
      const records: AttendanceRecords = {
        labels: { count: 3, of: Uint16Array.from({ length: ACTORS }, () => random.below(3)) },
        strata: many(ACTORS, () => (random.below(4) === 0 ? 1 : 0)),
        entered,
        until: entered.map((day) => day + 15 + random.below(50)),
        eventDays: many(4, () => random.below(42)),
        guests: {
          actors: rows.map(({ v }) => v),
          events: rows.map(({ e }) => e),
          attended: rows.map(({ attended }) => (attended ? 1 : 0)),
        },
        ties: {
          a: spells.map(({ a }) => a),
          b: spells.map(({ b }) => b),
          started: spells.map(({ started }) => started),
          ended: spells.map(({ started, length }) => started + length),
        },
        introductions: {
          a: told.map(({ a }) => a),
          b: told.map(({ b }) => b),
          day: told.map(({ started }) => started),
        },
        endOfData: 45,
      }
      const found = attendanceConversion(records, WINDOW)
      const wanted = naive(records, rows, spells)
      for (const [key, count] of Object.entries(wanted)) if (count > 0) met[key] = (met[key] ?? 0) + 1
      const { invited, attended, introduced, tied, pending, matched, pairs } = wanted
      expect(found.funnel).toEqual({ invited, attended, introduced, tied })
      expect([found.pending, found.matched, found.comparisonPairs]).toEqual([pending, matched, pairs])
      const rate = (part: number): number | null => (matched === 0 ? null : part / matched)
      expectClose(found.matchedRate.value, rate(wanted.matchedTied), 'matched')
      expectClose(found.comparisonRate.value, rate(wanted.expected), 'comparison')
    }
    // the rounds are not empty ones
    for (const key of Object.keys(naiveNothing)) expect(met[key] ?? 0, key).toBeGreaterThan(20)
  })
})
