import { useTranslations } from 'use-intl'
import { useFormat } from '#client/ui/FormatProvider.tsx'
import type { FieldIssue } from '#shared/contract/errors.ts'
import type { Messages } from '#shared/i18n/messages-id.ts'

type KnownIssue = keyof Messages['issues']
type Values = Record<'today' | 'name' | 'start' | 'end' | 'date' | 'last' | 'to' | 'max', string>

const ISO_DATE = /^\d{4}-\d{2}-\d{2}$/
const NOTHING: Values = { today: '', name: '', start: '', end: '', date: '', last: '', to: '', max: '' }

/** The sentence for what the server found wrong with a field; its own one where the code is new to us. */
export function useIssueText(): (issue: FieldIssue) => string {
  const t = useTranslations('issues')
  const format = useFormat()
  return ({ code, message, params = {} }) => {
    if (!t.has(code as KnownIssue)) return message
    const given = Object.entries(params).map(([name, value]) => {
      const text = String(value)
      return [name, ISO_DATE.test(text) ? format.date(text) : text]
    })
    return t(code as KnownIssue, { ...NOTHING, ...Object.fromEntries(given) })
  }
}
