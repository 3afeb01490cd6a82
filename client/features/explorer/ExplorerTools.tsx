import { Palette, Share2 } from 'lucide-react'
import { lazy, type RefObject } from 'react'
import { useTranslations } from 'use-intl'
import type { PlaneBox } from '../../network/graph/create-graph.ts'
import { buttonClass } from '../../ui/button-class.ts'
import { LazyPart } from '../../ui/LazyPart.tsx'
import { Popover } from '../../ui/Popover.tsx'
import type { FilterProps } from './FilterPanel.tsx'
import type { ComparisonState } from './time/use-comparison.ts'
import type { ExplorerTab } from './view-state.ts'

const AppearancePanel = lazy(() =>
  import('./appearance/AppearancePanel.tsx').then((module) => ({ default: module.AppearancePanel })),
)
const TakePanel = lazy(() =>
  import('./export/TakePanel.tsx').then((module) => ({ default: module.TakePanel })),
)

interface ExplorerToolsProps extends FilterProps {
  tab: ExplorerTab
  comparison: ComparisonState | null
  inView: RefObject<(() => PlaneBox) | null>
}

/** Two panels beside their buttons: how the picture looks, and what leaves the page. Their code comes when asked for. */
export function ExplorerTools({ tab, comparison, inView, ...props }: ExplorerToolsProps) {
  const t = useTranslations('explorerTools')
  const state = useTranslations('common.state')
  const waiting = <p className="caption">{state('loading')}</p>
  const failed = <p className="caption">{t('notFetched')}</p>
  return (
    <div className="explorer-buttons">
      <Popover
        label={t('look.title')}
        align="end"
        trigger={(trigger) => (
          <button type="button" className={buttonClass()} {...trigger}>
            <Palette size={16} strokeWidth={1.75} aria-hidden />
            {t('look.open')}
          </button>
        )}
      >
        {(close) => (
          <LazyPart waiting={waiting} failed={failed}>
            <AppearancePanel {...props} onClose={close} />
          </LazyPart>
        )}
      </Popover>
      <Popover
        label={t('take.title')}
        align="end"
        trigger={(trigger) => (
          <button type="button" className={buttonClass()} {...trigger}>
            <Share2 size={16} strokeWidth={1.75} aria-hidden />
            {t('take.open')}
          </button>
        )}
      >
        {(close) => (
          <LazyPart waiting={waiting} failed={failed}>
            <TakePanel
              model={props.model}
              view={props.view}
              tab={tab}
              comparison={comparison}
              inView={inView}
              onClose={close}
            />
          </LazyPart>
        )}
      </Popover>
    </div>
  )
}
