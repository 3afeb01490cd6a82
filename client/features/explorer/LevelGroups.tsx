import { Link } from '@tanstack/react-router'
import { useTranslations } from 'use-intl'
import type { SectorInsight } from '#shared/contract/insights.ts'
import { LEVEL_EVIDENCE, type SectorLevel } from '#shared/contract/vocabulary.ts'
import { LevelIcon } from '../../network/LevelIcon.tsx'
import { useNames } from '../../network/use-names.ts'
import { useFormat } from '../../ui/FormatProvider.tsx'

/** What asks for attention first. */
const ORDER = [
  'isolated',
  'weak',
  'bridging',
  'integrated',
  'insufficient-data',
  'no-network',
] as const satisfies readonly SectorLevel[]

const sureness = ({ evidence }: SectorInsight): number =>
  evidence === null ? LEVEL_EVIDENCE.length : LEVEL_EVIDENCE.indexOf(evidence)

/** Sectors under the level they have: the surest first, among equals the least reached. */
export function LevelGroups({
  sectors,
  plain = false,
}: {
  sectors: readonly SectorInsight[]
  /** Without ways to the cards of the sectors, which not everybody may open. */
  plain?: boolean
}) {
  const t = useTranslations('explorer.levels')
  const common = useTranslations('common')
  const names = useNames()
  const format = useFormat()
  const words = ({ sectorId, level, reached, n, evidence }: SectorInsight) => (
    <>
      <span>{names.sectorShort(sectorId)}</span>
      <small>
        {level === 'insufficient-data' || level === 'no-network'
          ? null
          : t('of', { reached: format.integer(reached), n: format.integer(n) })}
        {evidence ? ` · ${common(`evidence.${evidence}`)}` : null}
      </small>
    </>
  )
  return (
    <ul className="level-groups">
      {ORDER.flatMap((level) => {
        const members = sectors
          .filter((sector) => sector.level === level)
          .sort((one, other) => sureness(one) - sureness(other) || (one.reach ?? 0) - (other.reach ?? 0))
        if (members.length === 0) return []
        return (
          <li key={level}>
            <h3 className="level-group" id={`level-${level}`}>
              <LevelIcon level={level} /> {common(`level.${level}`)}
            </h3>
            <ul aria-labelledby={`level-${level}`}>
              {members.map((sector) => (
                <li key={sector.sectorId}>
                  {plain ? (
                    <p className="level-sector">{words(sector)}</p>
                  ) : (
                    <Link to="/sektor/$id" params={{ id: sector.sectorId }} className="level-sector">
                      {words(sector)}
                    </Link>
                  )}
                </li>
              ))}
            </ul>
          </li>
        )
      })}
    </ul>
  )
}
