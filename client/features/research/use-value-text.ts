import { useTranslations } from 'use-intl'
import { useNames } from '#client/network/use-names.ts'
import { useFormat } from '#client/ui/FormatProvider.tsx'
import type { Measure, Sampling } from '#shared/contract/research.ts'
import type { Messages } from '#shared/i18n/messages-id.ts'
import { type Cell, digitsFor, numberText } from './measure-text.ts'

/** Values, reasons and ways of counting in the words of the page. */
export function useValueText() {
  const t = useTranslations('research')
  const common = useTranslations('common')
  const names = useNames()
  const format = useFormat()

  const word = (value: string): string => {
    // Actors without a sector are classed by what they are.
    if (value.startsWith('role:')) return t('value.role', { role: names.role(value.slice(5)) })
    const key = value.toLowerCase().replaceAll('_', '-')
    for (const group of ['level', 'diagnosis', 'evidence', 'endReason'] as const) {
      const path = `${group}.${key}` as `level.isolated`
      if (common.has(path)) return common(path)
    }
    const own = `value.${key}` as `value.yes`
    if (t.has(own)) return t(own)
    const called = names.sector(names.role(value))
    return called === value ? names.region(value) : called
  }

  return {
    /** `digits`: those of the whole column, so that its numbers stand under each other. */
    value: (value: Cell, unit: Measure['unit'] | undefined, digits = digitsFor(unit, [value])): string => {
      if (value === null) return '–'
      if (typeof value === 'boolean') return t(value ? 'value.yes' : 'value.no')
      if (typeof value === 'string') return unit === 'text' ? value : word(value)
      return unit === 'days'
        ? t('value.days', { days: numberText(format, value, digits) })
        : numberText(format, value, digits)
    },
    word,
    /** As beside a mark. */
    short: (id: string) => (id.startsWith('role:') ? word(id) : names.sectorShort(id)),
    /** `key`: the column, where its gaps mean something of their own. */
    reason: (reason: string, key = ''): string => {
      const own = `gap.${key}` as 'gap.diagnosis'
      if (reason === 'not-tested' && t.has(own)) return t(own)
      const code = reason as keyof Messages['common']['reason']
      return common.has(`reason.${code}`) ? common(`reason.${code}`) : common('reason.other')
    },
    /** "tepat", or from how many drawn networks */
    basis: (sampling: Sampling | null): string =>
      sampling === null
        ? t('basis.exact')
        : t(`basis.${sampling.method === 'exact' ? 'enumerated' : 'sampled'}`, { draws: sampling.draws }),
  }
}
