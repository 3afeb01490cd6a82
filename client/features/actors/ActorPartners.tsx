import { Link } from '@tanstack/react-router'
import { useMemo } from 'react'
import { useTranslations } from 'use-intl'
import type { View } from '#client/api/view.ts'
import { ActorMark } from '#client/network/ActorMark.tsx'
import { TitleWithMethod } from '#client/network/TitleWithMethod.tsx'
import { useNames } from '#client/network/use-names.ts'
import type { ActorDetail } from '#shared/contract/actors.ts'
import type { PartnershipRow } from '#shared/contract/partnerships.ts'
import { partnersOf } from './actor-partners.ts'
import { EgoGraph } from './EgoGraph.tsx'

/** With whom it works: the picture, and the same as a list. */
export function ActorPartners({
  detail,
  rows,
  view,
}: {
  detail: ActorDetail
  rows: readonly PartnershipRow[]
  view: View
}) {
  const t = useTranslations('actors')
  const standing = useTranslations('common.standing')
  const partnerships = useTranslations('partnerships')
  const names = useNames()
  const partners = useMemo(() => partnersOf(detail.id, rows), [detail.id, rows])
  const counted = partners.filter(({ counts }) => counts).length
  return (
    <section className="section">
      <TitleWithMethod
        title={t('profile.partners', { count: counted, more: partners.length - counted })}
        metric="degree"
        view={view}
        actor={detail.id}
      />
      {partners.length > 0 ? (
        <>
          <p className="caption flex flex-wrap items-center gap-x-4">
            {t('profile.partnersHint')}
            <Link
              to="/jejaring"
              search={{ actor: detail.id }}
              className="inline-flex min-h-11 items-center underline md:min-h-6"
            >
              {t('profile.inNetwork')}
            </Link>
          </p>
          <EgoGraph detail={detail} partners={partners} />
          <ul className="list-rows mt-2 gap-x-10 md:grid md:grid-cols-2 md:[&>li:nth-child(2)]:border-t-0">
            {partners.map(({ party, partnerships: records, counts }) => (
              <li key={party.actorId}>
                <Link to="/pelaku/$id" params={{ id: party.actorId }}>
                  <span className="flex items-center gap-2 font-semibold">
                    <ActorMark sectorId={party.sectorId} size={14} />
                    {party.name}
                  </span>
                  <span className="caption block">
                    {[
                      party.sectorId
                        ? names.sectorShort(party.sectorId)
                        : party.role
                          ? names.role(party.role)
                          : '',
                      records.map((row) => `${names.kind(row.kind)} (${standing(row.standing)})`).join(', '),
                      counts ? '' : partnerships('notCounted'),
                    ]
                      .filter(Boolean)
                      .join(' · ')}
                  </span>
                </Link>
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </section>
  )
}
