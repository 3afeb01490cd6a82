import { useTranslations } from 'use-intl'

/** Who changed something; without accounts everybody at the server is one local author. */
export function useAuthorWords(): (author: string) => string {
  const t = useTranslations('history.author')
  return (author) => (author === 'lokal' || author === 'system' ? t(author) : author)
}
