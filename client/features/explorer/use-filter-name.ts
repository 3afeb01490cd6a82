import { useTranslations } from 'use-intl'
import { isMeasure } from './appearance/measures.ts'
import type { FilterId } from './filters.ts'

/** What a filter is called. */
export function useFilterName(): (id: FilterId) => string {
  const t = useTranslations()
  return (id) => {
    if (isMeasure(id)) return t(`explorerTools.measure.${id}`)
    if (id === 'census' || id === 'standing' || id === 'records') return t(`explorerTools.filter.${id}`)
    return t(`explorer.filters.${id}`)
  }
}
