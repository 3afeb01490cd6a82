import { useTranslations } from 'use-intl'
import { periodTitle } from '#client/network/period-words.ts'
import { useFormat } from '#client/ui/FormatProvider.tsx'
import type { Measure, Series } from '#shared/contract/research.ts'
import { digitsFor } from './measure-text.ts'
import { ScrolledTable } from './ScrolledTable.tsx'
import { useValueText } from './use-value-text.ts'

/** A row per period, a column per line; a gap says why. */
export function SeriesTable({ series, measure }: { series: Series; measure: Measure }) {
  const t = useTranslations('research')
  const common = useTranslations('common')
  const format = useFormat()
  const text = useValueText()
  const digits = digitsFor(
    measure.unit,
    series.lines.flatMap(({ values }) => values),
  )
  const label = t('series.table')
  return (
    <ScrolledTable label={label} className="mt-3">
      <thead>
        <tr>
          <th scope="col">{t('series.period')}</th>
          <th scope="col" className="num">
            n
          </th>
          <th scope="col" className="num">
            m
          </th>
          {series.lines.map(({ sectorId }) => (
            <th key={sectorId ?? ''} scope="col" className="num">
              {sectorId === null ? t('column.value') : text.word(sectorId)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {series.periods.map((period, at) => (
          <tr key={period.on}>
            <th scope="row" className="whitespace-nowrap">
              {periodTitle(common, period)}
              {period.provisional ? ` (${common('period.provisional')})` : ''}
            </th>
            <td className="num">{format.integer(series.n[at] ?? 0)}</td>
            <td className="num">{format.integer(series.m[at] ?? 0)}</td>
            {series.lines.map(({ sectorId, values, reasons }) => {
              const value = values[at] ?? null
              const reason = reasons[at] ?? null
              return value === null ? (
                <td
                  key={sectorId ?? ''}
                  className={series.lines.length === 1 ? 'text-ink-3' : 'num text-ink-3'}
                >
                  {series.lines.length === 1 && reason ? (
                    text.reason(reason)
                  ) : (
                    <>
                      <span aria-hidden="true">–</span>
                      <span className="visually-hidden">{reason ? text.reason(reason) : t('noValue')}</span>
                    </>
                  )}
                </td>
              ) : (
                <td key={sectorId ?? ''} className="num">
                  {text.value(value, measure.unit, digits)}
                </td>
              )
            })}
          </tr>
        ))}
      </tbody>
    </ScrolledTable>
  )
}
