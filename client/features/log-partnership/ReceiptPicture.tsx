import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { sectorsQuery } from '#client/api/insights.ts'
import { LevelRing } from '#client/network/LevelRing.tsx'
import { SectorGlyph } from '#client/network/SectorGlyph.tsx'
import { lookOf } from '#client/network/sector-look.ts'
import { shapeReach } from '#client/network/sector-shape.ts'
import { useNames } from '#client/network/use-names.ts'
import type { PartnershipDetail } from '#shared/contract/partnerships.ts'

const RADIUS = 18
const RING = 23
const LEFT = 34
const RIGHT = 312
const MIDDLE = 30

interface ReceiptPictureProps {
  partnership: PartnershipDetail
  /** The two sectors of the effect; otherwise those of the first two parties. */
  between: [string, string] | null
}

/** The new tie between the marks of two sectors, each with the ring of its level now. */
export function ReceiptPicture({ partnership, between }: ReceiptPictureProps) {
  const t = useTranslations('logPartnership.receipt')
  const names = useNames()
  const levels = useQuery(sectorsQuery({})).data?.sectors
  const sectors: (string | null)[] =
    between ?? partnership.parties.slice(0, 2).map(({ sectorId }) => sectorId)
  const kind = names.kind(partnership.kind).toLocaleLowerCase()

  const mark = (sectorId: string | null, x: number) => {
    if (sectorId === null)
      return (
        <g>
          <circle cx={x} cy={MIDDLE} r={RING + 3} className="fill-surface" />
          <SectorGlyph x={x} y={MIDDLE} r={RADIUS} group={null} shape="circle" />
        </g>
      )
    const { group, shape, code } = lookOf(names, sectorId)
    const level = levels?.find((sector) => sector.sectorId === sectorId)?.level
    return (
      <g>
        <circle cx={x} cy={MIDDLE} r={RING + 3} className="fill-surface" />
        <SectorGlyph x={x} y={MIDDLE} r={RADIUS} group={group} shape={shape} code={code} />
        {level ? (
          <LevelRing level={level} x={x} y={MIDDLE} r={Math.max(RING, shapeReach(shape, RADIUS) + 3)} />
        ) : null}
      </g>
    )
  }

  return (
    <svg
      width="100%"
      height="62"
      viewBox="0 0 346 62"
      preserveAspectRatio="xMinYMid meet"
      className="receipt-picture my-3"
      aria-hidden="true"
    >
      <path
        d={`M${LEFT} ${MIDDLE}H${RIGHT}`}
        className={partnership.counts ? 'receipt-tie' : 'receipt-tie-uncounted'}
      />
      <text x={(LEFT + RIGHT) / 2} y={MIDDLE - 9} textAnchor="middle" className="receipt-new">
        {t('newTie', { kind })}
      </text>
      {mark(sectors[0] ?? null, LEFT)}
      {mark(sectors[1] ?? null, RIGHT)}
    </svg>
  )
}
