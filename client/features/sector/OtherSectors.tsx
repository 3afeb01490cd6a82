import { Link } from '@tanstack/react-router'
import { useTranslations } from 'use-intl'
import type { View } from '#client/api/view.ts'
import { SectorMark } from '#client/network/SectorMark.tsx'
import { lookOf } from '#client/network/sector-look.ts'
import { EXPECTED_GAP } from '#client/network/sector-map-layout.ts'
import { TableCsv } from '#client/network/TableCsv.tsx'
import { TitleWithMethod } from '#client/network/TitleWithMethod.tsx'
import { useNames } from '#client/network/use-names.ts'
import { useFormat } from '#client/ui/FormatProvider.tsx'
import { EN_DASH } from '#client/ui/format.ts'
import type { SectorCard } from '#shared/contract/insights.ts'
import { otherSectors } from './sector-card.ts'

/** Every other sector: the ghosts first, with what would be expected. */
export function OtherSectors({ card, view }: { card: SectorCard; view: View }) {
  const t = useTranslations('sector.pairs')
  const format = useFormat()
  const names = useNames()
  const others = otherSectors(card.pairs, card.sector.sectorId)
  const missing = others.filter(({ observed }) => observed === 0).length
  return (
    <section className="section">
      <header className="flex items-start justify-between gap-3">
        <TitleWithMethod
          title={
            missing > 0 ? t('title', { missing, all: others.length }) : t('titleAll', { all: others.length })
          }
          metric="mixing"
          view={view}
          sector={card.sector.sectorId}
        />
        <TableCsv
          file={t('csvName')}
          head={[t('sector'), t('observed'), t('expected')]}
          rows={() =>
            others.map(({ sectorId, observed, expected }) => [
              lookOf(names, sectorId).name,
              observed,
              expected,
            ])
          }
          quiet
        />
      </header>
      <p className="caption mt-0.5">{t('caption')}</p>
      <table className="data-table mt-1.5">
        <thead>
          <tr>
            <th scope="col">{t('sector')}</th>
            <th scope="col" className="num">
              {t('observed')}
            </th>
            <th scope="col" className="num">
              {t('expected')}
            </th>
          </tr>
        </thead>
        <tbody>
          {others.map(({ sectorId, observed, expected }) => {
            const look = lookOf(names, sectorId)
            const gap = observed === 0 && (expected ?? 0) >= EXPECTED_GAP
            return (
              <tr key={sectorId}>
                <th scope="row">
                  <SectorMark group={look.group} shape={look.shape} />{' '}
                  <Link
                    to="/sektor/$id"
                    params={{ id: sectorId }}
                    className={`no-underline hover:underline ${gap ? 'font-semibold' : ''}`}
                  >
                    {look.short}
                  </Link>
                </th>
                <td className="num">
                  {observed === 0 ? (
                    <span className="text-ink-3">{t('ghost')}</span>
                  ) : (
                    format.integer(observed)
                  )}
                </td>
                <td className={`num ${gap ? 'font-semibold' : ''}`}>
                  {expected === null ? EN_DASH : format.decimal(expected)}
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </section>
  )
}
