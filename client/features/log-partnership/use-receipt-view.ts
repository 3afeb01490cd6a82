import { useTranslations } from 'use-intl'
import { useNames } from '#client/network/use-names.ts'
import { useFormat } from '#client/ui/FormatProvider.tsx'
import type { LoggedPartnership } from '#shared/contract/partnerships.ts'
import { type ReceiptView, receiptView } from './receipt-view.ts'

/** The receipt in the words of the reader. */
export function useReceiptView(logged: LoggedPartnership): ReceiptView {
  const t = useTranslations('logPartnership')
  const level = useTranslations('common.level')
  const names = useNames()
  const format = useFormat()
  return receiptView(logged.receipt, {
    t,
    level: (id) => level(id).toLocaleLowerCase(format.locale),
    sector: names.sector,
    date: format.date,
    figure: (value, decimals) => format.decimal(value, decimals),
    signed: (value, decimals) => format.signed(value, decimals),
    noun: names.reference?.city.noun ?? 'business',
  })
}
