import { useTranslations } from 'use-intl'
import { SectorGlyph } from '#client/network/SectorGlyph.tsx'
import { lookOf } from '#client/network/sector-look.ts'
import { useNames } from '#client/network/use-names.ts'
import { usePhone } from '#client/ui/use-media.ts'
import type { ActorDetail } from '#shared/contract/actors.ts'
import type { Partner } from './actor-partners.ts'
import { egoLayout } from './ego-layout.ts'

/** On the phone names would be too small to read: the list below carries them. */
const SIZES = { desktop: { width: 720, height: 300 }, phone: { width: 328, height: 220 } }

/** The actor and its partners around it, sector beside sector. The list below says the same in words. */
export function EgoGraph({ detail, partners }: { detail: ActorDetail; partners: readonly Partner[] }) {
  const t = useTranslations('actors.profile')
  const names = useNames()
  const phone = usePhone()
  const { width, height } = phone ? SIZES.phone : SIZES.desktop
  const layout = egoLayout(
    partners.map(({ party }) => ({ id: party.actorId, sectorId: party.sectorId, name: party.name })),
    { width, height, named: !phone },
  )
  const look = (sectorId: string | null) =>
    sectorId ? lookOf(names, sectorId) : { group: null, shape: 'circle' as const, code: '' }
  const own = look(detail.sectorId)
  const centre = { x: width / 2, y: height / 2 }
  const cross = partners.filter(({ crossSector, counts }) => crossSector && counts).length

  return (
    <svg
      viewBox={`0 0 ${width} ${height}`}
      className="mt-2 w-full max-w-[44rem]"
      role="img"
      aria-label={t('egoLabel', { name: detail.name, count: partners.length, cross })}
    >
      {layout.map((place, at) => (
        <path
          key={place.id}
          d={`M${centre.x} ${centre.y}L${place.x} ${place.y}`}
          className={partners[at]?.counts ? 'ego-tie' : 'ego-tie ego-tie-uncounted'}
        />
      ))}
      {layout.map((place, at) => {
        const { group, shape, code } = look(partners[at]?.party.sectorId ?? null)
        return (
          <g key={place.id}>
            <SectorGlyph x={place.x} y={place.y} r={9} group={group} shape={shape} code={code} />
            {place.label ? (
              <text x={place.labelX} y={place.y + 4} textAnchor={place.anchor} className="ego-label">
                {place.label}
              </text>
            ) : null}
          </g>
        )
      })}
      <SectorGlyph x={centre.x} y={centre.y} r={14} group={own.group} shape={own.shape} code={own.code} />
    </svg>
  )
}
