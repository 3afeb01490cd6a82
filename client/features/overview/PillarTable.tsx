import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import { MethodButton } from '#client/network/MethodButton.tsx'
import { useFormat } from '#client/ui/FormatProvider.tsx'
import type { MetricId } from '#shared/analytics/catalog.ts'
import type { IndexChange } from '#shared/contract/insights.ts'
import { addingUp, type PillarId } from './headline.ts'
import { useOverviewModel } from './OverviewContext.ts'

const METRIC: Readonly<Record<PillarId, MetricId>> = {
  J: 'pillar-reach',
  S: 'pillar-evenness',
  C: 'pillar-wholeness',
}

/** The three shares behind the index, each with its counts and its part in the change. */
export function PillarTable() {
  const t = useTranslations('overview.index')
  const format = useFormat()
  const { overview, noun, view } = useOverviewModel()
  const { pillars } = overview.index
  const parts = partsOf(overview.change)
  if (!pillars) return null
  const sub: Readonly<Record<PillarId, string>> = {
    J: t('reachedOf', { reached: pillars.reached, n: pillars.n, noun }),
    S: t('groups', { groups: pillars.groups }),
    C: t('whole', { H: format.percent(pillars.H), T: format.percent(pillars.T) }),
  }
  const row = (id: PillarId): ReactNode => (
    <tr key={id}>
      <th scope="row">
        {t(id)} <MethodButton metric={METRIC[id]} of={t(id)} view={view} counts={sub[id]} />
        <div className="caption whitespace-nowrap">{sub[id]}</div>
      </th>
      <td className="num font-semibold">{format.percent(pillars[id])}</td>
      {parts ? <td className="num">{format.signed(parts[id])}</td> : null}
    </tr>
  )
  return (
    <table className="data-table pillar-table mt-2.5">
      <thead>
        <tr>
          <th scope="col">{t('pillars')}</th>
          <th scope="col" className="num">
            {t('now')}
          </th>
          {parts ? (
            <th scope="col" className="num">
              {t('share')}
            </th>
          ) : null}
        </tr>
      </thead>
      <tbody>
        {(['J', 'S', 'C'] as const).map(row)}
        {parts && overview.change ? (
          <tr>
            <th scope="row" colSpan={2}>
              {t('comingAndGoing')}{' '}
              <span className="caption whitespace-nowrap">
                {t('enteredLeft', { entered: overview.change.entered, left: overview.change.left })}
              </span>
            </th>
            <td className="num">{format.signed(parts.composition)}</td>
          </tr>
        ) : null}
      </tbody>
      {parts ? (
        <tfoot>
          <tr>
            <th scope="row" colSpan={2}>
              {t('total')}
            </th>
            <td className="num font-semibold">{format.signed(parts.total)}</td>
          </tr>
        </tfoot>
      ) : null}
    </table>
  )
}

/** What each pillar of the same actors, and who came and went, added to the change; null where it cannot be split. */
function partsOf(change: IndexChange | null) {
  if (!change?.pillars || change.composition === null || change.difference === null) return null
  const { pillars, composition, difference } = change
  const [J = 0, S = 0, C = 0, rest = 0] = addingUp([pillars.J, pillars.S, pillars.C, composition], difference)
  return { J, S, C, composition: rest, total: difference }
}
