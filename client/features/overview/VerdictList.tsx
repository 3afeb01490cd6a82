import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { EvidenceBars } from '#client/network/EvidenceBars.tsx'
import { LevelIcon } from '#client/network/LevelIcon.tsx'
import { ReachBar } from '#client/network/ReachBar.tsx'
import { lookOf } from '#client/network/sector-look.ts'
import { useNames } from '#client/network/use-names.ts'
import { useFormat } from '#client/ui/FormatProvider.tsx'
import type { SectorInsight } from '#shared/contract/insights.ts'
import { useOverviewModel } from './OverviewContext.ts'
import { SectionHead } from './SectionHead.tsx'
import { SectorLink } from './SectorLink.tsx'
import { groupVerdicts, remedyFor, type VerdictGroups } from './verdict-list.ts'

/** Rows that fit beside the map on a laptop. */
const FIRST_ROWS = 7

/** Who needs attention, most urgent first: level, how sure, why, how many, and what would help. */
export function VerdictList() {
  const t = useTranslations('overview.list')
  const { overview } = useOverviewModel()
  const [all, setAll] = useState(false)
  const groups = groupVerdicts(overview.sectors)
  // One more takes no more room than saying so.
  const short = !all && groups.rows.length > FIRST_ROWS + 1
  const rows = short ? groups.rows.slice(0, FIRST_ROWS) : groups.rows
  const hidden = groups.rows.length - rows.length
  return (
    <section className="section">
      <SectionHead title={useTitleOf(groups)} metric="sector-level" />
      <p className="caption mt-0.5">{t('caption')}</p>
      <ul className="mt-2">
        {rows.map((sector) => (
          <Row key={sector.sectorId} sector={sector} />
        ))}
      </ul>
      {hidden > 0 || all ? (
        <button
          type="button"
          className="text-action min-h-8 border-t border-hairline"
          onClick={() => setAll(!all)}
        >
          {all ? t('showLess') : t('showAll', { count: hidden })}
        </button>
      ) : null}
      <Rest groups={groups} />
    </section>
  )
}

function useTitleOf({ isolated, weak, insufficient, rows }: VerdictGroups): string {
  const t = useTranslations('overview.list')
  const { sectors } = useOverviewModel().overview
  if (isolated + weak > 0) return t('title', { isolated, weak })
  if (insufficient > 0) return t('titleInsufficient', { count: insufficient })
  return rows.length === 0 && sectors.some(({ level }) => level === 'integrated' || level === 'bridging')
    ? t('titleGood')
    : t('titleNoLevel')
}

function Row({ sector }: { sector: SectorInsight }) {
  const t = useTranslations('overview.list')
  const common = useTranslations('common')
  const names = useNames()
  const remedy = remedyFor(sector)
  const insufficient = sector.level === 'insufficient-data'
  return (
    <li className="border-t border-hairline">
      <SectorLink id={sector.sectorId} className="verdict-row">
        <span className="verdict-row-icon">
          <LevelIcon level={sector.level} />
        </span>
        <span className="verdict-row-name font-semibold">{lookOf(names, sector.sectorId).short}</span>
        <span className="verdict-row-count">
          {t.rich('of', { reached: sector.reached, n: sector.n, b: (chunks) => <b>{chunks}</b> })}
        </span>
        <span className="verdict-row-level caption">
          {common(`level.${sector.level}`)}
          {sector.diagnosis ? ` · ${common(`diagnosis.${sector.diagnosis}`)}` : null}
          {remedy ? (
            <span className="whitespace-nowrap font-semibold text-mango-ink"> → {t(`remedy.${remedy}`)}</span>
          ) : null}
        </span>
        <span className="verdict-row-change caption">
          <Change sector={sector} />
        </span>
        <span className="verdict-row-bar">
          <ReachBar reached={sector.reached} n={sector.n} expected={sector.expectedReached} />
        </span>
        <span className="verdict-row-evidence caption">
          {sector.evidence ? (
            <EvidenceBars evidence={sector.evidence} />
          ) : insufficient ? (
            t('registered', { verified: sector.verified, registered: sector.registered })
          ) : null}
        </span>
      </SectorLink>
    </li>
  )
}

function Change({ sector }: { sector: SectorInsight }) {
  const t = useTranslations('overview.list')
  const format = useFormat()
  if (!sector.before) return null
  const difference = sector.reached - sector.before.reached
  return difference === 0 ? t('same') : format.signed(difference, 0)
}

/** Everybody else in one line; zero rows are kept too: subsectors with nobody in the data. */
function Rest({ groups }: { groups: VerdictGroups }) {
  const t = useTranslations('overview.list')
  const format = useFormat()
  const names = useNames()
  const { overview } = useOverviewModel()
  const { integrated, bridging, noNetwork } = groups
  const count = integrated + bridging.length + noNetwork
  const bridges = format.list(bridging.map(({ sectorId }) => lookOf(names, sectorId).short))
  const parts = [
    integrated > 0 ? t('integrated', { count: integrated }) : '',
    bridging.length > 0 ? t('bridging', { count: bridging.length, names: bridges }) : '',
    noNetwork > 0 ? t('noNetwork', { count: noNetwork }) : '',
  ].filter(Boolean)
  const { sectorIds, partitionId } = overview.absent
  const absent = sectorIds.map((id) => lookOf(names, id).short)
  if (count === 0 && absent.length === 0) return null
  return (
    <p className="verdict-rest">
      {count > 0 ? (
        <>
          <b>{t('rest', { count })}</b>: {parts.join(', ')}.{' '}
        </>
      ) : null}
      {absent.length > 0 ? (
        <>
          <b>
            {partitionId === overview.partitionId
              ? t('absent')
              : t('absentOf', { partition: names.partition(partitionId) })}
          </b>
          : {absent.join(', ')}.
        </>
      ) : null}
    </p>
  )
}
