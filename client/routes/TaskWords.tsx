import { pageWords } from './PageWords.tsx'

/** The words of the tasks. */
export const TaskWords = pageWords('tasks', {
  id: () => import('#shared/i18n/id/tasks.ts'),
  en: () => import('#shared/i18n/en/tasks.ts'),
})
