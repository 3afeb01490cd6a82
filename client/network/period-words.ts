import type { useTranslations } from 'use-intl'
import type { Period } from '#shared/contract/insights.ts'

type CommonWords = ReturnType<typeof useTranslations<'common'>>

/** Triwulan III 2026; Tahun 2026 */
export const periodTitle = (t: CommonWords, { year, quarter }: Period): string =>
  quarter === null
    ? t('period.year', { year: String(year) })
    : t('period.quarter', { quarter: String(quarter), year: String(year) })

/** triwulan III 2026, inside a sentence */
export const periodInline = (t: CommonWords, { year, quarter }: Period): string =>
  quarter === null
    ? t('period.yearInline', { year: String(year) })
    : t('period.quarterInline', { quarter: String(quarter), year: String(year) })

/** III 24 where a year begins on an axis, III elsewhere. */
export function periodTick(t: CommonWords, { year, quarter }: Period, withYear: boolean): string {
  if (quarter === null) return String(year)
  const tick = t('period.quarterTick', { quarter: String(quarter) })
  return withYear ? `${tick} ${String(year).slice(2)}` : tick
}

/** The calendar period that a compared date closes: 2026-06-30 → triwulan II. */
export function comparedInline(t: CommonWords, on: string, yearly: boolean): string {
  const [year = '', month = '1'] = on.split('-')
  if (yearly) return t('period.yearInline', { year })
  return t('period.quarterOnly', { quarter: String(Math.ceil(Number(month) / 3)) })
}
