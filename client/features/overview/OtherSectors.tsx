import { useTranslations } from 'use-intl'
import { lookOf } from '#client/network/sector-look.ts'
import type { MapSector, SectorMapLayout } from '#client/network/sector-map-layout.ts'
import { useNames } from '#client/network/use-names.ts'
import { SectorLink } from './SectorLink.tsx'

/** On the phone only the isolated are labelled in the picture, and of a crowd not all are drawn: the others are named under it. */
export function OtherSectors({ layout }: { layout: SectorMapLayout }) {
  const t = useTranslations('overview.map')
  const names = useNames()
  const { nodes, left, frame } = layout
  const unnamed = frame.labels === 'urgent' ? nodes.filter(({ place }) => place === null) : []
  const list = (rest: readonly MapSector[]) => (
    <ul className="mt-2 flex flex-wrap gap-x-3 gap-y-0.5 text-sm text-ink-2" aria-label={t('others')}>
      {rest.map((node) => (
        <li key={node.id}>
          <SectorLink id={node.id} className="inline-flex min-h-6 items-center gap-1 no-underline">
            <b>{lookOf(names, node.id).code}</b> {node.label} {node.count}
          </SectorLink>
        </li>
      ))}
    </ul>
  )
  return (
    <>
      {unnamed.length > 0 ? list(unnamed) : null}
      {left.length > 0 ? (
        <details className="mt-2 text-sm">
          <summary className="min-h-6 cursor-pointer text-ink-2">
            {t('left', { drawn: nodes.length, left: left.length })}
          </summary>
          {list(left)}
        </details>
      ) : null}
    </>
  )
}
