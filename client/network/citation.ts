interface Cited {
  name: string
  on: string
  definition: string
  revision: number
  url: string
}

/** One line that lets somebody else find the very figure again. */
export const citationOf = ({ name, on, definition, revision, url }: Cited): string =>
  `${name}, ${on}, ${definition}, r${revision}. Jejaring. ${url}`
