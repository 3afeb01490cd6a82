import type { View } from '#client/api/view.ts'
import { DEFINITION_IDS } from '#shared/contract/vocabulary.ts'

type RawSearch = Readonly<Record<string, unknown>>

const isoDate = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/

/** `on` and `definition` as every page understands them; what makes no sense is left out. */
export function parseView(search: RawSearch): View {
  const { on, definition } = search
  return {
    on: typeof on === 'string' && (on === 'all' || isoDate.test(on)) ? on : undefined,
    definition: DEFINITION_IDS.find((id) => id === definition && id !== 'official'),
  }
}

export interface OverviewSearch {
  /** The sector that is opened in the picture. */
  buka?: string | undefined
}

export const parseOverviewSearch = ({ buka }: RawSearch): OverviewSearch => ({
  buka: typeof buka === 'string' && buka !== '' ? buka : undefined,
})

/** Plain text parameters: the address stays readable and says nothing in JSON. */
export const parseSearch = (text: string): Record<string, string> =>
  Object.fromEntries(new URLSearchParams(text))

export function stringifySearch(search: RawSearch): string {
  const params = new URLSearchParams()
  for (const [key, value] of Object.entries(search))
    if (value !== undefined && value !== null && value !== '') params.set(key, String(value))
  const text = params.toString()
  return text === '' ? '' : `?${text}`
}
