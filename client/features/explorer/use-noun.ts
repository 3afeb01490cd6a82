import { useCallback } from 'react'
import { useTranslations } from 'use-intl'
import { useNames } from '../../network/use-names.ts'

/** "102 usaha", or what this database calls its actors. */
export function useNoun(): (count: number) => string {
  const t = useTranslations('explorer.noun')
  const noun = useNames().reference?.city.noun ?? 'business'
  return useCallback((count) => t(noun, { count }), [t, noun])
}
