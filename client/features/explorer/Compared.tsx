import { useTranslations } from 'use-intl'
import { Button } from '../../ui/Button.tsx'
import { CompareList } from './time/CompareList.tsx'
import { ComparePicture } from './time/ComparePicture.tsx'
import type { ComparisonState } from './time/use-comparison.ts'
import type { ChangeView } from './use-explorer-view.ts'
import type { ExplorerView } from './view-state.ts'

interface ComparedProps {
  state: ComparisonState
  view: ExplorerView
  change: ChangeView
  tab: 'graph' | 'list'
  wide: boolean
}

/** Two dates: the picture with its list beside it, or beneath it, or the list alone. */
export function Compared({ state, tab, wide, view, change }: ComparedProps) {
  const t = useTranslations('explorer.compare')
  const common = useTranslations('common')
  const { compared, comparison, dressed } = state
  if (state.failed)
    return (
      <p role="alert" className="explorer-stale">
        {t('failed')} <Button onClick={state.failed}>{common('action.retry')}</Button>
      </p>
    )
  if (!compared || !comparison || !dressed) return <p className="caption explorer-wait">{t('loading')}</p>
  return (
    <>
      {tab === 'graph' ? <ComparePicture {...{ compared, comparison, dressed, view, change }} /> : null}
      {tab === 'list' || !wide ? <Changes state={state} view={view} change={change} /> : null}
    </>
  )
}

export function Changes({ state, ...parts }: Pick<ComparedProps, 'state' | 'view' | 'change'>) {
  const { compared, comparison, levels, levelsFailed } = state
  if (!compared || !comparison) return null
  return <CompareList {...parts} {...{ compared, comparison, levels, levelsFailed }} />
}
