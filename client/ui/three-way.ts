/** One field in which a record has moved since it was opened. */
export interface FieldMove<K> {
  field: K
  base: unknown
  mine: unknown
  theirs: unknown
  /** Both moved, and to different values: a person has to choose. */
  clash: boolean
}

const equal = (a: unknown, b: unknown) => JSON.stringify(a ?? null) === JSON.stringify(b ?? null)

/** The fields that differ between my version and theirs, seen from the version both began with. */
export function threeWay<T extends object>(base: T, mine: Partial<T>, theirs: T): FieldMove<keyof T>[] {
  const fields = [...new Set([...Object.keys(mine), ...Object.keys(theirs)])] as (keyof T)[]
  return fields.flatMap((field) => {
    const own = field in mine ? mine[field] : base[field]
    if (equal(own, theirs[field])) return []
    const byMe = !equal(own, base[field])
    const byThem = !equal(theirs[field], base[field])
    return [{ field, base: base[field], mine: own, theirs: theirs[field], clash: byMe && byThem }]
  })
}
