const ID = /^[\w.:@-]{1,64}$/

/** Gives every value an id that the contract accepts: the value itself where it is one, else what is left of its letters. */
export interface Slugs {
  of: (value: string) => string
}

export function createSlugs(taken: Iterable<string>): Slugs {
  const used = new Set(taken)
  const ids = new Map<string, string>()
  return {
    of(value) {
      const known = ids.get(value)
      if (known !== undefined) return known
      const wanted = ID.test(value) ? value : slug(value)
      let id = wanted
      for (let n = 2; used.has(id); n++) id = `${wanted.slice(0, 58)}-${n}`
      used.add(id)
      ids.set(value, id)
      return id
    },
  }
}

function slug(value: string): string {
  const plain = value
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^\w.:@-]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
  return plain.slice(0, 60) || 'x'
}
