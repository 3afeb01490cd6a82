import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  ACTOR_CHANGES,
  type DatedTies,
  type NetworkChange,
  networkChange,
  TIE_CHANGES,
} from '#shared/analytics/network-change.ts'

const dated = (present: readonly number[], ties: readonly (readonly [number, number])[]): DatedTies => ({
  present,
  a: ties.map(([a]) => a),
  b: ties.map(([, b]) => b),
})
const never = () => false
const tiesOf = ({ a, b, ties }: NetworkChange) =>
  [...ties].map((change, e) => `${a[e]}-${b[e]} ${TIE_CHANGES[change]}`)
const actorsOf = ({ actors }: NetworkChange) => [...actors].map((change) => ACTOR_CHANGES[change])

describe('what changed between two dates', () => {
  test('names every tie of either date once, with its cause', () => {
    const before = dated(
      [1, 1, 1, 1, 1],
      [
        [0, 1],
        [2, 1],
        [3, 4],
      ],
    )
    const after = dated(
      [1, 1, 1, 1, 1],
      [
        [1, 0],
        [2, 3],
        [0, 4],
      ],
    )
    const change = networkChange(5, before, after, [0, 1, 0], (a, b) => a === 3 && b === 4)
    expect(tiesOf(change)).toEqual(['0-1 kept', '0-4 added', '1-2 ended', '2-3 reactivated', '3-4 lapsed'])
    expect(change.tieCounts).toEqual({ kept: 1, added: 1, reactivated: 1, ended: 1, lapsed: 1 })
  })

  test('tells newly isolated from who left, and newly connected from who came in', () => {
    //             0 stays linked, 1 loses its last, 2 gains its first, 3 stays without, 4/5 come, 6/7 go, 8 is never there
    const before = dated(
      [1, 1, 1, 1, 0, 0, 1, 1, 0],
      [
        [0, 1],
        [0, 6],
      ],
    )
    const after = dated(
      [1, 1, 1, 1, 1, 1, 0, 0, 0],
      [
        [0, 2],
        [0, 4],
      ],
    )
    expect(actorsOf(networkChange(9, before, after, [0, 0], never))).toEqual([
      'linked',
      'isolated',
      'connected',
      'unlinked',
      'entered-linked',
      'entered-unlinked',
      'left-linked',
      'left-unlinked',
      'absent',
    ])
  })

  test('of nobody is nothing, and self-ties and repeated pairs do not count', () => {
    const none = networkChange(0, dated([], []), dated([], []), [], never)
    expect([none.a.length, none.actors.length]).toEqual([0, 0])
    const twice = dated(
      [1, 1],
      [
        [0, 1],
        [1, 0],
        [0, 0],
      ],
    )
    expect(tiesOf(networkChange(2, twice, twice, [0, 0, 0], never))).toEqual(['0-1 kept'])
  })
})

/** Two random dates of one network; ties only between those in n. */
const twoDates = fc.integer({ min: 1, max: 24 }).chain((n) => {
  const flags = fc.array(fc.constantFrom(0, 1, 1), { minLength: n, maxLength: n })
  const pairs = fc.array(fc.tuple(fc.nat(n - 1), fc.nat(n - 1)), { maxLength: 60 })
  return fc
    .record({ n: fc.constant(n), was: flags, is: flags, before: pairs, after: pairs, salt: fc.nat() })
    .map(({ was, is, before, after, ...rest }) => {
      const among = (present: number[], list: [number, number][]) =>
        list.filter(([a, b]) => a !== b && present[a] === 1 && present[b] === 1)
      return { ...rest, before: dated(was, among(was, before)), after: dated(is, among(is, after)) }
    })
})

/** The definition read literally: sets of pairs, and a look at every actor. */
function naive(n: number, before: DatedTies, after: DatedTies, back: number[], lapsed: typeof never) {
  const key = (a: number, b: number) => (a < b ? `${a}-${b}` : `${b}-${a}`)
  const set = ({ a, b }: DatedTies) => new Set([...Array(a.length).keys()].map((e) => key(a[e]!, b[e]!)))
  const [was, is] = [set(before), set(after)]
  const returned = new Set(back.flatMap((flag, e) => (flag ? [key(after.a[e]!, after.b[e]!)] : [])))
  const ties: string[] = []
  for (let a = 0; a < n; a++)
    for (let b = a + 1; b < n; b++) {
      const pair = key(a, b)
      if (was.has(pair) && is.has(pair)) ties.push(`${pair} kept`)
      else if (is.has(pair)) ties.push(`${pair} ${returned.has(pair) ? 'reactivated' : 'added'}`)
      else if (was.has(pair))
        ties.push(`${pair} ${(lapsed as (a: number, b: number) => boolean)(a, b) ? 'lapsed' : 'ended'}`)
    }
  const unlinked = (dates: DatedTies, pairs: Set<string>) =>
    [...Array(n).keys()].filter(
      (v) => dates.present[v] === 1 && ![...pairs].some((pair) => pair.split('-').includes(String(v))),
    ).length
  return { ties, was, is, unlinkedBefore: unlinked(before, was), unlinkedAfter: unlinked(after, is) }
}

describe('on random networks', () => {
  test('agrees with the definition read literally, and its counts add up', () => {
    fc.assert(
      fc.property(twoDates, ({ n, before, after, salt }) => {
        const back = Array.from(after.a, (_, e) => (salt >> (e % 16)) & 1)
        const lapsed = (a: number, b: number) => (a * 7 + b + salt) % 3 === 0
        const change = networkChange(n, before, after, back, lapsed)
        const literal = naive(n, before, after, back, lapsed as typeof never)
        expect(tiesOf(change)).toEqual(literal.ties)
        const { tieCounts: t, actorCounts: v } = change
        expect(t.kept + t.ended + t.lapsed).toBe(literal.was.size)
        expect(t.kept + t.added + t.reactivated).toBe(literal.is.size)
        expect(literal.unlinkedAfter).toBe(
          literal.unlinkedBefore + v.isolated + v['entered-unlinked'] - v.connected - v['left-unlinked'],
        )
        expect(Object.values(v).reduce((sum, count) => sum + count, 0)).toBe(n)
      }),
      { numRuns: 400 },
    )
  })

  test('turned round, what was added has ended and who was isolated is connected', () => {
    fc.assert(
      fc.property(twoDates, ({ n, before, after }) => {
        const no = new Uint8Array(200)
        const there = networkChange(n, before, after, no, never)
        const back = networkChange(n, after, before, no, never)
        expect(back.tieCounts).toEqual({
          ...there.tieCounts,
          added: there.tieCounts.ended,
          ended: there.tieCounts.added,
        })
        expect(back.actorCounts.connected).toBe(there.actorCounts.isolated)
        expect(back.actorCounts['left-linked']).toBe(there.actorCounts['entered-linked'])
      }),
      { numRuns: 200 },
    )
  })
})
