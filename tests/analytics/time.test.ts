import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { buildCsr } from '#shared/analytics/csr.ts'
import { type CohortActors, firstPartner, type StartedTies } from '#shared/analytics/first-partner.ts'
import type { Labels } from '#shared/analytics/labels.ts'
import { createRandom } from '#shared/analytics/random.ts'
import { type Survival, survival, survivalAt } from '#shared/analytics/survival.ts'
import { tieSpells } from '#shared/analytics/tie-spells.ts'
import { turnover } from '#shared/analytics/turnover.ts'
import { arbitraryNetwork, toKernel } from './arbitrary-network.ts'
import { expectClose } from './closeness.ts'
import { adjacency, tiesOf } from './naive.ts'

const RUNS = { numRuns: 200, seed: 20240909 }

/** Quarter of the first day and of the end; null still runs. The data end with quarter 5. */
const SPELLS: [number, number | null][] = [
  [0, 2],
  [0, null],
  [1, 2],
  [1, null],
  [2, 3],
  [3, null],
]

describe('survival of ties', () => {
  it('published: S(1) = 2/3, S(2) = 1/2, three of six still running', () => {
    const found = survival(
      SPELLS.map(([start, end]) => (end ?? 5) - start),
      SPELLS.map(([, end]) => (end === null ? 0 : 1)),
    ).value
    expect(found?.steps.map(({ time, atRisk, ended }) => [time, atRisk, ended])).toEqual([
      [1, 6, 2],
      [2, 4, 1],
    ])
    expectClose(found?.steps[0]?.survival ?? null, 2 / 3, 'S(1)')
    expectClose(found?.steps[1]?.survival ?? null, 1 / 2, 'S(2)')
    expect([found?.observed, found?.ended, found?.median.value]).toEqual([6, 3, 2])
    // Greenwood by hand: 1/4 (2 / (6 * 4) + 1 / (4 * 3))
    expectClose(found?.steps[1]?.standardError ?? null, Math.sqrt((2 / 24 + 1 / 12) / 4), 'standard error')
  })

  it('without censoring is the share that lasted longer', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(20), { minLength: 1, maxLength: 60 }), (durations) => {
        const found = survival(
          durations,
          durations.map(() => 1),
        ).value as Survival
        for (let t = -1; t <= 21; t++)
          expectClose(survivalAt(found, t), durations.filter((d) => d > t).length / durations.length, `${t}`)
        const sorted = [...durations].sort((a, b) => a - b)
        expect(found.median.value).toBe(sorted[Math.ceil(durations.length / 2) - 1])
      }),
      RUNS,
    )
  })

  it('with censoring is the product over the days, whatever the order of rows', () => {
    const row = fc.tuple(fc.nat(15), fc.boolean())
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 60 }), (rows) => {
        const run = (list: [number, boolean][]) =>
          survival(
            list.map(([days]) => days),
            list.map(([, over]) => (over ? 1 : 0)),
          ).value as Survival
        const found = run(rows)
        let share = 1
        for (let day = 0; day <= 16; day++) {
          const risk = rows.filter(([days]) => days >= day).length
          if (risk > 0) share *= 1 - rows.filter(([days, over]) => over && days === day).length / risk
          expectClose(survivalAt(found, day), share, `day ${day}`)
        }
        expect(run([...rows].reverse())).toEqual(found)
        if (share > 0.5) expect(found.median.reason).toBe('more-than-half-still-running')
      }),
      RUNS,
    )
  })

  it('has no curve without anything observed', () => {
    expect(survival([], [])).toEqual({ value: null, reason: 'no-observations' })
  })
})

describe('spells of ties', () => {
  it('run on exactly the days on which some partnership of the pair runs, each as long as it can be', () => {
    const random = createRandom(20240909)
    for (let round = 0; round < 200; round++) {
      const rows = Array.from({ length: 1 + random.below(12) }, () => {
        const started = random.below(30)
        return { a: random.below(3), b: random.below(3), started, ended: started + random.below(12) }
      })
      const found = tieSpells({
        sources: rows.map(({ a }) => a),
        targets: rows.map(({ b }) => b),
        started: rows.map(({ started }) => started),
        ended: rows.map(({ ended }) => ended),
      })
      const wanted: string[] = []
      for (const [a, b] of [
        [0, 1],
        [0, 2],
        [1, 2],
      ]) {
        const runs = Array.from({ length: 45 }, (_, day) =>
          rows.some(
            (row) =>
              Math.min(row.a, row.b) === a &&
              Math.max(row.a, row.b) === b &&
              row.started <= day &&
              row.ended > day,
          ),
        )
        for (const [day, running] of runs.entries()) {
          if (running && !runs[day - 1]) wanted.push(`${a}-${b} ${day}..${runs.indexOf(false, day)}`)
        }
      }
      expect(
        Array.from(found.a, (a, i) => `${a}-${found.b[i]} ${found.started[i]}..${found.ended[i]}`),
      ).toEqual(wanted)
    }
  })

  it('may have begun nobody knows when, and still run', () => {
    const [never, always] = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY]
    const found = tieSpells({
      sources: [1, 0, 2],
      targets: [0, 1, 0],
      started: [5, never, never],
      ended: [always, 7, always],
    })
    expect([Array.from(found.started), Array.from(found.ended)]).toEqual([
      [never, never],
      [always, always],
    ])
  })
})

describe('turnover', () => {
  /** Spell i as a tie of its own, between actors 2i and 2i + 1, where it runs in the quarter. */
  const quarter = (q: number) => {
    const running = SPELLS.flatMap(([start, end], i) => (start <= q && (end === null || end > q) ? [i] : []))
    return buildCsr(
      12,
      running.map((i) => 2 * i),
      running.map((i) => 2 * i + 1),
    )
  }
  const everybody = Array.from({ length: 12 }, (_, v) => v)

  it.each([
    [1, 4, 2, 0, 1 / 2, 0],
    [2, 3, 1, 2, 2 / 5, 1 / 2],
    [3, 3, 1, 1, 1 / 2, 1 / 3],
    [4, 3, 0, 0, 1, 0],
  ])('published: quarter %i has %i ties, %i new, %i ended, Jaccard %f, dissolution %f', (q, ...wanted) => {
    const found = turnover(quarter(q - 1), quarter(q), everybody)
    const [after, started, ended, jaccard, dissolution] = wanted
    expect([found.after, found.started, found.ended, found.net]).toEqual([
      after,
      started,
      ended,
      started - ended,
    ])
    expectClose(found.jaccard.value, jaccard, 'Jaccard')
    expectClose(found.dissolution.value, dissolution, 'dissolution')
  })

  it('equals the sets of ties by name, whoever came or left', () => {
    fc.assert(
      fc.property(
        arbitraryNetwork(20),
        arbitraryNetwork(20),
        fc.integer({ min: 0, max: 8 }),
        (first, second, shift) => {
          // actor v of the later network is actor v + shift of the earlier one
          const match = Array.from({ length: second.n }, (_, v) => (v + shift < first.n ? v + shift : -1))
          const found = turnover(toKernel(first).csr, toKernel(second).csr, match)
          const names = (ties: [number, number][], by: number): Set<string> =>
            new Set(ties.map(([a, b]) => `${a + by}-${b + by}`))
          const before = names(tiesOf(adjacency(first)), 0)
          const after = names(tiesOf(adjacency(second)), shift)
          const kept = [...before].filter((name) => after.has(name)).length
          expect(found).toMatchObject({
            before: before.size,
            after: after.size,
            kept,
            started: after.size - kept,
            ended: before.size - kept,
          })
          const union = before.size + after.size - kept
          expectClose(found.jaccard.value, union === 0 ? null : kept / union, 'Jaccard')
          expect(found.dissolution.value === null).toBe(before.size === 0)
        },
      ),
      RUNS,
    )
  })

  it('between two empty networks is undefined, not 1', () => {
    const none = buildCsr(3, [], [])
    expect(turnover(none, none, [0, 1, 2])).toMatchObject({
      net: 0,
      jaccard: { value: null, reason: 'no-ties' },
      dissolution: { value: null, reason: 'no-ties' },
    })
    expect(turnover(buildCsr(0, [], []), buildCsr(0, [], []), []).kept).toBe(0)
  })
})

describe('time to the first partner', () => {
  it('by cohort, censored at the end and at leaving, day 0 for an older tie', () => {
    const actors: CohortActors = {
      count: 3,
      of: [0, 0, 0, 1, 1],
      entered: [0, 0, 10, 20, 20],
      until: [100, 100, 100, 25, 100],
    }
    const ties: StartedTies = { sources: [0, 1, 3, 4], targets: [1, 2, 4, 4], started: [30, 5, 25, 21] }
    const labels: Labels = { count: 2, of: Uint16Array.from([0, 1, 1, 0, 1]) }
    const [first, second, third] = firstPartner(actors, ties)
    // 0 waits 30 days, 1 waits 5, 2 entered after its tie with 1
    expect(first?.value?.steps.map(({ time, ended }) => [time, ended])).toEqual([
      [0, 1],
      [5, 1],
      [30, 1],
    ])
    // 3 had left on the day its tie starts; 4 finds a partner 5 days after entry, its self-tie is none
    expect(second?.value?.steps.map(({ time, atRisk }) => [time, atRisk])).toEqual([[5, 2]])
    expect([second?.value?.observed, second?.value?.ended]).toEqual([2, 1])
    expect(third).toEqual({ value: null, reason: 'no-actors' })
    // across sectors only 0-1 and 3-4 count: 2 is still waiting
    const [across] = firstPartner(actors, ties, labels)
    expect(across?.value?.steps.map(({ time, ended }) => [time, ended])).toEqual([[30, 2]])
    expect([across?.value?.observed, across?.value?.ended]).toEqual([3, 2])
  })

  it('equals looking at every actor on every day', () => {
    const actor = fc.record({ of: fc.nat(2), entered: fc.nat(20), stays: fc.nat(20), sector: fc.nat(2) })
    const tie = fc.record({ a: fc.nat(11), b: fc.nat(11), started: fc.nat(45) })
    fc.assert(
      fc.property(
        fc.array(actor, { minLength: 12, maxLength: 12 }),
        fc.array(tie, { maxLength: 20 }),
        (rows, ties) => {
          const actors: CohortActors = {
            count: 3,
            of: rows.map(({ of }) => of),
            entered: rows.map(({ entered }) => entered),
            until: rows.map(({ entered, stays }) => entered + stays),
          }
          const started: StartedTies = {
            sources: ties.map(({ a }) => a),
            targets: ties.map(({ b }) => b),
            started: ties.map((row) => row.started),
          }
          const labels: Labels = { count: 3, of: Uint16Array.from(rows, ({ sector }) => sector) }
          for (const across of [false, true]) {
            const curves = firstPartner(actors, started, across ? labels : undefined)
            for (let c = 0; c < 3; c++) {
              const members = rows.flatMap((row, v) => (row.of === c ? [{ ...row, v }] : []))
              const firstOf = (v: number): number =>
                Math.min(
                  ...ties
                    .filter(({ a, b }) => a !== b && (a === v || b === v))
                    .filter(({ a, b }) => !across || rows[a]?.sector !== rows[b]?.sector)
                    .map((row) => row.started),
                )
              const waits = members.map(({ v, entered, stays }) => {
                const found = firstOf(v) < entered + stays
                return [found ? Math.max(0, firstOf(v) - entered) : stays, found ? 1 : 0] as const
              })
              const wanted =
                members.length === 0
                  ? null
                  : survival(
                      waits.map(([d]) => d),
                      waits.map(([, e]) => e),
                    ).value
              expect(curves[c]?.value ?? null).toEqual(wanted)
            }
          }
        },
      ),
      RUNS,
    )
  })
})
