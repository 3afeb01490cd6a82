import { useTranslations } from 'use-intl'
import type { TurnoverPoint } from '#shared/contract/network.ts'
import { periodTitle } from '../../../network/period-words.ts'
import { TableCsv } from '../../../network/TableCsv.tsx'
import { useFormat } from '../../../ui/FormatProvider.tsx'
import { MINUS } from '../../../ui/format.ts'
import type { ChangeView } from '../use-explorer-view.ts'
import type { ExplorerView } from '../view-state.ts'
import { useMultiples } from './use-multiples.ts'

interface QuartersProps {
  view: ExplorerView
  /** The last quarter is that of this day. */
  to: string
  change: ChangeView
}

/** What the pictures side by side show, in figures; a quarter leads to its date. */
export function QuartersTable({ view, to, change }: QuartersProps) {
  const t = useTranslations('explorer.multiples')
  const common = useTranslations('common')
  const format = useFormat()
  const { data } = useMultiples(view, to).query
  if (!data) return null
  return (
    <section className="quarters-table" aria-labelledby="quarters-table">
      <h2 className="panel-title" id="quarters-table">
        {t('table')}
      </h2>
      <table className="data-table">
        <thead>
          <tr>
            <th scope="col">{t('quarter')}</th>
            {(['actors', 'ties', 'unlinked', 'started', 'ended'] as const).map((column) => (
              <th key={column} scope="col" className="num">
                {t(`short.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {data.points.map(({ period, n, m, unlinked, started, ended }) => (
            <tr key={period.on}>
              <th scope="row">
                <button
                  type="button"
                  className="quarter-name"
                  title={t('open', { date: format.date(period.on) })}
                  aria-label={periodTitle(common, period)}
                  onClick={() => change({ on: period.on, quarters: null }, true)}
                >
                  {common('period.quarterTick', { quarter: String(period.quarter) })} {period.year}
                </button>
              </th>
              <td className="num">{format.integer(n)}</td>
              <td className="num">{format.integer(m)}</td>
              <td className="num">{format.integer(unlinked)}</td>
              <td className="num">+{format.integer(started)}</td>
              <td className="num">
                {MINUS}
                {format.integer(ended)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <PointsCsv points={data.points} />
    </section>
  )
}

function PointsCsv({ points }: { points: readonly TurnoverPoint[] }) {
  const t = useTranslations('explorer.multiples')
  const columns = ['on', 'actors', 'ties', 'unlinked', 'started', 'ended'] as const
  return (
    <TableCsv
      file={t('csvName')}
      head={columns.map((column) => t(`csv.${column}`))}
      rows={() =>
        points.map(({ period, n, m, unlinked, started, ended }) => [
          period.on,
          n,
          m,
          unlinked,
          started,
          ended,
        ])
      }
      quiet
    />
  )
}
