import { useTranslations } from 'use-intl'
import { useFormat } from '#client/ui/FormatProvider.tsx'
import type { Measure, NullModelResult } from '#shared/contract/research.ts'
import { digitsFor } from './measure-text.ts'
import { binsOf } from './null-model-view.ts'
import { ScrolledTable } from './ScrolledTable.tsx'
import { useValueText } from './use-value-text.ts'

/** The draws as counts per bin, and what they amount to. */
export function NullModelTable({ result, measure }: { result: NullModelResult; measure: Measure }) {
  const t = useTranslations('research.test')
  const format = useFormat()
  const text = useValueText()
  const bins = binsOf(result)
  const digits = digitsFor(
    measure.unit === 'count' ? 'score' : measure.unit,
    bins.flatMap(({ from, to }) => [from, to]),
  )
  const say = (value: number | null) =>
    text.value(value, measure.unit === 'count' ? 'score' : measure.unit, digits)
  const summary = [
    ['observed', say(result.observed)],
    ['mean', say(result.mean)],
    ['sd', say(result.sd)],
    ['z', result.z === null ? '–' : format.signed(result.z, 2)],
    ['pLower', result.p ? format.decimal(result.p.lower, 4) : '–'],
    ['pUpper', result.p ? format.decimal(result.p.upper, 4) : '–'],
    ['pTwoSided', result.p ? format.decimal(result.p.twoSided, 4) : '–'],
    ['interval', result.quantiles ? `${say(result.quantiles.p025)} – ${say(result.quantiles.p975)}` : '–'],
  ] as const
  return (
    <div className="null-model-tables">
      <table className="data-table figures">
        <caption className="visually-hidden">{t('summary')}</caption>
        <tbody>
          {summary.map(([key, value]) => (
            <tr key={key}>
              <th scope="row">{t(`row.${key}`)}</th>
              <td className="num">{value}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {bins.length > 0 ? (
        <ScrolledTable label={t('bins')} className="bins">
          <thead>
            <tr>
              <th scope="col" className="num">
                {t('row.from')}
              </th>
              <th scope="col" className="num">
                {t('row.to')}
              </th>
              <th scope="col" className="num">
                {t('row.count')}
              </th>
              <th scope="col">{t('row.note')}</th>
            </tr>
          </thead>
          <tbody>
            {bins.map(({ from, to, count, holds }) => (
              <tr key={from}>
                <td className="num">{say(from)}</td>
                <td className="num">{say(to)}</td>
                <td className="num">{format.integer(count)}</td>
                <td>{holds ? t('holds') : ''}</td>
              </tr>
            ))}
          </tbody>
        </ScrolledTable>
      ) : null}
    </div>
  )
}
