import { pageWords } from './PageWords.tsx'

/** The words of an entry and of the outbox, around whoever speaks them. */
export const LogWords = pageWords('logPartnership', {
  id: () => import('#shared/i18n/id/log-partnership.ts'),
  en: () => import('#shared/i18n/en/log-partnership.ts'),
})
