import { lazy } from 'react'
import { useTranslations } from 'use-intl'
import { useFormat } from '#client/ui/FormatProvider.tsx'
import { LazyPart } from '#client/ui/LazyPart.tsx'
import { IndexStat } from './IndexStat.tsx'
import { OverviewContext, type OverviewModel, useOverviewModel } from './OverviewContext.ts'
import { SectorMapSection } from './SectorMapSection.tsx'
import { VerdictList } from './VerdictList.tsx'
import { VerdictRow } from './VerdictRow.tsx'

const SecondRow = lazy(() => import('./SecondRow.tsx').then(({ SecondRow }) => ({ default: SecondRow })))

/** The whole page for one reading; `previous` dims it while the next one is on its way. */
export function Overview({ model, previous }: { model: OverviewModel; previous: boolean }) {
  return (
    <OverviewContext value={model}>
      <PrintHead />
      <div className={previous ? 'overview is-previous' : 'overview'} aria-busy={previous}>
        <VerdictRow />
        <div className="overview-first">
          <IndexStat />
          <SectorMapSection />
          <VerdictList />
        </div>
        <LazyPart>
          <SecondRow />
        </LazyPart>
      </div>
      <PrintFoot model={model} />
    </OverviewContext>
  )
}

function PrintHead() {
  const t = useTranslations('common.app')
  const { reference } = useOverviewModel()
  return (
    <p className="print-only print-head">
      {t('name')} · {reference.city.name}
    </p>
  )
}

function PrintFoot({ model }: { model: OverviewModel }) {
  const t = useTranslations('overview.print')
  const common = useTranslations('common')
  const format = useFormat()
  const { overview, reference } = model
  return (
    <p className="print-only print-foot">
      {t('footer', {
        city: reference.city.name,
        date: overview.on === 'all' ? common('period.all') : format.date(overview.on),
        revision: String(overview.revision),
        definition: common('asOf.definition', { definition: common(`definition.${overview.definition}`) }),
      })}
      {reference.city.demonstration ? ` · ${common('app.demo')}` : null}
    </p>
  )
}
