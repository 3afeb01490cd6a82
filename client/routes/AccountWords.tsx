import { pageWords } from './PageWords.tsx'

/** The words of signing in, of one's account and of people. */
export const AccountWords = pageWords('accounts', {
  id: () => import('#shared/i18n/id/accounts.ts'),
  en: () => import('#shared/i18n/en/accounts.ts'),
})
