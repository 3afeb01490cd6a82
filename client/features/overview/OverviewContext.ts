import { createContext, useContext } from 'react'
import type { View } from '#client/api/view.ts'
import type { Overview } from '#shared/contract/insights.ts'
import type { Reference } from '#shared/contract/reference.ts'

/** What every section of the page reads. */
export interface OverviewModel {
  overview: Overview
  reference: Reference
  /** As the address says it. */
  view: View
  noun: 'business' | 'organisation'
  /** Read over all dates: no period, no comparison. */
  allDates: boolean
}

export const OverviewContext = createContext<OverviewModel | null>(null)

export function useOverviewModel(): OverviewModel {
  const model = useContext(OverviewContext)
  if (!model) throw new Error('a section of the overview outside of it')
  return model
}
