import { Info } from 'lucide-react'
import { lazy } from 'react'
import { useTranslations } from 'use-intl'
import type { View } from '#client/api/view.ts'
import { LazyPart } from '#client/ui/LazyPart.tsx'
import { Popover } from '#client/ui/Popover.tsx'
import type { FigureId } from './figure-id.ts'
import type { FigureSubject } from './records-behind.ts'

const MethodCard = lazy(() => import('./MethodCard.tsx').then(({ MethodCard }) => ({ default: MethodCard })))

interface MethodButtonProps extends FigureSubject {
  metric: FigureId
  /** Name of the figure, so that the button says of what it shows the method. */
  of: string
  view: View
  /** The figure as counts, first line of the card: "55 dari 102 usaha". */
  counts?: string | undefined
}

/** The small sign beside a number; opens how it is counted. */
export function MethodButton({ metric, of, view, counts, sector, actor }: MethodButtonProps) {
  const t = useTranslations('method')
  return (
    <Popover
      label={t('titleOf', { of })}
      trigger={(trigger) => (
        <button
          type="button"
          className="method-button"
          aria-label={t('titleOf', { of })}
          title={t('title')}
          {...trigger}
        >
          <Info size={14} strokeWidth={1.75} aria-hidden />
        </button>
      )}
    >
      {(close) => (
        <LazyPart
          waiting={<p className="caption">{t('loading')}</p>}
          failed={<p className="caption">{t('failed')}</p>}
        >
          <MethodCard
            metric={metric}
            view={view}
            counts={counts}
            subject={{ sector, actor }}
            onClose={close}
          />
        </LazyPart>
      )}
    </Popover>
  )
}
