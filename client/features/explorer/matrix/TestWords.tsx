import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import { useFormat } from '../../../ui/FormatProvider.tsx'
import type { PairTestState } from './use-pair-test.ts'

/** How the pairs were tested, or why they were not. */
export function TestWords({ test, children }: { test: PairTestState; children: ReactNode }) {
  const t = useTranslations('explorer.matrix.test')
  const format = useFormat()
  const words = () => {
    if (test.state === 'running') return t('running')
    if (test.state === 'done')
      return t(test.test.method, { draws: format.integer(test.test.draws), tested: test.test.tested })
    if (test.reason === 'too-large') return t('tooLarge')
    return test.reason === 'no-ties' ? t('noTies') : t('failed')
  }
  return (
    <p className="caption">
      {words()} {children}
    </p>
  )
}
