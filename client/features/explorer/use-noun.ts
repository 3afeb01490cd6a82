import { useCallback } from 'react'
import { useTranslations } from 'use-intl'
import type { DefinitionId } from '#shared/contract/vocabulary.ts'
import { useNames } from '../../network/use-names.ts'

/** "102 usaha", or what this database calls its actors; with every role in, "pelaku". */
export function useNoun(definition: DefinitionId): (count: number) => string {
  const t = useTranslations('explorer.noun')
  const stored = useNames().reference?.city.noun ?? 'business'
  const noun = definition === 'helix' && stored === 'business' ? 'actor' : stored
  return useCallback((count) => t(noun, { count }), [t, noun])
}
