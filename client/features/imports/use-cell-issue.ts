import { useTranslations } from 'use-intl'
import { useFormat } from '#client/ui/FormatProvider.tsx'
import type { ImportCell } from '#shared/contract/imports.ts'

type CellIssue = NonNullable<ImportCell['issue']>

const ISO_DATE = /^\d{4}-\d{2}-\d{2}$/
const NOTHING = {
  max: '',
  min: '',
  first: '',
  second: '',
  today: '',
  date: '',
  start: '',
  end: '',
  text: '',
  message: '',
}

/** What is wrong with a cell: a few words, and a whole sentence. */
export function useCellIssue() {
  const short = useTranslations('imports.short')
  const reason = useTranslations('imports.reason')
  const format = useFormat()
  const word = (value: string | number) =>
    typeof value === 'number' ? String(value) : ISO_DATE.test(value) ? format.date(value) : value
  return {
    short: (code: CellIssue['code']) => short(code),
    sentence: ({ code, params = {} }: CellIssue) =>
      reason(code, {
        ...NOTHING,
        ...Object.fromEntries(Object.entries(params).map(([name, value]) => [name, word(value)])),
      }),
  }
}
