import { Link } from '@tanstack/react-router'
import { useTranslations } from 'use-intl'
import { ActorMark } from '#client/network/ActorMark.tsx'
import { useNames } from '#client/network/use-names.ts'
import type { PickedRows } from '#client/ui/use-picked-rows.ts'
import type { ActorRow } from '#shared/contract/actors.ts'

interface ActorPhoneRowsProps {
  rows: readonly ActorRow[]
  label: string
  /** While rows are picked, a tap picks instead of opening. */
  picked: PickedRows | null
}

/** The register under a thumb: one line per actor, which leads to its profile or is picked. */
export function ActorPhoneRows({ rows, label, picked }: ActorPhoneRowsProps) {
  return (
    <ul className="list-rows" aria-label={label}>
      {rows.map((row) => (
        <li key={row.id}>
          {picked ? (
            <label className="flex min-h-11 items-start gap-3 py-2.5">
              <input
                type="checkbox"
                className="mt-0.5 size-5 flex-none accent-grape"
                checked={picked.has(row.id)}
                onChange={() => picked.toggle(row.id)}
              />
              <span className="min-w-0">
                <Words row={row} />
              </span>
            </label>
          ) : (
            <Link to="/pelaku/$id" params={{ id: row.id }}>
              <Words row={row} />
            </Link>
          )}
        </li>
      ))}
    </ul>
  )
}

function Words({ row }: { row: ActorRow }) {
  const t = useTranslations('actors')
  const common = useTranslations('common')
  const names = useNames()
  const facts = [
    row.sectorId ? names.sectorShort(row.sectorId) : row.role ? names.role(row.role) : t('noRole'),
    row.inCity ? (row.regionCode ? names.region(row.regionCode) : '') : t('outside'),
    row.standing === 'linked'
      ? t('partnersOf', { partners: row.partners ?? 0 })
      : common(`actorStanding.${row.standing}`),
  ]
  return (
    <>
      <span className="flex items-center gap-2 font-semibold">
        <ActorMark sectorId={row.sectorId} size={14} />
        {row.name}
      </span>
      <span className="caption block">{facts.filter(Boolean).join(' · ')}</span>
    </>
  )
}
