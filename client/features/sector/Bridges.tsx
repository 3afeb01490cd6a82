import { Link } from '@tanstack/react-router'
import { useTranslations } from 'use-intl'
import type { View } from '#client/api/view.ts'
import { TitleWithMethod } from '#client/network/TitleWithMethod.tsx'
import type { SectorCard } from '#shared/contract/insights.ts'
import type { Reference } from '#shared/contract/reference.ts'

/** Who holds the ties to other sectors, by name. */
export function Bridges({
  card,
  noun,
  view,
}: {
  card: SectorCard
  noun: Reference['city']['noun']
  view: View
}) {
  const t = useTranslations('sector.bridges')
  const { bridges } = card
  return (
    <section className="section">
      <TitleWithMethod
        title={t('title', { count: bridges.length, noun })}
        metric="degree"
        view={view}
        sector={card.sector.sectorId}
      />
      {bridges.length === 0 ? (
        <p className="caption mt-0.5">{t('none')}</p>
      ) : (
        <>
          <p className="caption mt-0.5">{t('caption')}</p>
          <ul className="mt-1.5">
            {bridges.map(({ actorId, name, external, of }) => (
              <li key={actorId} className="flex justify-between gap-3 border-t border-hairline py-1.5">
                <Link
                  to="/pelaku/$id"
                  params={{ id: actorId }}
                  className="font-semibold no-underline hover:underline"
                >
                  {name}
                </Link>
                <span className="whitespace-nowrap text-ink-2">
                  {t.rich('of', { external, of, b: (chunks) => <b className="text-ink">{chunks}</b> })}
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}
