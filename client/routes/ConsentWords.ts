import { pageWords } from './PageWords.tsx'

/** What is said of consents, and of the cards of those who gave them. */
export const ConsentWords = pageWords('consent', {
  id: () => import('#shared/i18n/id/consent.ts'),
  en: () => import('#shared/i18n/en/consent.ts'),
})
