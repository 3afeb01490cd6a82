import { pageWords } from './PageWords.tsx'

/** The words of spreadsheets on their way into the register. */
export const ImportWords = pageWords('imports', {
  id: () => import('#shared/i18n/id/imports.ts'),
  en: () => import('#shared/i18n/en/imports.ts'),
})
