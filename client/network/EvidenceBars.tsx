import { useTranslations } from 'use-intl'
import type { LevelEvidence } from '#shared/contract/vocabulary.ts'

const FILLED: Readonly<Record<LevelEvidence, number>> = {
  strong: 3,
  indication: 2,
  insufficient: 1,
  untestable: 0,
}

/** How sure a level is: three rising bars, and the word. */
export function EvidenceBars({ evidence }: { evidence: LevelEvidence }) {
  const t = useTranslations('common.evidence')
  return (
    <span className="inline-flex items-baseline gap-[5px] whitespace-nowrap">
      <svg width="14" height="12" viewBox="0 0 14 12" className="flex-none self-center" aria-hidden="true">
        {evidence === 'untestable' ? (
          <path d="M1 11h12" className="evidence-untestable" />
        ) : (
          [0, 1, 2].map((bar) => (
            <rect
              key={bar}
              x={1 + 4.5 * bar}
              y={9 - 3 * bar}
              width="3"
              height={3 + 3 * bar}
              className={bar < FILLED[evidence] ? 'evidence-on' : 'evidence-off'}
            />
          ))
        )}
      </svg>
      {t(evidence)}
    </span>
  )
}
