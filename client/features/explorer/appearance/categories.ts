import type { SectorGroup, SectorShape } from '#shared/contract/vocabulary.ts'
import type { MarkLook } from '../../../network/graph/scene.ts'

/** The colours in the order in which they are given out: those that differ most come first. */
const HUES: readonly SectorGroup[] = [
  'kriya',
  'panggung',
  'kuliner',
  'fesyen',
  'layar',
  'desain',
  'rupa',
  'digital',
]
const SHAPES: readonly SectorShape[] = ['circle', 'square', 'diamond', 'triangle', 'hexagon']

/** So many classes are told apart by colour alone; beyond, by colour, shape and two letters. */
export const HUE_COUNT = HUES.length
/** Beyond so many, a mark is hollow and only its letters tell. */
const TELLABLE = HUES.length * SHAPES.length

export interface NamedClass {
  id: string
  name: string
}

/** Looks of classes in their order: colours first, then the next shape with the same colours again. '' is hollow. */
export function categoryLooks(classes: readonly NamedClass[]): ReadonlyMap<string, MarkLook> {
  const codes = codesOf(classes.filter(({ id }) => id !== '').map(({ name }) => name))
  const looks = new Map<string, MarkLook>()
  let at = 0
  for (const { id, name } of classes) {
    if (id === '') {
      looks.set('', { id, name, code: '–', group: null, shape: 'circle' })
      continue
    }
    looks.set(id, {
      id,
      name,
      code: codes[at]!,
      group: at < TELLABLE ? HUES[at % HUES.length]! : null,
      shape: SHAPES[Math.floor(at / HUES.length) % SHAPES.length]!,
    })
    at++
  }
  return looks
}

/** Two letters for each name, all different: the first with the second, or with the first later one that is free. */
export function codesOf(names: readonly string[]): readonly string[] {
  const taken = new Set<string>()
  return names.map((name) => {
    const letters = [...name.replace(/[^\p{L}\p{N}]/gu, '')]
    const first = (letters[0] ?? '?').toLocaleUpperCase()
    const seconds = [...letters.slice(1).map((letter) => letter.toLocaleLowerCase()), ...'123456789']
    const code = seconds.map((second) => first + second).find((one) => !taken.has(one)) ?? `${first}·`
    taken.add(code)
    return code
  })
}

/** Shapes of classes where shape alone tells them: five, or the four largest with everybody else a circle. */
export function categoryShapes(
  classes: readonly { id: string; count: number }[],
): ReadonlyMap<string, SectorShape> {
  const order = classes.toSorted((a, b) => Number(a.id === '') - Number(b.id === '') || b.count - a.count)
  const own: readonly SectorShape[] =
    order.length <= SHAPES.length ? SHAPES : ['square', 'diamond', 'triangle', 'hexagon']
  return new Map(order.map(({ id }, at) => [id, own[at] ?? 'circle']))
}
