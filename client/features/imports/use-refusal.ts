import { useTranslations } from 'use-intl'
import { useFormat } from '#client/ui/FormatProvider.tsx'
import type { Import } from '#shared/contract/imports.ts'
import type { Messages } from '#shared/i18n/messages-id.ts'

type Found = keyof Messages['imports']['refusal']['not-a-spreadsheet']

/** Why a file cannot be read, and what to do. */
export function useRefusal(): (refusal: NonNullable<Import['refusal']>) => string {
  const t = useTranslations('imports.refusal')
  const format = useFormat()
  return ({ code, params = {} }) => {
    const value = (name: string) => {
      const given = params[name]
      return typeof given === 'number' ? format.integer(given) : (given ?? '')
    }
    switch (code) {
      case 'not-a-spreadsheet': {
        const found = `not-a-spreadsheet.${value('found')}` as `not-a-spreadsheet.${Found}`
        return t(t.has(found) ? found : 'not-a-spreadsheet.other')
      }
      case 'damaged':
        return params['row'] === undefined ? t('damaged') : t('damagedRow', { row: value('row') })
      case 'too-large':
      case 'unpacks-too-large':
        return t(code, { megabytes: value('megabytes') })
      case 'too-many-rows':
        return t(code, { rows: value('rows') })
      case 'too-many-columns':
        return t(code, { columns: value('columns') })
      case 'took-too-long':
        return t(code, { seconds: value('seconds') })
      default:
        return t(code)
    }
  }
}
