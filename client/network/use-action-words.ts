import { useTranslations } from 'use-intl'
import type { Messages } from '#shared/i18n/messages-id.ts'

type KnownAction = keyof Messages['history']['action']

/** What the code of a changeset says in words; a code that no page knows reads as itself. */
export function useActionWords(): (action: string) => string {
  const t = useTranslations('history.action')
  return (action) => (t.has(action as KnownAction) ? t(action as KnownAction) : action)
}
