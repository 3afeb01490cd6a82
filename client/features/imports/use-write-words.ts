import { useTranslations } from 'use-intl'
import type { ImportWrite } from '#client/api/imports.ts'

/** What a change does, in a few words. */
export function useWriteWords(): (write: ImportWrite) => string {
  const t = useTranslations('imports.held')
  const fields = useTranslations('imports.field')
  return (write) => {
    switch (write.type) {
      case 'mapping':
        return t('mapping')
      case 'decisions':
        return t('decisions')
      case 'dry-run':
        return t('dryRun')
      case 'commit':
        return t('commit')
      case 'fixes': {
        const [fix] = write.fixes
        if (!fix || write.fixes.length > 1) return t('fixes', { count: write.fixes.length })
        switch (fix.fix) {
          case 'cell':
            return t('cell', { field: fields(fix.field), row: String(fix.row), text: fix.text })
          case 'replace':
            return t('replace', { field: fields(fix.field), from: fix.from, text: fix.text })
          case 'restore':
            return t('restore')
          case 'skip':
            return t(fix.skip ? 'skip' : 'unskip', { count: fix.rows.length })
          case 'clear-problems':
            return t('clearProblems')
          case 'skip-problems':
            return t('skipProblems')
        }
      }
    }
  }
}
