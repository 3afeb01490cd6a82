import { useTranslations } from 'use-intl'
import type { Import } from '#shared/contract/imports.ts'
import type { Messages } from '#shared/i18n/messages-id.ts'

type Encoding = keyof Messages['imports']['file']['encoding']

const SIGNS = { ';': 'semicolon', ',': 'comma', '\t': 'tab', '|': 'pipe' } as const

/** How the file was understood: "teks UTF-8, dipisah titik koma". */
export function useReadAs(): (one: Pick<Import, 'encoding' | 'delimiter'>) => string {
  const t = useTranslations('imports.file')
  return ({ encoding, delimiter }) => {
    if (encoding === null) return t('encoding.excel')
    const known = `encoding.${encoding}` as `encoding.${Encoding}`
    const named = Object.entries(SIGNS).find(([sign]) => sign === delimiter)?.[1]
    return [
      t.has(known) ? t(known) : encoding,
      ...(delimiter === null
        ? []
        : [named ? t(`delimiter.${named}`) : t('delimiter.other', { sign: delimiter })]),
    ].join(', ')
  }
}
