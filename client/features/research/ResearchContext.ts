import { createContext, useContext } from 'react'
import type { View } from '#client/api/view.ts'
import type { Measure, ResearchCatalog } from '#shared/contract/research.ts'
import type { ResearchSearch } from './research-search.ts'

/** What the parts of the page share: its address, how to change it, and what can be asked. */
export interface ResearchModel {
  search: ResearchSearch
  /** Writes to the address; `replace` where stepping back through each change would be a burden, as while typing. */
  change: (changes: Partial<ResearchSearch>, replace?: boolean) => void
  catalog: ResearchCatalog
  measures: ReadonlyMap<string, Measure>
  /** Date, definition and partition, for the method cards. */
  view: View
}

export const ResearchContext = createContext<ResearchModel | null>(null)

export function useResearch(): ResearchModel {
  const model = useContext(ResearchContext)
  if (!model) throw new Error('useResearch outside of the page it belongs to')
  return model
}
