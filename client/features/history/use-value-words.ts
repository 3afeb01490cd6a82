import { useTranslations } from 'use-intl'
import { useNames } from '#client/network/use-names.ts'
import { useFormat } from '#client/ui/FormatProvider.tsx'
import type { Messages } from '#shared/i18n/messages-id.ts'
import type { SayValue } from './change-summary.ts'

type Common = Messages['common']
const DATE = /^\d{4}-\d{2}-\d{2}$/

/** The codes of a record in words: kinds, sectors, roles and the like by their names, dates as everywhere. */
export function useValueWords(): SayValue {
  const t = useTranslations('common')
  const partnerships = useTranslations('partnerships')
  const names = useNames()
  const format = useFormat()
  return (field, value) => {
    if (DATE.test(value)) return format.shortDate(value)
    switch (field) {
      case 'kind':
        return names.kind(value)
      case 'sectors':
        return names.sectorShort(value)
      case 'roles':
        return names.role(value)
      case 'regions':
        return names.region(value)
      case 'census':
        return t.has(`census.${value as keyof Common['census']}`)
          ? t(`census.${value as keyof Common['census']}`)
          : value
      case 'statuses':
        return t.has(`standing.${value as keyof Common['standing']}`)
          ? t(`standing.${value as keyof Common['standing']}`)
          : value
      case 'sizeClass':
        return t.has(`size.${value as keyof Common['size']}`)
          ? t(`size.${value as keyof Common['size']}`)
          : value
      default:
        return value === 'true' ? partnerships('yes') : value === 'false' ? partnerships('no') : value
    }
  }
}
