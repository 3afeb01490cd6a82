import { pageWords } from './PageWords.tsx'

/** The words of editing, which the pages of the registers share. */
export const RegisterWords = pageWords('register', {
  id: () => import('#shared/i18n/id/register.ts'),
  en: () => import('#shared/i18n/en/register.ts'),
})
