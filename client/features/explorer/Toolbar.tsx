import type { KeyboardEvent, ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import { MethodButton } from '../../network/MethodButton.tsx'
import type { ExplorerModel } from './use-explorer-model.ts'
import type { ChangeView } from './use-explorer-view.ts'
import { useSummary } from './use-summary.ts'
import type { ExplorerTab, ExplorerView } from './view-state.ts'

interface ToolbarProps {
  model: ExplorerModel
  view: ExplorerView
  change: ChangeView
  tab: ExplorerTab
  /** On wide screens the graph comes first, on narrow ones the list. */
  graphFirst: boolean
  children: ReactNode
}

/** What the page has found, in numbers, and the four ways to look at it. */
export function Toolbar({ model, view, change, tab, graphFirst, children }: ToolbarProps) {
  const t = useTranslations('explorer')
  const tabs = graphFirst
    ? (['graph', 'matrix', 'list', 'map'] as const)
    : (['list', 'graph', 'matrix', 'map'] as const)
  const summary = useSummary(model, view)
  const choose = (next: ExplorerTab) => change({ tab: next === tabs[0] ? null : next }, true)
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'ArrowRight' && event.key !== 'ArrowLeft') return
    event.preventDefault()
    const step = event.key === 'ArrowRight' ? 1 : tabs.length - 1
    const next = tabs[(tabs.indexOf(tab) + step) % tabs.length]!
    choose(next)
    document.getElementById(`tab-${next}`)?.focus()
  }
  return (
    <div className="explorer-tools">
      <div role="tablist" aria-label={t('tabs.label')} className="explorer-tabs" onKeyDown={onKeyDown}>
        {tabs.map((one) => (
          <button
            key={one}
            id={`tab-${one}`}
            type="button"
            role="tab"
            aria-selected={one === tab}
            tabIndex={one === tab ? 0 : -1}
            onClick={() => choose(one)}
          >
            {t(`tabs.${one}`)}
          </button>
        ))}
      </div>
      <h1 className="explorer-summary">
        {summary}{' '}
        <MethodButton
          metric="network-size"
          of={t('summaryName')}
          view={{ on: view.on ?? undefined, definition: view.definition }}
          counts={summary}
        />
      </h1>
      {children}
    </div>
  )
}
