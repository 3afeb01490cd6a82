import { rounded } from '../range.ts'

/** Neighbouring values that share a look, from and to being values that occur. */
export interface RankClass {
  from: number
  to: number
  count: number
}

/**
 * Classes of a ranking, ascending, at most `most` of them and none empty. Few values: a class each. More: nothing at all
 * apart, since it says something else than little, and the others in classes with about as many actors each.
 * `passes` limits whose count is given, not where the classes end, so that filtering moves no colour.
 */
export function rankClasses(column: Float64Array, digits: number, most: number): readonly RankClass[] {
  const values = [...column].filter((value) => !Number.isNaN(value)).map((value) => rounded(value, digits))
  values.sort((a, b) => a - b)
  const distinct = [...new Set(values)]
  if (distinct.length <= most) return distinct.map((value) => classOf(values, value, value))
  const nothing = values[0] === 0
  const rest = nothing ? values.filter((value) => value > 0) : values
  const classes = nothing ? [classOf(values, 0, 0)] : []
  const wanted = most - classes.length
  let from = 0
  for (let k = 1; k <= wanted && from < rest.length; k++) {
    let to = k === wanted ? rest.length - 1 : Math.max(from, Math.round((k * rest.length) / wanted) - 1)
    // Equal values stay together.
    while (to + 1 < rest.length && rest[to + 1] === rest[to]) to++
    classes.push({ from: rest[from]!, to: rest[to]!, count: to - from + 1 })
    from = to + 1
  }
  return classes
}

const classOf = (values: readonly number[], from: number, to: number): RankClass => ({
  from,
  to,
  count: values.filter((value) => value >= from && value <= to).length,
})

/** Number of the class of a value; −1 for no value. */
export function rankOf(classes: readonly RankClass[], value: number, digits: number): number {
  if (Number.isNaN(value)) return -1
  const written = rounded(value, digits)
  return classes.findIndex(({ to }) => written <= to)
}
