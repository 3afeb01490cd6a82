import { useTranslations } from 'use-intl'
import { useFormat } from '#client/ui/FormatProvider.tsx'
import type { Figures } from '#shared/contract/research.ts'
import type { Family } from './figure-families.ts'

/** What a family of figures says first, in counts; null where its figures are undefined. */
export function useFamilyFinding(family: Family, { columns, n }: Figures): string | null {
  const t = useTranslations('research.finding')
  const format = useFormat()
  const numbers = (...keys: string[]): number[] | null => {
    const found = keys.map((key) => columns.find((column) => column.key === key)?.values[0])
    return found.every((value) => typeof value === 'number') ? (found as number[]) : null
  }
  if (family === 'integration') {
    const [index, reach, evenness, wholeness] = numbers('index', 'reach', 'evenness', 'wholeness') ?? []
    if (index === undefined || reach === undefined) return null
    return t('integration', {
      index: format.decimal(index),
      reach: format.percent(reach),
      evenness: format.percent(evenness ?? 0),
      wholeness: format.percent(wholeness ?? 0),
    })
  }
  if (family === 'sectors') {
    const [external, internal] = numbers('external', 'internal') ?? []
    if (external === undefined || internal === undefined) return null
    return t('sectors', { external, all: external + internal })
  }
  if (family === 'structure') {
    const [components, largest] = numbers('components', 'largest_component') ?? []
    if (components === undefined || largest === undefined) return null
    return t('structure', { components, largest, n })
  }
  if (family === 'actors') {
    const [mean, max] = numbers('mean_degree', 'max_degree') ?? []
    if (mean === undefined || max === undefined) return null
    return t('actors', { mean: format.decimal(mean), max })
  }
  const [days] = numbers('survival_median') ?? []
  return days === undefined ? null : t('time', { days })
}
