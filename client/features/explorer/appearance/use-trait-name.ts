import { useTranslations } from 'use-intl'
import { useFilterName } from '../use-filter-name.ts'
import { isCategory, type Variable } from './appearance.ts'
import { isMeasure } from './measures.ts'

/** A name that stands within a sentence or after a colon. */
export const inSentence = (name: string, locale: string): string =>
  name.charAt(0).toLocaleLowerCase(locale) + name.slice(1)

/** What a choice of one visual variable is called. */
export function useTraitName(): (variable: Variable, choice: string) => string {
  const t = useTranslations('explorerTools.look')
  const nameOf = useFilterName()
  return (variable, choice) => {
    if (isMeasure(choice) || isCategory(choice)) return nameOf(choice)
    if (choice === 'fixed')
      return t(variable === 'color' ? 'oneColor' : variable === 'size' ? 'oneSize' : 'oneShape')
    return t(choice as 'partner' | 'none' | 'color' | 'name')
  }
}
