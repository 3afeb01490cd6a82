import { useTranslations } from 'use-intl'
import type { View } from '#client/api/view.ts'
import { TitleWithMethod } from '#client/network/TitleWithMethod.tsx'
import type { SectorCard } from '#shared/contract/insights.ts'
import { type SizeKey, sizeParts } from './sector-card.ts'

const SHADE: Readonly<Record<SizeKey, string>> = {
  micro: 'size-mix-1',
  small: 'size-mix-2',
  medium: 'size-mix-3',
  large: 'size-mix-4',
  unknown: 'cover-unasked',
}

/** How large the members are, as one bar of counts; nothing where no size is known, as of organisations. */
export function SizeMix({ card, view }: { card: SectorCard; view: View }) {
  const t = useTranslations('sector.sizes')
  const common = useTranslations('common.size')
  const { sector } = card
  const parts = sizeParts(card.sizes)
  if (parts.every(({ size }) => size === 'unknown')) return null
  const total = parts.reduce((sum, { count }) => sum + count, 0)
  return (
    <section className="section">
      <TitleWithMethod
        title={t('title', { total, n: sector.n, unasked: sector.unasked })}
        metric="size-mix"
        view={view}
        sector={sector.sectorId}
      />
      <p className="caption mt-0.5">{t('caption')}</p>
      <svg
        width="100%"
        height="14"
        className="mt-2 block"
        role="img"
        aria-label={t('describe', {
          parts: parts.map(({ size, count }) => `${count} ${common(size)}`).join(', '),
        })}
      >
        {parts.map(({ size, from, share }) => (
          <rect
            key={size}
            x={`${100 * from}%`}
            y="1"
            width={`${100 * share}%`}
            height="12"
            className={`size-part ${SHADE[size]}`}
          />
        ))}
      </svg>
      <ul className="mt-1.5 flex flex-wrap gap-x-4 gap-y-1 text-xs text-ink-2" aria-hidden="true">
        {parts.map(({ size, count }) => (
          <li key={size} className="legend-item">
            <svg width="10" height="10" viewBox="0 0 10 10" className="flex-none" aria-hidden="true">
              <rect x="0.5" y="0.5" width="9" height="9" className={`size-part ${SHADE[size]}`} />
            </svg>
            <b>{count}</b> {common(size)}
          </li>
        ))}
      </ul>
    </section>
  )
}
