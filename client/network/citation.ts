interface Cited {
  name: string
  on: string
  definition: string
  formula: number
  revision: number
  url: string
}

/** One line that lets somebody else find the very figure again. */
export const citationOf = ({ name, on, definition, formula, revision, url }: Cited): string =>
  `${name}, ${on}, ${definition}, f${formula}, r${revision}. Jejaring. ${url}`
