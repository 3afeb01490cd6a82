import { findByName, indexNames } from '#client/features/search/find-by-name.ts'
import { createRandom } from '#shared/analytics/random.ts'
import { busy, type Contestant, interleave, spreadOf } from './interleave.ts'
import { type Bench, inMilliseconds, type Row } from './row.ts'

const ACTORS = 36_000
const SHOWN = 7
const SYLLABLES = 'ba be bi ka ke ku la lo ma mi na no pa pu ra ri sa se ta tu wa yo nga nya dra kri'.split(
  ' ',
)

/** Search as one types: each letter searches all names anew; the slowest letter of a query is what is told. */
export async function searchChapter({ rounds }: Bench): Promise<Row[]> {
  const names = madeUpNames(ACTORS)
  const index = indexNames(names)
  const [name = ''] = names[ACTORS >> 1]!
  const lines: { what: string; goal: number; query: string }[] = [
    { what: 'a name as it is written', goal: 50, query: name },
    { what: 'a name with two letters swapped', goal: 50, query: swapped(name) },
    { what: 'what nobody is called', goal: 50, query: 'xylophon quartz' },
  ]
  const runs: Record<string, Contestant> = Object.fromEntries(
    lines.map(({ what, query }) => [what, () => slowestLetter(index, query)]),
  )
  runs['all names made ready'] = () => busy(() => indexNames(names))
  const seconds = await interleave(runs, rounds)
  return [
    ...lines.map(({ what, goal }) => ({
      what: `search for ${what}, ${ACTORS} names, slowest letter`,
      goal,
      key: what,
    })),
    { what: `${ACTORS} names made ready to be searched, once`, goal: null, key: 'all names made ready' },
  ].map(({ what, goal, key }) => ({
    ...inMilliseconds(spreadOf(seconds[key]!)),
    target: null,
    what,
    unit: 'ms',
    goal,
    rounds,
    note: 'processor time, 1 thread',
  }))
}

function slowestLetter(index: ReturnType<typeof indexNames>, query: string): number {
  let slowest = 0
  for (let length = 1; length <= query.length; length++) {
    const typed = query.slice(0, length)
    slowest = Math.max(
      slowest,
      busy(() => findByName(index, typed, SHOWN)),
    )
  }
  return slowest
}

function madeUpNames(count: number): string[][] {
  const random = createRandom(7)
  const pick = <T>(from: readonly T[]): T => from[random.below(from.length)]!
  const word = () => {
    const made = Array.from({ length: 2 + random.below(3) }, () => pick(SYLLABLES)).join('')
    return made[0]!.toUpperCase() + made.slice(1)
  }
  return Array.from({ length: count }, () => [
    `${pick(['Batik', 'Kopi', 'Warung', 'Studio', 'Sanggar', 'Kripik'])} Contoh ${word()} ${word()}`,
  ])
}

/** Where letters differ, in the last word. */
function swapped(name: string): string {
  for (let at = name.lastIndexOf(' ') + 2; at + 1 < name.length; at++)
    if (name[at] !== name[at + 1]) return name.slice(0, at) + name[at + 1] + name[at] + name.slice(at + 2)
  return name
}
