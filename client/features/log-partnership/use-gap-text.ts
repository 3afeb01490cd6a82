import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { referenceQuery } from '#client/api/reference.ts'
import { useIssueText } from '#client/network/use-issue-text.ts'
import { useFormat } from '#client/ui/FormatProvider.tsx'
import type { Gap } from './draft-gaps.ts'

/** The sentence for a gap: ours where we found it, the server's own where it did. */
export function useGapText(): (gap: Gap) => string {
  const t = useTranslations('logPartnership.gap')
  const format = useFormat()
  const issueText = useIssueText()
  const today = useQuery(referenceQuery()).data?.city.today
  return ({ code, issue, existing }) => {
    if (code === 'refused') return issue ? issueText(issue) : ''
    if (code === 'actor-exists') return t(code, { name: existing?.name ?? '' })
    if (code === 'date-in-future') return t(code, { today: today ? format.date(today) : '' })
    return t(code)
  }
}
