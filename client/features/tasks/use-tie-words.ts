import { useTranslations } from 'use-intl'
import { useNames } from '#client/network/use-names.ts'
import { useFormat } from '#client/ui/FormatProvider.tsx'
import type { PartnershipRow } from '#shared/contract/partnerships.ts'

/** How a tie is called, and the line below: what kind, until when it counts, when somebody last said so. */
export function useTieWords() {
  const t = useTranslations('tasks.tie')
  const names = useNames()
  const format = useFormat()
  return {
    title: ({ parties }: PartnershipRow) => format.list(parties.map(({ name }) => name)),
    facts: ({ kind, standing, expiresOn, lastConfirmedOn }: PartnershipRow) =>
      [
        names.kind(kind),
        expiresOn ? t(standing === 'expired' ? 'expired' : 'expiring', { date: format.date(expiresOn) }) : '',
        lastConfirmedOn ? t('confirmed', { date: format.date(lastConfirmedOn) }) : '',
      ]
        .filter(Boolean)
        .join(' · '),
  }
}
