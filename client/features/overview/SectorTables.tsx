import type { ComponentProps } from 'react'
import { useTranslations } from 'use-intl'
import { EvidenceBars } from '#client/network/EvidenceBars.tsx'
import { LevelIcon } from '#client/network/LevelIcon.tsx'
import { lookOf } from '#client/network/sector-look.ts'
import { byGap } from '#client/network/sector-map-model.ts'
import { TableCsv } from '#client/network/TableCsv.tsx'
import { useNames } from '#client/network/use-names.ts'
import { useFormat } from '#client/ui/FormatProvider.tsx'
import { EN_DASH } from '#client/ui/format.ts'
import { useOverviewModel } from './OverviewContext.ts'
import { SectorLink } from './SectorLink.tsx'

/** The picture as two tables: every sector with its reach, every pair with what is there and what was to be expected. */
export function SectorTables() {
  const t = useTranslations('overview')
  return (
    <section
      className="mt-2 grid max-h-[24rem] gap-4 overflow-auto pr-2"
      aria-label={t('map.table')}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling area has to be reachable by keyboard
      tabIndex={0}
    >
      <Sectors />
      <Pairs />
    </section>
  )
}

function Sectors() {
  const t = useTranslations('overview')
  const common = useTranslations('common')
  const format = useFormat()
  const names = useNames()
  const { sectors } = useOverviewModel().overview
  const csv = {
    file: t('map.csvSectors'),
    head: [
      t('list.sector'),
      t('list.level'),
      t('list.evidence'),
      t('list.reachedColumn'),
      'n',
      t('map.expected'),
      t('list.internal'),
      t('list.external'),
    ],
    rows: () =>
      sectors.map((sector) => [
        lookOf(names, sector.sectorId).short,
        common(`level.${sector.level}`),
        sector.evidence ? common(`evidence.${sector.evidence}`) : '',
        sector.reached,
        sector.n,
        sector.expectedReached,
        sector.internal,
        sector.external,
      ]),
  }
  return (
    <div>
      <Head title={t('map.table')} csv={csv} />
      <table className="data-table">
        <thead>
          <tr>
            <th scope="col">{t('list.sector')}</th>
            <th scope="col">{t('list.level')}</th>
            <th scope="col" className="num">
              {t('list.reachedColumn')}
            </th>
            <th scope="col" className="num">
              {t('map.expected')}
            </th>
          </tr>
        </thead>
        <tbody>
          {sectors.map((sector) => (
            <tr key={sector.sectorId}>
              <th scope="row">
                <SectorLink id={sector.sectorId}>{lookOf(names, sector.sectorId).short}</SectorLink>
              </th>
              <td>
                <LevelIcon level={sector.level} /> {common(`level.${sector.level}`)}
                {sector.diagnosis ? ` · ${common(`diagnosis.${sector.diagnosis}`)}` : null}
                {sector.evidence ? (
                  <div className="caption">
                    <EvidenceBars evidence={sector.evidence} />
                  </div>
                ) : null}
              </td>
              <td className="num">
                {common('unit.of', { part: format.integer(sector.reached), whole: format.integer(sector.n) })}
              </td>
              <td className="num">
                {sector.expectedReached === null ? EN_DASH : format.decimal(sector.expectedReached)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Pairs() {
  const t = useTranslations('overview.map')
  const format = useFormat()
  const names = useNames()
  const pairs = byGap(useOverviewModel().overview.pairs)
  const name = (id: string) => lookOf(names, id).short
  const csv = {
    file: t('csvPairs'),
    head: ['a', 'b', t('observed'), t('expected')],
    rows: () =>
      pairs.map(({ a, b, observed, expected, few }) => [name(a), name(b), few ? '<3' : observed, expected]),
  }
  return (
    <div>
      <Head title={t('pairsTable')} csv={csv} />
      <table className="data-table">
        <thead>
          <tr>
            <th scope="col">{t('pair')}</th>
            <th scope="col" className="num">
              {t('observed')}
            </th>
            <th scope="col" className="num">
              {t('expected')}
            </th>
          </tr>
        </thead>
        <tbody>
          {pairs.map(({ a, b, observed, expected, few }) => (
            <tr key={`${a} ${b}`}>
              <th scope="row">
                {name(a)} × {name(b)}
              </th>
              <td className="num">{few ? '<3' : observed === 0 ? t('ghost') : format.integer(observed)}</td>
              <td className="num">{expected === null ? EN_DASH : format.decimal(expected)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Head({ title, csv }: { title: string; csv: ComponentProps<typeof TableCsv> }) {
  return (
    <div className="flex items-center justify-between gap-3 pb-1">
      <h3 className="font-semibold">{title}</h3>
      <TableCsv {...csv} quiet />
    </div>
  )
}
